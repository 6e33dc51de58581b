import Guichet
import Testing

@Suite("An échéance explained")
struct ExplicationTests {
  static func sentences(
    _ delai: Delai, from start: String, _ pauses: [(String, String?)] = [], _ closures: [Fermeture] = []
  ) throws -> [String] {
    let office = try OpenOffice.linf([], closures)
    let values = try pauses.map { Pause(debut: try office.at($0.0), fin: try $0.1.map(office.at)) }
    return try office.explanation(delai, from: office.at(start), pauses: values).phrases
  }

  @Test("in open hours")
  func hours() throws {
    let closures = try [OpenOffice.closure("2026-11-26", "2026-11-26", "Fermeture annuelle")]
    #expect(
      try Self.sentences(.heuresOuvertes(5), from: "2026-11-25T14:00", [], closures) == [
        "À partir du mercredi 25/11/2026 à 14:00 : 5 heures ouvertes.",
        "mercredi 25/11 : 14:00–17:00, 3 h",
        "jeudi 26/11 : fermé (Fermeture annuelle)",
        "vendredi 27/11 : 09:00–11:00, 2 h",
        "Échéance : vendredi 27/11/2026 à 11:00, après 5 h de temps ouvert.",
      ])
  }

  @Test("in open days, with holidays, weekends and an arrival after the close")
  func days() throws {
    #expect(
      try Self.sentences(.joursOuverts(2), from: "2026-11-06T18:00") == [
        "À partir du vendredi 06/11/2026 à 18:00 : 2 jours ouverts.",
        "vendredi 06/11 : après la fermeture, 0 min",
        "du samedi 07/11 au dimanche 08/11 : fermé",
        "lundi 09/11 : 09:00–12:00, 13:30–17:00, 6 h 30, jour de départ",
        "mardi 10/11 : 09:00–12:00, 13:30–17:00, 6 h 30, 1er jour",
        "mercredi 11/11 : férié (11 novembre)",
        "jeudi 12/11 : 09:00–12:00, 13:30–17:00, 6 h 30, 2e jour",
        "Échéance : jeudi 12/11/2026 à 17:00, après 19 h 30 de temps ouvert.",
      ])
  }

  @Test("with pauses, done or going on")
  func pauses() throws {
    #expect(
      try Self.sentences(.heuresOuvertes(4), from: "2026-11-25T10:00", [("2026-11-25T11:50", "2026-11-25T13:35")]) == [
        "À partir du mercredi 25/11/2026 à 10:00 : 4 heures ouvertes.",
        "mercredi 25/11 : 10:00–12:00, 13:30–15:45, 4 h, dont sont ôtées 15 min de suspension",
        "Échéance : mercredi 25/11/2026 à 15:45, après 4 h de temps ouvert.",
      ])
    #expect(
      try Self.sentences(.heuresOuvertes(4), from: "2026-11-25T10:00", [("2026-11-25T11:30", nil)]).last
        == "Délai suspendu : il reste 2 h 30 de temps ouvert.")
  }

  @Test("in calendar days")
  func calendarDays() throws {
    #expect(
      try Self.sentences(.joursCalendaires(15), from: "2026-11-25T10:00") == [
        "À partir du mercredi 25/11/2026 à 10:00 : 15 jours calendaires.", "Échéance : jeudi 10/12/2026 à 10:00.",
      ])
  }

  @Test("T16: says which hours are longer or shorter than clocks show")
  func clockChange() throws {
    let office = try OpenOffice.caf("Europe/Paris", .metropole, "dim 00:00-24:00").calendrier
    let lines = try office.explanation(.heuresOuvertes(25), from: office.at("2026-10-24T12:00")).phrases
    #expect(lines[2] == "dimanche 25/10 : 00:00–00:00 (changement d’heure), 25 h")
    #expect(lines[3] == "Échéance : lundi 26/10/2026 à 00:00, après 25 h de temps ouvert.")
  }
}
