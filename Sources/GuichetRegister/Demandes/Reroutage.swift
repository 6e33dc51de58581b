import GRDB
package import Guichet

/// How far the demandes have followed the référentiel and the days.
package struct Reroutage: Hashable, Sendable {
  /// The version for which all that the rules may move has been routed again; 0 before the first.
  package internal(set) var version: Int
  /// The day up to whose rattachements it has; nil before the first.
  package internal(set) var jour: DateCivile?
  /// The oldest day by which a demande has been routed since that was last begun: a lot that is read before midnight may
  /// be recorded after.
  package private(set) var jourAncien: DateCivile?
  /// The same since the pass under way began. Not kept in the file: without a pass that ends it is of no use.
  private var jourAncienDeLaPasse: DateCivile?

  /// Something was routed by a day whose end had been followed before it was recorded.
  package var isLate: Bool {
    guard let jour, let jourAncien else { return false }
    return jourAncien < jour
  }

  /// A demande was routed by that day.
  mutating func routed(le day: DateCivile) {
    jourAncien = min(jourAncien ?? day, day)
    jourAncienDeLaPasse = min(jourAncienDeLaPasse ?? day, day)
  }

  mutating func begin() { jourAncienDeLaPasse = nil }

  mutating func end(version: Int, jour: DateCivile) {
    self.version = version
    self.jour = jour
    jourAncien = jourAncienDeLaPasse
  }
}

extension Reroutage {
  init(_ db: Database) throws {
    let row = try Row.fetchOne(db, sql: "SELECT version, jour, jourAncien FROM reroutage")
    version = row?["version"] ?? 0
    jour = (row?["jour"] as String?).flatMap { DateCivile(iso: $0) }
    jourAncien = (row?["jourAncien"] as String?).flatMap { DateCivile(iso: $0) }
    // What was recorded under a pass that another process began is not told from what was before.
    jourAncienDeLaPasse = jourAncien
  }

  func store(_ db: Database) throws {
    try db.execute(
      sql: "UPDATE reroutage SET version = ?, jour = ?, jourAncien = ?",
      arguments: [version, jour?.iso, jourAncien?.iso])
  }

  /// Whether the file has to be told.
  func isStored(as other: Reroutage) -> Bool {
    version == other.version && jour == other.jour && jourAncien == other.jourAncien
  }
}

extension Register {
  /// Begins to route again what may have to move: whatever is recorded from here on counts for the next pass.
  ///
  /// - Returns: how far it had come before.
  package func beginRerouting() async throws(RegisterError) -> Reroutage {
    try await write { _, head in
      defer { head.reroutage.begin() }
      return head.reroutage
    }
  }

  /// Notes that all has been routed again for that version and day, and records what the days of change until then came
  /// to: both or neither.
  ///
  /// - Throws: `.referentielDepasse` when another version has come into force; nothing is written then.
  package func endRerouting(
    version: Int, jour: DateCivile, telling changes: [RattachementsChanges] = [], now: Instant
  ) async throws(RegisterError) {
    try await write { db, head in
      guard head.referentiel == version else { throw RegisterError.referentielDepasse(courante: head.referentiel) }
      head.reroutage.end(version: version, jour: jour)
      for change in changes {
        try head.append(
          db, PreparedFait(.rattachementsChanges(change)), numero: nil, survenuLe: now, enregistreLe: now,
          auteur: Fait.regles)
      }
    }
  }
}
