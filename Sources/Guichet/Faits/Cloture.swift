import StrictJSON

/// The fact that a demande was closed, or that the reason of its closing was corrected.
package struct Cloture: Hashable, Sendable {
  package let motif: MotifCloture
  /// More, in words.
  package let note: String?

  package init(motif: MotifCloture, note: String?) {
    self.motif = motif
    self.note = note
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("motif", motif.rawValue)
    if let note { writer.member("note", note) }
    writer.endObject()
  }

  init(recorded json: JSON, in nature: NatureFait) throws(FaitIllisible) {
    guard let motif = MotifCloture(rawValue: try json.recordedString("motif", in: nature)) else {
      throw FaitIllisible(nature: nature, champ: "motif")
    }
    self.init(motif: motif, note: json["note"]?.string)
  }
}
