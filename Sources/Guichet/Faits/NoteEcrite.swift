import StrictJSON

/// The fact that a person wrote something down about a demande.
package struct NoteEcrite: Hashable, Sendable {
  package let texte: String

  package init(texte: String) {
    self.texte = texte
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("texte", texte)
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    self.init(texte: try json.recordedString("texte", in: .note))
  }
}
