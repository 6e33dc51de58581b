import Foundation
import GRDB
package import Guichet

/// A refused file as lists show it.
package struct RejetRow: Sendable {
  package let rejet: Rejet
  package let recuLe: Instant
  /// It was put back into `depot/`.
  package let estRejoue: Bool
}

extension Register {
  /// Records refused files, in one transaction. One that is recorded already, by its id, is left as it is, unless it was put
  /// back since: then it was refused once more.
  package func recordRejets(_ rejets: [(Rejet, recuLe: Instant)]) async throws(RegisterError) {
    try await write { db, head in
      for (rejet, recuLe) in rejets {
        let etat = try String.fetchOne(db, sql: "SELECT etat FROM rejet WHERE id = ?", arguments: [rejet.id])
        if etat == "ouvert" { continue }
        let seq = try head.append(
          db, PreparedFait(.rejet(rejet)), numero: nil, survenuLe: recuLe, enregistreLe: recuLe, auteur: Fait.regles)
        try db.execute(
          sql: """
            INSERT INTO rejet (id, seq, etat, auDepot) VALUES (?, ?, 'ouvert', ?)
            ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, etat = 'ouvert', auDepot = excluded.auDepot
            """,
          arguments: [rejet.id, seq, rejet.auDepot])
        head.rejetsOuverts += 1
        if rejet.auDepot { head.rejetsAuDepot += 1 }
      }
    }
  }

  /// Records that a refused file goes back into `depot/`.
  ///
  /// - Throws: `.introuvable` when there is no open rejet of that id.
  package func recordReplay(
    _ rejoue: RejetRejoue, by agent: Int64, now: Instant
  ) async throws(RegisterError) {
    try await write { db, head in
      let auDepot = try Bool.fetchOne(
        db, sql: "UPDATE rejet SET etat = 'rejoue' WHERE id = ? AND etat = 'ouvert' RETURNING auDepot",
        arguments: [rejoue.id])
      guard let auDepot else { throw RegisterError.introuvable }
      head.rejetsOuverts -= 1
      if auDepot { head.rejetsAuDepot -= 1 }
      try head.append(
        db, PreparedFait(.rejetRejoue(rejoue)), numero: nil, survenuLe: now, enregistreLe: now, auteur: agent)
    }
  }

  /// Refused files, open or put back, after the given id, newest last, at most `limit`.
  package func rejets(after id: String, limit: Int) async throws(RegisterError) -> [RejetRow] {
    try await read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT rejet.etat AS etatRejet, fait.* FROM rejet JOIN fait USING (seq) WHERE rejet.id > ? ORDER BY rejet.id LIMIT ?
          """, arguments: [id, limit]
      ).compactMap { try RejetRow(row: $0) }
    }
  }

  /// Refused files of that code that were not put back, the latest first, at most `limit`.
  package func rejetsOuverts(_ code: Motif.Code, limit: Int) async throws(RegisterError) -> [RejetRow] {
    try await read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT rejet.etat AS etatRejet, fait.* FROM rejet JOIN fait USING (seq) WHERE rejet.etat = 'ouvert'
          ORDER BY rejet.id DESC
          """)
      var found: [RejetRow] = []
      while found.count < limit, let row = try rows.next() {
        if let rejet = try RejetRow(row: row), rejet.rejet.motif.code == code { found.append(rejet) }
      }
      return found
    }
  }

  /// One refused file; nil when none has that id.
  package func rejet(_ id: String) async throws(RegisterError) -> RejetRow? {
    try await read { db in
      try Row.fetchOne(
        db, sql: "SELECT rejet.etat AS etatRejet, fait.* FROM rejet JOIN fait USING (seq) WHERE rejet.id = ?",
        arguments: [id]
      ).flatMap { try RejetRow(row: $0) }
    }
  }

  /// The ids of refused files, and which of them were put back.
  package func rejetIds() async throws(RegisterError) -> [String: Bool] {
    try await read { db in
      var ids: [String: Bool] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT id, etat FROM rejet") {
        ids[row["id"]] = row["etat"] as String == "rejoue"
      }
      return ids
    }
  }
}

extension RejetRow {
  fileprivate init?(row: Row) throws {
    let fait = try Fait(row: row)
    guard case .rejet(let rejet) = fait.evenement else { return nil }
    self.init(rejet: rejet, recuLe: fait.survenuLe, estRejoue: row["etatRejet"] as String == "rejoue")
  }
}
