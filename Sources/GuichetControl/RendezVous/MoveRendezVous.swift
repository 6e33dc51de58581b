package import StrictJSON

/// Moves the rendez-vous that a family has.
package enum MoveRendezVous: ControlMethod {
  package struct Parameters: WireObject {
    /// `AAAA-NNNNNN`, or the number alone for this year.
    package let numero: String
    /// An instant, or a time in the Caf’s zone.
    package let debut: String
    /// A code; as it was when nil.
    package let mode: String?
    /// Minutes; as it was when nil.
    package let duree: Int?
    /// As it was when nil.
    package let lieu: String?
    /// Even outside the hours for rendez-vous.
    package let horsHoraires: Bool?

    package init(
      numero: String, debut: String, mode: String? = nil, duree: Int? = nil, lieu: String? = nil,
      horsHoraires: Bool? = nil
    ) {
      self.numero = numero
      self.debut = debut
      self.mode = mode
      self.duree = duree
      self.lieu = lieu
      self.horsHoraires = horsHoraires
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      debut = try reader.string("debut")
      mode = try reader.optionalString("mode")
      duree = try reader.optionalInt("duree")
      lieu = try reader.optionalString("lieu")
      horsHoraires = try reader.optionalBool("horsHoraires")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "debut": .string(debut),
        "mode": .text(mode),
        "duree": .count(duree),
        "lieu": .text(lieu),
        "horsHoraires": .flag(horsHoraires),
      ]
    }
  }

  package struct Reply: WireObject {
    /// What it is now.
    package let rendezVous: Wire.RendezVous
    /// What is to be known of it, one French sentence.
    package let avertissement: String?

    package init(rendezVous: Wire.RendezVous, avertissement: String? = nil) {
      self.rendezVous = rendezVous
      self.avertissement = avertissement
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      rendezVous = try reader.object("rendezVous")
      avertissement = try reader.optionalString("avertissement")
    }

    package var json: JSONValue {
      [
        "rendezVous": rendezVous.json,
        "avertissement": .text(avertissement),
      ]
    }
  }
}
