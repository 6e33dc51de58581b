import GRDB
package import Guichet

extension Register {
  /// Which of those are demandes of the register.
  package func connus(_ numeros: [Numero]) async throws(RegisterError) -> Set<Numero> {
    try await read { db in
      var found: Set<Numero> = []
      let statement = try db.makeStatement(sql: "SELECT 1 FROM demande WHERE numero = ?")
      for numero in numeros where try Int.fetchOne(statement, arguments: [numero.cle]) != nil { found.insert(numero) }
      return found
    }
  }

  /// Registers receptions again that the register has lost, each under the numero that it had. The caller has made sure
  /// that none of these is taken.
  ///
  /// - Throws: `.referentielDepasse` as `record` does.
  package func reprendre(
    _ receptions: [(Numero, PreparedReception)], routedBy version: Int
  ) async throws(RegisterError) -> [Inscription] {
    try await write { [self] db, head in
      guard head.referentiel == version else { throw RegisterError.referentielDepasse(courante: head.referentiel) }
      let horloges = horloges
      let inscriptions = try receptions.map { numero, prepared in
        try Self.insert(prepared, horloges, db, &head, under: numero)
      }
      try Mots.sortIn(db)
      return inscriptions
    }
  }

  /// The last numero of each year in a register that is not open, as far as it can be read.
  package static func derniersNumeros(_ path: String) throws(RegisterError) -> [Numero] {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let found = try queue.read { db in
        try Int64.fetchAll(db, sql: "SELECT max(numero) FROM demande GROUP BY numero / 10000000")
      }
      try queue.close()
      return found.compactMap(Numero.init(cle:))
    } catch {
      throw RegisterError(error)
    }
  }

  /// When a register that is not open received each of those that it has, as far as it can be read.
  package static func recuesLe(_ path: String, _ numeros: [Numero]) throws(RegisterError) -> [Numero: Instant] {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let found = try queue.read { db in
        var found: [Numero: Instant] = [:]
        let statement = try db.makeStatement(sql: "SELECT recueLe FROM demande WHERE numero = ?")
        for numero in numeros {
          if let recueLe = try Int64.fetchOne(statement, arguments: [numero.cle]) {
            found[numero] = Instant(microseconds: recueLe)
          }
        }
        return found
      }
      try queue.close()
      return found
    } catch {
      throw RegisterError(error)
    }
  }

  /// Records that these refused files were removed, their time being over; the register knows them no more, the journal
  /// does.
  package func expirerRejets(_ ids: [String], now: Instant) async throws(RegisterError) {
    try await write { db, head in
      for id in ids {
        let row = try Row.fetchOne(db, sql: "DELETE FROM rejet WHERE id = ? RETURNING etat, auDepot", arguments: [id])
        guard let row else { continue }
        if row["etat"] as String == "ouvert" {
          head.rejetsOuverts -= 1
          if row["auDepot"] as Bool { head.rejetsAuDepot -= 1 }
        }
        try head.append(
          db, PreparedFait(.rejetExpire(RejetExpire(id: id))), numero: nil, survenuLe: now, enregistreLe: now,
          auteur: Fait.regles)
      }
    }
  }
}

extension CopieDuRegistre {
  /// Writes what a file holds into a new one that needs no other beside it; the first is left as it is.
  package static func copier(_ path: String, vers target: String) async throws(RegisterError) {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try await queue.writeWithoutTransaction { db in try db.execute(sql: "VACUUM INTO ?", arguments: [target]) }
      try queue.close()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw .unusable("« \(path) » n’est pas une base SQLite ; donnez une sauvegarde faite par Guichet.")
    } catch {
      throw RegisterError(error)
    }
  }
}
