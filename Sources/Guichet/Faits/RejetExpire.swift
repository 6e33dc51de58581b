import StrictJSON

/// The fact that a refused file was removed when its time was over.
package struct RejetExpire: Hashable, Sendable {
  package let id: String

  package init(id: String) {
    self.id = id
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", id)
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    id = try json.recordedString("id", in: .rejetExpire)
  }
}
