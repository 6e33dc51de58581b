import GRDB
import Guichet

/// The tables of codes, which grow with the program and not with the schema.
enum CodeLists {
  /// Adds the codes that this program knows and the file does not.
  static func refresh(_ db: Database) throws {
    try add(NatureFait.allCases.map { [$0.rawValue, $0.libelle] }, to: "nature", db)
    try add(Etat.allCases.map { [$0.rawValue, $0.libelle] }, to: "etat", db)
    try add(RaisonAOrienter.allCases.map { [$0.rawValue] }, to: "raison", db)
  }

  private static func add(_ rows: [[String]], to table: String, _ db: Database) throws {
    guard try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0 < rows.count else { return }
    for row in rows {
      let marks = row.map { _ in "?" }.joined(separator: ", ")
      try db.execute(sql: "INSERT OR IGNORE INTO \(table) VALUES (\(marks))", arguments: StatementArguments(row))
    }
  }
}
