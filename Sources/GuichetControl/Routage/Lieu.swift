package import StrictJSON

extension Wire {

  /// A place to be routed; whatever is missing is not guessed.
  package struct Lieu: WireObject {
    /// Number and street.
    package let voie: String?
    package let codePostal: String?
    /// Name of the commune.
    package let commune: String?
    package let codeInsee: String?
    /// Day of the decision, ISO; today when nil.
    package let le: String?

    package init(
      voie: String? = nil, codePostal: String? = nil, commune: String? = nil, codeInsee: String? = nil,
      le: String? = nil
    ) {
      self.voie = voie
      self.codePostal = codePostal
      self.commune = commune
      self.codeInsee = codeInsee
      self.le = le
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      voie = try reader.optionalString("voie")
      codePostal = try reader.optionalString("codePostal")
      commune = try reader.optionalString("commune")
      codeInsee = try reader.optionalString("codeInsee")
      le = try reader.optionalString("le")
    }

    package var json: JSONValue {
      [
        "voie": .text(voie),
        "codePostal": .text(codePostal),
        "commune": .text(commune),
        "codeInsee": .text(codeInsee),
        "le": .text(le),
      ]
    }
  }
}
