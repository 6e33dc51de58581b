/// When to try again after a connection was lost: 0.2 s later, then twice as long each time, up to 2 s.
struct Reprise: Hashable {
  typealias Moment = ContinuousClock.Instant

  private(set) var prochaine: Moment
  private var pause = Duration.milliseconds(200)

  private static let plusLongue = Duration.seconds(2)

  /// At that moment.
  init(le moment: Moment) {
    prochaine = moment
  }

  /// Lost at that moment.
  init(apres moment: Moment) {
    prochaine = moment.advanced(by: pause)
  }

  mutating func manquee(_ now: Moment) {
    pause = min(pause * 2, Self.plusLongue)
    prochaine = now.advanced(by: pause)
  }
}
