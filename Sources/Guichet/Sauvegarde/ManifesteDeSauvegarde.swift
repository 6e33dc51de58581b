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

  /// How a file differs from the one that this was written for, French sentences; none where it does not.
  package func ecarts(sha256 found: String, octets length: Int) -> [String] {
    guard found != sha256 || length != octets else { return [] }
    let size = length == octets ? "" : ", et \(length) octets au lieu de \(octets)"
    return [
      "Le fichier n’est plus celui qui a été écrit : son SHA-256 est \(found.prefix(16))… au lieu de "
        + "\(sha256.prefix(16))…\(size)."
    ]
  }

  /// How the journal of a copy differs from the one that was copied, French sentences; none where it does not.
  package func ecarts(sequence last: Int64, chaine head: String) -> [String] {
    guard last != sequence || head != chaine else { return [] }
    return [
      "Son journal finit au fait \(last) (tête \(head.prefix(16))…) au lieu du fait \(sequence) (tête "
        + "\(chaine.prefix(16))…)."
    ]
  }

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
