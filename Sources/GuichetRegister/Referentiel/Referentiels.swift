import Crypto
import Foundation
import GRDB
package import Guichet

extension Register {
  /// The version in force and the files it was loaded from; version 0 and none before the first.
  package func currentReferentiel() async throws(RegisterError) -> (version: Int, fichiers: [FichierReferentiel]) {
    try await read { db in
      let version = try Int.fetchOne(db, sql: "SELECT max(version) FROM referentiel") ?? 0
      return (version, try Self.fichiers(db, version))
    }
  }

  /// The files that a version was loaded from, in the order of their names; none when there is no such version.
  package func referentiel(_ version: Int) async throws(RegisterError) -> [FichierReferentiel] {
    try await read { db in try Self.fichiers(db, version) }
  }

  private static func fichiers(_ db: Database, _ version: Int) throws -> [FichierReferentiel] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT nom, contenu FROM referentiel JOIN referentielPiece USING (empreinte) WHERE version = ? ORDER BY nom
        """, arguments: [version]
    ).map { FichierReferentiel(nom: $0["nom"], contenu: [UInt8]($0["contenu"] as Data)) }
  }

  /// Puts a new version in force, in one transaction, with its fact.
  ///
  /// The very files of the version in force make no other version.
  ///
  /// - Parameter expected: the version that it was compared with.
  /// - Returns: the number of the version that is then in force.
  /// - Throws: `.referentielDepasse` when another version has come into force since the comparison.
  package func apply(
    _ referentiel: Guichet.Referentiel, fichiers: [FichierReferentiel], over expected: Int, by agent: Int64,
    now: Instant
  ) async throws(RegisterError) -> Int {
    let pieces = fichiers.sorted { $0.nom < $1.nom }.map { ($0, Array(SHA256.hash(data: $0.contenu))) }
    return try await write { db, head in
      let current = head.referentiel
      guard current == expected else { throw RegisterError.referentielDepasse(courante: current) }
      let known = try Row.fetchAll(
        db, sql: "SELECT nom, empreinte FROM referentiel WHERE version = ? ORDER BY nom", arguments: [current])
      if !known.isEmpty,
        known.map({ [$0["nom"] as String, [UInt8]($0["empreinte"] as Data).hexadecimal] })
          == pieces.map({ [$0.0.nom, $0.1.hexadecimal] })
      {
        return current
      }
      for (fichier, empreinte) in pieces {
        try db.execute(
          sql: "INSERT INTO referentielPiece VALUES (?, ?) ON CONFLICT DO NOTHING",
          arguments: [Data(empreinte), Data(fichier.contenu)])
        try db.execute(
          sql: "INSERT INTO referentiel VALUES (?, ?, ?)", arguments: [current + 1, fichier.nom, Data(empreinte)])
      }
      let charge = ReferentielCharge(
        version: current + 1, departement: referentiel.departement, communes: referentiel.communesCount,
        linf: referentiel.linf.count,
        fichiers: pieces.map { ReferentielCharge.Piece(nom: $0.0.nom, empreinte: $0.1.hexadecimal) })
      try head.append(
        db, PreparedFait(.referentielCharge(charge)), numero: nil, survenuLe: now, enregistreLe: now, auteur: agent)
      head.referentiel = current + 1
      head.depots.attendus(depuis: now)
      return current + 1
    }
  }
}

extension [UInt8] {
  /// The bytes as lower-case hexadecimal digits.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(count * 2)
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
