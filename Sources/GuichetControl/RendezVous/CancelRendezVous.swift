package import StrictJSON

/// Calls off the rendez-vous that a family has.
package enum CancelRendezVous: ControlMethod {
  package struct Parameters: WireObject {
    /// `AAAA-NNNNNN`, or the number alone for this year.
    package let numero: String
    /// Who calls it off: `famille` or `linf`.
    package let par: String

    package init(numero: String, par: String) {
      self.numero = numero
      self.par = par
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      par = try reader.string("par")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "par": .string(par),
      ]
    }
  }

  package struct Reply: WireObject {
    /// What it is now.
    package let rendezVous: Wire.RendezVous

    package init(rendezVous: Wire.RendezVous) {
      self.rendezVous = rendezVous
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      rendezVous = try reader.object("rendezVous")
    }

    package var json: JSONValue {
      [
        "rendezVous": rendezVous.json
      ]
    }
  }
}
