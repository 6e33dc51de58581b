package import StrictJSON

/// Gives demandes to a LINF by a person’s decision, or back to the rules.
package enum AssignDemandes: ControlMethod {
  package typealias Reply = Wire.ResultatsActe

  /// Most demandes in one call.
  package static let maximum = 500

  package struct Parameters: WireObject {
    /// At most `maximum`.
    package let numeros: [String]
    /// Id of the LINF; nil gives them back to the rules.
    package let linf: String?
    /// Why, in words; needed with a LINF.
    package let motif: String?

    package init(numeros: [String], linf: String? = nil, motif: String? = nil) {
      self.numeros = numeros
      self.linf = linf
      self.motif = motif
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numeros = try reader.strings("numeros")
      linf = try reader.optionalString("linf")
      motif = try reader.optionalString("motif")
    }

    package var json: JSONValue {
      [
        "numeros": .list(numeros),
        "linf": .text(linf),
        "motif": .text(motif),
      ]
    }
  }
}
