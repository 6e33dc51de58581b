import Crypto
import Foundation
import GRDB
package import Guichet

extension Register {
  /// The version in force and the files it was loaded from; version 0 and none before the first.
  package func currentReferentiel() async throws(RegisterError) -> (version: Int, fichiers: [FichierReferentiel]) {
    try await read { db in
      let version = try Int.fetchOne(db, sql: "SELECT max(version) FROM referentiel") ?? 0
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT nom, contenu FROM referentiel JOIN referentielPiece USING (empreinte) WHERE version = ? ORDER BY nom
          """, arguments: [version])
      return (version, rows.map { FichierReferentiel(nom: $0["nom"], contenu: [UInt8]($0["contenu"] as Data)) })
    }
  }

  /// Puts a new version in force, in one transaction, with its fact.
  ///
  /// - Parameter expected: the version that it was compared with.
  /// - Returns: the new version's number.
  /// - Throws: `.referentielDepasse` when another version has come into force since the comparison.
  package func apply(
    _ referentiel: Guichet.Referentiel, fichiers: [FichierReferentiel], over expected: Int, by agent: Int64,
    now: Instant
  ) async throws(RegisterError) -> Int {
    let pieces = fichiers.sorted { $0.nom < $1.nom }.map { ($0, Array(SHA256.hash(data: $0.contenu))) }
    return try await write { db, head in
      let current = head.referentiel
      guard current == expected else { throw RegisterError.referentielDepasse(courante: current) }
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
