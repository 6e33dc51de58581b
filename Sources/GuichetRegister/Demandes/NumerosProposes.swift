import GRDB
package import Guichet

extension Register {
  /// The newest numeros of the first group of key ranges that holds any, with their états: what a person may be typing.
  ///
  /// - Parameters:
  ///   - linf: those of any of these LINF; nil for all.
  ///   - openOnly: without those that are closed.
  package func numeros(
    in groups: [[ClosedRange<Int64>]], linf: [String]?, openOnly: Bool, limit: Int
  ) async throws(RegisterError) -> [(numero: Numero, etat: Etat)] {
    try await read { db in
      var condition = ""
      if openOnly { condition += " AND etat <> '\(Etat.close.rawValue)'" }
      if let linf { condition += " AND linf IN (\(linf.map { _ in "?" }.joined(separator: ", ")))" }
      let sql = "SELECT numero, etat FROM demande WHERE numero BETWEEN ? AND ?\(condition) ORDER BY numero DESC LIMIT ?"
      for ranges in groups {
        var found: [(numero: Numero, etat: Etat)] = []
        for range in ranges where found.count < limit {
          let bounds: StatementArguments = [range.lowerBound, range.upperBound]
          let rows = try Row.fetchAll(
            db, sql: sql, arguments: bounds + StatementArguments(linf ?? []) + [limit - found.count])
          found += rows.compactMap { row in
            guard let numero = Numero(cle: row["numero"]), let etat = Etat(rawValue: row["etat"]) else { return nil }
            return (numero, etat)
          }
        }
        if !found.isEmpty { return found }
      }
      return []
    }
  }
}
