/// When each mail that could not be sent is offered again: after the first pause, then twice that, and so on to a bound.
struct Backoff<Name: Hashable & Sendable>: Sendable {
  private struct Wait {
    var failures: Int
    var until: ContinuousClock.Instant
  }

  private let first: Duration
  private let longest: Duration
  private var waits: [Name: Wait] = [:]

  init(first: Duration, longest: Duration) {
    self.first = first
    self.longest = longest
  }

  /// The earliest moment at which a mail falls due again; nil when none waits.
  var next: ContinuousClock.Instant? { waits.values.map(\.until).min() }

  func isDue(_ name: Name, now: ContinuousClock.Instant) -> Bool {
    waits[name].map { $0.until <= now } ?? true
  }

  /// The mail could not be sent.
  ///
  /// - Returns: the pause until it is offered again.
  mutating func failed(_ name: Name, now: ContinuousClock.Instant) -> Duration {
    let failures = waits[name]?.failures ?? 0
    let pause = min(first * (1 << min(failures, 20)), longest)
    waits[name] = Wait(failures: failures + 1, until: now + pause)
    return pause
  }

  /// Forgets all but these: what is no longer there waits for nothing.
  mutating func keep(_ names: some Sequence<Name>) {
    let names = Set(names)
    waits = waits.filter { names.contains($0.key) }
  }
}
