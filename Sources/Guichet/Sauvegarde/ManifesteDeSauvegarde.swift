import StrictJSON

/// What is written beside a backup: enough to tell, without opening it, what it holds and whether it has been changed.
package struct ManifesteDeSauvegarde: Hashable, Sendable {
  package let nom: NomDeSauvegarde
  /// Of the program that made it.
  package let version: String
  /// Of the register's tables.
  package let schema: Int
  /// Rank and chain value, in hexadecimal, of the journal's last entry.
  package let sequence: Int64
  package let chaine: String
  package let demandes: Int
  package let octets: Int
  /// SHA-256 of the file, in hexadecimal.
  package let sha256: String
  /// What the journal's check found, French sentences; none where all is as it was written.
  package let fautes: [String]

  package var estIntacte: Bool { fautes.isEmpty }

  package init(
    nom: NomDeSauvegarde, version: String, schema: Int, sequence: Int64, chaine: String, demandes: Int, octets: Int,
    sha256: String, fautes: [String]
  ) {
    self.nom = nom
    self.version = version
    self.schema = schema
    self.sequence = sequence
    self.chaine = chaine
    self.demandes = demandes
    self.octets = octets
    self.sha256 = sha256
    self.fautes = fautes
  }

  /// The bytes of the file.
  package var bytes: [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.beginObject()
    writer.member("fichier", nom.fichier)
    writer.member("faiteLe", nom.instant.rfc3339(offsetSeconds: 0))
    writer.member("version", version)
    writer.member("schema", schema)
    writer.member("sequence", Int(sequence))
    writer.member("chaine", chaine)
    writer.member("demandes", demandes)
    writer.member("octets", octets)
    writer.member("sha256", sha256)
    writer.key("fautes")
    writer.beginArray()
    for faute in fautes { writer.string(faute) }
    writer.endArray()
    writer.endObject()
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  /// Nil where the bytes are none, or damaged: the backup can be used all the same.
  package init?(_ bytes: [UInt8]) {
    let json: JSON
    do {
      json = try JSON.parse(bytes)
    } catch {
      return nil
    }
    guard let nom = json["fichier"]?.string.flatMap({ NomDeSauvegarde(fichier: $0) }),
      let version = json["version"]?.string, let schema = json["schema"]?.int, let sequence = json["sequence"]?.int,
      let chaine = json["chaine"]?.string, let demandes = json["demandes"]?.int, let octets = json["octets"]?.int,
      let sha256 = json["sha256"]?.string, let fautes = json["fautes"]
    else { return nil }
    self.init(
      nom: nom, version: version, schema: schema, sequence: Int64(sequence), chaine: chaine, demandes: demandes,
      octets: octets, sha256: sha256, fautes: fautes.elements.compactMap(\.string))
  }
}
