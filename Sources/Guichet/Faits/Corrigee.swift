import StrictJSON

/// The fact that a person corrected what a form says.
package struct Corrigee: Hashable, Sendable {
  package let correction: Correction

  package init(correction: Correction) {
    self.correction = correction
  }

  func write(to writer: inout JSONWriter) { correction.write(to: &writer) }

  init(recorded json: JSON) throws(FaitIllisible) {
    do {
      correction = try Correction(recorded: json)
    } catch {
      throw FaitIllisible(nature: .corrigee, champ: error.chemin)
    }
  }
}
