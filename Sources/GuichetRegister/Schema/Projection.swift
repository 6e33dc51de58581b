import GRDB
package import Guichet

/// What a change of schema tells while it works, so that nobody takes it for dead.
package enum MigrationProgress: Hashable, Sendable {
  /// A step begins, of so many, with its name.
  case etape(Int, sur: Int, String)
  /// SQLite has worked on at a statement that lasts. Comes often.
  case avance
  /// The rows of so many demandes, of all, have been brought up to what their facts say.
  case demandes(Int, sur: Int)
  /// The facts of this one cannot be read, for that reason: its row stays as it was.
  case illisible(Numero, String)
}

/// The rows of all demandes, made anew from their facts after columns were added.
enum Projection {
  /// How many are done between two signs of life: seconds, even on a slow disk.
  private static let lot = 5000

  /// One whose facts cannot be read stops none of the others.
  static func refresh(_ db: Database, _ tell: (MigrationProgress) -> Void) throws {
    let numeros = try Int64.fetchAll(db, sql: "SELECT numero FROM demande ORDER BY numero").compactMap(
      Numero.init(cle:))
    guard !numeros.isEmpty else { return }
    for (rank, numero) in numeros.enumerated() {
      if rank.isMultiple(of: lot) {
        try Mots.sortIn(db)
        tell(.demandes(rank, sur: numeros.count))
      }
      do {
        guard let demande = try Demande.replayed(db, numero) else { continue }
        // No clock is known yet: échéances are computed once there is one.
        try DemandeRow(demande, nil).update(db)
        try Departs.store(db, demande)
        try Mots.store(db, demande)
        try Contacts.store(db, demande)
        try Doublons.refresh(db, numero)
      } catch RegisterError.unusable(let reason) {
        try Doublons.keep(db, numero)
        // What is known of it all the same: it has been there since it was received.
        try db.execute(
          sql: "UPDATE demande SET depuis = recueLe WHERE numero = ? AND depuis = 0", arguments: [numero.cle])
        tell(.illisible(numero, reason))
      }
    }
    tell(.demandes(numeros.count, sur: numeros.count))
  }
}
