package import StrictJSON

/// The office's état, then the facts as they are recorded.
package enum Subscribe: ControlMethod {
  package static let isStream = true

  package struct Parameters: WireObject {
    /// Only facts of a higher rank; nil for those to come.
    package let afterSequence: Int?
    /// Only those of this demande.
    package let numero: String?
    /// Only those of demandes that this LINF has then.
    package let linf: String?
    /// Only those of these natures, by code; none leaves none out.
    package let natures: [String]?
    /// The état in every message, and a message when the intake pauses or resumes.
    package let etat: Bool?

    package init(
      afterSequence: Int? = nil, numero: String? = nil, linf: String? = nil, natures: [String]? = nil,
      etat: Bool? = nil
    ) {
      self.afterSequence = afterSequence
      self.numero = numero
      self.linf = linf
      self.natures = natures
      self.etat = etat
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      afterSequence = try reader.optionalInt("afterSequence")
      numero = try reader.optionalString("numero")
      linf = try reader.optionalString("linf")
      natures = try reader.optionalStrings("natures")
      etat = try reader.optionalBool("etat")
    }

    package var json: JSONValue {
      [
        "afterSequence": .count(afterSequence),
        "numero": .text(numero),
        "linf": .text(linf),
        "natures": .list(natures),
        "etat": .flag(etat),
      ]
    }
  }

  package struct Reply: WireObject {
    /// Up to where the journal was looked at: the cursor to resume with.
    package let sequence: Int
    /// Always in the first message; nil in the others unless it was asked for.
    package let etat: Wire.Etat?
    /// At most 200, in their order.
    package let faits: [Wire.Fait]
    /// Closed LINF whose facts are seen meanwhile: in the first message, and whenever they are others.
    package let suppleances: [Wire.Suppleance]?

    package init(sequence: Int, etat: Wire.Etat?, faits: [Wire.Fait], suppleances: [Wire.Suppleance]? = nil) {
      self.sequence = sequence
      self.etat = etat
      self.faits = faits
      self.suppleances = suppleances
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      sequence = try reader.int("sequence")
      etat = try reader.optionalObject("etat")
      faits = try reader.objects("faits")
      suppleances = try reader.optionalObjects("suppleances")
    }

    package var json: JSONValue {
      [
        "sequence": .count(sequence), "etat": .object(etat), "faits": .list(faits),
        "suppleances": .list(suppleances),
      ]
    }
  }
}
