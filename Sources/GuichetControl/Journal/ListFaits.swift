package import StrictJSON

/// The journal in its order.
package enum ListFaits: ControlMethod {
  package static let isStream = true

  package struct Parameters: WireObject {
    /// Only those of this demande.
    package let numero: String?
    /// Only those of a higher rank.
    package let apres: Int?

    package init(numero: String? = nil, apres: Int? = nil) {
      self.numero = numero
      self.apres = apres
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.optionalString("numero")
      apres = try reader.optionalInt("apres")
    }

    package var json: JSONValue {
      ["numero": .text(numero), "apres": .count(apres)]
    }
  }

  package struct Reply: WireObject {
    /// At most 200; the last message may have none.
    package let faits: [Wire.Fait]

    package init(faits: [Wire.Fait]) {
      self.faits = faits
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      faits = try reader.objects("faits")
    }

    package var json: JSONValue {
      ["faits": .list(faits)]
    }
  }
}
