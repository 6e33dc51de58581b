import Guichet
import Testing

@Suite("An instant")
struct InstantTests {
  @Test(
    "is read from RFC 3339 with its offset",
    arguments: [
      ("1970-01-01T00:00:00Z", 0),
      ("2026-11-23T08:15:00+01:00", 1_795_418_100_000_000),
      ("2026-11-23t07:15:00z", 1_795_418_100_000_000),
      ("2026-11-23T03:15:00-04:00", 1_795_418_100_000_000),
      ("2026-11-23T08:15:00.25+01:00", 1_795_418_100_250_000),
      ("2026-11-23T08:15:00.1234567+01:00", 1_795_418_100_123_456),
      ("1969-12-31T23:59:59Z", -1_000_000),
      ("2016-12-31T23:59:60Z", 1_483_228_800_000_000),
      ("2024-02-29T00:00:00+00:00", 1_709_164_800_000_000),
    ])
  func read(text: String, microseconds: Int64) {
    #expect(Instant(rfc3339: text)?.microseconds == microseconds)
  }

  @Test(
    "is not read from anything else",
    arguments: [
      "", "2026-11-23", "2026-11-23 08:15:00+01:00", "2026-11-23T08:15:00", "2026-11-23T08:15+01:00",
      "2026-11-31T08:15:00Z", "2025-02-29T08:15:00Z", "2026-11-23T24:00:00Z", "2026-11-23T08:60:00Z",
      "2026-11-23T08:15:61Z", "2026-11-23T08:15:00.Z", "2026-11-23T08:15:00+1:00", "2026-11-23T08:15:00+01:00 ",
      "2026-11-23T08:15:00+24:00", "+026-11-23T08:15:00Z", "２026-11-23T08:15:00Z",
    ])
  func refused(text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test("is written as it is read, at any offset", arguments: [-12600, -3600, 0, 3600, 7200, 20700, 50400])
  func written(offset: Int) {
    for microseconds in stride(from: Int64(-2_208_988_800_000_000), to: 4_102_444_800_000_000, by: 98_765_432_198_765) {
      let instant = Instant(microseconds: microseconds)
      #expect(Instant(rfc3339: instant.rfc3339(offsetSeconds: offset)) == instant)
    }
  }
}

@Suite("A civil day")
struct DateCivileTests {
  @Test("is the day that its number stands for, over four centuries")
  func numbers() throws {
    var expected = try #require(DateCivile(annee: 1850, mois: 1, jour: 1))
    for days in expected.daysSince1970..<expected.daysSince1970 + 146_097 {
      let date = DateCivile(daysSince1970: days)
      #expect(date.daysSince1970 == days && DateCivile(iso: date.iso) == date)
      if days > expected.daysSince1970 { #expect(date > expected) }
      expected = date
    }
  }

  @Test(
    "exists or is refused",
    arguments: ["2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "0000-01-01"])
  func refused(text: String) {
    #expect(DateCivile(iso: text) == nil)
  }

  @Test("is read the French way too")
  func francaise() {
    #expect(DateCivile(francaise: "25/11/2026")?.iso == "2026-11-25")
    #expect(DateCivile(francaise: "2026-11-25") == nil)
    #expect(DateCivile(francaise: "31/02/2026") == nil)
    #expect(DateCivile(iso: "2026-11-25")?.francaise == "25/11/2026")
  }
}
