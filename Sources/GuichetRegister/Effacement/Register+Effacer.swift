import Foundation
import GRDB
package import Guichet

/// A demande that is to be erased, with what goes with it.
package struct AEffacer: Sendable {
  package let demande: Demande
  /// Entries of the journal that say something of it.
  package let faits: Int
  /// See `EmpreinteDEffacement`; of one that was erased already, what was kept.
  package let empreinte: [UInt8]
}

extension Register {
  /// Those of these demandes that exist, with all that were merged with one of them, in the order of their numeros.
  ///
  /// - Parameter avecFusions: without it, none but these.
  package func aEffacer(_ numeros: [Numero], avecFusions: Bool = true) async throws(RegisterError) -> [AEffacer] {
    let cle = head.effacements.cle
    return try await read { db in
      try (avecFusions ? Self.familles(db, numeros) : Set(numeros).sorted()).compactMap { numero in
        guard let demande = try Demande.replayed(db, numero) else { return nil }
        let count = try Int.fetchOne(
          db, sql: "SELECT count(*) FROM fait WHERE numero = ? AND donnees IS NOT NULL", arguments: [numero.cle])
        return AEffacer(
          demande: demande, faits: count ?? 0,
          empreinte: EmpreinteDEffacement.of(demande.recue.formulaire, cle: cle))
      }
    }
  }

  /// Demandes that were registered before that instant and of which something can still be erased, the oldest first.
  package func nonEffacees(recuesAvant instant: Instant) async throws(RegisterError) -> [Numero] {
    try await read { db in
      try Int64.fetchAll(
        db,
        sql:
          "SELECT numero FROM demande WHERE recueLe < ? AND numero NOT IN (SELECT numero FROM efface) ORDER BY recueLe",
        arguments: [instant.microseconds]
      ).compactMap(Numero.init(cle:))
    }
  }

  /// These and all that persons found to be the same by merging them, whichever way.
  private static func familles(_ db: Database, _ numeros: [Numero]) throws -> [Numero] {
    var found = Set(numeros)
    var queue = numeros[...]
    while let next = queue.popFirst() {
      let others = try Int64.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT numero FROM demande WHERE fusionneeDans = ?1
            UNION SELECT fusionneeDans FROM demande WHERE numero = ?1 AND fusionneeDans IS NOT NULL
            """), arguments: [next.cle])
      for other in others.compactMap(Numero.init(cle:)) where found.insert(other).inserted { queue.append(other) }
    }
    return found.sorted()
  }

  /// Erases these families in one transaction: what is pending is called off, what their facts said goes, and figures stay
  /// what they were. Those that were erased already are left as they are.
  ///
  /// Copies of what went may be left in the file until `nettoyer`.
  ///
  /// - Parameters:
  ///   - rejets: ids of refused files that are theirs.
  ///   - le: when it was asked for.
  package func effacer(
    _ numeros: [Numero], rejets: [String] = [], by agent: Int64, now: Instant, le: Instant? = nil,
    cause: CauseDEffacement = .demande, fuseau: Fuseau
  ) async throws(RegisterError) {
    try await write { [self] db, head in
      let horloges = horloges
      // What is overwritten is overwritten with zeros, as far as this connection reaches.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      defer { Self.keepDeleted(db) }
      for numero in numeros { try Self.effacer(numero, cause, agent, now, le ?? now, horloges, fuseau, db, &head) }
      for id in rejets { try Self.effacer(rejet: id, agent, now, db, &head) }
    }
  }

  private static func keepDeleted(_ db: Database) {
    do {
      try db.execute(sql: "PRAGMA secure_delete = OFF")
    } catch {
      // Then it goes on overwriting, which only takes longer.
    }
  }

  private static func effacer(
    _ numero: Numero, _ cause: CauseDEffacement, _ agent: Int64, _ now: Instant, _ le: Instant, _ horloges: Horloges?,
    _ fuseau: Fuseau,
    _ db: Database, _ head: inout RegisterHead
  ) throws {
    guard let found = try Demande.replayed(db, numero), found.effaceeLe == nil else { return }
    let ending = try found.acheverAvantEffacement(at: now)
    let before = ending.isEmpty ? found : try record(ending, of: found, agent, now, [:], horloges, db, &head).demande
    let empreinte = EmpreinteDEffacement.of(before.recue.formulaire, cle: head.effacements.cle)
    let effacee = Effacee(before, try Fait.all(db, of: numero), fuseau, cause: cause)
    let seq = try head.append(
      db, PreparedFait(.effacee(effacee)), numero: numero, survenuLe: le, enregistreLe: now, auteur: agent)
    try db.execute(
      sql: "UPDATE fait SET donnees = NULL, sel = NULL WHERE numero = ? AND seq < ? AND donnees IS NOT NULL",
      arguments: [numero.cle, seq])
    guard let after = try Demande.replayed(db, numero) else { throw RegisterError.introuvable }
    try project(after, horloges, db, &head)
    let row = try DemandeRow(after, nil)
    try db.execute(
      sql: "UPDATE demande SET reference = ?, empreinte = ? WHERE numero = ?",
      arguments: [row.reference, Data(row.empreinte), numero.cle])
    // All that was ever found by, and not only what its form says now.
    for table in ["doublon", "recherche", "rechercheRecente"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE numero = ?", arguments: [numero.cle])
    }
    try RendezVousRows.store(db, after, before: before)
    try Contacts.store(db, after)
    try Envois.effacer(db, numero, &head)
    try head.effacements.ajoute(db, numero, empreinte: empreinte, le: le)
  }

  /// The register knows it no more; the journal says that it went, and no longer what it was.
  private static func effacer(
    rejet id: String, _ agent: Int64, _ now: Instant, _ db: Database, _ head: inout RegisterHead
  ) throws {
    guard
      let row = try Row.fetchOne(
        db, sql: "DELETE FROM rejet WHERE id = ? RETURNING seq, etat, auDepot", arguments: [id])
    else { return }
    if row["etat"] as String == "ouvert" {
      head.rejetsOuverts -= 1
      if row["auDepot"] as Bool { head.rejetsAuDepot -= 1 }
    }
    try db.execute(
      sql: "UPDATE fait SET donnees = NULL, sel = NULL WHERE seq = ?", arguments: [row["seq"] as Int64])
    try head.append(
      db, PreparedFait(.rejetExpire(RejetExpire(id: id, estEfface: true))), numero: nil, survenuLe: now,
      enregistreLe: now, auteur: agent)
  }

  /// Makes sure that no copy of what was erased is left in the file or beside it: the file is written anew and its log
  /// emptied. Everything else waits meanwhile.
  ///
  /// - Parameter onProgress: called often while the file is written anew, by what SQLite does; it must not block.
  /// - Returns: whether it is so; not while somebody reads the file from outside, such as a backup under way.
  package func nettoyer(
    _ onProgress: @escaping @Sendable () -> Void = {}
  ) async throws(RegisterError) -> Bool {
    guard head.effacements.incomplets > 0 else { return true }
    let signs = SignesDeVie(onProgress)
    let isClean: Bool
    do {
      isClean = try await pool.barrierWriteWithoutTransaction { db in
        signs.begin(db)
        defer { SignesDeVie.end(db) }
        do {
          try db.execute(sql: "VACUUM")
          _ = try db.checkpoint(.truncate)
          return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
          return false
        }
      }
    } catch {
      throw RegisterError(error)
    }
    guard isClean else { return false }
    try await write { db, head in try head.effacements.complete(db) }
    return true
  }

  /// Whether the family of that form was erased.
  package func estEffacee(_ formulaire: Formulaire) async throws(RegisterError) -> Bool {
    let effacements = head.effacements
    return try await read { db in try effacements.numero(db, of: formulaire) != nil }
  }

  /// The numeros of all that were erased.
  package func effacees() async throws(RegisterError) -> Set<Numero> {
    try await read { db in
      Set(try Int64.fetchAll(db, sql: "SELECT numero FROM efface").compactMap(Numero.init(cle:)))
    }
  }

  /// Notes families that were erased after what this register has of them was written: they do not come back.
  package func connaitre(_ effacees: [(Numero, empreinte: [UInt8], le: Instant)]) async throws(RegisterError) {
    try await write { db, head in
      for (numero, empreinte, le) in effacees {
        try head.effacements.ajoute(db, numero, empreinte: empreinte, le: le)
        head.reserved(numero)
      }
    }
  }

  /// Takes another key; only where no family was erased under the present one.
  package func prendreLaCle(_ cle: [UInt8]) async throws(RegisterError) {
    try await write { db, head in
      guard head.effacements.nombre == 0 else { throw RegisterError.introuvable }
      try head.effacements.prends(db, cle: cle)
    }
  }
}
