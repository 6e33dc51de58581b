import StrictJSON

/// The fact that a child was withdrawn: it had been entered by mistake.
package struct EnfantRetire: Hashable, Sendable {
  /// The rank of the child, from 1; no other takes it.
  package let enfant: Int

  package init(enfant: Int) {
    self.enfant = enfant
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("enfant", enfant)
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    self.init(enfant: try json.recordedInt("enfant", in: .enfantRetire))
  }
}
