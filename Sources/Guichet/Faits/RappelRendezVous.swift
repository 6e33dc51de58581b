import StrictJSON

/// The fact that the reminder of a rendez-vous fell due: it was given to be mailed, or left out. There is one for each
/// time that the rendez-vous stood at, so that none is sent twice.
package struct RappelRendezVous: Hashable, Sendable {
  /// Why one was left out.
  package enum Omission: String, CaseIterable, Sendable {
    /// The rendez-vous had begun.
    case commence
    /// It was to begin so soon that a reminder would help nobody.
    case tropProche
  }

  /// See `RendezVous.id`.
  package let id: Int
  /// See `RendezVous.sequence`: one that is moved is another to be reminded of.
  package let sequence: Int
  /// Why it was left out; nil where it was given to be mailed.
  package let cause: Omission?

  package init(id: Int, sequence: Int, cause: Omission? = nil) {
    self.id = id
    self.sequence = sequence
    self.cause = cause
  }

  package var estOmis: Bool { cause != nil }

  /// One French sentence.
  var phrase: String {
    switch cause {
    case nil: "Rappel du rendez-vous \(id) remis au courriel."
    case .commence: "Rappel du rendez-vous \(id) laissé de côté : le rendez-vous avait commencé."
    case .tropProche: "Rappel du rendez-vous \(id) laissé de côté : le rendez-vous était trop proche."
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", id)
    writer.member("sequence", sequence)
    if let cause {
      writer.member("omis", true)
      writer.member("cause", cause.rawValue)
    }
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    let nature = NatureFait.rappelRendezVous
    var cause: Omission?
    if json["omis"]?.bool ?? false {
      cause = Omission(rawValue: try json.recordedString("cause", in: nature))
      guard cause != nil else { throw FaitIllisible(nature: nature, champ: "cause") }
    }
    self.init(
      id: try json.recordedInt("id", in: nature), sequence: try json.recordedInt("sequence", in: nature), cause: cause)
  }
}
