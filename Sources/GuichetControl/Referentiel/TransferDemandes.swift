package import StrictJSON

/// Lets demandes that are further on follow a change of their commune’s LINF.
package enum TransferDemandes: ControlMethod {

  package struct Parameters: WireObject {
    /// INSEE code.
    package let commune: String
    /// Day of the change, ISO.
    package let le: String
    /// Only these; all of the commune that are further on when nil.
    package let numeros: [String]?
    /// False only shows which they are.
    package let appliquer: Bool

    package init(commune: String, le: String, numeros: [String]? = nil, appliquer: Bool) {
      self.commune = commune
      self.le = le
      self.numeros = numeros
      self.appliquer = appliquer
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      commune = try reader.string("commune")
      le = try reader.string("le")
      numeros = try reader.optionalStrings("numeros")
      appliquer = try reader.bool("appliquer")
    }

    package var json: JSONValue {
      [
        "commune": .string(commune),
        "le": .string(le),
        "numeros": .list(numeros),
        "appliquer": .bool(appliquer),
      ]
    }
  }

  package struct Reply: WireObject {
    package let deplacements: [Wire.Deplacement]

    package init(deplacements: [Wire.Deplacement]) {
      self.deplacements = deplacements
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      deplacements = try reader.objects("deplacements")
    }

    package var json: JSONValue {
      [
        "deplacements": .list(deplacements)
      ]
    }
  }
}
