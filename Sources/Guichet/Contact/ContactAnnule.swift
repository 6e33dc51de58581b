import StrictJSON

/// The fact that who entered a contact took it back.
package struct ContactAnnule: Hashable, Sendable {
  /// The fact that told the contact.
  package let seq: Int64

  package init(seq: Int64) {
    self.seq = seq
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("seq", Int(seq))
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    self.init(seq: Int64(try json.recordedInt("seq", in: .contactAnnule)))
  }
}
