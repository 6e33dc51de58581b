package import StrictJSON

extension Wire {
  /// One backup of the register.
  package struct Sauvegarde: WireObject {
    package let fichier: String
    package let faiteLe: String
    package let octets: Int
    /// What its manifest says; null where it has none.
    package let sha256: String?
    package let sequence: Int?
    package let chaine: String?
    package let demandes: Int?
    package let version: String?
    package let schema: Int?
    /// What was wrong with the register when it was made, French sentences.
    package let fautes: [String]?
    /// When a check found it at fault; null where none did, or when is not known.
    package let fautiveLe: String?
    /// What that check found, French sentences; null where none found anything.
    package let fautesTrouvees: [String]?

    package init(
      fichier: String, faiteLe: String, octets: Int, sha256: String?, sequence: Int?, chaine: String?, demandes: Int?,
      version: String?, schema: Int?, fautes: [String]?, fautiveLe: String? = nil, fautesTrouvees: [String]? = nil
    ) {
      self.fichier = fichier
      self.faiteLe = faiteLe
      self.octets = octets
      self.sha256 = sha256
      self.sequence = sequence
      self.chaine = chaine
      self.demandes = demandes
      self.version = version
      self.schema = schema
      self.fautes = fautes
      self.fautiveLe = fautiveLe
      self.fautesTrouvees = fautesTrouvees
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      fichier = try reader.string("fichier")
      faiteLe = try reader.string("faiteLe")
      octets = try reader.int("octets")
      sha256 = try reader.optionalString("sha256")
      sequence = try reader.optionalInt("sequence")
      chaine = try reader.optionalString("chaine")
      demandes = try reader.optionalInt("demandes")
      version = try reader.optionalString("version")
      schema = try reader.optionalInt("schema")
      fautes = try reader.optionalStrings("fautes")
      fautiveLe = try reader.optionalString("fautiveLe")
      fautesTrouvees = try reader.optionalStrings("fautesTrouvees")
    }

    package var json: JSONValue {
      [
        "fichier": .string(fichier), "faiteLe": .string(faiteLe), "octets": .count(octets), "sha256": .text(sha256),
        "sequence": .count(sequence), "chaine": .text(chaine), "demandes": .count(demandes), "version": .text(version),
        "schema": .count(schema), "fautes": .list(fautes),
        "fautiveLe": .text(fautiveLe), "fautesTrouvees": .list(fautesTrouvees),
      ]
    }
  }
}
