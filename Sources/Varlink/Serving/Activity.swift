/// What a connection has been doing, and since when: a pure value that tells when its peer has used up its time.
package struct Activity: Sendable {
  package typealias Moment = ContinuousClock.Instant

  package enum Verdict: Hashable, Sendable {
    case fine
    case idleTooLong
    case readsTooSlowly
  }

  /// Nil while a call is served.
  private var idleSince: Moment?
  private var writes = 0
  /// When the peer last took a message, or was first given one.
  private var writingSince: Moment
  private var isOver = false

  package init(now: Moment) {
    idleSince = now
    writingSince = now
  }

  /// A whole call has come.
  package mutating func callBegins() { idleSince = nil }

  package mutating func callEnds(now: Moment) { idleSince = now }

  /// A message waits for the peer to take it.
  package mutating func writeBegins(now: Moment) {
    if writes == 0 { writingSince = now }
    writes += 1
  }

  package mutating func writeEnds(now: Moment) {
    writes -= 1
    writingSince = now
  }

  /// Whether to hang up on the peer; says so once.
  package mutating func verdict(now: Moment, limits: VarlinkLimits) -> Verdict {
    if isOver { return .fine }
    if writes > 0, now - writingSince >= limits.writeTime {
      isOver = true
      return .readsTooSlowly
    }
    if let idleSince, now - idleSince >= limits.idleTime {
      isOver = true
      return .idleTooLong
    }
    return .fine
  }
}
