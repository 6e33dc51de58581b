import Foundation
import GRDB
package import Guichet

extension Register {
  /// Records a fact about the office that changes nothing else.
  ///
  /// - Returns: its rank in the journal.
  package func noter(_ evenement: Evenement, by agent: Int64, now: Instant) async throws(RegisterError) -> Int64 {
    let fait = PreparedFait(evenement)
    return try await write { db, head in
      try head.append(db, fait, numero: nil, survenuLe: now, enregistreLe: now, auteur: agent)
    }
  }

  /// The facts about the office of one nature, up to one of the journal, in order.
  package func faitsDuBureau(_ nature: NatureFait, jusqua seq: Int64) async throws(RegisterError) -> [Fait] {
    try await read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM fait WHERE numero IS NULL AND nature = ? AND seq <= ? ORDER BY seq",
        arguments: [nature.rawValue, seq]
      ).map { try Fait(row: $0) }
    }
  }

  /// The chain's value at one fact, in hexadecimal; nil where there is no such fact.
  package func chaine(a seq: Int64) async throws(RegisterError) -> String? {
    try await read { db in
      try Data.fetchOne(db, sql: "SELECT chaine FROM fait WHERE seq = ?", arguments: [seq]).map {
        [UInt8]($0).hexadecimal
      }
    }
  }

  /// SHA-256, in hexadecimal, as seals have it.
  package static func empreinte(of bytes: [UInt8]) -> String {
    JournalChain.empreinte(sel: [], donnees: bytes).hexadecimal
  }
}
