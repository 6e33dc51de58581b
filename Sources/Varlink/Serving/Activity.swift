/// What a connection has been doing, and since when: a pure value that tells when its peer has used up its time.
struct Activity: Sendable {
  typealias Moment = ContinuousClock.Instant

  enum Verdict: Hashable, Sendable {
    case fine
    case idleTooLong
    case readsTooSlowly
  }

  /// Nil while a call is served.
  private var idleSince: Moment?
  private var writes = 0
  /// When the peer last took a message, or was first given one.
  private var writingSince: Moment

  init(now: Moment) {
    idleSince = now
    writingSince = now
  }

  /// A whole call has come.
  mutating func callBegins() { idleSince = nil }

  mutating func callEnds(now: Moment) { idleSince = now }

  /// A message waits for the peer to take it.
  mutating func writeBegins(now: Moment) {
    if writes == 0 { writingSince = now }
    writes += 1
  }

  mutating func writeEnds(now: Moment) {
    writes -= 1
    writingSince = now
  }

  func verdict(now: Moment, limits: VarlinkLimits) -> Verdict {
    if writes > 0, now - writingSince >= limits.writeTime { return .readsTooSlowly }
    if let idleSince, now - idleSince >= limits.idleTime { return .idleTooLong }
    return .fine
  }
}
