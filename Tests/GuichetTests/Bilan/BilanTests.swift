import Guichet
import Testing

@Suite("A year's figures")
struct BilanTests {
  private static let annee = Result { try AnneeInventee(seed: 20_261_231, count: 600) }

  @Test("add up: what was received is answered, waits, or was closed without; and months, origins, états agree")
  func reconcile() throws {
    let bilan = try Self.annee.get().calcul.bilan(.caf, nom: "Caf")
    let received = try #require(bilan.chiffre(.recues))
    #expect(received == 600)
    for code in [CodeDeTableau.mois, .origines, .canaux, .suites, .etats] {
      let table = try #require(bilan.tableau(code))
      #expect(table.lignes.reduce(0) { $0 + ($1.valeurs[0] ?? 0) } == received, "\(code)")
    }
    let parts = [ChiffreDeBilan.repondues, .injoignables, .enAttente, .closesSansReponse, .doublons]
    #expect(parts.reduce(0) { $0 + (bilan.chiffre($1) ?? 0) } == received)
    for rows in [bilan.tableau(.communes), bilan.tableau(.linf)] {
      let own = rows?.lignes.filter { $0.intitule != .total } ?? []
      let column = rows?.code == .communes ? 3 : 0
      #expect(own.reduce(0) { $0 + ($1.valeurs[column] ?? 0) } == received)
    }
    let answers = try #require(bilan.tableau(.delais))
    for column in 0...1 {
      #expect(answers.lignes.reduce(0) { $0 + ($1.valeurs[column] ?? 0) } == bilan.chiffre(.repondues))
    }
  }

  @Test("of all LINF, with what no LINF has, are the Caf's")
  func partition() throws {
    let calcul = try Self.annee.get().calcul
    let whole = calcul.bilan(.caf, nom: "Caf")
    let parts = ["rpe-lille", "rpe-lomme", "rpe-marcq"].map { calcul.bilan(.linf($0), nom: $0) }
    let without = calcul.lignes.count { $0.linf == nil }
    for code in [ChiffreDeBilan.repondues, .injoignables, .tentees, .rendezVous, .contactsSortants, .reponduesATemps] {
      #expect(parts.reduce(0) { $0 + ($1.chiffre(code) ?? 0) } == whole.chiffre(code), "\(code)")
    }
    #expect(parts.reduce(without) { $0 + ($1.chiffre(.recues) ?? 0) } == whole.chiffre(.recues))
    for part in parts {
      let row = try #require(whole.tableau(.linf)?.lignes.first { $0.intitule.code == part.perimetre.code })
      #expect(row.valeurs[0] == part.chiffre(.recues))
      #expect(row.valeurs[1] == part.chiffre(.repondues))
    }
  }

  @Test("are what the facts say, counted by another way")
  func byAnotherWay() throws {
    let annee = try Self.annee.get()
    let bilan = annee.calcul.bilan(.caf, nom: "Caf")
    let fuseau = annee.horloges.heures.fuseau
    var (answered, tried, unreachable, closed, given) = (0, 0, 0, 0, 0)
    var months: [Int: Int] = [:]
    for facts in Dictionary(grouping: annee.faits, by: \.numero).values {
      let life = facts.sorted { $0.seq < $1.seq }
      months[fuseau.date(of: life[0].enregistreLe).mois, default: 0] += 1
      var (isAnswered, isTried, isClosed) = (false, false, false)
      var linf: String?
      var halves: Set<String> = []
      for fact in life {
        switch fact.evenement {
        case .routee(let routee):
          if routee.decision.linf != linf { halves = [] }
          linf = routee.decision.linf
        case .contact(let contact):
          if contact.sens == .sortant { isTried = true }
          if contact.resultat == .joint && !contact.themes.isEmpty { isAnswered = true }
          let day = fuseau.date(of: fact.survenuLe).iso
          let isMorning = fuseau.heure(fact.survenuLe) < "13:00"
          if [.joint, .refus, .aRappeler].contains(contact.resultat) {
            halves = []
          } else if contact.sens == .sortant {
            halves.insert(day + (isMorning ? "m" : "a"))
          }
        case .rendezVousFixe:
          isAnswered = true
          given += 1
        case .cloture: isClosed = true
        default: break
        }
      }
      if isTried { tried += 1 }
      if isAnswered { answered += 1 } else if halves.count >= 3 { unreachable += 1 } else if isClosed { closed += 1 }
    }
    #expect(bilan.chiffre(.repondues) == answered)
    #expect(bilan.chiffre(.tentees) == tried)
    #expect(bilan.chiffre(.injoignables) == unreachable)
    #expect(bilan.chiffre(.closesSansReponse) == closed)
    #expect(bilan.chiffre(.rendezVous) == given)
    for row in try #require(bilan.tableau(.mois)).lignes {
      #expect(row.valeurs[0] == months[Int(row.intitule.code) ?? 0, default: 0])
    }
  }

  @Test(
    "an answer is a contact with information or a rendez-vous, and by its échéance or late",
    arguments: [
      ("2026-11-23T10:00", 0, true), ("2026-11-25T16:59", 2, true), ("2026-11-25T17:01", 3, false),
      ("2026-12-14T09:00", 15, false),
    ])
  func answers(moment: String, days: Int, inTime: Bool) throws {
    var famille = try FamilleAppelee()
    try famille.appelle(.sansReponse, "2026-11-23T09:30")
    let horloges = try Pendules.horloges()
    let tried = LigneDeBilan(famille.demande, horloges, tentatives: 3)
    #expect(tried.tentee != nil && tried.repondue == nil)
    try famille.note(Contact(resultat: .joint, themes: [.modes]), moment)
    let line = LigneDeBilan(famille.demande, horloges, tentatives: 3)
    let answer = try #require(line.repondue)
    #expect(answer.depuisDepot.joursOuverts == days)
    #expect(answer.estATemps == inTime)
    #expect(line.contactsPourRepondre == 2)
    var booked = try FamilleAppelee()
    try booked.happens(
      [
        .rendezVousFixe(
          RendezVousPose(
            id: 1, linf: "rpe-lomme",
            place: PlaceRendezVous(
              debut: try booked.calendrier.at("2027-01-04T09:00"), duree: 30, mode: .surSite, poste: 1)))
      ], moment)
    #expect(LigneDeBilan(booked.demande, horloges, tentatives: 3).repondue?.depuisDepot.joursOuverts == days)
  }

  @Test(
    "a family that cannot be reached is counted from the attempt that fulfilled the rule, and no more once answered")
  func unreachable() throws {
    var famille = try FamilleAppelee()
    for moment in ["2026-11-23T09:30", "2026-11-23T10:00", "2026-11-23T14:00"] {
      try famille.appelle(.sansReponse, moment)
    }
    let horloges = try Pendules.horloges()
    #expect(LigneDeBilan(famille.demande, horloges, tentatives: 3).injoignable == nil)
    try famille.appelle(.messageLaisse, "2026-11-24T14:00")
    let line = LigneDeBilan(famille.demande, horloges, tentatives: 3)
    #expect(try line.injoignable?.le == famille.calendrier.at("2026-11-24T14:00"))
    try famille.note(Contact(sens: .entrant, resultat: .joint, themes: [.aides]), "2026-11-25T09:00")
    #expect(LigneDeBilan(famille.demande, horloges, tentatives: 3).injoignable == nil)
  }

  @Test("a child's age is that of the day on which care is to begin")
  func ages() throws {
    let day = try #require(DateCivile(iso: "2027-01-04"))
    let cases: [(String, ClasseDAge)] = [
      ("2027-01-05", .aNaitre), ("2027-01-04", .moinsDUnAn), ("2026-01-05", .moinsDUnAn), ("2026-01-04", .unAn),
      ("2025-01-05", .unAn), ("2025-01-04", .deuxAns), ("2024-01-04", .troisAnsEtPlus),
    ]
    for (birth, expected) in cases {
      let born = try #require(DateCivile(iso: birth))
      #expect(ClasseDAge(Enfant(etape: .naissance(born)), le: day) == expected, "\(birth)")
    }
    #expect(ClasseDAge(Enfant(), le: day) == .inconnu)
  }
}
