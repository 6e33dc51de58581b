import StrictJSON

/// The fact that a person opened a closed demande again.
package struct Rouverte: Hashable, Sendable {
  /// Why, in words.
  package let motif: String

  package init(motif: String) {
    self.motif = motif
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("motif", motif)
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    self.init(motif: try json.recordedString("motif", in: .rouverte))
  }
}
