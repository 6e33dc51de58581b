package import StrictJSON

extension Wire {

  /// One number under which a family may be reached.
  package struct NumeroDeFamille: WireObject {
    package let e164: String
    /// As it is dialled from France.
    package let compose: String
    /// Another reading of what the family typed.
    package let autreLecture: Bool
    /// Whoever dialled it last found that it is not the family’s.
    package let faux: Bool

    package init(e164: String, compose: String, autreLecture: Bool, faux: Bool) {
      self.e164 = e164
      self.compose = compose
      self.autreLecture = autreLecture
      self.faux = faux
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      e164 = try reader.string("e164")
      compose = try reader.string("compose")
      autreLecture = try reader.bool("autreLecture")
      faux = try reader.bool("faux")
    }

    package var json: JSONValue {
      [
        "e164": .string(e164),
        "compose": .string(compose),
        "autreLecture": .bool(autreLecture),
        "faux": .bool(faux),
      ]
    }
  }
}
