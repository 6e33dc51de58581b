import Foundation
import GRDB
package import Guichet

/// What is left of a stretch of whole months of reads of personal data that was removed.
package struct ConsultationsOtees: Hashable, Sendable {
  /// Seq of its first and its last entry.
  package let premiere, derniere: Int64
  /// Chain value of the last one.
  package let chaine: [UInt8]
  /// The first moment of the month after.
  package let avant: Instant
  package let oteesLe: Instant

  /// All stretches, in their order; none in a register of a program that removed none.
  static func all(_ db: Database) throws -> [ConsultationsOtees] {
    guard try db.tableExists("accesOte") else { return [] }
    return try Row.fetchAll(db, sql: "SELECT * FROM accesOte ORDER BY premier").map { row in
      ConsultationsOtees(
        premiere: row["premier"], derniere: row["dernier"], chaine: [UInt8](row["chaine"] as Data),
        avant: Instant(microseconds: row["avant"]), oteesLe: Instant(microseconds: row["oteLe"]))
    }
  }
}

extension Register {
  /// Entries that one transaction removes: so few that nobody waits long for it.
  private static let tranche: Int64 = 2000

  /// How many reads of personal data `oterConsultations` would remove.
  package func consultationsAOter(avant limite: Instant) async throws(RegisterError) -> Int {
    try await read { db in
      guard let first = try Int64.fetchOne(db, sql: "SELECT min(seq) FROM acces") else { return 0 }
      return Int(try Self.seq(db, atOrAfter: limite) - first)
    }
  }

  /// Removes the reads of personal data that lie before the first one at `limite` or later, month by month; of each month
  /// its first and last seq and its last hash stay. Other writes come in between; what a stop leaves half-removed the next
  /// call removes.
  ///
  /// - Parameters:
  ///   - limite: the beginning of a month.
  ///   - finDuMois: the beginning of the month after an instant's.
  /// - Returns: how many were removed.
  package func oterConsultations(
    avant limite: Instant, now: Instant, finDuMois: @escaping @Sendable (Instant) -> Instant
  ) async throws(RegisterError) -> Int {
    var count = try await oterParTranches()
    while let stretch = try await nextStretch(avant: limite, now, finDuMois) {
      try await write { db, _ in
        try db.execute(
          sql: "INSERT INTO accesOte (premier, dernier, chaine, avant, oteLe) VALUES (?, ?, ?, ?, ?)",
          arguments: [
            stretch.premiere, stretch.derniere, Data(stretch.chaine), stretch.avant.microseconds,
            stretch.oteesLe.microseconds,
          ])
      }
      count += try await oterParTranches()
    }
    return count
  }

  /// The month of the first entry, up to the first that is of a later one: entries of a clock that was set back go with
  /// those before them.
  private func nextStretch(
    avant limite: Instant, _ now: Instant, _ finDuMois: @escaping @Sendable (Instant) -> Instant
  ) async throws(RegisterError) -> ConsultationsOtees? {
    try await read { db in
      guard let first = try Row.fetchOne(db, sql: "SELECT seq, instant FROM acces ORDER BY seq LIMIT 1"),
        case let instant = Instant(microseconds: first["instant"]), instant < limite
      else { return nil }
      let end = min(limite, finDuMois(instant))
      let last = try Self.seq(db, atOrAfter: end) - 1
      guard let chaine = try Data.fetchOne(db, sql: "SELECT chaine FROM acces WHERE seq = ?", arguments: [last])
      else { return nil }
      return ConsultationsOtees(
        premiere: first["seq"], derniere: last, chaine: [UInt8](chaine), avant: end, oteesLe: now)
    }
  }

  /// The first entry at that moment or later; the one that is to come where there is none. Reads from the front what lies
  /// before it, and nothing else.
  private static func seq(_ db: Database, atOrAfter instant: Instant) throws -> Int64 {
    let found = try Int64.fetchOne(
      db, sql: "SELECT seq FROM acces WHERE instant >= ? ORDER BY seq LIMIT 1", arguments: [instant.microseconds])
    return try found ?? (Int64.fetchOne(db, sql: "SELECT max(seq) FROM acces") ?? 0) + 1
  }

  /// Removes what the last stretch says is removed.
  private func oterParTranches() async throws(RegisterError) -> Int {
    var count = 0
    while true {
      let removed = try await write { db, _ in
        let last = try Int64.fetchOne(db, sql: "SELECT dernier FROM accesOte ORDER BY premier DESC LIMIT 1")
        guard let last, let first = try Int64.fetchOne(db, sql: "SELECT min(seq) FROM acces"), first <= last else {
          return 0
        }
        try db.execute(sql: "DELETE FROM acces WHERE seq <= ?", arguments: [min(last, first + Self.tranche - 1)])
        return db.changesCount
      }
      guard removed > 0 else { return count }
      count += removed
    }
  }
}
