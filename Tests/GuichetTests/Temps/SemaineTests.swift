import Guichet
import Testing

@Suite("A week")
struct SemaineTests {
  @Test(
    "has the number of ISO 8601",
    arguments: [
      ("2026-11-25", 48, JourDeSemaine.mercredi), ("2026-01-01", 1, .jeudi), ("2025-12-29", 1, .lundi),
      ("2026-12-31", 53, .jeudi), ("2027-01-03", 53, .dimanche), ("2027-01-04", 1, .lundi),
      ("2021-01-01", 53, .vendredi),
      ("2024-12-30", 1, .lundi), ("1970-01-01", 1, .jeudi), ("1969-12-28", 52, .dimanche), ("2000-02-29", 9, .mardi),
    ])
  func numbers(text: String, number: Int, weekday: JourDeSemaine) throws {
    let date = try #require(DateCivile(iso: text))
    #expect(date.numeroDeSemaine == number && date.jourDeSemaine == weekday)
  }
}
