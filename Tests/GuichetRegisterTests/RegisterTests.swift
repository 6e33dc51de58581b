import Foundation
import GRDB
import Guichet
import GuichetRegister
import GuichetTestSupport
import Synchronization
import Testing

@Suite("The register")
struct RegisterTests {
  @Test("gives numeros without a gap, also after it was opened again, and begins again at 1 each year")
  func numeros() async throws {
    let test = try TestRegister()
    let first = try await test.register.record(Receptions.many(3), routedBy: 0)
    #expect(first == (1...3).compactMap { Numero(annee: 2026, rang: $0).map(Inscription.inscrite) })
    try test.register.close()
    let again = try Register(path: test.path)
    let later = try #require(DateCivile(iso: "2027-01-01"))
    let more = try await again.record(
      Receptions.many(1, from: 4) + [Receptions.one("MEF-5", jour: later)], routedBy: 0)
    #expect(more == [(2026, 4), (2027, 1)].compactMap { Numero(annee: $0.0, rang: $0.1).map(Inscription.inscrite) })
    #expect(again.head.parEtat == [.aContacter: 5])
  }

  @Test("takes the same reference and content as a replay, and another content as a conflict, also within one lot")
  func replays() async throws {
    let test = try TestRegister()
    let numero = try #require(Numero(annee: 2026, rang: 1))
    let lot = [
      Receptions.one("A", content: 1), Receptions.one("A", content: 1), Receptions.one("A", content: 2),
      Receptions.one("A", content: 2, origine: .courrier), Receptions.one("B"),
    ]
    let outcome = try await test.register.record(lot, routedBy: 0)
    #expect(outcome[0] == .inscrite(numero))
    #expect(outcome[1] == .rejouee(numero, recueLe: Receptions.now))
    #expect(outcome[2] == .conflit(numero))
    #expect(outcome[3] == Numero(annee: 2026, rang: 2).map(Inscription.inscrite))
    #expect(outcome[4] == Numero(annee: 2026, rang: 3).map(Inscription.inscrite))
    #expect(test.register.head.seq == 6)
  }

  @Test("writes nothing that another version of the référentiel routed")
  func version() async throws {
    let test = try TestRegister()
    await #expect(throws: RegisterError.self) { try await test.register.record(Receptions.many(2), routedBy: 7) }
    #expect(test.register.head.seq == 0)
    #expect(try await test.register.record(Receptions.many(2), routedBy: 0).count == 2)
  }

  @Test("syncs every commit: FULL, read inside a write of the running register")
  func synchronous() async throws {
    #expect(try await TestRegister().register.synchronousInWrite() == 2)
  }

  @Test("calls who listens as directly after many commits as after one")
  func listeners() async throws {
    let test = try TestRegister()
    let depths = Mutex<[Int]>([])
    test.register.onGrowth { depths.withLock { $0.append(Thread.callStackReturnAddresses.count) } }
    for rank in 1...100 { _ = try await test.register.record([Receptions.one("MEF-\(rank)")], routedBy: 0) }
    let seen = depths.withLock { $0 }
    #expect(seen.count == 100)
    // A few frames are those of the thread that happened to run it.
    #expect(seen[99] <= seen[0] + 10)
  }

  @Test("lists by LINF, état, commune and age in work order: urgent first, then the oldest")
  func lists() async throws {
    let test = try TestRegister()
    _ = try await test.register.record(
      [
        Receptions.one("1"), Receptions.one("2", linf: nil), Receptions.one("3", urgente: true),
        Receptions.one("4", linf: "rpe-lomme"),
      ], routedBy: 0)
    func ranks(_ change: (inout DemandeFilter) -> Void) async throws -> [Int] {
      var filter = DemandeFilter()
      change(&filter)
      return try await test.register.numeros(filter).map(\.rang)
    }
    #expect(try await ranks { _ in } == [3, 1, 2, 4])
    #expect(try await ranks { $0.linf = ["rpe-lille"] } == [3, 1])
    #expect(try await ranks { $0.etats = [.aOrienter] } == [2])
    #expect(
      try await ranks {
        $0.linf = ["rpe-lomme"]
        $0.etats = [.aContacter]
      } == [4])
    #expect(try await ranks { $0.communes = ["59128", "59350"] } == [3, 1, 2, 4])
    #expect(try await ranks { $0.communes = ["59128"] }.isEmpty)
    #expect(try await ranks { $0.depuis = Receptions.now.advanced(bySeconds: 1) }.isEmpty)
    #expect(try await ranks { $0.aVerifier = true }.isEmpty)
    #expect(try await ranks { $0.enRetard = (true, at: Receptions.now) }.isEmpty)
  }

  @Test("refuses what long work still wants to write after it was closed, and reads as much")
  func closed() async throws {
    let test = try TestRegister()
    try test.register.close()
    let acces = Acces(instant: Receptions.now, agent: 0, methode: "ShowDemande", nombre: 1)
    await #expect(throws: RegisterError.self) { try await test.register.recordAccesses([acces]) }
    await #expect(throws: RegisterError.self) {
      try await test.register.oterConsultations(avant: Receptions.now, now: Receptions.now) { $0 }
    }
    await #expect(throws: RegisterError.self) { try await test.register.consultationsAOter(avant: Receptions.now) }
    await #expect(throws: RegisterError.self) { try await test.register.entretenir() }
  }

  @Test("is refused when its file is another program's, no database, or of a newer program")
  func foreign() throws {
    let root = try TemporaryRoot()
    func refusal(_ name: String, _ prepare: (String) throws -> Void) throws -> String {
      let path = "\(root.path)/\(name)"
      try prepare(path)
      let before = try Data(contentsOf: URL(filePath: path))
      let error = #expect(throws: RegisterError.self) { try Register(path: path) }
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
      guard case .unusable(let message) = error else { return "" }
      return message
    }
    #expect(
      try refusal("autre.sqlite") { path in
        try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE t (a)") }
      }.contains("autre programme"))
    #expect(
      try refusal("texte.sqlite") { path in
        try Data(repeating: 65, count: 4096).write(to: URL(filePath: path))
      }.contains("pas une base SQLite"))
    #expect(
      try refusal("neuf.sqlite") { path in
        try Register(path: path).close()
        try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: "PRAGMA user_version = 99") }
      }.contains("version plus récente"))
  }
}
