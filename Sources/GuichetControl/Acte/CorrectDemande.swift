package import StrictJSON

/// Corrects what a family’s form says; what it said stays in the journal.
package enum CorrectDemande: ControlMethod {

  package struct Parameters: WireObject {
    /// `AAAA-NNNNNN`, or the number alone for this year’s.
    package let numero: String
    /// The fields to change, in the shape of a formulaire; null empties one.
    package let correction: JSONValue

    package init(numero: String, correction: JSONValue) {
      self.numero = numero
      self.correction = correction
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      correction = try reader.tree("correction")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "correction": correction,
      ]
    }
  }

  package struct Reply: WireObject {
    /// The whole numero.
    package let numero: String
    /// What changed, as JSON Pointers into the formulaire.
    package let champs: [String]
    /// Id of the LINF that has it now.
    package let linf: String?
    /// Why it is à orienter, a code.
    package let raison: String?
    /// Whether a person’s decision keeps it where it is.
    package let verrou: Bool
    /// Where the rules would send the corrected form, when it is elsewhere: a person decides.
    package let propose: Wire.Routage?
    /// Whether this correction took it from à orienter to its LINF.
    package let deplacee: Bool?
    /// What a person should know of it, codes.
    package let marques: [String]?

    package init(
      numero: String, champs: [String], linf: String? = nil, raison: String? = nil, verrou: Bool,
      propose: Wire.Routage? = nil, deplacee: Bool? = nil, marques: [String]? = nil
    ) {
      self.numero = numero
      self.champs = champs
      self.linf = linf
      self.raison = raison
      self.verrou = verrou
      self.propose = propose
      self.deplacee = deplacee
      self.marques = marques
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      champs = try reader.strings("champs")
      linf = try reader.optionalString("linf")
      raison = try reader.optionalString("raison")
      verrou = try reader.bool("verrou")
      propose = try reader.optionalObject("propose")
      deplacee = try reader.optionalBool("deplacee")
      marques = try reader.optionalStrings("marques")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "champs": .list(champs),
        "linf": .text(linf),
        "raison": .text(raison),
        "verrou": .bool(verrou),
        "propose": .object(propose),
        "deplacee": .flag(deplacee),
        "marques": .list(marques),
      ]
    }
  }
}
