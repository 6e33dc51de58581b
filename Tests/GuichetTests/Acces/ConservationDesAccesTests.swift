import Guichet
import Testing

@Suite("How long reads of personal data are remembered")
struct ConservationDesAccesTests {
  @Test(
    "is twelve months, in whole months",
    arguments: [
      ("2027-02-01", "2026-02-01"), ("2027-01-31", "2026-01-01"), ("2028-02-29", "2027-02-01"),
      ("2028-03-01", "2027-03-01"), ("2029-02-28", "2028-02-01"), ("2029-03-01", "2028-03-01"),
      ("2026-12-31", "2025-12-01"),
    ])
  func kept(today: String, first: String) throws {
    let day = try #require(DateCivile(iso: today))
    #expect(ConservationDesAcces.premierJourGarde(le: day).iso == first)
  }

  @Test("never forgets a day before its twelve months are over, and keeps none for more than thirteen")
  func property() throws {
    let start = try #require(DateCivile(iso: "2023-12-01"))
    for days in 0..<1500 {
      let today = start.advanced(byDays: days)
      let first = ConservationDesAcces.premierJourGarde(le: today)
      #expect(first.jour == 1 && (365...396).contains(today.daysSince1970 - first.daysSince1970))
      #expect((first.annee, first.mois) == (today.annee - 1, today.mois))
      let next = ConservationDesAcces.moisSuivant(de: today)
      #expect(next.jour == 1 && next > today && next.advanced(byDays: -1).mois == today.mois)
    }
  }
}
