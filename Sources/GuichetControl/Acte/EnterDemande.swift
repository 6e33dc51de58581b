package import StrictJSON

/// Enters a demande for a family at the counter, on the phone, by letter; it goes the way of all others.
package enum EnterDemande: ControlMethod {

  package struct Parameters: WireObject {
    /// As in a file that is dropped; `version`, `reference` and `deposeeLe` are optional.
    package let formulaire: JSONValue

    package init(formulaire: JSONValue) {
      self.formulaire = formulaire
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      formulaire = try reader.tree("formulaire")
    }

    package var json: JSONValue {
      ["formulaire": formulaire]
    }
  }

  package struct Reply: WireObject {
    /// The whole numero.
    package let numero: String
    /// The form’s reference, as given or as made.
    package let reference: String
    /// Id of the LINF that has it; nil too where it went on to one that the caller does not see.
    package let linf: String?
    package let linfNom: String?
    package let linfTelephone: String?
    /// Why it is à orienter, a code.
    package let raison: String?
    /// Fields that were emptied because nothing could be done with them.
    package let anomalies: [Wire.Anomalie]
    package let avertissements: [Wire.Constat]
    /// Whether it had been entered before, the same to the letter.
    package let deja: Bool

    package init(
      numero: String, reference: String, linf: String? = nil, linfNom: String? = nil, linfTelephone: String? = nil,
      raison: String? = nil, anomalies: [Wire.Anomalie] = [], avertissements: [Wire.Constat] = [], deja: Bool = false
    ) {
      self.numero = numero
      self.reference = reference
      self.linf = linf
      self.linfNom = linfNom
      self.linfTelephone = linfTelephone
      self.raison = raison
      self.anomalies = anomalies
      self.avertissements = avertissements
      self.deja = deja
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      reference = try reader.string("reference")
      linf = try reader.optionalString("linf")
      linfNom = try reader.optionalString("linfNom")
      linfTelephone = try reader.optionalString("linfTelephone")
      raison = try reader.optionalString("raison")
      anomalies = try reader.objects("anomalies")
      avertissements = try reader.objects("avertissements")
      deja = try reader.bool("deja")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "reference": .string(reference),
        "linf": .text(linf),
        "linfNom": .text(linfNom),
        "linfTelephone": .text(linfTelephone),
        "raison": .text(raison),
        "anomalies": .list(anomalies),
        "avertissements": .list(avertissements),
        "deja": .bool(deja),
      ]
    }
  }
}
