package import StrictJSON

/// Moves the manual clock forward; answers when all that was due by then is recorded.
package enum Avancer: ControlMethod {
  package static var interface: String { EssaiInterface.name }

  package struct Parameters: WireObject {
    /// The instant to reach, RFC 3339.
    package let a: String

    package init(a: String) {
      self.a = a
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      a = try reader.string("a")
    }

    package var json: JSONValue {
      ["a": .string(a)]
    }
  }

  package struct Reply: WireObject {
    /// The instant reached, RFC 3339.
    package let maintenant: String

    package init(maintenant: String) {
      self.maintenant = maintenant
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      maintenant = try reader.string("maintenant")
    }

    package var json: JSONValue {
      ["maintenant": .string(maintenant)]
    }
  }
}
