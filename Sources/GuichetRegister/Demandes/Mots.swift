import GRDB
import Guichet

/// The rows of the names by which a demande is found: those of its form as it stands now, and no others, since a name that
/// was put right is not kept to be looked for.
///
/// A name belongs somewhere among all names, so that one row a form would write one more page of the file a form: a
/// fifth of what registering it costs. Names therefore arrive in a table in the order of numeros, and many at a time
/// go where they belong. Whoever looks for one looks in both.
enum Mots {
  /// How many may wait: they are searched one by one, in about a millisecond.
  private static let attenteMax = 16_384
  private static let tables = ["recherche", "rechercheRecente"]

  static func insert(_ db: Database, _ mots: [String], _ numero: Numero) throws {
    guard !mots.isEmpty else { return }
    var insert = try HotStatement(
      db, "INSERT INTO rechercheRecente (numero, mot) VALUES (?, ?) ON CONFLICT DO NOTHING")
    for mot in mots {
      insert.bind(numero.cle)
      insert.bind(mot)
      try insert.run(db)
    }
  }

  /// Sorts in those that arrived, once they are many.
  static func sortIn(_ db: Database) throws {
    let waiting = try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM rechercheRecente")) ?? 0
    guard waiting >= attenteMax else { return }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO recherche (mot, numero) SELECT mot, numero FROM rechercheRecente ORDER BY mot, numero;
        DELETE FROM rechercheRecente
        """)
  }

  /// Adds the rows of a demande that has none yet.
  static func store(_ db: Database, _ demande: Demande) throws {
    try insert(db, MotsDeNom.mots(of: demande.formulaire), demande.numero)
  }

  /// Brings the rows up to what its form has become.
  static func store(_ db: Database, _ demande: Demande, before: Demande) throws {
    guard demande.formulaire != before.formulaire else { return }
    let (old, new) = (MotsDeNom.mots(of: before.formulaire), MotsDeNom.mots(of: demande.formulaire))
    for mot in old where !new.contains(mot) {
      for table in tables {
        try db.execute(
          sql: "DELETE FROM \(table) WHERE mot = ? AND numero = ?", arguments: [mot, demande.numero.cle])
      }
    }
    try insert(db, new.filter { !old.contains($0) }, demande.numero)
  }

  static func areStored(_ db: Database, _ demande: Demande) throws -> Bool {
    try MotsDeNom.mots(of: demande.formulaire).allSatisfy { mot in
      try tables.contains { table in
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM \(table) WHERE mot = ? AND numero = ?")
        return try Int.fetchOne(statement, arguments: [mot, demande.numero.cle]) != nil
      }
    }
  }

  /// The numeros that fit, each part by its own index.
  static func query(_ recherche: Recherche) -> (sql: String, arguments: [any DatabaseValueConvertible]) {
    var parts: [String] = []
    var arguments: [any DatabaseValueConvertible] = []
    for (nom, table) in recherche.noms.flatMap({ nom in tables.map { (nom, $0) } }) {
      // The last of all characters comes after whatever a name goes on with.
      var part = "SELECT numero FROM \(table) WHERE mot >= ? AND mot < ?"
      arguments += [nom.nom, nom.nom + "\u{10FFFF}"]
      if !nom.prenom.isEmpty {
        part += " AND instr(mot, ?) > 0"
        arguments.append(" " + nom.prenom)
      }
      parts.append(part)
    }
    for cle in recherche.cles {
      parts.append("SELECT numero FROM doublon WHERE cle = ?")
      arguments.append(cle.valeur)
    }
    for reference in recherche.references {
      parts.append("SELECT numero FROM demande WHERE reference = ?")
      arguments.append(reference)
    }
    if let numero = recherche.numero {
      parts.append("SELECT numero FROM demande WHERE numero = ?")
      arguments.append(numero.cle)
    }
    return (parts.joined(separator: " UNION "), arguments)
  }
}
