import Guichet
import GuichetDocuments
import Testing

@Suite("The life of a demande, told")
struct RecitTests {
  /// UTC, without a change of clocks.
  private static let fuseau: Fuseau? = {
    // The shortest TZif there is: version 1, one type, no transition (RFC 9636 § 3).
    var bytes = Array("TZif".utf8) + [UInt8](repeating: 0, count: 16)
    for count in [0, 0, 0, 0, 1, 4] as [UInt8] { bytes += [0, 0, 0, count] }
    bytes += [0, 0, 0, 0, 0, 0] + Array("UTC\0".utf8)
    do {
      return try Fuseau(tzif: bytes, nom: "UTC")
    } catch {
      return nil
    }
  }()

  private static func at(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text + ":00Z")) }
  private static func jour(_ iso: String) throws -> DateCivile { try #require(DateCivile(iso: iso)) }

  private static func recue() -> Evenement {
    var demandeur = Demandeur(civilite: .madame, nom: "Martin", prenom: "Élodie")
    demandeur.telephone = Telephone(e164: "+33639981234", saisi: "06 39 98 12 34")
    let formulaire = Formulaire(
      reference: "MEF-1", origine: .monenfantFr, demandeur: demandeur, enfants: [Enfant(prenom: "Léo"), Enfant()])
    return .recue(
      Recue(formulaire: formulaire, anomalies: [], avertissements: [], empreinte: String(repeating: "ab", count: 32)))
  }

  private static func correction() -> Evenement {
    var correction = Correction()
    correction.courriel = .devient("elodie@exemple.fr")
    return .corrigee(Corrigee(correction: correction))
  }

  /// One of each kind of fact at least, and what its sentence must say.
  private static func faits() throws -> [(Evenement, String)] {
    let place = PlaceRendezVous(debut: try at("2026-11-25T10:00"), duree: 30, mode: .surSite, poste: 1)
    let later = PlaceRendezVous(debut: try at("2026-11-26T09:05"), duree: 45, mode: .visio, lieu: "Salle 2", poste: 1)
    let routee = Routee(
      decision: Decision(
        issue: .linf("rpe-lomme", regle: .commune), lieu: .adresse, jour: try jour("2026-11-23"), etapes: []),
      version: 3)
    let lost = Routee(
      decision: Decision(
        issue: .aOrienter(.communeInconnue, candidats: [], departement: nil), lieu: .adresse,
        jour: try jour("2026-11-23"), etapes: []), version: 0)
    return [
      (recue(), "la demande a été reçue de monenfant.fr sous la référence MEF-1"),
      (.saisie(Saisie(origine: .guichet)), "martine l’avait saisie pour la famille, venue au guichet"),
      (.routee(routee), "la règle l’a confiée à Relais de Lomme"),
      (.routee(lost), "la règle n’a trouvé personne à qui la confier"),
      (
        .attribuee(Attribuee(linf: "rpe-lille", motif: "Fratrie", version: 3, marques: [])),
        "martine l’a confiée à rpe-lille, pour ce motif : « Fratrie »"
      ),
      (
        .declinee(Declinee(linf: "rpe-lille", raison: .autre, note: "Trop loin.", rattachement: nil, version: 3)),
        "martine l’a déclinée pour rpe-lille (autre raison) ; note : « Trop loin. »"
      ),
      (correction(), "martine a corrigé la demande : courriel, de rien à « elodie@exemple.fr »"),
      (
        .transfertPrevu(TransfertPrevu(le: try jour("2027-01-01"), vers: "rpe-lille")),
        "qu’elle suive sa commune le 1er janvier 2027, vers rpe-lille"
      ),
      (
        .transfertAbandonne(TransfertAbandonne(le: try jour("2027-01-01"), vers: "rpe-lille", version: 3)),
        "le transfert prévu le 1er janvier 2027 a été abandonné"
      ),
      (.prise(PriseEnMain(jusqua: try at("2026-11-23T09:15"))), "martine l’a prise en main jusqu’à 9 h 15"),
      (.laissee(Laissee(agent: 5)), "martine a cessé de l’avoir en main"),
      (
        .contact(Contact(resultat: .joint, themes: [.modes], note: "Aimable.", numeroAppele: "+33639981234")),
        "par téléphone au 06 39 98 12 34 : joint ; la famille a été informée de : modes d’accueil ; note : « Aimable. »"
      ),
      (.contactAnnule(ContactAnnule(seq: 12)), "martine a annulé le contact du lundi 23 novembre 2026 à 9 h 00"),
      (
        .rendezVousFixe(RendezVousPose(id: 1, linf: "rpe-lomme", place: place)),
        "un rendez-vous le mercredi 25 novembre 2026 à 10 h 00, sur place, 30 minutes, avec Relais de Lomme"
      ),
      (
        .rendezVousDeplace(RendezVousPose(id: 1, linf: "rpe-lomme", place: later)),
        "a déplacé le rendez-vous du mercredi 25 novembre 2026 à 10 h 00 : il est le jeudi 26 novembre 2026 à 9 h 05"
      ),
      (
        .rappelRendezVous(RappelRendezVous(id: 1, sequence: 1)),
        "le rappel pour le rendez-vous du jeudi 26 novembre 2026 à 9 h 05 a été remis au courriel"
      ),
      (.rappelRendezVous(RappelRendezVous(id: 1, sequence: 1, cause: .tropProche)), "n’est pas parti, trop tard"),
      (.rendezVousAnnule(RendezVousVise(id: 1)), "martine a annulé le rendez-vous du jeudi 26 novembre 2026 à 9 h 05"),
      (.rendezVousExcuse(RendezVousVise(id: 1)), "a été annulé par la famille"),
      (.rendezVousHonore(RendezVousVise(id: 1)), "la famille est venue"),
      (.rendezVousNonHonore(RendezVousVise(id: 1)), "la famille étant absente"),
      (
        .solution(
          SolutionNotee(
            id: 1, enfant: 1,
            issue: .solution(
              Solution(
                mode: .crecheCollective, debut: try jour("2027-01-04"), heuresParSemaine: 32, commune: "59350",
                estProvisoire: true)))),
        "martine a noté pour l’enfant 1 : crèche collective, provisoire, à partir du 4 janvier 2027, 32 h par semaine, à "
          + "Lille"
      ),
      (
        .solution(
          SolutionNotee(
            id: 2, enfant: 1, issue: .attente(Attente(.commission, le: try jour("2026-12-15"))), remplace: [1])),
        "en attente, commission d’attribution le 15 décembre 2026, à la place de : crèche collective, provisoire"
      ),
      (.solution(SolutionNotee(id: 3, enfant: 2, issue: .sansSolution(.cout))), "l’enfant 2 : aucune solution (coût)"),
      (
        .solutionAnnulee(SolutionAnnulee(id: 3, enfant: 2)),
        "a annulé ce qui était noté par erreur pour l’enfant 2 : sans solution (coût)"
      ),
      (
        .enfantConfirme(EnfantConfirme(enfant: 2, naissance: try jour("2026-11-20"))),
        "a noté la naissance de l’enfant 2, le 20 novembre 2026"
      ),
      (.enfantConfirme(EnfantConfirme(enfant: 2, naissance: nil)), "a noté que l’enfant 2 n’est plus attendu"),
      (
        .enfantAjoute(EnfantAjoute(rang: 3, enfant: Enfant(etape: .naissancePrevue(try jour("2027-02-10"))))),
        "a ajouté un enfant, le n° 3, dont la naissance est prévue le 10 février 2027"
      ),
      (.enfantRetire(EnfantRetire(enfant: 3)), "a retiré l’enfant 3, entré par erreur"),
      (
        .echeanceFixee(EcheanceFixee(le: try at("2026-12-01T17:00"), motif: "Vacances")),
        "a fixé son échéance au mardi 1er décembre 2026 à 17 h 00 ; note : « Vacances »"
      ),
      (.suspendue(Suspendue(motif: "Hospitalisation")), "a suspendu son délai, pour ce motif : « Hospitalisation »"),
      (.reprise(Reprise(suspendueLe: try at("2026-11-23T09:00"))), "a fait repartir son délai"),
      (
        .escalade(Escalade(niveau: .echeance, echeance: try at("2026-11-25T17:00"))),
        "prévenu que l’échéance du mercredi 25 novembre 2026 à 17 h 00 était atteinte"
      ),
      (.note(NoteEcrite(texte: "Rappeler le soir.")), "martine a noté : « Rappeler le soir. »"),
      (.silence, "la famille ne doit plus être relancée"),
      (
        .fusionnee(Fusionnee(dans: try autre(), motif: "Même famille.")),
        "martine l’a fusionnée dans la demande 2026-000009, de la même famille ; note : « Même famille. »"
      ),
      (.defusionnee(Defusionnee(de: try autre())), "martine a défait sa fusion dans la demande 2026-000009"),
      (.cloture(Cloture(motif: .sansSuite, note: nil)), "martine l’a close : sans suite, la famille renonce"),
      (.motifCorrige(Cloture(motif: .demenagement, note: nil)), "a corrigé le motif de sa clôture"),
      (.effacee(Effacee(restes: [])), "martine a effacé la famille, à la demande de la famille"),
      (.rouverte(Rouverte(motif: "Elle rappelle")), "martine l’a rouverte, pour ce motif : « Elle rappelle »"),
    ]
  }

  private static let duBureau: Set<NatureFait> = [
    .rejet, .rejetRejoue, .referentielCharge, .rattachementsChanges, .pieceAjoutee, .preuveScellee, .rejetExpire,
    .registreRestaure,
  ]

  private static func autre() throws -> Numero { try #require(Numero(annee: 2026, rang: 9)) }

  private static func recit(_ faits: [Fait]) throws -> Recit {
    let byRules: Set<NatureFait> = [.recue, .routee, .transfertAbandonne, .escalade, .rappelRendezVous]
    return Recit(
      faits,
      noms: Recit.Noms(
        auteurs: Dictionary(
          faits.filter { !byRules.contains($0.nature) }.map { ($0.seq, "martine") }
        ) { first, _ in first },
        linf: ["rpe-lomme": "Relais de Lomme"], communes: ["59350": "Lille"]),
      fuseau: try #require(fuseau))
  }

  @Test("has a sentence for each fact of a demande, with its day and who did it")
  func each() throws {
    let table = try Self.faits()
    let now = try Self.at("2026-11-23T09:00")
    let faits = table.enumerated().map { rank, line in
      let byRules = [NatureFait.recue, .routee, .transfertAbandonne, .escalade, .rappelRendezVous].contains(
        line.0.nature)
      return Fait(
        seq: Int64(rank) + 1, numero: Numero(annee: 2026, rang: 7), nature: line.0.nature, survenuLe: now,
        enregistreLe: now, auteur: byRules ? Fait.regles : 5, evenement: line.0)
    }
    let phrases = try Self.recit(faits).phrases
    #expect(phrases.count == table.count)
    for (phrase, line) in zip(phrases, table) {
      #expect(phrase.contains(line.1), "\(phrase)")
      #expect(phrase.hasPrefix("Le lundi 23 novembre 2026 à 9 h 00, ") && phrase.hasSuffix("."), "\(phrase)")
      #expect(!phrase.contains("noté à") && !phrase.contains("Martin"), "\(phrase)")
    }
    let told = Set(table.map(\.0.nature))
    #expect(
      Set(NatureFait.allCases).subtracting(told) == Self.duBureau, "every kind of fact is told")
  }

  @Test("says when what was entered later happened, and that what was erased was there")
  func later() throws {
    func fait(_ seq: Int64, _ survenu: String, _ enregistre: String, _ evenement: Evenement?) throws -> Fait {
      Fait(
        seq: seq, numero: Numero(annee: 2026, rang: 7), nature: evenement?.nature ?? .note,
        survenuLe: try Self.at(survenu), enregistreLe: try Self.at(enregistre), auteur: 5, evenement: evenement)
    }
    let called = Evenement.contact(Contact(resultat: .sansReponse))
    let phrases = try Self.recit([
      try fait(1, "2026-11-22T20:05", "2026-11-23T08:15", Self.recue()),
      try fait(2, "2026-11-23T09:00", "2026-11-23T16:00", called),
      try fait(3, "2026-11-24T09:00", "2026-11-25T08:00", called),
      try fait(4, "2026-11-25T09:00", "2026-11-25T09:00", nil),
    ]).phrases
    #expect(
      phrases[0]
        == "Le lundi 23 novembre 2026 à 8 h 15, la demande a été reçue de monenfant.fr sous la référence MEF-1 ; la "
        + "famille l’avait déposée le dimanche 22 novembre 2026 à 20 h 05.")
    #expect(phrases[1].hasPrefix("Le lundi 23 novembre 2026 à 9 h 00,") && phrases[1].hasSuffix("(noté à 16 h 00)."))
    #expect(phrases[2].hasSuffix("(noté le mercredi 25 novembre 2026 à 8 h 00)."))
    #expect(phrases[3] == "Le mercredi 25 novembre 2026 à 9 h 00 : note ; le contenu en a été effacé.")
  }
}
