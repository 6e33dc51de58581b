package import StrictJSON

/// Gives a family a rendez-vous.
package enum BookRendezVous: ControlMethod {
  package struct Parameters: WireObject {
    /// `AAAA-NNNNNN`, or the number alone for this year.
    package let numero: String
    /// An instant, or a time in the Caf’s zone.
    package let debut: String
    /// A code.
    package let mode: String
    /// Minutes; those of the LINF when nil.
    package let duree: Int?
    /// Where, when not at the LINF’s own address.
    package let lieu: String?
    /// Even outside the hours for rendez-vous.
    package let horsHoraires: Bool?

    package init(
      numero: String, debut: String, mode: String, duree: Int? = nil, lieu: String? = nil, horsHoraires: Bool? = nil
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
      mode = try reader.string("mode")
      duree = try reader.optionalInt("duree")
      lieu = try reader.optionalString("lieu")
      horsHoraires = try reader.optionalBool("horsHoraires")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "debut": .string(debut),
        "mode": .string(mode),
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
