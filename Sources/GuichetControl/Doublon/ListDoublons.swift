package import StrictJSON

/// The demandes that may be of the same family as one.
package enum ListDoublons: ControlMethod {
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
    /// At most 20: those with which it has something in common, then those with which these have.
    package let doublons: [Wire.DoublonPossible]

    package init(doublons: [Wire.DoublonPossible]) {
      self.doublons = doublons
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      doublons = try reader.objects("doublons")
    }

    package var json: JSONValue {
      ["doublons": .list(doublons)]
    }
  }
}
