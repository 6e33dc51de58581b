import GRDB
import GuichetTestSupport
import StrictJSON
import Testing
import VarlinkClient

@Suite("A start that changes the register's schema")
struct MigrationTests {
  /// Takes away what the steps after the eleventh added.
  private static let withoutTheLastSteps = """
    DROP TABLE efface; DROP TABLE cleDesEffacements;
    DROP TABLE accesOte; DROP TRIGGER acces_a_la_suite; DROP TRIGGER acces_sans_modification;
    DROP TRIGGER acces_sans_suppression;
    """

  @Test("tells systemd to wait for it while an index is being made, by what SQLite does, and says how far it is")
  func index() async throws {
    let root = try TemporaryRoot()
    let first = try RunningDaemon(root, horloge: TriageTests.horloge)
    try first.load(Samples.referentiel)
    #expect(first.stop() == 0)
    try await DatabaseQueue(path: "\(root.path)/guichet.sqlite").write { db in
      try db.execute(
        sql: """
          WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
          INSERT INTO fait SELECT i, NULL, NULL, nature, survenuLe, enregistreLe, auteur, version, donnees, sel, empreinte,
            chaine FROM fait, n WHERE seq = 1;
          DROP INDEX fait_bureau; \(Self.withoutTheLastSteps)
          DELETE FROM grdb_migrations WHERE CAST(identifier AS INTEGER) > 10; PRAGMA user_version = 10;
          """)
    }
    let manager = try ServiceManagerEnd("\(root.path)/notify")
    let second = try RunningDaemon(
      root, horloge: TriageTests.horloge, environment: ["NOTIFY_SOCKET": manager.path])
    defer { second.stop() }
    // No row was made anew: it was the index alone that took long enough.
    let told = try manager.told().filter { !$0.hasPrefix("WATCHDOG") }
    #expect(told.count > 1 && told.dropLast().allSatisfy { $0 == "EXTEND_TIMEOUT_USEC=60000000" })
    #expect(told.last == "READY=1")
    #expect(second.log.contains(" du registre etape=11 faits du bureau"))
    #expect(!second.log.contains("mise à jour du registre"))
  }

  @Test("tells systemd to wait for it, and names each demande whose facts cannot be read")
  func extended() async throws {
    let root = try TemporaryRoot()
    let first = try RunningDaemon(root, horloge: TriageTests.horloge)
    for number in 1...3 { try root.drop(Samples.formulaire(reference: "MEF-\(number)"), as: "\(number).json") }
    try first.advance(to: TriageTests.horloge)
    #expect(first.stop() == 0)
    try await DatabaseQueue(path: "\(root.path)/guichet.sqlite").write { db in
      let trigger = try String.fetchOne(
        db, sql: "SELECT sql FROM sqlite_schema WHERE name = 'fait_sans_modification'")
      try db.execute(
        sql: """
          DROP TRIGGER fait_sans_modification;
          UPDATE fait SET donnees = X'7B' WHERE nature = 'recue' AND numero % 10 = 2;
          DROP INDEX demande_fusion; ALTER TABLE demande DROP COLUMN fusionneeDans;
          ALTER TABLE demande DROP COLUMN cles; DROP TABLE envoi; DROP TABLE occupation; DROP TABLE rendezVous;
          DROP TABLE recherche; DROP TABLE rechercheRecente; DROP INDEX demande_prise;
          ALTER TABLE demande DROP COLUMN preneur; ALTER TABLE demande DROP COLUMN priseJusque;
          DROP TABLE contact; DROP TABLE tache; DROP TABLE horloges; ALTER TABLE demande DROP COLUMN creneaux;
          DELETE FROM grdb_migrations WHERE CAST(identifier AS INTEGER) > 4; PRAGMA user_version = 4;
          DROP INDEX fait_bureau; \(Self.withoutTheLastSteps)
          """)
      try db.execute(sql: try #require(trigger))
    }
    let manager = try ServiceManagerEnd("\(root.path)/notify")
    let second = try RunningDaemon(
      root, horloge: TriageTests.horloge, environment: ["NOTIFY_SOCKET": manager.path])
    defer { second.stop() }
    #expect(
      try manager.told().filter { !$0.hasPrefix("WATCHDOG") } == [
        "EXTEND_TIMEOUT_USEC=60000000", "EXTEND_TIMEOUT_USEC=60000000", "READY=1",
      ])
    #expect(second.log.contains("mise à jour du registre demandes=3 faites=3 migration=10/"))
    #expect(second.log.contains("migration 5/"))
    #expect(second.log.contains("demande illisible, laissée telle quelle"))
    #expect(second.log.contains("numero=2026-000002"))
    #expect(try second.list("ListDemandes", "demandes").count == 3)
    #expect(try second.call("VerifyJournal")["intact"]?.bool == false)
  }
}
