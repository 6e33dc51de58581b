import GRDB
import Guichet

/// The rows of what falls due.
enum Taches {
  /// What a row is about; of each, a demande has one at most.
  enum Nature: String {
    /// An alert of its échéance.
    case escalade
    /// The reminder of its rendez-vous.
    case rappel
  }

  /// One row.
  private struct Tache {
    let nature: Nature
    let niveau: String
    let due: Instant
  }

  static func prochaine(_ db: Database) throws -> Instant? {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT min(due) FROM tache")).map(Instant.init(microseconds:))
  }

  /// Brings what falls due for a demande up to what it has become.
  static func store(
    _ db: Database, _ demande: Demande, _ etape: EtapeDue?, _ horloges: Horloges?, _ head: inout RegisterHead
  ) throws {
    try delete(db, demande.numero)
    try insert(db, demande, etape, horloges, &head)
  }

  /// Adds what falls due for a demande of which nothing does yet. One that has just been received has an alert alone.
  static func insert(
    _ db: Database, _ demande: Demande, _ etape: EtapeDue?, _ horloges: Horloges?, _ head: inout RegisterHead
  ) throws {
    if let alerte = alerte(demande, etape) { try insert(db, alerte, demande.numero, &head) }
    if let rappel = rappel(demande, horloges) { try insert(db, rappel, demande.numero, &head) }
  }

  private static func alerte(_ demande: Demande, _ etape: EtapeDue?) -> Tache? {
    guard let alerte = demande.prochaineAlerte(etape) else { return nil }
    return Tache(nature: .escalade, niveau: alerte.niveau.rawValue, due: alerte.le)
  }

  private static func rappel(_ demande: Demande, _ horloges: Horloges?) -> Tache? {
    guard let rappel = horloges?.rappel(of: demande) else { return nil }
    let (id, sequence) = (rappel.rendezVous.id, rappel.rendezVous.sequence)
    return Tache(
      nature: .rappel, niveau: Envoi.Objet.rappel(rendezVous: id, sequence: sequence).texte, due: rappel.le)
  }

  private static func insert(_ db: Database, _ tache: Tache, _ numero: Numero, _ head: inout RegisterHead) throws {
    var insert = try HotStatement(db, "INSERT INTO tache (numero, nature, niveau, due) VALUES (?, ?, ?, ?)")
    insert.bind(numero.cle)
    insert.bind(tache.nature.rawValue)
    insert.bind(tache.niveau)
    insert.bind(tache.due.microseconds)
    try insert.run(db)
    head.prevoit(tache.due)
  }

  static func delete(_ db: Database, _ numero: Numero) throws {
    var delete = try HotStatement(db, "DELETE FROM tache WHERE numero = ?")
    delete.bind(numero.cle)
    try delete.run(db)
  }

  static func remettre(_ db: Database, _ nature: Nature, of numero: Numero, a due: Instant) throws {
    try db.execute(
      sql: "UPDATE tache SET due = ? WHERE numero = ? AND nature = ?",
      arguments: [due.microseconds, numero.cle, nature.rawValue])
  }

  /// The demandes for which something is due by then, the longest due first; one of which several things are may come
  /// several times.
  static func echues(_ db: Database, at now: Instant, limit: Int) throws -> [Numero] {
    try Int64.fetchAll(
      db, sql: "SELECT numero FROM tache WHERE due <= ? ORDER BY due, numero LIMIT ?",
      arguments: [now.microseconds, limit]
    ).compactMap(Numero.init(cle:))
  }

  /// Whether the rows are what the demande and its step say. One that was put off until later agrees too.
  static func areStored(_ db: Database, _ demande: Demande, _ etape: EtapeDue?, _ horloges: Horloges?) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT nature, niveau, due FROM tache WHERE numero = ?")
    let rows = try Row.fetchAll(statement, arguments: [demande.numero.cle])
    let expected = [alerte(demande, etape), rappel(demande, horloges)].compactMap(\.self)
    return rows.count == expected.count
      && expected.allSatisfy { tache in
        rows.contains { row in
          row["nature"] == tache.nature.rawValue && row["niveau"] == tache.niveau
            && tache.due.microseconds <= row["due"] as Int64
        }
      }
  }
}
