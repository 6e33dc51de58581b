import Guichet
import GuichetTestSupport
import Testing

@Suite("What a family found, child by child")
struct SolutionTests {
  private typealias E = EnfantsTrouves

  /// What was entered of one child, where it then stands, and whether nothing more is to be found out.
  private static let table: [(issues: [IssueDeRecherche], etat: EtatEnfant, estRegle: Bool)] = [
    ([], .sansNouvelles, false),
    ([E.liste], .enAttente, false),
    ([E.enAttendant], .provisoire, false),
    ([E.liste, E.enAttendant], .provisoire, false),
    ([E.enAttendant, E.liste], .provisoire, false),
    ([E.creche], .solution, true),
    ([E.creche, E.assistant], .solution, true),
    ([E.enAttendant, E.creche], .solution, true),
    ([E.creche, E.enAttendant], .solution, true),
    ([E.liste, E.creche], .solution, true),
    ([E.rien], .sansSolution, true),
    ([E.rien, E.creche], .solution, true),
    ([E.rien, E.liste], .enAttente, false),
    ([E.liste, E.rien], .sansSolution, true),
    ([E.rien, .sansSolution(.cout)], .sansSolution, true),
    ([.solution(Solution(mode: .congeParental))], .solution, true),
    ([.solution(Solution(mode: .familleProches))], .solution, true),
    ([.solution(Solution(mode: .congeParental, estProvisoire: true))], .provisoire, false),
  ]

  @Test("is derived from all that was entered and holds")
  func states() throws {
    for line in Self.table {
      var vie = try E.vie([Enfant()])
      for issue in line.issues { try vie.trouve(issue) }
      let etat = vie.demande.etat(enfant: 1)
      #expect(etat == line.etat && etat.estRegle == line.estRegle, "\(line.issues)")
    }
  }

  /// What was found for two children, and the reasons for which the demande may then be closed by what was found.
  private static let clotures: [(IssueDeRecherche?, IssueDeRecherche?, [MotifCloture])] = [
    (nil, nil, []), (E.creche, nil, []), (nil, E.rien, []), (E.creche, E.liste, []), (E.creche, E.enAttendant, []),
    (E.creche, E.creche, [.solutionTrouvee]), (E.creche, E.rien, [.solutionTrouvee]),
    (E.rien, E.creche, [.solutionTrouvee]), (E.rien, E.rien, [.sansSolution]),
  ]

  @Test("says for which reason a demande may be closed: every child settled, one with a solution or none")
  func closing() throws {
    for (first, second, allowed) in Self.clotures {
      var vie = try E.vie()
      if let first { try vie.trouve(first, 1) }
      if let second { try vie.trouve(second, 2) }
      #expect(vie.demande.cloturePossible == allowed.first, "\(allowed)")
      for motif in [MotifCloture.solutionTrouvee, .sansSolution] {
        if allowed.contains(motif) {
          #expect(try vie.clore(motif) == [.cloture(Cloture(motif: motif, note: nil))])
        } else {
          let refusal = #expect(throws: ActeRefuse.self, "\(motif)") { try vie.clore(motif) }
          #expect(refusal?.code == .regle)
        }
      }
      for motif in [MotifCloture.informationDonnee, .sansSuite] { #expect(try vie.clore(motif).count == 1) }
    }
  }

  @Test("refuses a closing by naming each child and what is not known of it")
  func refusal() throws {
    var vie = try E.vie([Enfant(), Enfant(), Enfant()])
    try vie.trouve(E.creche, 1)
    try vie.trouve(E.liste, 3)
    let refusal = #expect(throws: ActeRefuse.self) { try vie.clore(.solutionTrouvee) }
    #expect(
      refusal?.message.contains("l’enfant 2 est « sans nouvelles », l’enfant 3 est « en attente »") == true
        && refusal?.message.contains("l’enfant 1") == false)
    #expect(refusal?.message.contains("guichetctl solution ajouter") == true)
  }

  @Test("is kept when the demande is opened again, and corrects the reason only for one that holds")
  func reopened() throws {
    var vie = try E.vie([Enfant()])
    try vie.trouve(E.creche)
    try vie.happens(try vie.clore(.solutionTrouvee))
    #expect(vie.demande.cloturePossible == nil)
    #expect(throws: ActeRefuse.self) { try vie.clore(.sansSolution) }
    #expect(throws: ActeRefuse.self, "closed") { try vie.trouve(E.assistant) }
    try vie.happens(
      try vie.demande.rouvrir(motif: "Elle rappelle", AttributionTests.routeur(), AttributionTests.jours, version: 1))
    #expect(vie.demande.etat(enfant: 1) == .solution && vie.demande.cloturePossible == .solutionTrouvee)
  }

  @Test("replaces what it says it replaces, and what goes without saying")
  func replaces() throws {
    var vie = try E.vie([Enfant()])
    try vie.trouve(E.rien)
    try vie.trouve(E.enAttendant)
    #expect(vie.demande.issues.last?.remplace == [1], "who has found is no longer without")
    let kept = #expect(throws: ActeRefuse.self) { try vie.trouve(.sansSolution(.cout)) }
    #expect(kept?.code == .incoherent && kept?.message.contains("--remplace 2") == true)
    try vie.trouve(E.creche, remplace: [2])
    #expect(vie.demande.issuesEnCours(enfant: 1).map(\.id) == [3])
    let gone = #expect(throws: ActeRefuse.self) { try vie.trouve(E.assistant, remplace: [2]) }
    #expect(gone?.message.contains("n° 3, crèche collective") == true)
    try vie.trouve(.sansSolution(.placeRefusee), remplace: [3])
    #expect(vie.demande.etat(enfant: 1) == .sansSolution)
    #expect(throws: ActeRefuse.self, "twice the same") { try vie.trouve(.sansSolution(.placeRefusee)) }
  }

  @Test("names its child where there are several, and only one that there is")
  func which() throws {
    let several = #expect(throws: ActeRefuse.self) { try E.vie().demande.noter(E.creche, enfant: nil) }
    #expect(several?.message == "La demande a 2 enfants ; dites duquel : --enfant 1 ou 2.")
    let none = #expect(throws: ActeRefuse.self) { try E.vie().demande.noter(E.creche, enfant: 3) }
    #expect(none?.message == "La demande n’a pas d’enfant 3 ; dites duquel : --enfant 1 ou 2.")
    let childless = #expect(throws: ActeRefuse.self) { try E.vie([]).demande.noter(E.creche, enfant: nil) }
    #expect(childless?.message.contains("guichetctl enfant ajouter") == true)
    #expect(throws: ActeRefuse.self) { try E.vie([]).clore(.sansSolution) }
  }

  @Test("is what the family wished for, as it says, else by its form")
  func wished() {
    let table: [(ModeDAccueil, Bool?, [Mode], Bool?)] = [
      (.crecheCollective, nil, [.crecheCollective], true), (.mam, nil, [.crecheCollective], false),
      (.mam, nil, [], nil), (.mam, nil, [.indifferent], nil), (.congeParental, nil, [.indifferent], false),
      (.mam, true, [.crecheCollective], true), (.crecheCollective, false, [.crecheCollective], false),
    ]
    for (mode, said, modes, wished) in table {
      #expect(Solution(mode: mode, souhaitDit: said).estSouhaitee(parmi: modes) == wished, "\(mode) \(modes)")
    }
    #expect(
      Set(ModeDAccueil.allCases.map(\.rawValue)).isSuperset(
        of: Set(Mode.allCases.map(\.rawValue)).subtracting(["indifferent"])))
  }

  @Test("drives when to ask next: the first commission of a child that is not settled")
  func commission() throws {
    var vie = try E.vie()
    #expect(vie.demande.prochaineCommission == nil)
    try vie.trouve(try E.commission("2027-01-20"), 1)
    try vie.trouve(try E.commission("2026-12-15"), 2)
    #expect(vie.demande.prochaineCommission?.iso == "2026-12-15")
    try vie.trouve(E.creche, 2)
    #expect(vie.demande.prochaineCommission?.iso == "2027-01-20")
    try vie.happens(try vie.demande.annulerIssue(1))
    #expect(vie.demande.prochaineCommission == nil)
  }

  @Test("is taken back once, by its number or the last")
  func cancelled() throws {
    var vie = try E.vie()
    #expect(throws: ActeRefuse.self) { try vie.demande.annulerIssue(nil) }
    try vie.trouve(E.creche, 1)
    try vie.trouve(E.rien, 2)
    try vie.happens(try vie.demande.annulerIssue(1))
    let again = #expect(throws: ActeRefuse.self) { try vie.demande.annulerIssue(1) }
    #expect(again?.code == .dejaLa)
    #expect(throws: ActeRefuse.self) { try vie.demande.annulerIssue(7) }
    #expect(try vie.demande.annulerIssue(nil) == [.solutionAnnulee(SolutionAnnulee(id: 2, enfant: 2))])
    try vie.trouve(E.liste, 1)
    #expect(vie.demande.issues.map(\.id) == [1, 2, 3], "a number is never given twice")
  }

  @Test("goes back, whenever what was entered last is taken back, to where it stood before; and replay says the same")
  func undo() throws {
    var generator = SeededGenerator(seed: 20_261_123)
    let issues = [
      E.creche, E.assistant, E.enAttendant, E.liste, try E.commission("2026-12-15"), E.rien, .sansSolution(.cout),
    ]
    var (entered, refused) = (0, 0)
    for _ in 0..<150 {
      var vie = try E.vie()
      var told: [Evenement] = []
      for _ in 0..<12 {
        guard let issue = issues.randomElement(using: &generator) else { continue }
        let enfant = Int.random(in: 1...2, using: &generator)
        let current = vie.demande.issuesEnCours(enfant: enfant).map(\.id)
        let replaced = Bool.random(using: &generator) ? current.filter { _ in Bool.random(using: &generator) } : []
        do {
          let before = vie.vue
          let facts = try vie.demande.noter(issue, enfant: enfant, remplace: replaced)
          var tried = vie
          try tried.happens(facts)
          try tried.happens(try tried.demande.annulerIssue(nil))
          #expect(tried.vue == before)
          try vie.happens(facts)
          told += facts
          entered += 1
        } catch is ActeRefuse {
          refused += 1
        }
      }
      var replayed = try E.vie()
      for fact in told {
        try replayed.happens([try Evenement(nature: fact.nature, version: Fait.version, donnees: fact.donnees)])
      }
      #expect(replayed.demande == vie.demande)
      for rank in 1...2 {
        // A child that has found something is never also without.
        let kinds = Set(vie.demande.issuesEnCours(enfant: rank).map(\.issue.genre))
        #expect(!kinds.contains(.sansSolution) || kinds.count == 1)
      }
    }
    #expect(entered > 300 && refused > 50, "the property met both")
  }

  @Test("is written in the journal and read back")
  func written() throws {
    let jour = try E.jour("2027-01-04")
    let facts: [Evenement] = [
      .solution(
        SolutionNotee(
          id: 3, enfant: 2,
          issue: .solution(
            Solution(
              mode: .microCreche, debut: jour, heuresParSemaine: 32, commune: "59350", estProvisoire: true,
              souhaitDit: false)), remplace: [1, 2])),
      .solution(SolutionNotee(id: 1, enfant: 1, issue: .attente(Attente(.commission, le: jour, mode: .mam)))),
      .solution(SolutionNotee(id: 1, enfant: 1, issue: .sansSolution(.besoinSpecifique))),
      .solutionAnnulee(SolutionAnnulee(id: 3, enfant: 2)),
      .enfantConfirme(EnfantConfirme(enfant: 1, naissance: jour)),
      .enfantConfirme(EnfantConfirme(enfant: 1, naissance: nil)),
      .enfantAjoute(EnfantAjoute(rang: 2, enfant: Enfant(prenom: "Léo", etape: .naissancePrevue(jour)))),
      .enfantRetire(EnfantRetire(enfant: 2)),
    ]
    for fact in facts {
      #expect(try Evenement(nature: fact.nature, version: Fait.version, donnees: fact.donnees) == fact)
      #expect(fact.enfant != nil)
      #expect(throws: FaitIllisible.self) {
        try Evenement(nature: fact.nature, version: Fait.version, donnees: Array("{}".utf8))
      }
    }
  }
}
