internal import CLinux
internal import Glibc

/// A Unix stream socket on which connections are accepted.
///
/// ```swift
/// let listener = try UnixListener.bind("/run/example/control.sock", mode: 0o666)
/// while let peer = try listener.accept() {
///   print(peer.credentials.uid)
/// }
/// ```
public final class UnixListener: Sendable {
  /// The path it was bound to; nil for an inherited one.
  public let path: String?
  private let descriptor: Descriptor
  private let wakeUp: WakeUp
  /// Of whoever serves that path, from before its socket is there until the program ends.
  private let lock: FileLock?

  /// Makes the socket and listens.
  ///
  /// What is at that path already is replaced only when it is a socket of this user's on which nobody listens: one that a
  /// dead program left. Of several programs that start on one path at the same moment one wins, and the others throw
  /// `taken`: they are kept apart by a lock on `<path>.verrou`, which stays.
  /// - Parameter mode: permission bits of the socket, whatever the umask; connecting takes the right to write. They hold
  ///   from before anybody can connect.
  public static func bind(_ path: String, mode: UInt32) throws(ListenFailure) -> UnixListener {
    guard path.utf8.count <= ListenFailure.longestPath else { throw .pathTooLong(path: path) }
    let lock = try lock(path)
    do {
      let address = try UnixAddress(path)
      let socket = try UnixAddress.socket(SOCK_STREAM, flags: SOCK_NONBLOCK)
      try removeStale(path, address)
      // Before binding, so that it is at no moment wider than asked; and after, so that the umask takes nothing away.
      guard fchmod(socket.raw, mode) == 0 else { throw SystemError.last("réglage des droits de la socket", path) }
      guard address.withPointer({ Glibc.bind(socket.raw, $0, $1) }) == 0 else {
        throw SystemError.last("ouverture de la socket", path)
      }
      guard chmod(path, mode) == 0 else { throw SystemError.last("réglage des droits de la socket", path) }
      guard listen(socket.raw, backlog) == 0 else { throw SystemError.last("écoute sur la socket", path) }
      return try UnixListener(socket, path: path, lock: lock)
    } catch let failure as ListenFailure {
      throw failure
    } catch let error as SystemError {
      // Somebody who does not know of the lock was quicker.
      throw error.errno == EADDRINUSE ? .taken(path: path) : .impossible(error)
    } catch {
      throw .impossible(SystemError(errno: EINVAL, operation: "ouverture de la socket", path: path))
    }
  }

  /// Listens on a socket that was inherited (systemd socket activation), already bound and listening.
  /// - Throws: `unfit` for anything else.
  public convenience init(inherited socket: InheritedSocket) throws(ListenFailure) {
    let raw = socket.number
    guard socket.isListening else { throw .unfit(descriptor: raw, name: socket.name) }
    let flags = fcntl(raw, F_GETFL)
    guard flags >= 0, fcntl(raw, F_SETFL, flags | O_NONBLOCK) == 0 else {
      throw .impossible(SystemError.last("reprise de la socket héritée"))
    }
    do {
      try self.init(Descriptor.adopt(raw), path: nil, lock: nil)
    } catch {
      throw .impossible(error)
    }
  }

  private init(_ descriptor: Descriptor, path: String?, lock: FileLock?) throws(SystemError) {
    self.descriptor = descriptor
    self.path = path
    self.lock = lock
    wakeUp = try WakeUp()
  }

  /// Connections that wait to be accepted; the kernel cuts it to net.core.somaxconn.
  private static let backlog: Int32 = 4096

  private static func lock(_ path: String) throws(ListenFailure) -> FileLock {
    do throws(FileLock.Failure) {
      return try FileLock("\(path).verrou")
    } catch {
      switch error {
      case .held: throw .taken(path: path)
      case .impossible(let error): throw .impossible(error)
      }
    }
  }

  /// Removes what a dead program left at the path; to be called under the lock.
  private static func removeStale(_ path: String, _ address: UnixAddress) throws {
    let status: FileStatus
    do throws(SystemError) {
      status = try FileStatus.of(path: path)
    } catch {
      if error.isNotFound { return }
      throw error
    }
    guard status.kind == .socket else { throw ListenFailure.notASocket(path: path) }
    guard try isAbandoned(path, address) else { throw ListenFailure.taken(path: path) }
    guard status.uid == geteuid() else { throw ListenFailure.foreign(path: path) }
    guard unlink(path) == 0 || errno == ENOENT else {
      throw SystemError.last("suppression de l’ancienne socket", path)
    }
  }

  /// Whether nobody listens there any more. When in doubt somebody does: so does one who is too busy to accept.
  private static func isAbandoned(_ path: String, _ address: UnixAddress) throws(SystemError) -> Bool {
    for type in [SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET] {
      let probe = try UnixAddress.socket(type, flags: SOCK_NONBLOCK)
      if address.withPointer({ connect(probe.raw, $0, $1) }) == 0 { return false }
      // EPROTOTYPE: it is of another type, and of which one nobody knows from outside.
      if errno == EPROTOTYPE { continue }
      return errno == ECONNREFUSED
    }
    return false
  }

  /// Blocks the thread until somebody connects; nil once closed, or when the moment has come and nobody waits.
  ///
  /// A peer that has hung up in the meantime is skipped. Throws when descriptors or memory run out (`EMFILE`, `ENFILE`,
  /// `ENOMEM`): the peer still waits, so rest() before the next try.
  public func accept(until deadline: ContinuousClock.Instant? = nil) throws(SystemError) -> AcceptedPeer? {
    while true {
      let reason = try wakeUp.wait(for: descriptor, until: deadline)
      if reason == .stopped || reason == .timeout { return nil }
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
  /// it, and systemd's own is systemd's. The lock is held until this object goes.
  public func close() { wakeUp.stop() }
}
