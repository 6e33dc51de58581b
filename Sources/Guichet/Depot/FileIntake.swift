/// One file of the spool, from its first sight until it is taken, refused, or gone.
///
/// A pure value: it is told what was seen and answers what to do; a driver lists, reads and moves. A file that is a
/// formulaire is taken at once, and so is refused one that is complete and wrong. One that may not be finished gets a
/// quiet time, counted anew whenever its content changes, because a producer that writes in place, that gives the file
/// its name before taking away the temporary one, or that lost power between rename and fsync, leaves what is not *yet*
/// a formulaire. What is not the file's fault (rights, disk, database) never refuses it: it is tried again, more and more
/// rarely.
package struct FileIntake<Moment: InstantProtocol & Sendable>: Sendable {

  /// What reading a file, and judging what was read, came to.
  package enum Reading: Hashable, Sendable {
    case formulaire
    case refused(because: Motif)
    /// It was written to meanwhile, so that nothing can be said of it.
    case changing
    /// It could not be read, recorded or moved, for a reason that is not its own.
    case impeded
  }

  package enum Action: Hashable, Sendable {
    /// Read it; then tell what that came to.
    case read
    case register
    case refuse(Motif)
    /// Nothing to do before that moment, unless it changes.
    case lookAgain(at: Moment)
    /// Nothing to do: it is being registered or refused.
    case leave
  }

  private enum State: Sendable {
    case unseen
    /// Not a formulaire, perhaps not yet.
    case unfinished(Sighting, until: Moment)
    case setAside(tries: Int, until: Moment, impeded: Bool)
    /// Being registered or refused.
    case decided
  }

  private var state = State.unseen
  private let quietTime: Moment.Duration

  /// - Parameter quietTime: how long a file that may not be finished must stay unchanged before it is refused. Looks in
  ///   between, and the first new try of what was impeded, come after a tenth of it; the last ones after six times it.
  package init(quietTime: Moment.Duration) {
    self.quietTime = quietTime
  }

  /// Whether something that is not the file's fault stands in its way.
  package var isImpeded: Bool {
    guard case .setAside(_, _, impeded: true) = state else { return false }
    return true
  }

  /// Whether it is being registered or refused.
  package var isDecided: Bool {
    guard case .decided = state else { return false }
    return true
  }

  /// Whether the next action hangs on what the file looks like now.
  package var wantsSighting: Bool {
    guard case .unfinished = state else { return false }
    return true
  }

  /// A scan found the file.
  /// - Parameter sighting: what it looks like; needed only where `wantsSighting` says so.
  package func seen(_ sighting: Sighting?, now: Moment) -> Action {
    switch state {
    case .unseen:
      return .read
    case .unfinished(let last, let until):
      guard now < until, sighting == last else { return .read }
      return .lookAgain(at: min(until, now.advanced(by: quietTime / 10)))
    case .setAside(_, let until, _):
      return now < until ? .lookAgain(at: until) : .read
    case .decided:
      return .leave
    }
  }

  /// The driver read the file, as it stood at `sighting`, or failed to.
  /// - Parameter sighting: nil when not even its status could be had.
  package mutating func read(_ reading: Reading, at sighting: Sighting?, now: Moment) -> Action {
    switch reading {
    case .formulaire:
      state = .decided
      return .register
    case .refused(let motif):
      return refused(motif, at: sighting, now: now)
    case .changing:
      return setAside(impeded: false, now: now)
    case .impeded:
      return setAside(impeded: true, now: now)
    }
  }

  private mutating func refused(_ motif: Motif, at sighting: Sighting?, now: Moment) -> Action {
    var end = now.advanced(by: quietTime)
    if case .unfinished(let last, let until) = state, let sighting, last.hasSameContent(as: sighting) { end = until }
    guard motif.code.mayBeUnfinished, let sighting, now < end else {
      state = .decided
      return .refuse(motif)
    }
    state = .unfinished(sighting, until: end)
    return .lookAgain(at: min(end, now.advanced(by: quietTime / 10)))
  }

  private mutating func setAside(impeded: Bool, now: Moment) -> Action {
    var tries = 0
    if case .setAside(let before, _, impeded) = state { tries = before + 1 }
    let pause = min(quietTime * 6, quietTime / 10 * (1 << min(tries, 6)))
    let until = now.advanced(by: pause)
    state = .setAside(tries: tries, until: until, impeded: impeded)
    return .lookAgain(at: until)
  }
}

extension Motif.Code {
  /// Whether more writing, or taking a second name away, could still make a formulaire of the file. What parses as JSON
  /// to its end is finished: no cut-off document does.
  fileprivate var mayBeUnfinished: Bool {
    switch self {
    case .jsonInvalide, .tropGros, .pasUnFichier: true
    case .formulaireInvalide, .conflit, .efface: false
    }
  }
}
