import Foundation
import GRDB
import Guichet
import GuichetRegister
import GuichetTestSupport
import Testing

@Suite("Reads of personal data past keeping")
struct ConsultationsOteesTests {
  /// In universal time, as is everything here.
  static func instant(_ day: String) throws -> Instant {
    let date = try #require(DateCivile(iso: day))
    return Instant(microseconds: Int64(date.daysSince1970) * 86_400_000_000 + 3_600_000_000)
  }

  static func start(_ day: String) throws -> Instant { try instant(day).advanced(bySeconds: -3600) }

  @Sendable static func finDuMois(_ instant: Instant) -> Instant {
    let day = DateCivile(daysSince1970: Int(instant.seconds / 86_400))
    return Instant(
      microseconds: Int64(ConservationDesAcces.moisSuivant(de: day).daysSince1970) * 86_400_000_000)
  }

  /// A register in which somebody read something on each of these days.
  static func register(_ days: [String]) async throws -> TestRegister {
    let test = try TestRegister()
    try await test.register.recordAccesses(
      days.enumerated().map { rank, day in
        Acces(instant: try instant(day), agent: 0, methode: "ShowDemande", nombre: rank + 1)
      })
    return test
  }

  static func remove(_ test: TestRegister, before day: String = "2026-02-01", now: String = "2027-02-03") async throws
    -> Int
  {
    try await test.register.oterConsultations(
      avant: try start(day), now: try instant(now), finDuMois: finDuMois)
  }

  static let days = [
    "2025-12-03", "2025-12-31", "2026-01-01", "2026-01-15", "2026-01-31", "2026-02-01", "2026-02-02", "2027-02-01",
  ]

  @Test("go by whole months, leave first, last and hash, and what is left still proves itself")
  func removed() async throws {
    let test = try await Self.register(Self.days)
    #expect(try await test.register.consultationsAOter(avant: Self.start("2026-02-01")) == 5)
    let before = try await test.register.verify()
    #expect(before.isIntact && before.consultations == 8 && before.otees.isEmpty)
    #expect(try await Self.remove(test) == 5)
    let after = try await test.register.verify()
    #expect(after.isIntact && after.consultations == 3)
    #expect(after.otees.map(\.premiere) == [1, 3] && after.otees.map(\.derniere) == [2, 5])
    #expect(after.otees.map(\.avant) == [try Self.start("2026-01-01"), try Self.start("2026-02-01")])
    #expect(after.otees.allSatisfy { $0.oteesLe == (try? Self.instant("2027-02-03")) && $0.chaine.count == 32 })
    #expect(try await test.register.consultationsAOter(avant: Self.start("2026-02-01")) == 0)
    #expect(try await Self.remove(test) == 0)
    // The chain goes on, and the next month goes in its turn.
    try await test.register.recordAccesses([
      Acces(instant: try Self.instant("2027-03-01"), agent: 0, methode: "ShowDemande", nombre: 1)
    ])
    #expect(try await Self.remove(test, before: "2026-03-01", now: "2027-03-01") == 2)
    let later = try await test.register.verify()
    #expect(later.isIntact && later.consultations == 2 && later.otees.last?.derniere == 7)
  }

  @Test("may be all there are: the chain goes on from the last one's hash")
  func all() async throws {
    let test = try await Self.register(["2025-12-03", "2026-01-03"])
    #expect(try await Self.remove(test) == 2)
    try await test.register.recordAccesses([
      Acces(instant: try Self.instant("2027-02-04"), agent: 0, methode: "ShowDemande", nombre: 1)
    ])
    let after = try await test.register.verify()
    #expect(after.isIntact && after.consultations == 1 && after.otees.last?.derniere == 2)
    let none = try TestRegister()
    #expect(try await Self.remove(none) == 0)
    #expect(try await none.register.verify().isIntact)
  }

  @Test("stay where they lie behind one that is to be kept, as after a clock that was wrong")
  func clock() async throws {
    // Set back for a moment at the turn of a month, then set far ahead.
    let test = try await Self.register([
      "2025-12-31", "2026-01-01", "2025-12-31", "2026-01-02", "2031-01-01", "2026-01-03", "2027-02-01",
    ])
    #expect(try await Self.remove(test) == 4)
    let after = try await test.register.verify()
    #expect(after.isIntact && after.otees.map(\.derniere) == [1, 4] && after.consultations == 3)
  }

  @Test("go a few at a time, and a removal that was cut short is told from no other and ended by the next")
  func slices() async throws {
    let test = try TestRegister()
    let moment = try Self.instant("2026-01-10")
    let many = (1...5000).map { Acces(instant: moment, agent: 0, methode: "ListDemandes", nombre: $0) }
    try await test.register.recordAccesses(many)
    try await test.register.recordAccesses([
      Acces(instant: try Self.instant("2027-02-01"), agent: 0, methode: "ShowDemande", nombre: 1)
    ])
    let before = test.register.transactions
    // What a stop in the middle leaves.
    let limit = try Self.start("2026-02-01").microseconds
    try test.register.close()
    try await DatabaseQueue(path: test.path).write { db in
      try db.execute(
        sql: """
          INSERT INTO accesOte SELECT 1, 5000, chaine, ?, ? + 370 * 86400000000 FROM acces WHERE seq = 5000;
          DELETE FROM acces WHERE seq <= 1234;
          """, arguments: [limit, limit])
    }
    let register = try Register(path: test.path)
    let cut = try await register.verify()
    #expect(cut.isIntact && cut.consultations == 5001 - 1234)
    #expect(try await register.consultationsAOter(avant: Self.start("2026-02-01")) == 5000 - 1234)
    let removed = try await register.oterConsultations(
      avant: try Self.start("2026-02-01"), now: try Self.instant("2027-02-03"), finDuMois: Self.finDuMois)
    #expect(removed == 5000 - 1234)
    #expect(register.transactions >= 3 && before == 2)
    let after = try await register.verify()
    #expect(after.isIntact && after.consultations == 1 && after.otees.count == 1)
  }

  /// The register's file after somebody with the database in hand has removed January and December as is allowed.
  private func tampered(_ sql: [String]) async throws -> JournalVerification {
    let test = try await Self.register(Self.days)
    _ = try await Self.remove(test)
    try test.register.close()
    let queue = try DatabaseQueue(path: test.path)
    try await queue.write { db in
      for sql in sql { try db.execute(sql: sql) }
    }
    try queue.close()
    return try await Register(path: test.path).verify()
  }

  static let january = "1767225600000000"
  static let february = "1769904000000000"
  static let march = "1772323200000000"

  @Test(
    "leave the chain in no other way: the database itself refuses",
    arguments: [
      // Not what is past keeping, not the last, not from the middle, not without a word.
      "DELETE FROM acces", "DELETE FROM acces WHERE seq = 6", "DELETE FROM acces WHERE seq = 8",
      "UPDATE acces SET nombre = 9 WHERE seq = 7", "UPDATE acces SET instant = 0 WHERE seq = 6",
      "UPDATE acces SET seq = 5 WHERE seq = 6",
      // Nothing comes back, nothing is put in between.
      "INSERT INTO acces SELECT 5, instant, agent, methode, nombre, chaine FROM acces WHERE seq = 6",
      "INSERT OR REPLACE INTO acces SELECT 7, instant, agent, methode, nombre, chaine FROM acces WHERE seq = 6",
      "INSERT INTO acces SELECT 10, instant, agent, methode, nombre, chaine FROM acces WHERE seq = 8",
      // What is left of a removal stays as it was written.
      "DELETE FROM accesOte", "UPDATE accesOte SET dernier = 8", "UPDATE accesOte SET oteLe = oteLe + 1",
      "INSERT OR REPLACE INTO accesOte SELECT 3, 8, chaine, \(march), \(march) * 2 FROM acces WHERE seq = 8",
      // No stretch but of whole months, from the first, of twelve months ago, with the last one's hash.
      "INSERT INTO accesOte SELECT 6, 6, chaine, \(march), \(march) * 2 FROM acces WHERE seq = 6",
      "INSERT INTO accesOte SELECT 6, 7, chaine, \(february), \(march) * 2 FROM acces WHERE seq = 7",
      "INSERT INTO accesOte SELECT 6, 7, chaine, \(march) + 86400000000, \(march) * 2 FROM acces WHERE seq = 7",
      "INSERT INTO accesOte SELECT 6, 7, chaine, \(march), \(march) + 86400000000 FROM acces WHERE seq = 7",
      "INSERT INTO accesOte SELECT 7, 7, chaine, \(march), \(march) * 2 FROM acces WHERE seq = 7",
      "INSERT INTO accesOte SELECT 6, 7, chaine, \(march), \(march) * 2 FROM acces WHERE seq = 6",
      "INSERT INTO accesOte SELECT 6, 99, chaine, \(march), \(march) * 2 FROM acces WHERE seq = 7",
    ])
  func refused(sql: String) async throws {
    await #expect(throws: DatabaseError.self) { try await tampered([sql]) }
  }

  @Test("may go as they are allowed to, whoever writes it down")
  func allowed() async throws {
    let result = try await tampered([
      "INSERT INTO accesOte SELECT 6, 7, chaine, \(Self.march), \(Self.march) * 2 FROM acces WHERE seq = 7",
      "DELETE FROM acces WHERE seq <= 7",
    ])
    #expect(result.isIntact && result.consultations == 1 && result.otees.map(\.derniere) == [2, 5, 7])
  }

  @Test(
    "show where somebody removed them otherwise, behind the triggers",
    arguments: [
      "DELETE FROM acces WHERE seq = 6", "DELETE FROM acces WHERE seq <= 7", "DELETE FROM acces WHERE seq = 7",
      "DELETE FROM accesOte", "DELETE FROM accesOte WHERE premier = 1", "DELETE FROM accesOte WHERE premier = 3",
      "UPDATE accesOte SET dernier = 4 WHERE premier = 3", "UPDATE accesOte SET chaine = zeroblob(32)",
      "UPDATE accesOte SET premier = 4 WHERE premier = 3",
      "UPDATE accesOte SET avant = \(march), oteLe = \(march) * 2 WHERE premier = 3",
      "UPDATE accesOte SET avant = \(january) WHERE premier = 3",
      // A stretch that says more than has been a month.
      "INSERT INTO accesOte SELECT 6, 6, chaine, \(march), \(march) * 2 FROM acces WHERE seq = 6; DELETE FROM acces WHERE seq = 6",
      "UPDATE accesOte SET dernier = 6 WHERE premier = 3",
    ])
  func shown(sql: String) async throws {
    let triggers = [
      "accesOte_par_mois_entiers", "accesOte_sans_modification", "accesOte_sans_suppression", "acces_sans_modification",
      "acces_sans_suppression", "acces_a_la_suite",
    ]
    let result = try await tampered(triggers.map { "DROP TRIGGER \($0)" } + [sql])
    #expect(!result.fautes.isEmpty)
  }

  @Test("are not missed in a copy, nor when it is opened")
  func copied() async throws {
    let test = try await Self.register(Self.days)
    _ = try await Self.remove(test)
    let copy = "\(test.root.path)/copie.sqlite"
    try await test.register.copy(to: copy)
    #expect(try await CopieDuRegistre.controler(copy).fautes.isEmpty)
    let again = try Register(path: copy)
    try await again.recordAccesses([
      Acces(instant: try Self.instant("2027-02-04"), agent: 0, methode: "ShowDemande", nombre: 1)
    ])
    let verified = try await again.verify()
    #expect(verified.isIntact && verified.consultations == 4 && verified.otees.count == 2)
  }
}
