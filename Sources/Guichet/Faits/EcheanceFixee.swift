import StrictJSON

/// The fact that a person set by when the next step is due, or gave that back to the rule.
package struct EcheanceFixee: Hashable, Sendable {
  /// Nil: as the rule says.
  package let le: Instant?
  /// Why, in words.
  package let motif: String?

  package init(le: Instant?, motif: String?) {
    self.le = le
    self.motif = motif
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("le")
    if let le { writer.string(le.rfc3339(offsetSeconds: 0)) } else { writer.null() }
    if let motif { writer.member("motif", motif) }
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    guard let member = json["le"] else { throw FaitIllisible(nature: .echeanceFixee, champ: "le") }
    var le: Instant?
    if let text = member.string {
      guard let read = Instant(rfc3339: text) else { throw FaitIllisible(nature: .echeanceFixee, champ: "le") }
      le = read
    }
    self.init(le: le, motif: json["motif"]?.string)
  }
}
