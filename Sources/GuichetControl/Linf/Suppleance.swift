package import StrictJSON

extension Wire {

  /// A LINF that is closed, for which the caller's own stands in.
  package struct Suppleance: WireObject {
    /// Id of the closed one.
    package let linf: String
    /// AAAA-MM-JJ: its last day of closure.
    package let jusqua: String

    package init(linf: String, jusqua: String) {
      self.linf = linf
      self.jusqua = jusqua
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      linf = try reader.string("linf")
      jusqua = try reader.string("jusqua")
    }

    package var json: JSONValue { ["linf": .string(linf), "jusqua": .string(jusqua)] }
  }
}
