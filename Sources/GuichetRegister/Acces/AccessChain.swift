import Foundation
import GRDB
package import Guichet

/// One read of personal data: who, by which method, how many families.
package struct Acces: Hashable, Sendable {
  package let instant: Instant
  package let agent: Int64
  package let methode: String
  package let nombre: Int

  package init(instant: Instant, agent: Int64, methode: String, nombre: Int) {
    self.instant = instant
    self.agent = agent
    self.methode = methode
    self.nombre = nombre
  }
}

extension Register {
  /// Adds reads of personal data to their chain, in one transaction.
  ///
  /// `chaine` is reckoned as in the journal, over seq, instant, agent, methode and nombre.
  package func recordAccesses(_ accesses: [Acces]) async throws(RegisterError) {
    try await write { db, _ in
      // After a year without any, all that is left may be what was removed.
      let last =
        try Row.fetchOne(db, sql: "SELECT seq, chaine FROM acces ORDER BY seq DESC LIMIT 1")
        ?? Row.fetchOne(db, sql: "SELECT dernier AS seq, chaine FROM accesOte ORDER BY premier DESC LIMIT 1")
      var seq: Int64 = last?["seq"] ?? 0
      var chaine = last.map { [UInt8]($0["chaine"] as Data) } ?? JournalChain.start
      for acces in accesses {
        seq += 1
        chaine = acces.chaine(after: chaine, seq: seq)
        try db.execute(
          sql: "INSERT INTO acces VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [seq, acces.instant.microseconds, acces.agent, acces.methode, acces.nombre, Data(chaine)])
      }
    }
  }
}

extension Acces {
  func chaine(after previous: [UInt8], seq: Int64) -> [UInt8] {
    var fields = ChainFields(after: previous)
    fields.append(seq)
    fields.append(instant.microseconds)
    fields.append(agent)
    fields.append(methode)
    fields.append(Int64(nombre))
    return fields.digest
  }
}
