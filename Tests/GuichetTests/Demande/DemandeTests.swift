import Guichet
import Testing

@Suite("A demande, made by its facts")
struct DemandeTests {
  static let now = Instant(microseconds: 1_795_418_100_000_000)
  static let jour = DateCivile(daysSince1970: 20_780)

  static func formulaire(frequence: Besoin.Frequence? = .regulier) -> Formulaire {
    var besoin = Besoin()
    besoin.frequence = frequence
    return Formulaire(
      reference: "MEF-1", deposeeLe: now.advanced(bySeconds: -3600), origine: .monenfantFr, besoin: besoin)
  }

  static func recue(_ anomalies: [Anomalie] = [], frequence: Besoin.Frequence? = .regulier) -> Evenement {
    .recue(
      Recue(
        formulaire: formulaire(frequence: frequence), anomalies: anomalies, avertissements: [],
        empreinte: String(repeating: "ab", count: 32)))
  }

  static func routee(_ issue: Decision.Issue, marques: [Marque] = []) -> Evenement {
    .routee(
      Routee(
        decision: Decision(
          issue: issue, marques: marques, codeInsee: "59350", lieu: .adresse, jour: jour,
          etapes: [Etape(.adresse), Etape(.codePostalSeul, "59160", "Lomme")]),
        version: 3))
  }

  static func fait(_ evenement: Evenement, seq: Int64 = 1) -> Fait {
    Fait(
      seq: seq, numero: Numero(annee: 2026, rang: 7), nature: evenement.nature,
      survenuLe: now.advanced(bySeconds: -3600), enregistreLe: now, auteur: Fait.regles, evenement: evenement)
  }

  @Test("waits for a person until it is routed, then has its LINF")
  func routed() throws {
    let received = try Demande.apply(Self.fait(Self.recue()), to: nil)
    #expect(received.etat == .aOrienter && received.linf == nil)
    #expect(received.deposeeLe == Self.now.advanced(bySeconds: -3600) && received.recueLe == Self.now)
    let routed = try Demande.apply(Self.fait(Self.routee(.linf("rpe-lomme", regle: .codePostal))), to: received)
    #expect(routed.etat == .aContacter && routed.linf == "rpe-lomme" && routed.raison == nil)
    #expect(routed.codeInsee == "59350")
  }

  @Test("waits with its reason when no single LINF was found, and leaves when one is found later")
  func waiting() throws {
    let received = try Demande.apply(Self.fait(Self.recue()), to: nil)
    let issue = Decision.Issue.aOrienter(.sansLinf, candidats: [], departement: nil)
    let waiting = try Demande.apply(Self.fait(Self.routee(issue)), to: received)
    #expect(waiting.etat == .aOrienter && waiting.raison == .sansLinf)
    let moved = try Demande.apply(Self.fait(Self.routee(.linf("rpe-lille", regle: .commune))), to: waiting)
    #expect(moved.etat == .aContacter && moved.raison == nil)
  }

  @Test("is marked « à vérifier » when its form had an anomaly, once")
  func marked() throws {
    let anomalie = Anomalie(chemin: "/besoin/debut", message: "…", saisi: "dès que possible")
    let received = try Demande.apply(Self.fait(Self.recue([anomalie])), to: nil)
    #expect(received.marques == [.aVerifier])
    let routed = try Demande.apply(
      Self.fait(Self.routee(.linf("rpe-lomme", regle: .commune), marques: [.aVerifier, .voieNonReconnue])), to: received
    )
    #expect(routed.marques == [.aVerifier, .voieNonReconnue])
  }

  @Test("refuses to begin twice, and to be routed before it began")
  func refused() throws {
    let received = try Demande.apply(Self.fait(Self.recue()), to: nil)
    #expect(throws: TransitionRefusee(nature: .recue, etat: .aOrienter)) {
      try Demande.apply(Self.fait(Self.recue()), to: received)
    }
    #expect(throws: TransitionRefusee(nature: .routee, etat: nil)) {
      try Demande.apply(Self.fait(Self.routee(.linf("rpe-lille", regle: .commune))), to: nil)
    }
  }

  @Test("stands after each fact in an état that the table of its life cycle gives")
  func table() throws {
    let issues: [Decision.Issue] = [
      .linf("rpe-lille", regle: .commune), .aOrienter(.communeInconnue, candidats: [], departement: nil),
    ]
    for issue in issues {
      let received = try Demande.apply(Self.fait(Self.recue()), to: nil)
      let routed = try Demande.apply(Self.fait(Self.routee(issue)), to: received)
      #expect(try #require(Transition.line(of: .recue)).vers.contains(received.etat))
      #expect(try #require(Transition.line(of: .routee)).vers.contains(routed.etat))
    }
  }
}

@Suite("What a fact says, as the journal keeps it")
struct EvenementTests {
  private static let autre = [Numero(annee: 2026, rang: 1)].compactMap(\.self)[0]

  static let correction: Correction = {
    var correction = Correction()
    correction.telephone = .devient(Telephone(e164: "+33639981235", saisi: "06 39 98 12 35"))
    correction.courriel = .devient(nil)
    correction.adresse = .devient(Adresse(voie: "3 quai Noir", codePostal: "59140", commune: "Dunkerque"))
    correction.lieu = .devient(nil)
    correction.debut = .devient(DemandeTests.jour)
    correction.enfants = [2: .naissance(DemandeTests.jour), 1: .adoptionPrevue(DemandeTests.jour)]
    return correction
  }()

  static let all: [Evenement] = [
    DemandeTests.recue(), DemandeTests.recue([Anomalie(chemin: "/a", message: "b", saisi: nil)]),
    DemandeTests.routee(.linf("rpe-lomme", regle: .voie), marques: [.horsHabilitation]),
    DemandeTests.routee(
      .aOrienter(
        .communeAmbigue,
        candidats: [
          CommuneCandidate(codeInsee: "59128", nom: "Capinghem", linf: "rpe-lomme"),
          CommuneCandidate(codeInsee: "59350", nom: "Lille"),
        ], departement: nil)),
    DemandeTests.routee(.aOrienter(.horsDepartement, candidats: [], departement: "62")),
    .routee(
      Routee(
        decision: Decision(
          issue: .linf("rpe-lomme", regle: .commune), lieu: .adresse, jour: DemandeTests.jour, etapes: []), version: 4,
        cause: .referentiel)),
    .routee(
      Routee(
        decision: Decision(
          issue: .linf("rpe-lomme", regle: .commune), lieu: .adresse, jour: DemandeTests.jour, etapes: []), version: 4,
        cause: .correction, reste: true)),
    .attribuee(
      Attribuee(linf: "rpe-lomme", motif: "Fratrie déjà suivie", version: 3, marques: [.aVerifier, .horsHabilitation])),
    .declinee(
      Declinee(
        linf: "rpe-lomme", raison: .horsTerritoire, note: "De l’autre côté du pont", rattachement: "rpe-lomme : Lille",
        version: 3)),
    .declinee(Declinee(linf: "rpe-lomme", raison: .autre, note: nil, rattachement: nil, version: 0)),
    .corrigee(Corrigee(correction: correction)),
    .corrigee(
      Corrigee(
        correction: correction,
        propose: Routee(
          decision: Decision(
            issue: .aOrienter(.horsDepartement, candidats: [], departement: "62"), codeInsee: "62041", lieu: .adresse,
            jour: DemandeTests.jour, etapes: [Etape(.horsDepartement, "Pas-de-Calais (62)")]), version: 4,
          cause: .correction))),
    .transfertPrevu(TransfertPrevu(le: DemandeTests.jour, vers: "rpe-lomme")),
    // As an older program wrote it.
    .transfertPrevu(TransfertPrevu(le: DemandeTests.jour, vers: nil)),
    .transfertAbandonne(TransfertAbandonne(le: DemandeTests.jour, vers: "rpe-lomme", version: 2)),
    .transfertAbandonne(TransfertAbandonne(le: DemandeTests.jour, vers: nil, version: 2)),
    .rejet(
      Rejet(
        id: "20261123T081500-00ff", fichier: "x.json", empreinte: nil,
        motif: Motif(.pasUnFichier, [Constat(chemin: "", message: "Un dossier.")]), auDepot: true)),
    .rejetRejoue(RejetRejoue(id: "20261123T081500-00ff", corrige: true)),
    .referentielCharge(
      ReferentielCharge(
        version: 2, departement: "59", communes: 647, linf: 82,
        fichiers: [.init(nom: "linf.csv", empreinte: String(repeating: "0", count: 64))])),
    .rattachementsChanges(
      RattachementsChanges(
        jour: DemandeTests.jour, version: 2, communes: ["59350"],
        deplacees: [Numero(annee: 2026, rang: 1)].compactMap(\.self),
        verrouillees: [], avancees: [Numero(annee: 2025, rang: 1_234_567)].compactMap(\.self))),
    .prise(PriseEnMain(jusqua: DemandeTests.now)), .laissee(Laissee(agent: 5)),
    .saisie(Saisie(origine: .guichet)), .saisie(Saisie(origine: .partenaire)),
    .contact(
      Contact(
        sens: .entrant, canal: .visio, resultat: .joint, themes: [.modes, .roleEmployeur], note: "Rappelle lundi",
        aRappelerLe: DemandeTests.now, numeroAppele: "+33639981234")),
    .contact(Contact(resultat: .sansReponse)), .contactAnnule(ContactAnnule(seq: 9)),
    .cloture(Cloture(motif: .doublon, note: "De 2026-000001.")), .cloture(Cloture(motif: .sansSuite, note: nil)),
    .motifCorrige(Cloture(motif: .injoignable, note: nil)), .rouverte(Rouverte(motif: "Elle rappelle.")),
    .note(NoteEcrite(texte: "Rappeler le soir.")), .silence,
    .echeanceFixee(EcheanceFixee(le: DemandeTests.now, motif: "Vacances")),
    .echeanceFixee(EcheanceFixee(le: nil, motif: nil)), .suspendue(Suspendue(motif: "Hospitalisation")),
    .reprise(Reprise(suspendueLe: DemandeTests.now)),
    .escalade(Escalade(niveau: .avant, echeance: DemandeTests.now)),
    .escalade(Escalade(niveau: .echeance, echeance: DemandeTests.now, estOmise: true)),
    .rappelRendezVous(RappelRendezVous(id: 1, sequence: 2)),
    .rappelRendezVous(RappelRendezVous(id: 1, sequence: 0, cause: .tropProche)),
    .fusionnee(Fusionnee(dans: autre, motif: "Même famille au téléphone.")),
    .fusionnee(Fusionnee(dans: autre, motif: nil)), .defusionnee(Defusionnee(de: autre)),
    .pieceAjoutee(
      PieceAjoutee(
        linf: "rpe-lomme", annee: 2026, genre: .procesVerbal, date: DemandeTests.jour, nom: "pv.pdf",
        empreinte: String(repeating: "1", count: 64), taille: 12_000)),
    .preuveScellee(
      PreuveScellee(
        linf: "rpe-lomme", annee: 2026, arreteAu: DemandeTests.now, seq: 812,
        empreinte: String(repeating: "2", count: 64))),
    .rejetExpire(RejetExpire(id: "20261123T081500-3f2a3f2a3f2a3f2a")),
    .registreRestaure(
      RegistreRestaure(sequence: 812, chaine: String(repeating: "3", count: 64), reprises: 3, reserves: [autre])),
    .registreRestaure(RegistreRestaure(sequence: 0, chaine: "", reprises: 0, reserves: [])),
  ]

  @Test("is read back as it was written", arguments: all)
  func roundTrip(evenement: Evenement) throws {
    let read = try Evenement(nature: evenement.nature, version: Fait.version, donnees: evenement.donnees)
    #expect(read == evenement)
  }

  @Test("is refused when it is damaged or of a version that is not known", arguments: all)
  func damaged(evenement: Evenement) {
    #expect(throws: FaitIllisible.self) {
      try Evenement(nature: evenement.nature, version: Fait.version + 1, donnees: evenement.donnees)
    }
    #expect(throws: FaitIllisible.self) {
      try Evenement(nature: evenement.nature, version: Fait.version, donnees: Array(evenement.donnees.dropLast()))
    }
    #expect(throws: FaitIllisible.self) {
      try Evenement(nature: evenement.nature, version: Fait.version, donnees: Array("{}".utf8))
    }
  }

  @Test("has a sentence that names nobody", arguments: all)
  func sentence(evenement: Evenement) {
    let resume = DemandeTests.fait(evenement).resume
    #expect(resume.hasSuffix("."))
    #expect(!resume.contains("MEF-1"))
    // Words have no capital inside them, as codes do; nor a slash before them, as pointers do.
    let codes = resume.matches(of: /[a-zé][A-Z]|\/[a-z]/)
    #expect(codes.isEmpty, "\(resume)")
  }

  @Test("tells a decision with its rule, or its reason and the département of another Caf, in words")
  func decisions() {
    func resume(_ issue: Decision.Issue) -> String { DemandeTests.fait(DemandeTests.routee(issue)).resume }
    #expect(
      resume(.linf("rpe-lomme", regle: .codePostal))
        == "Routée vers rpe-lomme par le référentiel 3, par le code postal.")
    #expect(
      resume(.aOrienter(.communeAmbigue, candidats: [], departement: nil))
        == "À orienter par le référentiel 3 : commune ambiguë.")
    #expect(
      resume(.aOrienter(.horsDepartement, candidats: [], departement: "62"))
        == "À orienter par le référentiel 3 : hors du département : Pas-de-Calais (62).")
    let lost = Decision.Issue.aOrienter(.sansLinf, candidats: [], departement: nil)
    #expect(
      DemandeTests.fait(DemandeTests.routee(lost, marques: [.linfRetire])).resume
        == "À orienter par le référentiel 3 : LINF choisi retiré.")
  }

  @Test("tells one that the rules leave where it is from one that they move")
  func stays() {
    func resume(_ issue: Decision.Issue) -> String {
      let decision = Decision(issue: issue, lieu: .adresse, jour: DemandeTests.jour, etapes: [])
      return DemandeTests.fait(
        .routee(Routee(decision: decision, version: 3, cause: .correction, reste: true))
      ).resume
    }
    #expect(
      resume(.linf("rpe-lomme", regle: .commune))
        == "Reste à rpe-lomme par le référentiel 3, après correction de la demande, par la commune.")
    #expect(
      resume(.aOrienter(.sansLinf, candidats: [], departement: nil))
        == "Reste à orienter par le référentiel 3, après correction de la demande : aucun LINF pour ce lieu.")
  }
}
