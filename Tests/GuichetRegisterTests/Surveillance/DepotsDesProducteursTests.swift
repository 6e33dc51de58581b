import GRDB
import Guichet
import GuichetRegister
import GuichetTestSupport
import Testing

@Suite("What producers dropped last, in the register")
struct DepotsDesProducteursTests {
  private static func type(_ register: Register, _ numeros: ClosedRange<Int>) async throws {
    _ = try await register.act(
      on: numeros.compactMap { Numero(annee: 2026, rang: $0) }, by: 0, now: Receptions.now
    ) { demande throws(ActeRefuse) in demande.noterSaisie(.guichet) }
  }

  @Test("is none that a person typed in, as soon as that is known, and the same once it is opened again")
  func typed() async throws {
    let test = try TestRegister()
    #expect(test.register.head.depots.dernier == nil && test.register.head.depots.silenceDepuis == nil)
    _ = try await test.register.record([Receptions.one("REF-1", origine: .telephone)], routedBy: 0)
    #expect(test.register.head.depots.dernier == Receptions.now, "nobody has said yet that it was typed in")
    try await Self.type(test.register, 1...1)
    #expect(test.register.head.depots.dernier == nil)
    // One of our own making is known at once.
    _ = try await test.register.record([Receptions.one("GU-20261125-7K3QX9PM", origine: .guichet)], routedBy: 0)
    #expect(test.register.head.depots.dernier == nil)
    #expect(try Register(path: test.path).head.depots.dernier == nil)
    _ = try await test.register.record([Receptions.one("MEF-1"), Receptions.one("REF-2")], routedBy: 0)
    try await Self.type(test.register, 4...4)
    #expect(test.register.head.depots.dernier == Receptions.now)
    #expect(try Register(path: test.path).head.depots.dernier == Receptions.now)
    #expect(test.register.head.depuis == Receptions.now)
  }

  @Test("is the newest, however many come after it that are older")
  func order() async throws {
    let test = try TestRegister()
    _ = try await test.register.record(
      (0..<100).map { Receptions.one("MEF-\($0)", recueLe: Receptions.now.advanced(bySeconds: Int64(-60 * $0))) },
      routedBy: 0)
    #expect(test.register.head.depots.dernier == Receptions.now)
    #expect(try Register(path: test.path).head.depots.dernier == Receptions.now)
  }

  @Test("is found by indexes, newest first, and never looks at more than so many")
  func indexed() async throws {
    let test = try TestRegister()
    let plan = try await DatabaseQueue(path: test.path).read { db in
      try [DepotsDesProducteurs.recentsSQL, DepotsDesProducteurs.attendusSQL].flatMap { sql in
        try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] as String }
      }
    }
    #expect(
      plan == [
        "SCAN demande USING INDEX demande_recue", "CORRELATED SCALAR SUBQUERY 1",
        "SEARCH fait USING INDEX fait_numero (numero=?)",
        "SEARCH fait USING INDEX fait_bureau (nature=?)",
      ], "\(plan)")
    #expect(DepotsDesProducteurs.recentsSQL.hasSuffix("LIMIT \(DepotsDesProducteurs.auPlus)"))
  }
}
