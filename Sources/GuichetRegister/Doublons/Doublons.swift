import GRDB
import Guichet

/// The rows of the keys by which a demande's family is found again: of all that its form said, corrected or not.
enum Doublons {
  static func insert(_ db: Database, _ cles: some Sequence<CleDoublon>, _ numero: Numero) throws {
    var insert = try HotStatement(db, "INSERT INTO doublon (cle, numero) VALUES (?, ?) ON CONFLICT DO NOTHING")
    for cle in cles {
      insert.bind(cle.valeur)
      insert.bind(numero.cle)
      try insert.run(db)
    }
  }

  /// A corrected form is found by what it says now, and still by what it said.
  static func store(_ db: Database, _ demande: Demande, before: Demande) throws {
    guard demande.formulaire != before.formulaire else { return }
    try insert(db, CleDoublon.keys(of: demande.formulaire), demande.numero)
  }

  /// Makes anew those of all that its form ever said, as its facts tell.
  static func refresh(_ db: Database, _ numero: Numero) throws {
    var cles: Set<CleDoublon> = []
    _ = try Demande.replayed(db, numero) { demande in cles.formUnion(CleDoublon.keys(of: demande.formulaire)) }
    try insert(db, cles.sorted { $0.valeur < $1.valeur }, numero)
  }

  /// Keeps those of one whose facts cannot be read as they were.
  static func keep(_ db: Database, _ numero: Numero) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO doublon SELECT cle, numero FROM doublonAncien WHERE numero = ?",
      arguments: [numero.cle])
  }

  static func areStored(_ db: Database, _ demande: Demande) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM doublon WHERE cle = ? AND numero = ?")
    return try CleDoublon.keys(of: demande.formulaire).allSatisfy { cle in
      try Int.fetchOne(statement, arguments: [cle.valeur, demande.numero.cle]) != nil
    }
  }
}
