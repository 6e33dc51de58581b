internal import LinuxSystem
internal import Synchronization

/// The connections of a server, counted from the moment they are accepted.
final class Connections: Sendable {
  private enum Phase {
    case serving, finishing, hungUp
  }

  private struct State {
    var total = 0
    var perUser: [UInt32: Int] = [:]
    var open: [ObjectIdentifier: Connection] = [:]
    var phase = Phase.serving
  }

  private let state = Mutex(State())
  private let limits: VarlinkLimits
  /// Fired once finish() was called and the last one has gone.
  let allGone = Signal()

  init(limits: VarlinkLimits) {
    self.limits = limits
  }

  /// Counts one in; false where there are too many. Each one counted in must be counted out by `leave`.
  func admit(_ peer: PeerCredentials) -> Bool {
    state.withLock { state in
      let ofUser = state.perUser[peer.uid, default: 0]
      let room = limits.connections - (limits.reservedFor.contains(peer.uid) ? 0 : limits.reserve)
      guard state.total < room, ofUser < limits.connectionsPerUser else { return false }
      state.total += 1
      state.perUser[peer.uid] = ofUser + 1
      return true
    }
  }

  func leave(_ peer: PeerCredentials) {
    let isEmpty = state.withLock { state in
      state.total -= 1
      let ofUser = state.perUser[peer.uid, default: 1] - 1
      state.perUser[peer.uid] = ofUser > 0 ? ofUser : nil
      return state.phase != .serving && state.total == 0
    }
    if isEmpty { allGone.fire() }
  }

  func opened(_ connection: Connection) {
    let phase = state.withLock { state in
      state.open[ObjectIdentifier(connection)] = connection
      return state.phase
    }
    switch phase {
    case .serving: return
    case .finishing: connection.finish()
    case .hungUp: connection.hangUp()
    }
  }

  func closed(_ connection: Connection) {
    state.withLock { $0.open[ObjectIdentifier(connection)] = nil }
  }

  /// Lets every call under way end, and serves no other.
  func finish() {
    let (open, isEmpty) = state.withLock { state in
      if state.phase == .serving { state.phase = .finishing }
      return (Array(state.open.values), state.total == 0)
    }
    for connection in open { connection.finish() }
    if isEmpty { allGone.fire() }
  }

  /// Hangs up on everybody, and on whoever comes later.
  func hangUp() {
    let open = state.withLock { state in
      state.phase = .hungUp
      return Array(state.open.values)
    }
    for connection in open { connection.hangUp() }
  }

  /// Hangs up on peers that have used up their time.
  func checkTime(now: ContinuousClock.Instant) {
    for connection in state.withLock({ Array($0.open.values) }) { connection.checkTime(now: now) }
  }
}
