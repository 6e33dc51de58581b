package import StrictJSON

extension Wire {

  /// By when the next step of a demande is due, and why.
  package struct EcheanceExpliquee: WireObject {
    /// What is to be done, a code.
    package let nature: String
    /// RFC 3339; nil while it is paused.
    package let le: String?
    /// Whether a person set it.
    package let fixee: Bool
    /// Open time that will be left when it is resumed, in minutes; nil unless it is paused.
    package let reste: Int?
    /// Day by day, French sentences.
    package let explication: [String]
    /// What is to be done, in French.
    package let libelle: String?

    package init(
      nature: String, le: String? = nil, fixee: Bool, reste: Int? = nil, explication: [String], libelle: String? = nil
    ) {
      self.nature = nature
      self.le = le
      self.fixee = fixee
      self.reste = reste
      self.explication = explication
      self.libelle = libelle
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      nature = try reader.string("nature")
      le = try reader.optionalString("le")
      fixee = try reader.bool("fixee")
      reste = try reader.optionalInt("reste")
      explication = try reader.strings("explication")
      libelle = try reader.optionalString("libelle")
    }

    package var json: JSONValue {
      [
        "nature": .string(nature),
        "le": .text(le),
        "fixee": .bool(fixee),
        "reste": .count(reste),
        "explication": .list(explication),
        "libelle": .text(libelle),
      ]
    }
  }
}
