import Foundation
import GRDB
import Guichet
import GuichetRegister
import GuichetTestSupport
import Testing

@Suite("The journal")
struct JournalTests {
  /// A closed register of ten demandes, and what somebody did to its file behind the program's back.
  func verification(after tampering: [String]) async throws -> JournalVerification {
    let test = try TestRegister()
    _ = try await test.register.record(Receptions.many(10), routedBy: 0)
    try await test.register.recordAccesses(
      (1...3).map { Acces(instant: Receptions.now, agent: 0, methode: "ShowDemande", nombre: $0) })
    try test.register.close()
    let queue = try DatabaseQueue(path: test.path)
    try await queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          PRAGMA foreign_keys = OFF; DROP TRIGGER fait_sans_modification; DROP TRIGGER fait_sans_suppression;
          DROP TRIGGER acces_sans_modification; DROP TRIGGER acces_sans_suppression;
          """)
      for sql in tampering { try db.execute(sql: sql) }
    }
    try queue.close()
    return try await Register(path: test.path).verify()
  }

  @Test("verifies as it was written, and its facts replayed give the rows")
  func intact() async throws {
    let result = try await verification(after: [])
    #expect(result.isIntact && result.entrees == 20 && result.demandes == 10)
  }

  @Test(
    "shows any change, removal, insertion or reordering",
    arguments: [
      "UPDATE fait SET donnees = X'7B7D' WHERE seq = 4",
      "UPDATE fait SET auteur = 1 WHERE seq = 4",
      "UPDATE fait SET survenuLe = survenuLe + 1 WHERE seq = 4",
      "UPDATE fait SET numero = numero + 1 WHERE seq = 4",
      "UPDATE fait SET nature = 'contact' WHERE seq = 4",
      "UPDATE fait SET empreinte = zeroblob(32) WHERE seq = 4",
      "UPDATE fait SET chaine = zeroblob(32) WHERE seq = 20",
      "DELETE FROM fait WHERE seq = 4",
      "DELETE FROM fait WHERE seq = 1",
      "UPDATE fait SET seq = -1 WHERE seq = 3; UPDATE fait SET seq = 3 WHERE seq = 4; UPDATE fait SET seq = 4 WHERE seq = -1",
      "INSERT INTO fait SELECT 21, numero, enfant, nature, survenuLe, enregistreLe, auteur, version, donnees, sel, empreinte, chaine FROM fait WHERE seq = 20",
      "UPDATE acces SET nombre = 9 WHERE seq = 2",
      "DELETE FROM acces WHERE seq = 2", "DELETE FROM acces WHERE seq = 1",
    ])
  func tampered(sql: String) async throws {
    let result = try await Result { try await verification(after: [sql]) }
    switch result {
    case .success(let verification): #expect(!verification.fautes.isEmpty)
    // A fact that cannot even be read is told too.
    case .failure(let error): #expect(error is RegisterError)
    }
  }

  @Test(
    "shows a row that its facts do not say",
    arguments: [
      "UPDATE demande SET linf = 'rpe-autre' WHERE numero % 100 = 3", "DELETE FROM demande WHERE numero % 100 = 3",
      "UPDATE demande SET etat = 'close' WHERE numero % 100 = 3",
    ])
  func deviating(sql: String) async throws {
    let result = try await verification(after: [sql])
    #expect(result.fautes.isEmpty && !result.ecarts.isEmpty)
  }

  @Test("stays whole when a family is erased from it, and leaves nothing of it")
  func erased() async throws {
    let test = try TestRegister()
    _ = try await test.register.record(Receptions.many(3), routedBy: 0)
    try test.register.close()
    let queue = try DatabaseQueue(path: test.path)
    try await queue.write { db in
      try db.execute(sql: "UPDATE fait SET donnees = NULL, sel = NULL WHERE seq = 1")
    }
    let fautes = try await queue.read { db in
      try String.fetchAll(db, sql: "SELECT hex(empreinte) FROM fait WHERE donnees IS NULL").count
    }
    #expect(fautes == 1)
    try queue.close()
    #expect(try await Register(path: test.path).verify().fautes.isEmpty)
  }

  @Test(
    "refuses in the database itself what would change it",
    arguments: [
      "DELETE FROM fait", "UPDATE fait SET auteur = 1", "UPDATE fait SET donnees = X'00'",
      "UPDATE fait SET donnees = NULL", "UPDATE fait SET donnees = NULL, sel = NULL, chaine = X'00'",
    ])
  func refused(sql: String) async throws {
    let test = try TestRegister()
    _ = try await test.register.record(Receptions.many(1), routedBy: 0)
    try test.register.close()
    let queue = try DatabaseQueue(path: test.path)
    await #expect(throws: DatabaseError.self) { try await queue.write { try $0.execute(sql: sql) } }
  }

  @Test("knows an agent by a number, and keeps the login in one place")
  func agents() async throws {
    let test = try TestRegister()
    let id = try await test.register.agent(uid: 4242, login: "lea")
    #expect(try await test.register.agent(uid: 4242, login: "lea") == id)
    #expect(try await test.register.agent(uid: 4242, login: "karim") != id)
    #expect(try await test.register.agent(uid: 4243, login: "lea") != id)
  }
}

extension Result where Failure == any Error {
  fileprivate init(_ work: () async throws -> Success) async throws {
    do {
      self = .success(try await work())
    } catch {
      self = .failure(error)
    }
  }
}
