import Guichet
import GuichetRegister
import GuichetTestSupport
import Synchronization
import Testing

@Suite("How far demandes have followed the days, in the register")
struct ReroutageTests {
  private static let eve = Receptions.jour
  private static let jour = eve.advanced(byDays: 1)

  @Test("a lot that was routed before midnight and recorded after is not forgotten, by whatever ends the program")
  func late() async throws {
    let test = try TestRegister()
    let told = Mutex(0)
    test.register.onLate { told.withLock { $0 += 1 } }
    _ = try await test.register.beginRerouting()
    try await test.register.endRerouting(version: 0, jour: Self.jour, now: Receptions.now)
    _ = try await test.register.record([Receptions.one("1", jour: Self.jour)], routedBy: 0)
    #expect(!test.register.head.reroutage.isLate && told.withLock { $0 } == 0)
    _ = try await test.register.record([Receptions.one("2", jour: Self.eve)], routedBy: 0)
    #expect(test.register.head.reroutage.isLate && told.withLock { $0 } == 1)
    // Not closed: as after a kill.
    let again = try Register(path: test.path)
    #expect(again.head.reroutage.isLate && again.head.reroutage.jour == Self.jour)
    #expect(again.head.reroutage.jourAncien == Self.eve)
    _ = try await again.beginRerouting()
    try await again.endRerouting(version: 0, jour: Self.jour, now: Receptions.now)
    #expect(!again.head.reroutage.isLate)
    #expect(try !Register(path: test.path).head.reroutage.isLate)
  }

  @Test("nor is one that is recorded while the day is being followed")
  func lateDuringPass() async throws {
    let test = try TestRegister()
    _ = try await test.register.record([Receptions.one("1", jour: Self.eve)], routedBy: 0)
    _ = try await test.register.beginRerouting()
    _ = try await test.register.record([Receptions.one("2", jour: Self.eve)], routedBy: 0)
    try await test.register.endRerouting(version: 0, jour: Self.jour, now: Receptions.now)
    #expect(test.register.head.reroutage.isLate)
    #expect(try Register(path: test.path).head.reroutage.isLate)
  }

  @Test("what a person's act routes by the day before counts too")
  func lateAct() async throws {
    let test = try TestRegister()
    _ = try await test.register.record([Receptions.one("1", jour: Self.eve)], routedBy: 0)
    _ = try await test.register.beginRerouting()
    try await test.register.endRerouting(version: 0, jour: Self.jour, now: Receptions.now)
    let routee = Routee(
      decision: Decision(issue: .linf("rpe-lomme", regle: .commune), lieu: .adresse, jour: Self.eve, etapes: []),
      version: 0, cause: .agent)
    _ = try await test.register.act(on: [try #require(Numero(annee: 2026, rang: 1))], by: 0, now: Receptions.now) { _ in
      [.routee(routee)]
    }
    #expect(test.register.head.reroutage.isLate)
  }

  @Test("what days of change came to is recorded with the day they were followed to, or neither is")
  func told() async throws {
    let test = try TestRegister()
    let changes = RattachementsChanges(
      jour: Self.jour, version: 0, communes: ["59350"], deplacees: [try #require(Numero(annee: 2026, rang: 1))],
      verrouillees: [], avancees: [])
    _ = try await test.register.beginRerouting()
    await #expect(throws: RegisterError.self) {
      try await test.register.endRerouting(version: 7, jour: Self.jour, telling: [changes], now: Receptions.now)
    }
    #expect(test.register.head.seq == 0 && test.register.head.reroutage.jour == nil)
    try await test.register.endRerouting(version: 0, jour: Self.jour, telling: [changes], now: Receptions.now)
    let entry = try #require(try await test.register.entries(after: 0, of: nil, limit: 9).first)
    #expect(entry.fait.evenement == .rattachementsChanges(changes) && entry.fait.numero == nil)
    #expect(test.register.head.reroutage.jour == Self.jour)
    #expect(try await test.register.verify().isIntact)
  }

  @Test("knows how many are open at each LINF, and which")
  func open() async throws {
    let test = try TestRegister()
    _ = try await test.register.record(
      [Receptions.one("1"), Receptions.one("2"), Receptions.one("3", linf: "rpe-sud"), Receptions.one("4", linf: nil)],
      routedBy: 0)
    let numeros = (1...4).compactMap { Numero(annee: 2026, rang: $0) }
    #expect(try await test.register.openCounts() == ["rpe-lille": 2, "rpe-sud": 1])
    #expect(try await test.register.open(at: ["rpe-sud", "rpe-lille"]) == Array(numeros.prefix(3)))
    #expect(try await test.register.open(at: ["rpe-x"]).isEmpty)
  }

  @Test("finds what the rules leave where it is, and what went where it is since an instant")
  func settled() async throws {
    let test = try TestRegister()
    _ = try await test.register.record(Receptions.many(3), routedBy: 0)
    let numeros = (1...3).compactMap { Numero(annee: 2026, rang: $0) }
    let later = Receptions.now.advanced(bySeconds: 60)
    _ = try await test.register.act(on: [numeros[1]], by: 0, now: later) { _ in [ActTests.attribuee("rpe-lomme")] }
    #expect(try await test.register.settled(inCommunes: ["59350"]) == [numeros[1]])
    #expect(try await test.register.settled(inCommunes: ["59128"]).isEmpty)
    #expect(try await test.register.moved(since: later) == [numeros[1]])
    #expect(try await test.register.moved(since: Receptions.now) == numeros)
  }
}
