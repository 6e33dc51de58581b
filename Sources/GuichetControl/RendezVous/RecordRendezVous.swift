package import StrictJSON

/// Says what came of the rendez-vous of a family.
package enum RecordRendezVous: ControlMethod {
  package struct Parameters: WireObject {
    /// `AAAA-NNNNNN`, or the number alone for this year.
    package let numero: String
    /// `honore`, `nonHonore` or `excuse`.
    package let resultat: String
    /// When it took place; its own time when nil.
    package let survenuLe: String?

    package init(numero: String, resultat: String, survenuLe: String? = nil) {
      self.numero = numero
      self.resultat = resultat
      self.survenuLe = survenuLe
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      resultat = try reader.string("resultat")
      survenuLe = try reader.optionalString("survenuLe")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "resultat": .string(resultat),
        "survenuLe": .text(survenuLe),
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
