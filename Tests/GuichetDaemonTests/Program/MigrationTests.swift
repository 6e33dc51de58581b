import GRDB
import Glibc
import GuichetTestSupport
import LinuxSystem
import StrictJSON
import Testing
import VarlinkClient

@Suite("A start that changes the register's schema")
struct MigrationTests {
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
          DELETE FROM grdb_migrations WHERE substr(identifier, 1, 1) IN ('5', '6', '7', '8', '9')
            OR identifier LIKE '10 %'; PRAGMA user_version = 4;
          """)
      try db.execute(sql: try #require(trigger))
    }
    let manager = try Manager("\(root.path)/notify")
    let second = try RunningDaemon(
      root, horloge: TriageTests.horloge, environment: ["NOTIFY_SOCKET": manager.path])
    defer { second.stop() }
    #expect(
      try manager.told().filter { !$0.hasPrefix("WATCHDOG") } == [
        "EXTEND_TIMEOUT_USEC=60000000", "EXTEND_TIMEOUT_USEC=60000000", "READY=1",
      ])
    #expect(second.log.contains("mise à jour du registre demandes=3 faites=3"))
    #expect(second.log.contains("demande illisible, laissée telle quelle"))
    #expect(second.log.contains("numero=2026-000002"))
    #expect(try second.list("ListDemandes", "demandes").count == 3)
    #expect(try second.call("VerifyJournal")["intact"]?.bool == false)
  }
}

/// A service manager's end of sd_notify.
private struct Manager {
  let path: String
  private let socket: Descriptor

  init(_ path: String) throws {
    self.path = path
    socket = Descriptor.adopt(
      Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0))
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    let raw = socket.raw
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(raw, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
  }

  /// What it was told by now.
  func told() throws -> [String] {
    var messages: [String] = []
    var buffer = [UInt8](repeating: 0, count: 200)
    while case let count = recv(socket.raw, &buffer, buffer.count, 0), count > 0 {
      messages.append(String(decoding: buffer[..<count], as: UTF8.self))
    }
    return messages
  }
}
