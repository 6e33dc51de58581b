import StrictJSON

/// The fact that a refused file was removed: its time was over, or it was of a family that was erased.
package struct RejetExpire: Hashable, Sendable {
  package let id: String
  /// It went with a family that was erased.
  package let estEfface: Bool

  package init(id: String, estEfface: Bool = false) {
    self.id = id
    self.estEfface = estEfface
  }

  /// One French sentence.
  package var phrase: String {
    estEfface
      ? "Rejet \(id) ôté avec la famille qui a été effacée." : "Rejet \(id) ôté : son temps de garde était passé."
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", id)
    if estEfface { writer.member("efface", true) }
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    id = try json.recordedString("id", in: .rejetExpire)
    estEfface = json["efface"]?.bool ?? false
  }
}
