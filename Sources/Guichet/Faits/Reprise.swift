import StrictJSON

/// The fact that the clock of a demande runs on.
package struct Reprise: Hashable, Sendable {
  /// Since when it stood still.
  package let suspendueLe: Instant

  package init(suspendueLe: Instant) {
    self.suspendueLe = suspendueLe
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("suspendueLe", suspendueLe.rfc3339(offsetSeconds: 0))
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    guard let instant = Instant(rfc3339: try json.recordedString("suspendueLe", in: .reprise)) else {
      throw FaitIllisible(nature: .reprise, champ: "suspendueLe")
    }
    self.init(suspendueLe: instant)
  }
}
