import Foundation
import GRDB
import Guichet
import GuichetRegister
import GuichetTestSupport
import Testing

@Suite("A copy of the register")
struct CopieTests {
  @Test("is of one moment, while it is written to, and stands alone")
  func copy() async throws {
    let root = try TemporaryRoot()
    let register = try Register(path: "\(root.path)/r.sqlite")
    let now = Instant(microseconds: 1_790_000_000_000_000)
    let fait = Evenement.rejetExpire(RejetExpire(id: "20261123T081500-3f2a"))
    for _ in 1...50 { _ = try await register.noter(fait, by: Fait.regles, now: now) }
    async let copied: Void = register.copy(to: "\(root.path)/c.sqlite")
    for _ in 1...50 { _ = try await register.noter(fait, by: Fait.regles, now: now) }
    try await copied
    let controle = try await CopieDuRegistre.controler("\(root.path)/c.sqlite")
    #expect(controle.fautes.isEmpty && (50...100).contains(controle.journal.entrees))
    #expect(root.names(in: "").filter { $0.hasPrefix("c.") } == ["c.sqlite"])
    // The live file's locks are as they were: it still takes writes, and closes with its log emptied.
    _ = try await register.noter(fait, by: Fait.regles, now: now)
    #expect(register.head.seq == 101)
    try register.close()
  }

  @Test("is not made over a file that is there, nor of what is no register")
  func refused() async throws {
    let root = try TemporaryRoot()
    let register = try Register(path: "\(root.path)/r.sqlite")
    try Data("occupé".utf8).write(to: URL(filePath: "\(root.path)/c.sqlite"))
    await #expect(throws: RegisterError.self) { try await register.copy(to: "\(root.path)/c.sqlite") }
    await #expect(throws: RegisterError.self) { try await register.copy(to: "\(root.path)/aucun/c.sqlite") }
    try await DatabaseQueue(path: "\(root.path)/autre.sqlite").write { db in
      try db.execute(sql: "CREATE TABLE autre (a)")
    }
    for name in ["c", "autre", "aucun"] {
      await #expect(throws: RegisterError.self) { try await CopieDuRegistre.controler("\(root.path)/\(name).sqlite") }
    }
    try register.close()
  }

  @Test("that a kill left in the middle of a transaction is opened, with that taken back")
  func hotJournal() async throws {
    let root = try TemporaryRoot()
    let (path, copy) = ("\(root.path)/r.sqlite", "\(root.path)/c.sqlite")
    try Register(path: path).close()
    let queue = try DatabaseQueue(path: path)
    try await queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 2; BEGIN IMMEDIATE")
      for uid in 1...5000 {
        try db.execute(sql: "INSERT INTO agent (uid, login) VALUES (?, ?)", arguments: [uid, "agent \(uid)"])
      }
      for ending in ["", "-journal"] {
        try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending)
      }
      try db.execute(sql: "ROLLBACK")
    }
    let register = try Register(path: copy)
    #expect(try await register.logins(of: [0, 1, 4999]) == [0: "guichet"])
    try register.close()
  }
}
