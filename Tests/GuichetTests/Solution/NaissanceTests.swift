import Guichet
import Testing

@Suite("Children who come, who do not come, and who were forgotten")
struct NaissanceTests {
  private typealias E = EnfantsTrouves

  private static func attendus() throws -> Vie {
    try E.vie([
      Enfant(etape: .naissancePrevue(try E.jour("2027-02-10"))), Enfant(etape: .naissance(try E.jour("2024-03-01"))),
      Enfant(etape: .adoptionPrevue(try E.jour("2027-02-12"))),
    ])
  }

  @Test("are to be confirmed a few days after they were expected, until somebody says what became of it")
  func unconfirmed() throws {
    var vie = try Self.attendus()
    let table = [("2027-02-09", []), ("2027-02-17", []), ("2027-02-18", [1]), ("2027-02-20", [1, 3])]
    for (day, ranks) in table { #expect(try vie.demande.enfantsAConfirmer(le: E.jour(day)) == ranks, "\(day)") }
    try vie.happens(
      try vie.demande.confirmer(enfant: 1, naissance: E.jour("2027-02-11"), le: E.jour("2027-02-20")))
    #expect(vie.demande.formulaire.enfants[0].etape == .naissance(try E.jour("2027-02-11")))
    try vie.happens(try vie.demande.neSeraPas(enfant: nil))
    #expect(vie.demande.etat(enfant: 3) == .plusAttendu && vie.demande.enfantsConcernes == [1, 2])
    #expect(try vie.demande.enfantsAConfirmer(le: E.jour("2028-01-01")) == [])
  }

  @Test("that are no longer expected count neither as found nor as without, and nothing more is entered of them")
  func notExpected() throws {
    var vie = try E.vie([Enfant(etape: .naissancePrevue(try E.jour("2027-02-10")))])
    try vie.happens(try vie.demande.neSeraPas(enfant: nil))
    #expect(vie.demande.cloturePossible == nil && !vie.demande.estSilencieuse)
    for motif in [MotifCloture.solutionTrouvee, .sansSolution] {
      #expect(throws: ActeRefuse.self) { try vie.clore(motif) }
    }
    #expect(try vie.clore(.sansSuite).count == 1)
    let refusal = #expect(throws: ActeRefuse.self) { try vie.demande.noter(E.creche, enfant: 1) }
    #expect(refusal?.message == "L’enfant 1 n’est plus attendu ; rien n’est à noter pour lui.")
    #expect(throws: ActeRefuse.self) { try vie.demande.neSeraPas(enfant: 1) }
    // It was a mistake: the child is there.
    try vie.happens(try vie.demande.confirmer(enfant: 1, naissance: E.jour("2027-02-11"), le: E.jour("2027-02-20")))
    #expect(vie.demande.etat(enfant: 1) == .sansNouvelles)
  }

  @Test("are refused where that cannot be, in words that hurt nobody")
  func refused() throws {
    let vie = try Self.attendus()
    let today = try E.jour("2027-02-20")
    let future = #expect(throws: ActeRefuse.self) {
      try vie.demande.confirmer(enfant: 1, naissance: E.jour("2027-02-21"), le: today)
    }
    #expect(future?.message.contains("est à venir") == true)
    #expect(throws: ActeRefuse.self) {
      try vie.demande.confirmer(enfant: 1, naissance: E.jour("1990-02-21"), le: today)
    }
    #expect(throws: ActeRefuse.self, "which of the two") {
      try vie.demande.confirmer(enfant: nil, naissance: today, le: today)
    }
    #expect(throws: ActeRefuse.self, "no such child") { try vie.demande.neSeraPas(enfant: 4) }
    let born = #expect(throws: ActeRefuse.self) { try vie.demande.neSeraPas(enfant: 2) }
    #expect(born?.message.contains("mort") == false && born?.message.contains("perdu") == false)
    let same = #expect(throws: ActeRefuse.self) {
      try vie.demande.confirmer(enfant: 2, naissance: E.jour("2024-03-01"), le: today)
    }
    #expect(same?.code == .dejaLa)
    let other = #expect(throws: ActeRefuse.self) {
      try vie.demande.confirmer(enfant: 2, naissance: E.jour("2024-03-02"), le: today)
    }
    #expect(other?.message.contains("est déjà né, le 01/03/2024") == true)
  }

  @Test("are added behind the others, and withdrawn without moving them")
  func added() throws {
    var vie = try E.vie([Enfant(etape: .naissance(try E.jour("2026-03-01")))])
    let today = try E.jour("2026-11-25")
    let twin = Enfant(prenom: "Zoé", etape: .naissance(try E.jour("2026-03-01")))
    #expect(throws: ActeRefuse.self, "the only one") { try vie.demande.retirer(enfant: 1) }
    try vie.happens(try vie.demande.ajouter(twin, le: today))
    try vie.happens(try vie.demande.ajouter(twin, le: today))
    #expect(vie.demande.enfants == [1, 2, 3] && vie.demande.formulaire.enfants[1] == twin)
    try vie.happens(try vie.demande.retirer(enfant: 2))
    #expect(vie.demande.enfants == [1, 3])
    try vie.trouve(E.creche, 3)
    #expect(vie.demande.etat(enfant: 3) == .solution && vie.demande.cloturePossible == nil)
    #expect(throws: ActeRefuse.self) { try vie.demande.noter(E.creche, enfant: 2) }
    #expect(throws: ActeRefuse.self) { try vie.demande.retirer(enfant: 2) }
    #expect(throws: ActeRefuse.self, "no date") { try vie.demande.ajouter(Enfant(), le: today) }
    #expect(throws: ActeRefuse.self, "too far") {
      try vie.demande.ajouter(Enfant(etape: .naissancePrevue(E.jour("2029-01-01"))), le: today)
    }
  }

  @Test("are corrected by their rank too, and the correction is told")
  func corrected() throws {
    var vie = try E.vie([Enfant(etape: .naissance(try E.jour("2026-03-01")))])
    let added = try vie.demande.ajouter(
      Enfant(etape: .naissancePrevue(E.jour("2027-02-10"))), le: E.jour("2026-11-25"))
    var correction = Correction()
    correction.enfants = [2: .naissancePrevue(try E.jour("2027-02-15"))]
    let corrected = Evenement.corrigee(Corrigee(correction: correction))
    try vie.happens(added + [corrected])
    #expect(vie.demande.formulaire.enfants[1].etape == .naissancePrevue(try E.jour("2027-02-15")))
    let faits = [Evenement.recue(vie.demande.recue)] + added + [corrected]
    let told = faits.map { DemandeTests.fait($0) }.corrections
    #expect(told.first?.champs.map(\.chemin) == ["/enfants/1/naissancePrevue"])
    #expect(told.first?.champs.map(\.avant) == ["2027-02-10"])
  }
}
