import Foundation
import GRDB
package import Guichet

extension Register {
  /// The families that were erased from a register that is not open, as its log would have them; nil where there are none,
  /// or where it is of before they were noted.
  package static func effacements(de path: String) throws(RegisterError) -> JournalDesEffacements? {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let journal = try queue.read { db -> JournalDesEffacements? in
        guard try db.tableExists("efface"), let cle = try Data.fetchOne(db, sql: "SELECT cle FROM cleDesEffacements")
        else { return nil }
        var journal = JournalDesEffacements(cle: [UInt8](cle).hexadecimal)
        journal.ajoute(try lignesDEffacement(db))
        return journal.lignes.isEmpty ? nil : journal
      }
      try queue.close()
      return journal
    } catch {
      throw RegisterError(error)
    }
  }

  /// All that were erased, as `effacements.log` has them, in the order of their numeros.
  package func lignesDEffacement() async throws(RegisterError) -> [JournalDesEffacements.Ligne] {
    try await read { db in try Self.lignesDEffacement(db) }
  }

  private static func lignesDEffacement(_ db: Database) throws -> [JournalDesEffacements.Ligne] {
    try Row.fetchAll(db, sql: "SELECT numero, empreinte, le FROM efface ORDER BY numero").compactMap { row in
      Numero(cle: row["numero"]).map { numero in
        JournalDesEffacements.Ligne(
          numero: numero, empreinte: [UInt8](row["empreinte"] as Data).hexadecimal,
          le: Instant(microseconds: row["le"]), rejets: [])
      }
    }
  }
}
