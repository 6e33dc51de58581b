/// A demande that one person has in hand to call its family, so that nobody else calls it meanwhile.
///
/// It lapses by time alone: no fact tells it, whoever looks compares the clock.
package struct Prise: Hashable, Sendable {
  /// Id of the agent who has it.
  package let agent: Int64
  /// The moment from which on it counts no more.
  package let jusqua: Instant

  package init(agent: Int64, jusqua: Instant) {
    self.agent = agent
    self.jusqua = jusqua
  }

  /// How long one lasts, in seconds: « opening a demande to call it takes a lease of 15 minutes » (the domain's rules on
  /// contacts), the time of a call and of noting what came of it.
  package static let duree: Int64 = 15 * 60

  package func court(at now: Instant) -> Bool { now < jusqua }

  /// What to answer to somebody else, one French sentence.
  ///
  /// - Parameters:
  ///   - login: of the agent who has it.
  ///   - heure: until when, on the Caf's clocks.
  package static func phrase(login: String, heure: String) -> String {
    "\(login) l’a en main jusqu’à \(heure) ; demandez-lui, ou reprenez-la sciemment."
  }
}
