import Guichet
import GuichetDaemon
import GuichetRegister
import GuichetTestSupport
import Testing

@Suite("Routing demandes again")
struct ReroutingTests {
  private static let horloge = "2026-11-23T09:00:00+01:00"
  private static let newYear = "2027-01-01T00:00:00+01:00"

  private static let capinghemMoves = TriageTests.referentiel(("rpe-lomme;59128;", "rpe-lille;59128;"))
  /// Lomme goes to rpe-lille on the first of January.
  private static let lommeMovesLater = TriageTests.referentiel(
    (
      "rpe-lomme;59350;59160;;2022-01-01;",
      "rpe-lomme;59350;59160;;2022-01-01;2026-12-31\nrpe-lille;59350;59160;;2027-01-01;"
    ))

  /// Thousands at Lille, a few at Capinghem and at Lomme.
  private static func office(_ files: [String: String]) async throws -> TestOffice {
    let test = try TestOffice(horloge)
    try await test.load(files)
    _ = try await test.rerouting.run()
    try await test.record(
      try test.read(3000, "59000", "Lille") + test.read(3, "59160", "Capinghem") + test.read(2, "59160", "Lomme"))
    return test
  }

  @Test("writes only for those that a loading really moves: the others are read beside the writer")
  func loading() async throws {
    let test = try await Self.office(Samples.referentiel)
    try await test.load(Self.capinghemMoves)
    let (transactions, seq) = (test.register.transactions, test.register.head.seq)
    #expect(try await test.rerouting.run() == 3)
    #expect(test.register.head.seq == seq + 3)
    // One to begin, one for the three, one to end.
    #expect(test.register.transactions == transactions + 3)
    #expect(try await test.linf(3001) == "rpe-lille")
    #expect(try await test.linf(3004) == "rpe-lomme")
    #expect(try await test.rerouting.run() == 0)
    #expect(test.register.transactions == transactions + 3)
    #expect(try await test.register.verify().isIntact)
  }

  @Test("writes only for those that a day of change really moves, and tells the day")
  func day() async throws {
    let test = try await Self.office(Self.lommeMovesLater)
    test.clock.advance(to: try instant(Self.newYear))
    let (transactions, seq) = (test.register.transactions, test.register.head.seq)
    #expect(try await test.rerouting.run() == 2)
    #expect(test.register.head.seq == seq + 3)
    #expect(test.register.transactions == transactions + 3)
    let told = try await test.changes()
    #expect(told.map(\.jour.iso) == ["2027-01-01"] && told.map(\.communes) == [["59350"]])
    #expect(told.map { $0.deplacees.map(\.rang) } == [[3004, 3005]])
  }

  @Test("T4: another version that comes into force on a day of change moves each demande once")
  func bothAtOnce() async throws {
    let test = try TestOffice(Self.horloge)
    try await test.load(Self.lommeMovesLater)
    _ = try await test.rerouting.run()
    try await test.record(try test.read(2, "59160", "Lomme") + test.read(2, "59160", "Capinghem"))
    test.clock.advance(to: try instant(Self.newYear))
    var files = Self.lommeMovesLater
    files["rattachements.csv"] = files["rattachements.csv"]?.replacing("rpe-lomme;59128;", with: "rpe-lille;59128;")
    try await test.load(files)
    #expect(try await test.rerouting.run() == 4)
    #expect(try await test.rerouting.run() == 0)
    let routed = try await test.register.entries(after: 0, of: nil, limit: 100).filter { $0.fait.nature == .routee }
    #expect(routed.count == 8)
    // The day is told all the same, of those whose place it changed.
    #expect(try await test.changes().map { $0.deplacees.map(\.rang) } == [[1, 2]])
  }

  @Test("T11: leaves alone what a person did since the loading")
  func locked() async throws {
    let test = try await Self.office(Samples.referentiel)
    try await test.load(Self.capinghemMoves)
    let numero = try #require(Numero(annee: 2026, rang: 3002))
    _ = try await test.register.act(on: [numero], by: 0, now: test.clock.now()) { _ in
      [.attribuee(Attribuee(linf: "rpe-lomme", motif: "Connue", version: 2))]
    }
    #expect(try await test.rerouting.run() == 2)
    #expect(try await test.linf(3002) == "rpe-lomme")
  }

  @Test("a version that another has overtaken is not put back in force")
  func crossing() async throws {
    let test = try TestOffice(Self.horloge)
    try await test.load(Samples.referentiel)
    let older = try #require(test.office.desk.version.routeur.referentiel)
    try await test.load(Self.capinghemMoves)
    test.office.desk.install(older, number: 1)
    #expect(test.office.desk.version.number == 2)
    #expect(test.office.desk.version.routeur.referentiel?.codes(ofCommune: "59128") == ["59128"])
    try await test.record(try test.read(1, "59160", "Capinghem"))
    #expect(try await test.linf(1) == "rpe-lille")
  }

  @Test("a lot that was read before midnight and recorded after the day was followed is followed too, told once")
  func lateLot() async throws {
    let test = try TestOffice("2026-12-31T23:59:59+01:00")
    try await test.load(Self.lommeMovesLater)
    _ = try await test.rerouting.run()
    try await test.record(try test.read(1, "59160", "Lomme"))
    let late = try test.read(2, "59160", "Lomme").dropFirst()
    test.clock.advance(to: try instant(Self.newYear))
    #expect(try await test.rerouting.run() == 1)
    try await test.record(Array(late))
    #expect(test.register.head.reroutage.isLate)
    #expect(try await test.rerouting.run() == 1)
    #expect(try await test.linf(2) == "rpe-lille" && !test.register.head.reroutage.isLate)
    #expect(try await test.changes().map { $0.deplacees.map(\.rang) } == [[1]])
  }

  @Test("tells each day of change that passed, once, with who stayed; and none on which nothing changes")
  func passed() async throws {
    var files = Self.lommeMovesLater
    files["rattachements.csv"] = files["rattachements.csv"]?.replacing(
      "rpe-lomme;59128;;;2022-01-01;", with: "rpe-lomme;59128;;;2022-01-01;2027-01-03\nrpe-lille;59128;;;2027-01-04;")
    let test = try TestOffice(Self.horloge)
    try await test.load(files)
    _ = try await test.rerouting.run()
    try await test.record(try test.read(2, "59160", "Capinghem") + test.read(2, "59160", "Lomme"))
    let locked = try [2, 4].map { try #require(Numero(annee: 2026, rang: $0)) }
    _ = try await test.register.act(on: locked, by: 0, now: test.clock.now()) { _ in
      [.attribuee(Attribuee(linf: "rpe-lomme", motif: "Connue", version: 1))]
    }
    test.clock.advance(to: try instant("2026-12-31T12:00:00+01:00"))
    #expect(try await test.rerouting.run() == 0)
    #expect(try await test.changes().isEmpty)
    test.clock.advance(to: try instant("2027-01-10T12:00:00+01:00"))
    #expect(try await test.rerouting.run() == 2)
    let told = try await test.changes()
    #expect(told.map(\.jour.iso) == ["2027-01-01", "2027-01-04"] && told.map(\.communes) == [["59350"], ["59128"]])
    #expect(told.map { $0.deplacees.map(\.rang) } == [[3], [1]])
    #expect(told.map { $0.verrouillees.map(\.rang) } == [[4], [2]] && told.allSatisfy(\.avancees.isEmpty))
    test.clock.advance(to: try instant("2027-01-11T12:00:00+01:00"))
    #expect(try await test.rerouting.run() == 0)
    #expect(try await test.changes().count == 2)
    #expect(try await test.register.verify().isIntact)
  }
}
