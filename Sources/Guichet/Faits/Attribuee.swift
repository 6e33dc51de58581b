import StrictJSON

/// The fact that a person gave a demande to a LINF: a lock, which no rule undoes.
package struct Attribuee: Hashable, Sendable {
  package let linf: String
  /// Why, in the person's words.
  package let motif: String
  /// The version of the référentiel in force then; 0 when there was none.
  package let version: Int
  /// What an adviser should know of it at this LINF, as the rules would have marked it.
  package let marques: [Marque]

  package init(linf: String, motif: String, version: Int, marques: [Marque] = []) {
    self.linf = linf
    self.motif = motif
    self.version = version
    self.marques = marques
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("linf", linf)
    writer.member("motif", motif)
    writer.member("version", version)
    marques.write(to: &writer)
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    self.init(
      linf: try json.recordedString("linf", in: .attribuee), motif: try json.recordedString("motif", in: .attribuee),
      version: try json.recordedInt("version", in: .attribuee),
      marques: try [Marque](recorded: json, in: .attribuee))
  }
}
