import StrictJSON

/// The fact that what was entered of a child was taken back: it was a mistake.
package struct SolutionAnnulee: Hashable, Sendable {
  /// See `IssueNotee.id`.
  package let id: Int
  /// The rank of the child, from 1.
  package let enfant: Int

  package init(id: Int, enfant: Int) {
    self.id = id
    self.enfant = enfant
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", id)
    writer.member("enfant", enfant)
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    self.init(
      id: try json.recordedInt("id", in: .solutionAnnulee), enfant: try json.recordedInt("enfant", in: .solutionAnnulee)
    )
  }
}
