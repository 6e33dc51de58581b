import GRDB
import Guichet

/// The rows of the contacts of demandes.
enum Contacts {
  /// Brings the rows up to what the demande's facts have become.
  static func store(_ db: Database, _ demande: Demande, before: Demande) throws {
    if demande.contacts != before.contacts { try store(db, demande) }
  }

  /// Makes the rows anew.
  static func store(_ db: Database, _ demande: Demande) throws {
    let delete = try db.cachedStatement(sql: "DELETE FROM contact WHERE numero = ?")
    try delete.execute(arguments: [demande.numero.cle])
    for note in demande.contacts {
      try db.execute(
        sql: "INSERT INTO contact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          demande.numero.cle, note.seq, note.survenuLe.microseconds, note.enregistreLe.microseconds, note.linf,
          note.contact.sens.rawValue, note.contact.canal.rawValue, note.contact.resultat.rawValue,
          note.contact.aRappelerLe?.microseconds,
        ])
    }
  }

  /// Whether the rows are what the demande's facts say.
  static func areStored(_ db: Database, _ demande: Demande) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT * FROM contact WHERE numero = ? ORDER BY seq")
    let rows = try Row.fetchAll(statement, arguments: [demande.numero.cle])
    guard rows.count == demande.contacts.count else { return false }
    return zip(rows, demande.contacts).allSatisfy { row, note in
      row["seq"] == note.seq && row["survenuLe"] == note.survenuLe.microseconds
        && row["enregistreLe"] == note.enregistreLe.microseconds && row["linf"] == note.linf
        && row["sens"] == note.contact.sens.rawValue && row["canal"] == note.contact.canal.rawValue
        && row["resultat"] == note.contact.resultat.rawValue
        && row["aRappelerLe"] == note.contact.aRappelerLe?.microseconds
    }
  }
}
