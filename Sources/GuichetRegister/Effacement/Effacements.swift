import Foundation
import GRDB
import Guichet

/// The families that were erased, as the writer knows them.
package struct Effacements: Sendable {
  /// How many there are: where there are none, no form is compared with them.
  package private(set) var nombre: Int
  /// How many of them have left copies in the file, which `Register.nettoyer` removes.
  package private(set) var incomplets: Int
  /// The key of `EmpreinteDEffacement`.
  package private(set) var cle: [UInt8]

  init(_ db: Database) throws {
    nombre = try Int.fetchOne(db, sql: "SELECT count(*) FROM efface") ?? 0
    incomplets = try Int.fetchOne(db, sql: "SELECT count(*) FROM efface WHERE complet = 0") ?? 0
    guard let cle = try Data.fetchOne(db, sql: "SELECT cle FROM cleDesEffacements"), cle.count == 32 else {
      throw RegisterError.unusable("La clé des effacements manque ; restaurez une sauvegarde.")
    }
    self.cle = [UInt8](cle)
  }

  /// The numero under which the family of that form was erased; nil where it was not.
  func numero(_ db: Database, of formulaire: Formulaire) throws -> Numero? {
    guard nombre > 0 else { return nil }
    let statement = try db.cachedStatement(sql: "SELECT numero FROM efface WHERE empreinte = ?")
    return try Int64.fetchOne(statement, arguments: [Data(EmpreinteDEffacement.of(formulaire, cle: cle))])
      .flatMap(Numero.init(cle:))
  }

  /// Adds one, unless it is known already.
  mutating func ajoute(_ db: Database, _ numero: Numero, empreinte: [UInt8], le: Instant) throws {
    try db.execute(
      sql: "INSERT INTO efface VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING",
      arguments: [numero.cle, Data(empreinte), le.microseconds])
    guard db.changesCount > 0 else { return }
    nombre += 1
    incomplets += 1
  }

  /// No copy of any of them is left in the file.
  mutating func complete(_ db: Database) throws {
    try db.execute(sql: "UPDATE efface SET complet = 1 WHERE complet = 0")
    incomplets = 0
  }

  /// Takes the key of the log from which families are erased anew.
  mutating func prends(_ db: Database, cle: [UInt8]) throws {
    try db.execute(sql: "UPDATE cleDesEffacements SET cle = ?", arguments: [Data(cle)])
    self.cle = cle
  }
}
