import StrictJSON

/// The fact that a person took a demande in hand; who, its author tells.
package struct PriseEnMain: Hashable, Sendable {
  /// See `Prise.jusqua`.
  package let jusqua: Instant

  package init(jusqua: Instant) {
    self.jusqua = jusqua
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("jusqua", jusqua.rfc3339(offsetSeconds: 0))
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    guard let jusqua = Instant(rfc3339: try json.recordedString("jusqua", in: .prise)) else {
      throw FaitIllisible(nature: .prise, champ: "jusqua")
    }
    self.init(jusqua: jusqua)
  }
}
