/// When to try again after a connection was lost: 0.2 s later, then twice as long each time, up to 2 s.
struct Reprise: Hashable {
  typealias Moment = ContinuousClock.Instant

  /// When the connection was lost.
  let depuis: Moment
  private(set) var prochaine: Moment
  private var pause = Duration.milliseconds(200)

  private static let plusLongue = Duration.seconds(2)

  /// - Parameter reprendre: when to try first; after the first pause by default.
  init(perdue now: Moment, reprendre: Moment? = nil) {
    depuis = now
    prochaine = reprendre ?? now.advanced(by: pause)
  }

  mutating func manquee(_ now: Moment) {
    pause = min(pause * 2, Self.plusLongue)
    prochaine = now.advanced(by: pause)
  }
}
