import GRDB
package import Guichet

/// How many demandes were registered in each minute of the last day or so.
package struct ReceptionCounts: Sendable {
  private var parMinute: [Int64: Int] = [:]
  /// When the last one was registered; nil when there is none.
  package private(set) var derniere: Instant?

  /// The longest civil day, on which the clocks go back.
  private static let keptMinutes: Int64 = 25 * 60

  init(_ db: Database) throws {
    guard let last = try Int64.fetchOne(db, sql: "SELECT max(recueLe) FROM demande") else { return }
    derniere = Instant(microseconds: last)
    let rows = try Row.fetchAll(
      db, sql: "SELECT recueLe / 60000000 AS minute, count(*) AS n FROM demande WHERE recueLe >= ? GROUP BY minute",
      arguments: [last - Self.keptMinutes * 60_000_000])
    for row in rows { parMinute[row["minute"]] = row["n"] }
  }

  mutating func add(_ recueLe: Instant) {
    let minute = Self.minute(recueLe)
    derniere = max(derniere ?? recueLe, recueLe)
    guard parMinute[minute] == nil else {
      parMinute[minute, default: 0] += 1
      return
    }
    parMinute = parMinute.filter { $0.key > minute - Self.keptMinutes }
    parMinute[minute] = 1
  }

  /// Registered from the minute of the first instant to that of the second, both included; a day at most.
  package func count(from start: Instant, to end: Instant) -> Int {
    let minutes = Self.minute(start)...max(Self.minute(start), Self.minute(end))
    return parMinute.reduce(0) { minutes.contains($1.key) ? $0 + $1.value : $0 }
  }

  private static func minute(_ instant: Instant) -> Int64 { instant.microseconds / 60_000_000 }
}
