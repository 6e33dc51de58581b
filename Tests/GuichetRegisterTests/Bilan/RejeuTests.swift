import GRDB
import Guichet
import GuichetRegister
import Testing

@Suite("Replaying a year")
struct RejeuTests {
  /// What a demande came to, told apart from any other by its facts.
  private static let resume: @Sendable (Demande) -> String = { demande in
    "\(demande.numero.texte) \(demande.linf ?? "-") \(demande.notes.count) \(demande.contacts.count)"
  }

  private static func lived() async throws -> TestRegister {
    let test = try TestRegister()
    _ = try await test.register.record(Receptions.many(4), routedBy: 0)
    let numeros = (1...4).compactMap { Numero(annee: 2026, rang: $0) }
    let later = Receptions.now.advanced(bySeconds: 3_600)
    let facts: [[Evenement]] = [
      [.note(NoteEcrite(texte: "Rien."))], [.contact(Contact(resultat: .occupe))], [ActTests.attribuee("rpe-lomme")],
      [],
    ]
    for (numero, own) in zip(numeros, facts) where !own.isEmpty {
      _ = try await test.register.act(on: [numero], by: 0, now: later) { _ in own }.map { try $0.get() }
    }
    return test
  }

  @Test("gives every demande in order, by the facts up to one, and leaves out the natures that are not asked for")
  func order() async throws {
    let test = try await Self.lived()
    let register = test.register
    let head = register.head.seq
    let all = try await register.rejouer(annee: 2026, jusqua: head, Self.resume)
    #expect(
      all.valeurs == [
        "2026-000001 rpe-lille 1 0", "2026-000002 rpe-lille 0 1", "2026-000003 rpe-lomme 0 0",
        "2026-000004 rpe-lille 0 0",
      ])
    let less = try await register.rejouer(annee: 2026, jusqua: head, sans: [.note, .escalade], Self.resume)
    #expect(less.valeurs == ["2026-000001 rpe-lille 0 0"] + all.valeurs.dropFirst() && less.illisibles.isEmpty)
    let before = try await register.rejouer(annee: 2026, jusqua: head - 2, Self.resume)
    #expect(before.valeurs.map { $0.hasSuffix("0 0") } == [false, true, true, true])
    let one = try await register.rejouer(
      [Numero(annee: 2026, rang: 2)].compactMap(\.self), jusqua: head, sans: [.contact], Self.resume)
    #expect(one.valeurs == ["2026-000002 rpe-lille 0 0"])
    #expect(try await register.rejouer(annee: 2025, jusqua: head, Self.resume).valeurs.isEmpty)
  }

  @Test("gives all of a year that has one demande, two, or five", arguments: [1, 2, 5])
  func few(count: Int) async throws {
    let test = try TestRegister()
    _ = try await test.register.record(Receptions.many(count), routedBy: 0)
    let found = try await test.register.rejouer(annee: 2026, jusqua: test.register.head.seq) { $0.numero.rang }
    #expect(found.valeurs == Array(1...count))
  }

  @Test("names those whose facts cannot be read, and goes on with the next")
  func damaged() async throws {
    let test = try await Self.lived()
    try await DatabaseQueue(path: test.path).write { db in
      let trigger = try String.fetchOne(db, sql: "SELECT sql FROM sqlite_schema WHERE name = 'fait_sans_modification'")
      try db.execute(sql: "DROP TRIGGER fait_sans_modification")
      try db.execute(sql: "UPDATE fait SET donnees = X'7B' WHERE nature IN ('contact', 'routee') AND numero % 10 = 2")
      try db.execute(sql: try #require(trigger))
    }
    let found = try await test.register.rejouer(annee: 2026, jusqua: test.register.head.seq, Self.resume)
    #expect(found.illisibles.map(\.texte) == ["2026-000002"] && found.valeurs.count == 3)
  }

  @Test("finds facts about the office without reading those of demandes")
  func office() async throws {
    let test = try await Self.lived()
    let piece = PieceAjoutee(
      linf: "rpe-lomme", annee: 2026, genre: .convention, date: DateCivile(daysSince1970: 20_600),
      nom: "convention.pdf",
      empreinte: String(repeating: "ab", count: 32), taille: 12)
    let seq = try await test.register.noter(.pieceAjoutee(piece), by: 0, now: Receptions.now)
    #expect(
      try await test.register.faitsDuBureau(.pieceAjoutee, jusqua: seq).map(\.evenement) == [.pieceAjoutee(piece)])
    #expect(try await test.register.faitsDuBureau(.pieceAjoutee, jusqua: seq - 1).isEmpty)
    #expect(try await test.register.faitsDuBureau(.preuveScellee, jusqua: seq).isEmpty)
    let plan = try await DatabaseQueue(path: test.path).read { db in
      try Row.fetchAll(
        db,
        sql: "EXPLAIN QUERY PLAN SELECT * FROM fait WHERE numero IS NULL AND nature = 'x' AND seq <= 9 ORDER BY seq"
      ).map { $0["detail"] as String }
    }
    #expect(plan.count == 1 && plan.first?.contains("fait_bureau") == true, "\(plan)")
  }
}
