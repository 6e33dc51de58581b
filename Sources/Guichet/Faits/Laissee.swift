import StrictJSON

/// The fact that a demande is in hand no more: whoever had it let it go, or somebody who answers for all did.
package struct Laissee: Hashable, Sendable {
  /// Id of the agent who had it.
  package let agent: Int64

  package init(agent: Int64) {
    self.agent = agent
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("agent", Int(agent))
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    self.init(agent: Int64(try json.recordedInt("agent", in: .laissee)))
  }
}
