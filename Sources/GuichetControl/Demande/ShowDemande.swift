package import StrictJSON

/// All of one demande.
package enum ShowDemande: ControlMethod {

  package struct Parameters: WireObject {
    /// `AAAA-NNNNNN`, or the number alone for this year’s.
    package let numero: String

    package init(numero: String) {
      self.numero = numero
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
    }

    package var json: JSONValue {
      ["numero": .string(numero)]
    }
  }

  package struct Reply: WireObject {
    package let demande: Wire.Demande
    package let fiche: Wire.Fiche

    package init(demande: Wire.Demande, fiche: Wire.Fiche) {
      self.demande = demande
      self.fiche = fiche
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      demande = try reader.object("demande")
      fiche = try reader.object("fiche")
    }

    package var json: JSONValue {
      ["demande": demande.json, "fiche": fiche.json]
    }
  }
}
