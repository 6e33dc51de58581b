import Foundation
import Guichet
import Testing

@Suite("A time zone")
struct FuseauTests {
  static func zone(_ name: String) throws -> Fuseau {
    try Fuseau(tzif: [UInt8](Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)"))), nom: name)
  }

  @Test(
    "has the offsets of the C library, hour by hour around each change and far beyond its table",
    arguments: [
      "Europe/Paris", "Indian/Reunion", "America/Cayenne", "America/Miquelon", "Pacific/Noumea", "Europe/Dublin",
      "Australia/Lord_Howe",
    ])
  func sameAsFoundation(name: String) throws {
    let zone = try Self.zone(name)
    let reference = try #require(TimeZone(identifier: name))
    for second in stride(from: Int64(-1_000_000_000), to: 6_000_000_000, by: 604_801) {
      let expected = reference.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
      #expect(zone.offset(at: Instant(microseconds: second * 1_000_000)) == expected, "\(name) at \(second)")
    }
  }

  @Test("tells the hour that is skipped from the hour that comes twice")
  func changes() throws {
    let paris = try Self.zone("Europe/Paris")
    let spring = try #require(DateCivile(iso: "2026-03-29"))
    let autumn = try #require(DateCivile(iso: "2026-10-25"))
    #expect(paris.instants(on: spring, secondOfDay: 9000).isEmpty)
    #expect(
      paris.instants(on: autumn, secondOfDay: 9000).map(paris.rfc3339) == [
        "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00",
      ])
    #expect(paris.instants(on: spring, secondOfDay: 43_200).map(paris.rfc3339) == ["2026-03-29T12:00:00+02:00"])
  }

  @Test("puts an instant on the civil day of its own people")
  func days() throws {
    let evening = try #require(Instant(rfc3339: "2026-12-31T22:30:00Z"))
    #expect(try Self.zone("Europe/Paris").date(of: evening).iso == "2026-12-31")
    #expect(try Self.zone("Indian/Reunion").date(of: evening).iso == "2027-01-01")
    #expect(try Self.zone("America/Cayenne").date(of: evening).iso == "2026-12-31")
  }

  @Test("begins a day at midnight, or where midnight is skipped, when clocks jump over it")
  func starts() throws {
    let paris = try Self.zone("Europe/Paris")
    #expect(paris.rfc3339(paris.start(of: try #require(DateCivile(iso: "2026-11-23")))) == "2026-11-23T00:00:00+01:00")
    let beirut = try Self.zone("Asia/Beirut")
    #expect(
      beirut.rfc3339(beirut.start(of: try #require(DateCivile(iso: "2026-03-29")))) == "2026-03-29T01:00:00+03:00")
  }

  @Test("is refused when its bytes are none, cut or damaged, and never crashes")
  func damaged() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Paris")))
    #expect(throws: FuseauIllisible.self) { try Fuseau(tzif: [], nom: "vide") }
    #expect(throws: FuseauIllisible.self) { try Fuseau(tzif: Array("pas un fuseau".utf8), nom: "texte") }
    for length in stride(from: 0, to: bytes.count - 1, by: 7) {
      #expect(throws: FuseauIllisible.self) { try Fuseau(tzif: Array(bytes.prefix(length)), nom: "coupé") }
    }
  }

  @Test(
    "reads a moment as a person types it",
    arguments: [
      ("2026-11-25", "2026-11-25T00:00:00+01:00"), ("25/11/2026", "2026-11-25T00:00:00+01:00"),
      ("2026-11-25T10:00", "2026-11-25T10:00:00+01:00"), ("25/07/2026 10:05", "2026-07-25T10:05:00+02:00"),
      ("2026-11-25T10:00:00Z", "2026-11-25T11:00:00+01:00"),
    ])
  func typed(text: String, expected: String) throws {
    let paris = try Self.zone("Europe/Paris")
    #expect(InstantSaisi(text, in: paris) == Instant(rfc3339: expected).map(InstantSaisi.instant))
  }

  @Test("asks where a typed moment does not exist or exists twice, and refuses what is none")
  func choice() throws {
    let paris = try Self.zone("Europe/Paris")
    #expect(InstantSaisi("2026-03-29T02:30", in: paris) == .inexistant)
    let (first, second) = (
      try #require(Instant(rfc3339: "2026-10-25T02:30:00+02:00")),
      try #require(Instant(rfc3339: "2026-10-25T02:30:00+01:00"))
    )
    #expect(InstantSaisi("25/10/2026 02:30", in: paris) == .double(first, second))
    for text in ["", "hier", "2026-02-30", "2026-11-25T", "2026-11-25T24:00", "2026-11-25 10h00", "T10:00"] {
      #expect(InstantSaisi(text, in: paris) == nil)
    }
  }
}
