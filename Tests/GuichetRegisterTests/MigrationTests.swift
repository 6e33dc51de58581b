import Foundation
import GRDB
import Guichet
import GuichetRegister
import GuichetTestSupport
import Synchronization
import Testing

@Suite("A register of an older schema")
struct MigrationTests {
  /// What a migration told.
  private final class Told: Sendable {
    private let list = Mutex<[MigrationProgress]>([])
    var all: [MigrationProgress] { list.withLock(\.self) }
    func note(_ progress: MigrationProgress) { list.withLock { $0.append(progress) } }

    /// The steps that began, and of how many each was one.
    var steps: [(Int, of: Int)] {
      all.compactMap { progress in if case .etape(let rank, let count, _) = progress { (rank, count) } else { nil } }
    }

    /// What was told of demandes.
    var rows: [MigrationProgress] {
      all.filter { progress in
        switch progress {
        case .etape, .avance: false
        case .demandes, .illisible: true
        }
      }
    }
  }

  private static let candidats = [
    CommuneCandidate(codeInsee: "59128", nom: "Capinghem", linf: "rpe-lomme"),
    CommuneCandidate(codeInsee: "59350", nom: "Lille"),
  ]

  @Test("is brought up to date with what its facts say, and stays intact", arguments: [1, 2, 3, 4, 5, 8])
  func older(version: Int) async throws {
    let test = try TestRegister()
    _ = try await test.register.record(
      [
        Receptions.one("1"), Receptions.one("2", linf: nil),
        Receptions.one("3", issue: .aOrienter(.communeAmbigue, candidats: Self.candidats, departement: nil)),
        Receptions.one("4", issue: .aOrienter(.horsDepartement, candidats: [], departement: "62")),
      ], routedBy: 0)
    try test.register.close()
    try await DatabaseQueue(path: test.path).write { db in try Self.downgrade(db, to: version) }
    let told = Told()
    let again = try Register(path: test.path, onMigration: told.note)
    let rows = try await again.rows((1...4).compactMap { Numero(annee: 2026, rang: $0) })
    #expect(rows.map(\.depuis) == Array(repeating: Receptions.now, count: 4))
    #expect(rows.map(\.linf) == ["rpe-lille", nil, nil, nil] && !rows.contains(where: \.estVerrouillee))
    #expect(rows.map(\.candidats) == [[], [], Self.candidats, []])
    #expect(rows.map(\.departement) == [nil, nil, nil, "62"])
    #expect(again.head.reroutage.jour == nil)
    #expect(told.rows == [.demandes(0, sur: 4), .demandes(4, sur: 4)])
    let count = try #require(told.steps.last?.of)
    #expect(told.steps.map(\.0) == Array(version + 1...count) && told.steps.allSatisfy { $0.of == count })
    #expect(try await again.verify().isIntact)
    var filter = DemandeFilter()
    filter.recherche = try Recherche("martin")
    #expect(try await again.numeros(filter).count == 4)
    // All échéances are computed again, and families are found by the keys of this program.
    #expect(try await again.beginRecalcul().isEmpty)
    filter.recherche = try Recherche("06 39 98 12 34")
    #expect(try await again.numeros(filter).count == 4)
    try again.close()
    let silent = Told()
    try Register(path: test.path, onMigration: silent.note).close()
    #expect(silent.all.isEmpty)
  }

  @Test("is not read where a row's candidates are damaged")
  func damagedRow() async throws {
    let test = try TestRegister()
    _ = try await test.register.record(Receptions.many(1), routedBy: 0)
    try await DatabaseQueue(path: test.path).write { db in
      try db.execute(sql: "UPDATE demande SET candidats = '59128 Capinghem'")
    }
    let numero = try #require(Numero(annee: 2026, rang: 1))
    await #expect(throws: RegisterError.self) { try await test.register.rows([numero]) }
    #expect(try await !test.register.verify().isIntact)
  }

  @Test("keeps a demande whose facts cannot be read as it was, tells of it, and brings up all the others")
  func damaged() async throws {
    let test = try TestRegister()
    _ = try await test.register.record(Receptions.many(5), routedBy: 0)
    try test.register.close()
    try await DatabaseQueue(path: test.path).write { db in
      try Self.downgrade(db, to: 1)
      // Only what is damaged behind SQLite's back comes into this state.
      let trigger = try String.fetchOne(
        db, sql: "SELECT sql FROM sqlite_schema WHERE name = 'fait_sans_modification'")
      try db.execute(sql: "DROP TRIGGER fait_sans_modification")
      try db.execute(sql: "UPDATE fait SET donnees = X'7B' WHERE nature = 'routee' AND numero % 10 = 3")
      try db.execute(sql: try #require(trigger))
    }
    let told = Told()
    let again = try Register(path: test.path, onMigration: told.note)
    let numeros = (1...5).compactMap { Numero(annee: 2026, rang: $0) }
    let unreadable = told.all.compactMap { progress -> Numero? in
      if case .illisible(let numero, _) = progress { numero } else { nil }
    }
    #expect(unreadable == [numeros[2]])
    #expect(told.rows.first == .demandes(0, sur: 5) && told.rows.last == .demandes(5, sur: 5))
    let rows = try await again.rows(numeros)
    #expect(rows.count == 5 && rows.allSatisfy { $0.depuis == Receptions.now && $0.linf == "rpe-lille" })
    let verified = try await again.verify()
    #expect(!verified.fautes.isEmpty)
    #expect(try await again.demandes(numeros).map(\.numero) == numeros.filter { $0 != numeros[2] })
    // The others are what their facts say: they alone may be acted on.
    let results = try await again.act(on: numeros, by: 0, now: Receptions.now) { _ in [ActTests.attribuee("rpe-lomme")]
    }
    #expect(results.map { (try? $0.get()) != nil } == [true, true, false, true, true])
  }

  @Test("tells of statements that last, in the step that they belong to, and of none where there is nothing to do")
  func lasting() async throws {
    let test = try TestRegister()
    _ = try await test.register.record(Receptions.many(1), routedBy: 0)
    try test.register.close()
    try await DatabaseQueue(path: test.path).write { db in
      try Self.downgrade(db, to: 8)
      try db.execute(
        sql: """
          WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)
          INSERT INTO fait SELECT i, NULL, NULL, nature, survenuLe, enregistreLe, auteur, version, donnees, sel, empreinte,
            chaine FROM fait, n WHERE seq = 1
          """)
    }
    let told = Told()
    try Register(path: test.path, onMigration: told.note).close()
    let begun = try #require(told.all.firstIndex { if case .etape(11, _, _) = $0 { true } else { false } })
    let ended = try #require(told.all.firstIndex { if case .etape(12, _, _) = $0 { true } else { false } })
    #expect(told.all[begun..<ended].contains(.avance))
  }

  @Test("is not touched where a step is missing that later ones followed")
  func gap() async throws {
    let test = try TestRegister()
    try test.register.close()
    try await DatabaseQueue(path: test.path).write { db in
      try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier LIKE '9 %'")
    }
    let error = #expect(throws: RegisterError.self) { try Register(path: test.path) }
    #expect(error?.message.contains("9 courriels") == true)
  }

  /// Takes away what later schemas added.
  private static func downgrade(_ db: Database, to version: Int) throws {
    try db.execute(
      sql: """
        DROP TABLE efface; DROP TABLE cleDesEffacements;
        DROP TABLE accesOte; DROP TRIGGER acces_a_la_suite; DROP TRIGGER acces_sans_modification;
        DROP TRIGGER acces_sans_suppression;
        DROP INDEX fait_bureau;
        DROP INDEX demande_fusion; ALTER TABLE demande DROP COLUMN fusionneeDans; ALTER TABLE demande DROP COLUMN cles;
        UPDATE doublon SET cle = cle + 1; UPDATE horloges SET empreinte = 'anciennes';
        DROP TABLE envoi;
        """)
    if version < 8 {
      try db.execute(
        sql: """
          DROP TABLE occupation; DROP TABLE rendezVous;
          DROP TABLE contact;
          ALTER TABLE demande DROP COLUMN creneaux; DROP TABLE tache; DROP TABLE horloges;
          """)
    }
    if version < 5 {
      try db.execute(
        sql: """
          DROP TABLE recherche; DROP TABLE rechercheRecente; DROP INDEX demande_prise;
          ALTER TABLE demande DROP COLUMN preneur; ALTER TABLE demande DROP COLUMN priseJusque;
          """)
    }
    if version < 4 { try db.execute(sql: "ALTER TABLE reroutage DROP COLUMN jourAncien") }
    if version < 3 {
      try db.execute(
        sql: """
          ALTER TABLE demande DROP COLUMN departement;
          UPDATE demande SET candidats = '59128 Capinghem' || char(10) || '59350 Lille' WHERE candidats IS NOT NULL;
          """)
    }
    if version < 2 {
      try db.execute(
        sql: """
          DROP INDEX demande_transfert; DROP TABLE depart; ALTER TABLE reroutage DROP COLUMN jour;
          ALTER TABLE demande DROP COLUMN depuis; ALTER TABLE demande DROP COLUMN candidats;
          ALTER TABLE demande DROP COLUMN verrou; ALTER TABLE demande DROP COLUMN transfertLe;
          """)
    }
    try db.execute(
      sql: """
        DELETE FROM grdb_migrations WHERE CAST(identifier AS INTEGER) > \(version); PRAGMA user_version = \(version)
        """)
  }
}
