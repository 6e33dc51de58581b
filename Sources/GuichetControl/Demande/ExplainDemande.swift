package import StrictJSON

/// Why a demande went to this LINF, or to none.
package enum ExplainDemande: ControlMethod {

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
      [
        "numero": .string(numero)
      ]
    }
  }

  package struct Reply: WireObject {
    /// The whole numero.
    package let numero: String
    /// Id of the LINF.
    package let linf: String?
    /// Why it is à orienter, a code.
    package let raison: String?
    /// Of the référentiel that served; 0 when there was none.
    package let version: Int
    /// Day of the decision, ISO.
    package let jour: String
    /// The reasoning, French sentences.
    package let explication: [String]
    /// `automatique`, `manuel` or `decline`: what put it where it is.
    package let mode: String?
    /// To whom it went in turn.
    package let attributions: [Wire.Attribution]?
    /// Where the rules would send it since its place was corrected, while a person has not answered.
    package let propose: Wire.Routage?
    /// Code of the département whose Caf the family depends on, where it waits for that.
    package let departement: String?
    /// What a person should know of it, codes.
    package let marques: [String]?
    /// By when its next step is due, and why; nil where no clock runs.
    package let echeance: Wire.EcheanceExpliquee?

    package init(
      numero: String, linf: String? = nil, raison: String? = nil, version: Int, jour: String, explication: [String],
      mode: String? = nil, attributions: [Wire.Attribution]? = nil, propose: Wire.Routage? = nil,
      departement: String? = nil, marques: [String]? = nil, echeance: Wire.EcheanceExpliquee? = nil
    ) {
      self.numero = numero
      self.linf = linf
      self.raison = raison
      self.version = version
      self.jour = jour
      self.explication = explication
      self.mode = mode
      self.attributions = attributions
      self.propose = propose
      self.departement = departement
      self.marques = marques
      self.echeance = echeance
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      linf = try reader.optionalString("linf")
      raison = try reader.optionalString("raison")
      version = try reader.int("version")
      jour = try reader.string("jour")
      explication = try reader.strings("explication")
      mode = try reader.optionalString("mode")
      attributions = try reader.optionalObjects("attributions")
      propose = try reader.optionalObject("propose")
      departement = try reader.optionalString("departement")
      marques = try reader.optionalStrings("marques")
      echeance = try reader.optionalObject("echeance")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "linf": .text(linf),
        "raison": .text(raison),
        "version": .count(version),
        "jour": .string(jour),
        "explication": .list(explication),
        "mode": .text(mode),
        "attributions": .list(attributions),
        "propose": .object(propose),
        "departement": .text(departement),
        "marques": .list(marques),
        "echeance": .object(echeance),
      ]
    }
  }
}
