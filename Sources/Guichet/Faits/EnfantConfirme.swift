import StrictJSON

/// The fact that an expected child came, or is no longer expected, of which nobody asks why.
package struct EnfantConfirme: Hashable, Sendable {
  /// The rank of the child, from 1.
  package let enfant: Int
  /// Nil for one that is no longer expected.
  package let naissance: DateCivile?

  package init(enfant: Int, naissance: DateCivile?) {
    self.enfant = enfant
    self.naissance = naissance
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("enfant", enfant)
    if let naissance {
      writer.member("naissance", naissance.iso)
    } else {
      writer.member("plusAttendu", true)
    }
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    let enfant = try json.recordedInt("enfant", in: .enfantConfirme)
    if json["plusAttendu"]?.bool == true {
      self.init(enfant: enfant, naissance: nil)
      return
    }
    guard let naissance = DateCivile(iso: try json.recordedString("naissance", in: .enfantConfirme)) else {
      throw FaitIllisible(nature: .enfantConfirme, champ: "naissance")
    }
    self.init(enfant: enfant, naissance: naissance)
  }
}
