package import StrictJSON

/// The numeros that begin so, among those that the caller sees.
package enum CompleteNumeros: ControlMethod {

  package struct Parameters: WireObject {
    /// What is typed so far: the year first, or the rank alone for the current year. The newest open ones when nil.
    package let debut: String?

    package init(debut: String? = nil) {
      self.debut = debut
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      debut = try reader.optionalString("debut")
    }

    package var json: JSONValue {
      ["debut": .text(debut)]
    }
  }

  package struct Reply: WireObject {
    /// At most 200, newest first.
    package let numeros: [Wire.NumeroPropose]

    package init(numeros: [Wire.NumeroPropose]) {
      self.numeros = numeros
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numeros = try reader.objects("numeros")
    }

    package var json: JSONValue {
      ["numeros": .list(numeros)]
    }
  }
}
