package import StrictJSON

/// Takes back what was entered of a child by mistake: what it had replaced holds again.
package enum CancelSolution: ControlMethod {
  package struct Parameters: WireObject {
    package let numero: String
    /// See `Wire.IssueEnfant.id`; nil for the last.
    package let id: Int?

    package init(numero: String, id: Int? = nil) {
      self.numero = numero
      self.id = id
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      id = try reader.optionalInt("id")
    }

    package var json: JSONValue { ["numero": .string(numero), "id": .count(id)] }
  }

  package typealias Reply = Wire.EnfantsSuivis
}
