internal import CLinux
internal import Glibc

/// One accepted connection and who is at its other end.
public struct AcceptedPeer: Sendable {
  /// Close-on-exec, blocking.
  public let descriptor: Descriptor
  public let credentials: PeerCredentials
}

/// A Unix stream socket on which connections are accepted.
public final class UnixListener: Sendable {
  /// The path it was bound to; nil for an inherited one.
  public let path: String?
  private let descriptor: Descriptor
  private let wakeUp: WakeUp

  /// Makes the socket and listens.
  ///
  /// A socket that a dead process left at that path is replaced; one that somebody listens on throws (`EADDRINUSE`), and
  /// so does anything there that is no socket (`ENOTSOCK`). Two programs that start at the same moment must be kept
  /// apart by a `FileLock` of theirs.
  /// - Parameter mode: permission bits of the socket, whatever the umask. Connecting takes the right to write.
  public static func bind(_ path: String, mode: UInt32) throws(SystemError) -> UnixListener {
    let address = try UnixAddress(path)
    let socket = try UnixAddress.socket(SOCK_STREAM, flags: SOCK_NONBLOCK)
    // Before binding, so that it is at no moment wider than asked; and after, so that the umask takes nothing away.
    guard fchmod(socket.raw, mode) == 0 else { throw SystemError.last("réglage des droits de la socket", path) }
    if !bind(socket, address) {
      guard errno == EADDRINUSE else { throw SystemError.last("ouverture de la socket", path) }
      try removeStale(path, address)
      guard bind(socket, address) else { throw SystemError.last("ouverture de la socket", path) }
    }
    guard chmod(path, mode) == 0 else { throw SystemError.last("réglage des droits de la socket", path) }
    guard listen(socket.raw, 4096) == 0 else { throw SystemError.last("écoute sur la socket", path) }
    return try UnixListener(socket, path: path)
  }

  /// Listens on a socket that was inherited (systemd socket activation), already bound and listening.
  public convenience init(inherited descriptor: Descriptor) throws(SystemError) {
    let flags = fcntl(descriptor.raw, F_GETFL)
    guard flags >= 0, fcntl(descriptor.raw, F_SETFL, flags | O_NONBLOCK) == 0 else {
      throw SystemError.last("reprise de la socket héritée")
    }
    try self.init(descriptor, path: nil)
  }

  private init(_ descriptor: Descriptor, path: String?) throws(SystemError) {
    self.descriptor = descriptor
    self.path = path
    wakeUp = try WakeUp()
  }

  private static func bind(_ socket: Descriptor, _ address: UnixAddress) -> Bool {
    address.withPointer { Glibc.bind(socket.raw, $0, $1) } == 0
  }

  private static func removeStale(_ path: String, _ address: UnixAddress) throws(SystemError) {
    guard try FileStatus.of(path: path).kind == .socket else {
      throw SystemError(errno: ENOTSOCK, operation: "ouverture de la socket", path: path)
    }
    let probe = try UnixAddress.socket(SOCK_STREAM, flags: SOCK_NONBLOCK)
    let isRefused = address.withPointer { connect(probe.raw, $0, $1) } != 0 && errno == ECONNREFUSED
    guard isRefused else { throw SystemError(errno: EADDRINUSE, operation: "ouverture de la socket", path: path) }
    guard Glibc.unlink(path) == 0 || errno == ENOENT else {
      throw SystemError.last("suppression de l’ancienne socket", path)
    }
  }

  /// Blocks the thread until somebody connects; nil once closed.
  ///
  /// A peer that has hung up in the meantime is skipped. Throws when descriptors or memory run out (`EMFILE`, `ENFILE`,
  /// `ENOMEM`): the peer still waits, so rest() before the next try.
  public func accept() throws(SystemError) -> AcceptedPeer? {
    while true {
      let reason = try wakeUp.wait(for: descriptor, until: nil)
      if reason == .stopped { return nil }
      guard reason == .ready else { continue }
      let raw = clinux_accept(descriptor.raw)
      if raw >= 0 {
        let socket = Descriptor.adopt(raw)
        return AcceptedPeer(descriptor: socket, credentials: try PeerCredentials(of: socket))
      }
      switch errno {
      case EAGAIN, EINTR, ECONNABORTED, EPERM: continue
      default: throw SystemError.last("acceptation d’une connexion", path)
      }
    }
  }

  /// Blocks the thread for that long, or until closed.
  public func rest(for duration: Duration) throws(SystemError) {
    let end = ContinuousClock.now.advanced(by: duration)
    while try wakeUp.wait(for: nil, until: end) == .woken {}
  }

  /// Accepts no more: accept() under way and to come return nil. The socket file stays: whoever binds it next replaces
  /// it, and systemd's own is systemd's.
  public func close() { wakeUp.stop() }
}
