package import StrictJSON

extension Wire {

  /// Where the follow-up of an informed family stands.
  package struct Suivi: WireObject {
    /// What is to be done next, a code; nil for a family that asked to be left alone.
    package let code: String?
    /// The same in French.
    package let phrase: String?
    /// Its day, ISO.
    package let jour: String?
    /// When there was last anything between the LINF and the family, RFC 3339.
    package let dernierContact: String?
    /// When the family wishes care to begin, ISO.
    package let debut: String?
    /// What the rule on families that do not answer any more lacks, one French sentence; nil when it is met.
    package let manque: String?

    package init(
      code: String? = nil, phrase: String? = nil, jour: String? = nil, dernierContact: String? = nil,
      debut: String? = nil, manque: String? = nil
    ) {
      self.code = code
      self.phrase = phrase
      self.jour = jour
      self.dernierContact = dernierContact
      self.debut = debut
      self.manque = manque
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      code = try reader.optionalString("code")
      phrase = try reader.optionalString("phrase")
      jour = try reader.optionalString("jour")
      dernierContact = try reader.optionalString("dernierContact")
      debut = try reader.optionalString("debut")
      manque = try reader.optionalString("manque")
    }

    package var json: JSONValue {
      [
        "code": .text(code),
        "phrase": .text(phrase),
        "jour": .text(jour),
        "dernierContact": .text(dernierContact),
        "debut": .text(debut),
        "manque": .text(manque),
      ]
    }
  }
}
