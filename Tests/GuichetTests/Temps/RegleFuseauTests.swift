import Foundation
import Guichet
import Testing

/// TZif files made for a test: one type, no transition, and the footer that tells all.
private func file(version: UInt8 = UInt8(ascii: "2"), footer: String, leaps: Int = 0) -> [UInt8] {
  func header(_ version: UInt8, leaps: Int) -> [UInt8] {
    let counts: [UInt8] = [0, 0, leaps, 0, 1, 4].flatMap { [0, 0, 0, UInt8($0)] as [UInt8] }
    return Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15) + counts
  }
  func body(leaps: Int, timeSize: Int) -> [UInt8] {
    [0, 0, 0, 0, 0, 0] + Array("UTC\0".utf8) + [UInt8](repeating: 0, count: leaps * (timeSize + 4))
  }
  return header(version, leaps: leaps) + body(leaps: leaps, timeSize: 4) + header(version, leaps: leaps)
    + body(leaps: leaps, timeSize: 8) + Array("\n\(footer)\n".utf8)
}

@Suite("The rule of a time zone for the years to come")
struct RegleFuseauTests {
  @Test(
    "is followed to the second, whatever its form (RFC 9636, section 3.3)",
    arguments: [
      ("<-03>3", "2090-07-01T00:00:00Z", -10_800),
      ("<+0545>-5:45", "2090-07-01T00:00:00Z", 20_700),
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2040-03-25T00:59:59Z", 3600),
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2040-03-25T01:00:00Z", 7200),
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2040-10-28T00:59:59Z", 7200),
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2040-10-28T01:00:00Z", 3600),
      // Dublin: standard time in summer, an hour less in winter.
      ("IST-1GMT0,M10.5.0,M3.5.0/1", "2040-07-01T00:00:00Z", 3600),
      ("IST-1GMT0,M10.5.0,M3.5.0/1", "2040-12-31T23:59:59Z", 0),
      ("IST-1GMT0,M10.5.0,M3.5.0/1", "2041-01-01T00:00:00Z", 0),
      // Southern hemisphere, half an hour.
      ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2041-01-01T00:00:00Z", 39_600),
      ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2041-07-01T00:00:00Z", 37_800),
      // Hours before the day and beyond it: 22:00 the day before, as in Nuuk, and Saturday + 50 hours.
      ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2040-03-25T00:59:59Z", -7200),
      ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2040-03-25T01:00:00Z", -3600),
      ("IST-2IDT,M3.4.4/50,M10.4.4/50", "2040-03-23T23:59:59Z", 7200),
      ("IST-2IDT,M3.4.4/50,M10.4.4/50", "2040-03-24T00:00:00Z", 10_800),
      // Hours that carry the change into the year before.
      ("<+00>0<+01>,0/-24,J100/2", "2040-12-30T23:59:59Z", 0),
      ("<+00>0<+01>,0/-24,J100/2", "2040-12-31T00:00:00Z", 3600),
      // Day 60 of the two ways to count: 1 March, and 29 February or 1 March.
      ("<+00>0<+01>,J60/0,J300/0", "2040-02-29T23:59:59Z", 0),
      ("<+00>0<+01>,J60/0,J300/0", "2040-03-01T00:00:00Z", 3600),
      ("<+00>0<+01>,59/0,J300/0", "2040-02-29T00:00:00Z", 3600),
      ("<+00>0<+01>,59/0,J300/0", "2041-02-28T23:59:59Z", 0),
      // Summer time all the year.
      ("EST5EDT,0/0,J365/25", "2040-01-01T04:59:59Z", -14_400),
      ("EST5EDT,0/0,J365/25", "2040-01-01T05:00:00Z", -14_400),
      ("EST5EDT,0/0,J365/25", "2040-06-01T00:00:00Z", -14_400),
    ])
  func followed(footer: String, text: String, offset: Int) throws {
    let zone = try Fuseau(tzif: file(footer: footer), nom: footer)
    #expect(zone.offset(at: try #require(Instant(rfc3339: text))) == offset)
  }

  @Test(
    "is read from files of version 2, 3 and 4; one of version 1 keeps its last offset",
    arguments: [0, 0x32, 0x33, 0x34])
  func versions(version: UInt8) throws {
    let instant = try #require(Instant(rfc3339: "2040-07-01T00:00:00Z"))
    let zone = try Fuseau(tzif: file(version: version, footer: "CET-1CEST,M3.5.0,M10.5.0/3"), nom: "essai")
    #expect(zone.offset(at: instant) == (version == 0 ? 0 : 7200))
  }

  @Test(
    "is refused when it is malformed",
    arguments: [
      "CE-1", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,J0,J100", "<+01-1",
    ])
  func malformed(footer: String) {
    #expect(throws: FuseauIllisible(nom: "essai")) { try Fuseau(tzif: file(footer: footer), nom: "essai") }
  }

  @Test("is not taken from a file that counts leap seconds, which the system's clock does not")
  func leapSeconds() throws {
    let error = FuseauIllisible(nom: "right/UTC", cause: .secondesIntercalaires)
    #expect(throws: error) { try Fuseau(tzif: file(footer: "UTC0", leaps: 2), nom: "right/UTC") }
    #expect(error.message.contains("secondes intercalaires"))
  }

  @Test("a day begins when the gap ends in which its midnight lies")
  func midnightInGap() throws {
    // Clocks go from 23:30 to 00:30.
    let zone = try Fuseau(tzif: file(footer: "<+00>0<+01>,J100/-0:30,J300/0"), nom: "essai")
    let date = try #require(DateCivile(annee: 2041, mois: 4, jour: 10))
    #expect(zone.rfc3339(zone.start(of: date)) == "2041-04-10T00:30:00+01:00")
  }
}
