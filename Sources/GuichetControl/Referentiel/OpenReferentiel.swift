package import StrictJSON

/// Begins the sending of a référentiel.
package enum OpenReferentiel: ControlMethod {
  package typealias Parameters = Wire.Rien

  package struct Reply: WireObject {
    /// Id of this sending, for the calls that follow.
    package let chargement: String

    package init(chargement: String) {
      self.chargement = chargement
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      chargement = try reader.string("chargement")
    }

    package var json: JSONValue {
      ["chargement": .string(chargement)]
    }
  }
}
