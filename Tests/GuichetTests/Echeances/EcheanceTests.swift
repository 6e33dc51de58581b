import Guichet
import Testing

/// Moments are those of an office open from Monday to Friday, 09:00–12:00 and 13:30–17:00; 25/11/2026 is a Wednesday.
@Suite("An échéance")
struct EcheanceTests {
  @Test(
    "T14: in open days is the close of the n-th open day after the day of arrival",
    arguments: [
      ("2026-11-25T10:00", 2, "2026-11-27T17:00"),
      // Before opening, in the lunch break and at the very close, the day is still the day of arrival.
      ("2026-11-25T00:00", 2, "2026-11-27T17:00"), ("2026-11-25T07:00", 2, "2026-11-27T17:00"),
      ("2026-11-25T12:30", 2, "2026-11-27T17:00"), ("2026-11-25T17:00", 2, "2026-11-27T17:00"),
      // After the last close, the next open day is.
      ("2026-11-25T17:01", 2, "2026-11-30T17:00"), ("2026-11-25T23:59", 2, "2026-11-30T17:00"),
      ("2026-11-26T08:00", 2, "2026-11-30T17:00"),
      ("2026-11-27T16:59", 1, "2026-11-30T17:00"), ("2026-11-27T16:59", 2, "2026-12-01T17:00"),
      // Friday evening, Saturday and Sunday all count from Monday.
      ("2026-11-27T18:00", 1, "2026-12-01T17:00"), ("2026-11-28T10:00", 1, "2026-12-01T17:00"),
      ("2026-11-29T23:59", 1, "2026-12-01T17:00"), ("2026-11-30T07:00", 1, "2026-12-01T17:00"),
      ("2026-11-27T18:00", 2, "2026-12-02T17:00"), ("2026-11-28T10:00", 2, "2026-12-02T17:00"),
      // A holiday (Wednesday 11/11) is no open day, neither to arrive on nor to count.
      ("2026-11-10T10:00", 2, "2026-11-13T17:00"), ("2026-11-11T10:00", 2, "2026-11-16T17:00"),
      ("2026-11-10T18:00", 2, "2026-11-16T17:00"),
      ("2026-11-25T10:00", 5, "2026-12-02T17:00"), ("2026-11-25T10:00", 10, "2026-12-09T17:00"),
    ])
  func openDays(start: String, days: Int, expected: String) throws {
    let office = try OpenOffice.linf()
    #expect(try office.echeance(.joursOuverts(days), from: office.at(start)) == office.at(expected))
  }

  @Test("T15: goes past the new year, whose holidays no list has to name")
  func newYear() throws {
    let office = try OpenOffice.linf()
    #expect(try office.echeance(.joursOuverts(1), from: office.at("2099-12-31T10:00")) == office.at("2100-01-04T17:00"))
  }

  @Test(
    "T14: in open hours runs in open hours only, and arriving outside them costs nothing",
    arguments: [
      ("2026-11-25T10:00", 4, "2026-11-25T15:30"), ("2026-11-25T10:00", 2, "2026-11-25T12:00"),
      ("2026-11-25T07:00", 4, "2026-11-25T14:30"), ("2026-11-25T12:45", 4, "2026-11-26T09:30"),
      ("2026-11-25T17:00", 4, "2026-11-26T14:30"), ("2026-11-25T20:00", 4, "2026-11-26T14:30"),
      ("2026-11-27T16:00", 4, "2026-11-30T12:00"), ("2026-11-28T10:00", 4, "2026-11-30T14:30"),
      ("2026-11-10T16:00", 4, "2026-11-12T12:00"), ("2026-11-11T10:00", 1, "2026-11-12T10:00"),
      ("2026-12-24T15:00", 3, "2026-12-28T10:00"),
    ])
  func openHours(start: String, hours: Int, expected: String) throws {
    let office = try OpenOffice.linf()
    #expect(try office.echeance(.heuresOuvertes(hours), from: office.at(start)) == office.at(expected))
  }

  @Test(
    "in calendar days is the same time of a later day, through a change of clocks too",
    arguments: [
      ("2026-11-25T10:00", 15, "2026-12-10T10:00:00+01:00"), ("2026-03-14T10:00", 15, "2026-03-29T10:00:00+02:00"),
      ("2026-03-14T02:30", 15, "2026-03-29T03:00:00+02:00"), ("2026-10-10T02:30", 15, "2026-10-25T02:30:00+02:00"),
      ("2026-10-25T02:30:00+02:00", 1, "2026-10-26T02:30:00+01:00"),
      // The second 02:30 comes after all that clocks showed before it, 02:59 too.
      ("2026-10-25T02:30:00+01:00", 1, "2026-10-26T03:00:00+01:00"),
      ("2026-02-14T10:00", 45, "2026-03-31T10:00:00+02:00"),
    ])
  func calendarDays(start: String, days: Int, expected: String) throws {
    let office = try OpenOffice.linf()
    let due = try office.echeance(.joursCalendaires(days), from: office.at(start))
    #expect(office.fuseau.rfc3339(due) == expected)
  }

  @Test("T14: knows a week without Monday, and a closure entered where a holiday is meant")
  func withoutMonday() throws {
    let office = try OpenOffice.linf(
      OpenOffice.rows("mar-sam 09:00-12:30 14:00-18:00"),
      [OpenOffice.closure("2026-11-25", "2026-11-25", "Sainte-Catherine")])
    #expect(try office.echeance(.joursOuverts(2), from: office.at("2026-11-20T10:00")) == office.at("2026-11-24T18:00"))
    #expect(try office.echeance(.joursOuverts(1), from: office.at("2026-11-24T10:00")) == office.at("2026-11-26T18:00"))
    #expect(
      try office.echeance(.heuresOuvertes(4), from: office.at("2026-11-21T17:00")) == office.at("2026-11-24T12:00"))
  }

  @Test("T13: counting back from it follows the same calendar")
  func back() throws {
    let office = try OpenOffice.linf()
    func back(_ text: String, _ hours: Int) throws -> Instant {
      try office.subtracting(DureeOuverte(heures: hours), from: office.at(text))
    }
    #expect(try back("2026-11-30T10:00", 2) == office.at("2026-11-27T16:00"))
    #expect(try back("2026-11-30T10:00", 1) == office.at("2026-11-30T09:00"))
    #expect(try back("2026-11-29T10:00", 2) == office.at("2026-11-27T15:00"))
    #expect(try back("2026-11-12T09:00", 4) == office.at("2026-11-10T11:30"))
  }
}
