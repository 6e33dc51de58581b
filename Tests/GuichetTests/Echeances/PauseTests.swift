import Guichet
import Testing

@Suite("A paused échéance")
struct PauseTests {
  static func due(
    _ delai: Delai, from start: String, _ pauses: [(String, String?)]
  ) throws -> String {
    let office = try OpenOffice.linf()
    let values = try pauses.map { Pause(debut: try office.at($0.0), fin: try $0.1.map(office.at)) }
    switch try office.echeance(delai, from: office.at(start), pauses: values) {
    case .le(let instant): return office.fuseau.phrase(instant)
    case .suspendue(let rest): return "reste \(rest.phrase)"
    }
  }

  @Test(
    "T13: a pause over a weekend adds no day",
    arguments: [
      ("2026-11-27T17:00", "2026-11-30T09:00"), ("2026-11-27T18:30", "2026-11-30T07:00"),
      ("2026-11-28T10:00", "2026-11-29T10:00"), ("2026-11-26T12:00", "2026-11-26T13:30"),
    ])
  func weekend(start: String, end: String) throws {
    #expect(try Self.due(.joursOuverts(4), from: "2026-11-25T10:00", [(start, end)]) == "mardi 01/12/2026 à 17:00")
    #expect(try Self.due(.heuresOuvertes(20), from: "2026-11-25T10:00", [(start, end)]) == "lundi 30/11/2026 à 10:30")
  }

  @Test("T13: keeps its remaining open time to the minute, through several pauses and over a weekend")
  func minutes() throws {
    // Friday 16:43 to Monday 09:20: 17 + 20 minutes.
    let weekend = ("2026-11-27T16:43", "2026-11-30T09:20")
    #expect(
      try Self.due(.heuresOuvertes(20), from: "2026-11-25T10:00", [weekend]) == "lundi 30/11/2026 à 11:07")
    // In open days too: Tuesday's close and 37 minutes of Wednesday.
    #expect(try Self.due(.joursOuverts(4), from: "2026-11-25T10:00", [weekend]) == "mercredi 02/12/2026 à 09:37")
    let lunch = ("2026-11-25T11:50", "2026-11-25T13:35")
    #expect(
      try Self.due(.heuresOuvertes(4), from: "2026-11-25T10:00", [lunch]) == "mercredi 25/11/2026 à 15:45")
    #expect(
      try Self.due(.heuresOuvertes(20), from: "2026-11-25T10:00", [weekend, lunch]) == "lundi 30/11/2026 à 11:22")
  }

  @Test("T13: another delay loses none of the time already paused")
  func otherDelay() throws {
    let pause = ("2026-11-25T14:00", "2026-11-26T10:00")
    #expect(try Self.due(.joursOuverts(2), from: "2026-11-25T10:00", [pause]) == "lundi 30/11/2026 à 14:30")
    #expect(try Self.due(.joursOuverts(3), from: "2026-11-25T10:00", [pause]) == "mardi 01/12/2026 à 14:30")
    #expect(try Self.due(.heuresOuvertes(4), from: "2026-11-25T10:00", [pause]) == "jeudi 26/11/2026 à 11:30")
  }

  @Test("while it lasts tells what is left, and begins nothing once the échéance has passed")
  func lasting() throws {
    #expect(try Self.due(.heuresOuvertes(4), from: "2026-11-25T10:00", [("2026-11-25T11:30", nil)]) == "reste 2 h 30")
    #expect(
      try Self.due(.joursOuverts(2), from: "2026-11-25T10:00", [("2026-11-27T16:30", nil)]) == "reste 30 min")
    #expect(
      try Self.due(.heuresOuvertes(4), from: "2026-11-25T10:00", [("2026-11-25T16:00", nil)])
        == "mercredi 25/11/2026 à 15:30")
  }

  @Test("counts pauses that overlap or came before the start once")
  func overlapping() throws {
    let pauses = [
      ("2026-11-25T14:00", "2026-11-25T15:00"), ("2026-11-25T14:30", "2026-11-25T15:30"),
      ("2026-11-24T09:00", "2026-11-25T10:30"),
    ]
    #expect(try Self.due(.heuresOuvertes(4), from: "2026-11-25T10:00", pauses) == "jeudi 26/11/2026 à 09:30")
    #expect(try Self.due(.joursCalendaires(2), from: "2026-11-25T10:00", pauses) == "vendredi 27/11/2026 à 12:00")
  }
}

@Suite("The first contact")
struct PremierContactTests {
  static func due(_ delai: Delai, _ closures: [Fermeture] = [], from start: String, _ rows: [Horaire] = []) throws
    -> String
  {
    let caf = try OpenOffice.caf()
    let linf = caf.calendrier(nom: "Rpe d’essai", horaires: rows, fermetures: closures)
    let first = PremierContact(linf: linf, caf: caf.calendrier, delai: delai, plafond: .joursOuverts(5))
    let (due, bound) = try first.echeance(from: caf.calendrier.at(start))
    return "\(caf.fuseau.phrase(try #require(due.instant))) \(bound)"
  }

  @Test("is due in open days of the LINF, but never later than the Caf's ceiling")
  func ceiling() throws {
    let august = try OpenOffice.closure("2026-08-03", "2026-08-28", "congés d’été")
    #expect(try Self.due(.joursOuverts(2), from: "2026-08-03T10:00") == "mercredi 05/08/2026 à 17:00 linf")
    #expect(try Self.due(.joursOuverts(2), [august], from: "2026-08-03T10:00") == "lundi 10/08/2026 à 17:00 plafond")
    #expect(try Self.due(.joursOuverts(2), [august], from: "2026-08-27T10:00") == "mercredi 02/09/2026 à 17:00 linf")
    #expect(try Self.due(.heuresOuvertes(4), [august], from: "2026-08-03T10:00") == "lundi 10/08/2026 à 17:00 plafond")
    #expect(try Self.due(.heuresOuvertes(4), from: "2026-08-03T10:00") == "lundi 03/08/2026 à 15:30 linf")
  }

  @Test("is due by the ceiling where the LINF never opens again")
  func neverOpen() throws {
    let ended = try OpenOffice.rows("lun-ven 09:00-12:00", au: "2026-06-30")
    #expect(try Self.due(.joursOuverts(2), from: "2026-11-25T10:00", ended) == "mercredi 02/12/2026 à 17:00 plafond")
  }

  @Test("is explained by the hours that decide, with what the others come to")
  func explained() throws {
    let caf = try OpenOffice.caf()
    func sentences(_ closures: [Fermeture], _ rows: [Horaire] = []) throws -> [String] {
      let linf = caf.calendrier(nom: "Rpe d’essai", horaires: rows, fermetures: closures)
      let first = PremierContact(
        linf: linf, caf: caf.calendrier, delai: .joursOuverts(2), plafond: .joursOuverts(5))
      return try first.explanation(from: linf.at("2026-08-03T10:00"))
    }
    let usual = try sentences([])
    #expect(usual.first == "À partir du lundi 03/08/2026 à 10:00 : 2 jours ouverts.")
    #expect(
      usual.suffix(2) == [
        "Échéance : mercredi 05/08/2026 à 17:00, après 18 h 30 de temps ouvert.",
        "Le plafond, 5 jours ouverts de la Caf, mène au lundi 10/08/2026 à 17:00.",
      ])
    let closed = try sentences([OpenOffice.closure("2026-08-03", "2026-08-28", "congés d’été")])
    #expect(
      closed.prefix(3) == [
        "Rpe d’essai, 2 jours ouverts, mène au mercredi 02/09/2026 à 17:00.", "Le plafond de la Caf vient avant.",
        "À partir du lundi 03/08/2026 à 10:00 : 5 jours ouverts.",
      ])
    #expect(closed.last == "Échéance : lundi 10/08/2026 à 17:00, après 38 h de temps ouvert.")
    let ended = try sentences([], OpenOffice.rows("lun-ven 09:00-12:00", au: "2026-06-30"))
    #expect(ended.first?.hasPrefix("Rpe d’essai : aucune heure ouverte") == true)
  }
}
