import GRDB
import Guichet

/// The rows of what falls due.
enum Taches {
  /// What an alert of an échéance is kept under; other natures have rows of their own.
  private static let escalade = "escalade"

  static func prochaine(_ db: Database) throws -> Instant? {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT min(due) FROM tache")).map(Instant.init(microseconds:))
  }

  /// Brings what falls due for a demande up to what it has become.
  static func store(_ db: Database, _ demande: Demande, _ etape: EtapeDue?, _ head: inout RegisterHead) throws {
    try delete(db, demande.numero)
    try insert(db, demande, etape, &head)
  }

  /// Adds what falls due for a demande of which nothing does yet.
  static func insert(_ db: Database, _ demande: Demande, _ etape: EtapeDue?, _ head: inout RegisterHead) throws {
    guard let alerte = demande.prochaineAlerte(etape) else { return }
    var insert = try HotStatement(db, "INSERT INTO tache (numero, nature, niveau, due) VALUES (?, ?, ?, ?)")
    insert.bind(demande.numero.cle)
    insert.bind(escalade)
    insert.bind(alerte.niveau.rawValue)
    insert.bind(alerte.le.microseconds)
    try insert.run(db)
    head.prevoit(alerte.le)
  }

  static func delete(_ db: Database, _ numero: Numero) throws {
    var delete = try HotStatement(db, "DELETE FROM tache WHERE numero = ? AND nature = ?")
    delete.bind(numero.cle)
    delete.bind(escalade)
    try delete.run(db)
  }

  static func remettre(_ db: Database, _ numero: Numero, a due: Instant) throws {
    try db.execute(
      sql: "UPDATE tache SET due = ? WHERE numero = ? AND nature = ?",
      arguments: [due.microseconds, numero.cle, escalade])
  }

  /// The demandes for which something is due by then, the longest due first.
  static func echues(_ db: Database, at now: Instant, limit: Int) throws -> [Numero] {
    try Int64.fetchAll(
      db, sql: "SELECT numero FROM tache WHERE due <= ? AND nature = ? ORDER BY due, numero LIMIT ?",
      arguments: [now.microseconds, escalade, limit]
    ).compactMap(Numero.init(cle:))
  }

  /// Whether the row is what the demande and its step say. One that was put off until an opening agrees too.
  static func areStored(_ db: Database, _ demande: Demande, _ etape: EtapeDue?) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT niveau, due FROM tache WHERE numero = ? AND nature = ?")
    let row = try Row.fetchOne(statement, arguments: [demande.numero.cle, escalade])
    guard let alerte = demande.prochaineAlerte(etape) else { return row == nil }
    guard let row, let due = row["due"] as Int64? else { return false }
    return row["niveau"] == alerte.niveau.rawValue && alerte.le.microseconds <= due
  }
}
