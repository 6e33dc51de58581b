import Guichet
import Testing

@Suite("What remains of a family that was erased")
struct DepouillementTests {
  private static let numero = Numero(annee: 2026, rang: 7)

  /// The facts as a register has them once the family was erased: without what they said, then what remains of them.
  static func efface(_ faits: [Fait]) throws -> [Fait] {
    let fuseau = try Pendules.horloges().heures.fuseau
    var whole: Demande?
    for fait in faits { whole = try Demande.apply(fait, to: whole) }
    let demande = try #require(whole)
    let last = try #require(faits.last)
    let bare = faits.map { fait in
      Fait(
        seq: fait.seq, numero: fait.numero, enfant: fait.enfant, nature: fait.nature, survenuLe: fait.survenuLe,
        enregistreLe: fait.enregistreLe, auteur: fait.auteur, evenement: nil)
    }
    // As it is read back, not as it was made.
    let written = Evenement.effacee(Effacee(demande, faits, fuseau)).donnees
    return bare + [
      Fait(
        seq: last.seq + 1, numero: last.numero, nature: .effacee, survenuLe: last.enregistreLe,
        enregistreLe: last.enregistreLe, auteur: 5,
        evenement: try Evenement(nature: .effacee, version: Fait.version, donnees: written))
    ]
  }

  static func rejoue(_ faits: [Fait], jusqua seq: Int64 = .max) throws -> Demande? {
    var relecture = Relecture(jusqua: seq)
    for fait in faits where fait.seq <= seq || fait.nature == .effacee { try relecture.lis(fait) }
    #expect(!relecture.estSansReste)
    return relecture.demande
  }

  private static func chiffres(_ demande: Demande?) throws -> String {
    guard let demande else { return "rien" }
    let ligne = LigneDeBilan(demande, try Pendules.horloges(), tentatives: 3)
    return Mirror(reflecting: ligne).children.map { "\($0.label ?? ""): \($0.value)" }.joined(separator: "\n")
  }

  /// The same figures at every moment of its life, before and after.
  private static func compare(_ faits: [Fait], _ what: String) throws {
    let erased = try efface(faits)
    for cut in faits {
      let before = try rejoue(faits, jusqua: cut.seq)
      let after = try rejoue(erased, jusqua: cut.seq)
      #expect(try chiffres(after) == chiffres(before), "\(what), up to \(cut.nature) \(cut.seq)")
      #expect(after?.etat == before?.etat && after?.linf == before?.linf && after?.effaceeLe == nil)
    }
    let last = try #require(try rejoue(erased))
    #expect(last.effaceeLe != nil && last.marques.contains(.effacee) && last.etat == .close)
  }

  private static func faits(_ evenements: [Evenement]) -> [Fait] {
    evenements.enumerated().map { rank, evenement in
      Fait(
        seq: Int64(10 + 3 * rank), numero: numero, enfant: evenement.enfant, nature: evenement.nature,
        survenuLe: DemandeTests.now.advanced(bySeconds: Int64(rank) * 5_000),
        enregistreLe: DemandeTests.now.advanced(bySeconds: Int64(rank) * 5_000), auteur: 5, evenement: evenement)
    }
  }

  @Test("counts for the same in every figure, at every moment of 150 made-up lives")
  func sameFigures() throws {
    let annee = try AnneeInventee(seed: 11, count: 150)
    for (_, facts) in Dictionary(grouping: annee.faits, by: \.numero) {
      var facts = facts.sorted { $0.seq < $1.seq }
      var demande: Demande?
      for fait in facts { demande = try Demande.apply(fait, to: demande) }
      let whole = try #require(demande)
      let last = try #require(facts.last)
      for (rank, evenement) in try whole.acheverAvantEffacement(at: last.enregistreLe).enumerated() {
        facts.append(
          Fait(
            seq: last.seq + Int64(rank) + 1, numero: last.numero, nature: evenement.nature,
            survenuLe: last.enregistreLe, enregistreLe: last.enregistreLe, auteur: 5, evenement: evenement))
      }
      try Self.compare(facts, whole.numero.texte)
    }
  }

  /// Everything that a person can say of a family, each word told apart from all others.
  private static func bavarde() -> [Evenement] {
    var formulaire = AttributionTests.formulaire()
    formulaire.reference = "SECRET-REF"
    formulaire.deposeeLe = DemandeTests.now
    formulaire.message = "SECRET-MESSAGE"
    formulaire.demandeur.nom = "SECRET-NOM"
    formulaire.demandeur.prenom = "SECRET-PRENOM"
    formulaire.demandeur.courriel = "secret-courriel@exemple.fr"
    formulaire.demandeur.langue = "SECRET-LANGUE"
    formulaire.demandeur.rappel = Rappel(canal: .sms, creneaux: [.init(jour: .lundi, moment: .matin)])
    formulaire.demandeur.adresse = Adresse(voie: "12 rue SECRET-VOIE", codePostal: "59160", commune: "SECRET-COMMUNE")
    formulaire.demandeur.autreParent = AutreParent(nom: "SECRET-AUTRE")
    formulaire.enfants = [
      Enfant(prenom: "SECRET-ENFANT", etape: .naissance(DateCivile(iso: "2023-11-17")!)),
      Enfant(prenom: "SECRET-CADET", etape: .naissancePrevue(DateCivile(iso: "2027-01-19")!)),
    ]
    formulaire.besoin.debut = DateCivile(iso: "2026-11-16")
    formulaire.besoin.lieu = Adresse(voie: "SECRET-LIEU")
    formulaire.besoin.modes = [.mam]
    var correction = Correction()
    correction.telephone = .devient(Telephone(e164: "+33639984321", saisi: "06 39 98 43 21"))
    correction.courriel = .devient("secret-corrige@exemple.fr")
    correction.adresse = .devient(Adresse(voie: "SECRET-CORRIGEE", codePostal: "59000", commune: "SECRET-LILLE"))
    correction.debut = .devient(DateCivile(iso: "2026-11-18"))
    correction.enfants = [1: .naissance(DateCivile(iso: "2023-11-17")!)]
    let place = PlaceRendezVous(
      debut: DemandeTests.now.advanced(bySeconds: 200_000), duree: 30, mode: .surSite, lieu: "SECRET-SALLE", poste: 1)
    let etapes = [Etape(.codePostalSeul, "59160", "SECRET-ETAPE")]
    let routee = Routee(
      decision: Decision(
        issue: .linf("rpe-lomme", regle: .voie), marques: [.aVerifier], codeInsee: "59350", lieu: .adresse,
        jour: DemandeTests.jour, etapes: etapes), version: 3)
    return [
      .recue(
        Recue(
          formulaire: formulaire,
          anomalies: [Anomalie(chemin: "/SECRET-CHEMIN", message: "SECRET-ANOMALIE", saisi: "SECRET-SAISI")],
          avertissements: [Constat(chemin: "/SECRET", message: "SECRET-AVERTISSEMENT")], empreinte: "5ec2e7")),
      .routee(routee),
      .contact(
        Contact(resultat: .fauxNumero, note: "SECRET-CONTACT", numeroAppele: "+33639981234")),
      .note(NoteEcrite(texte: "SECRET-NOTE")), .corrigee(Corrigee(correction: correction, propose: routee)),
      .attribuee(Attribuee(linf: "rpe-lille", motif: "SECRET-MOTIF", version: 3)),
      .declinee(
        Declinee(linf: "rpe-lille", raison: .horsTerritoire, note: "SECRET-DECLIN", rattachement: "SECRET", version: 3)),
      .attribuee(Attribuee(linf: "rpe-lomme", motif: "SECRET-MOTIF", version: 3)),
      .suspendue(Suspendue(motif: "SECRET-PAUSE")), .reprise(Reprise(suspendueLe: DemandeTests.now)),
      .echeanceFixee(EcheanceFixee(le: DemandeTests.now.advanced(bySeconds: 900_000), motif: "SECRET-ECHEANCE")),
      .contact(Contact(resultat: .occupe, note: "SECRET-CONTACT", numeroAppele: "+33639984321")),
      .contact(Contact(canal: .courriel, resultat: .messageLaisse, note: "SECRET-AVIS")),
      .rendezVousFixe(RendezVousPose(id: 1, linf: "rpe-lomme", place: place)),
      .rendezVousDeplace(RendezVousPose(id: 1, linf: "rpe-lomme", place: place)),
      .rendezVousAnnule(RendezVousVise(id: 1)),
      .solution(
        SolutionNotee(
          id: 1, enfant: 1,
          issue: .solution(Solution(mode: .mam, debut: DateCivile(iso: "2027-01-04"), commune: "59350")), remplace: [])),
      .enfantConfirme(EnfantConfirme(enfant: 2, naissance: DateCivile(iso: "2027-01-21"))),
      .enfantAjoute(
        EnfantAjoute(
          rang: 3, enfant: Enfant(prenom: "SECRET-TROISIEME", etape: .adoptionPrevue(DateCivile(iso: "2027-05-23")!)))),
      .enfantRetire(EnfantRetire(enfant: 3)), .silence,
      .cloture(Cloture(motif: .sansSuite, note: "SECRET-CLOTURE")),
      .rouverte(Rouverte(motif: "SECRET-REOUVERTURE")),
      .cloture(Cloture(motif: .solutionTrouvee, note: "SECRET-CLOTURE")),
      .motifCorrige(Cloture(motif: .sansSuite, note: "SECRET-CLOTURE")),
    ]
  }

  @Test("tells nothing of the family in any fact, and counts for the same when much was said")
  func tellsNothing() throws {
    let facts = Self.faits(Self.bavarde())
    try Self.compare(facts, "bavarde")
    let erased = try #require(try Self.efface(facts).last?.evenement)
    let text = String(decoding: erased.donnees, as: UTF8.self)
    for word in [
      "secret", "5ec2e7", "39981234", "39984321", "06 39", "59160", "59000", "11-17", "01-21", "05-23", "lundi",
    ] {
      #expect(!text.lowercased().contains(word), "\(word) in \(text)")
    }
    #expect(text.contains("59350") && text.contains("2023-11-01") && text.contains("besoinSpecifique"))
  }

  @Test(
    "keeps birth dates to the month, and the age that they make",
    arguments: [
      ("2023-11-17", "2026-11-16", "2023-11-30"), ("2023-11-17", "2026-11-17", "2023-11-01"),
      ("2023-11-17", "2026-12-01", "2023-11-01"), ("2024-02-29", "2027-02-28", "2024-02-29"),
      ("2026-11-20", "2026-11-16", "2026-11-30"), ("2026-11-10", "2026-11-16", "2026-11-01"),
    ])
  func months(birth: String, start: String, kept: String) throws {
    var formulaire = AttributionTests.formulaire()
    formulaire.enfants = [Enfant(etape: .naissance(try #require(DateCivile(iso: birth))))]
    formulaire.besoin.debut = DateCivile(iso: start)
    let facts = Self.faits([
      .recue(Recue(formulaire: formulaire, anomalies: [], avertissements: [], empreinte: "")),
      DemandeTests.routee(.linf("rpe-lomme", regle: .commune)), .cloture(Cloture(motif: .sansSuite, note: nil)),
    ])
    try Self.compare(facts, birth)
    #expect(try Self.rejoue(Self.efface(facts))?.formulaire.enfants.first?.etape?.date.iso == kept)
  }

  @Test("admits nothing more, and compares with no other family")
  func closed() throws {
    let facts = Self.faits(Self.bavarde())
    let demande = try #require(try Self.rejoue(Self.efface(facts)))
    #expect(throws: TransitionRefusee.self) {
      try Demande.apply(Self.faits([.note(NoteEcrite(texte: "x"))])[0], to: demande)
    }
    #expect(throws: ActeRefuse.self) { try demande.acheverAvantEffacement(at: DemandeTests.now) }
    #expect(CleDoublon.keys(of: demande.formulaire).isEmpty && MotsDeNom.mots(of: demande.formulaire).isEmpty)
    #expect(demande.montree.formulaire.demandeur.telephone == nil)
    #expect(demande.montree.contacts.allSatisfy { $0.contact.numeroAppele == nil })
  }

  @Test("is not known where facts were emptied and nothing tells what remains of them")
  func withoutRemains() throws {
    let erased = try Self.efface(Self.faits(Self.bavarde())).dropLast()
    var relecture = Relecture()
    for fait in erased { try relecture.lis(fait) }
    #expect(relecture.estSansReste && relecture.demande == nil)
  }
}
