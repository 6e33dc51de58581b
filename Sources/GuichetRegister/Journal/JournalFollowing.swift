import GRDB
package import Guichet

/// Which facts somebody follows; nil leaves a criterion out.
package struct FaitFilter: Sendable {
  /// Those of demandes that any of these LINF has now, and those by which one left them; facts about the office are left out
  /// then.
  package var linf: [String]?
  package var natures: [NatureFait]?
  package var numero: Numero?

  package init(linf: [String]? = nil, natures: [NatureFait]? = nil, numero: Numero? = nil) {
    self.linf = linf
    self.natures = natures
    self.numero = numero
  }
}

/// A stretch of the journal, as somebody who follows it sees it.
package struct JournalStretch: Sendable {
  package let entries: [JournalEntry]
  /// Up to where it was looked at, what the filter leaves out too.
  package let seen: Int64
}

extension Register {
  /// Facts looked at in one go, so that a filter that lets little through holds no reader for long.
  private static let stretch: Int64 = 20_000

  /// The next facts after `seq` that a filter lets through, at most `limit`, none beyond `head`.
  package func follow(
    after seq: Int64, upTo head: Int64, _ filter: FaitFilter, limit: Int
  ) async throws(RegisterError) -> JournalStretch {
    let end = min(head, seq + Self.stretch)
    return try await read { db in
      // The journal comes first in every plan: its rank is the order, and each other table is one look by key.
      var sql = "SELECT fait.*, login, linf FROM fait CROSS JOIN agent ON agent.id = fait.auteur "
      sql += filter.linf == nil ? "LEFT JOIN" : "CROSS JOIN"
      sql += " demande ON demande.numero = fait.numero WHERE fait.seq > ? AND fait.seq <= ?"
      var arguments: [any DatabaseValueConvertible] = [seq, end]
      func among(_ column: String, _ values: [String]) {
        sql += " AND \(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))"
        arguments += values
      }
      if let linf = filter.linf {
        let own = linf.map { _ in "?" }.joined(separator: ", ")
        sql += """
           AND (demande.linf IN (\(own)) OR fait.nature IN ('routee', 'attribuee', 'declinee') AND EXISTS (
            SELECT 1 FROM depart WHERE depart.numero = fait.numero AND depart.linf IN (\(own))
              AND depart.le = fait.enregistreLe))
          """
        arguments += linf + linf
      }
      if let natures = filter.natures { among("fait.nature", natures.map(\.rawValue)) }
      if let numero = filter.numero {
        sql += " AND fait.numero = ?"
        arguments.append(numero.cle)
      }
      let rows = try Row.fetchAll(
        db, sql: sql + " ORDER BY fait.seq LIMIT ?", arguments: StatementArguments(arguments + [limit]))
      let entries = try rows.map { row in
        let has: String? = row["linf"]
        let isOwn = filter.linf.map { own in has.map(own.contains) ?? false } ?? true
        return try JournalEntry(row: row, estDepart: !isOwn)
      }
      return JournalStretch(entries: entries, seen: entries.count == limit ? entries.last?.fait.seq ?? end : end)
    }
  }

  /// Whether a demande of that LINF stands in the register, whatever the référentiel says today.
  package func hasDemande(ofLinf linf: String) async throws(RegisterError) -> Bool {
    try await read { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM demande WHERE linf = ?)", arguments: [linf]) ?? false
    }
  }
}
