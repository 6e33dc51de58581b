internal import Glibc

/// A socket that the service manager opened for this process (socket activation).
///
/// ```swift
/// let listener =
///   if let socket = try InheritedSocket.one(of: InheritedSocket.takeAll(), named: "controle") {
///     try UnixListener(inherited: socket)
///   } else {
///     try UnixListener.bind("/run/example/control.sock", mode: 0o666)
///   }
/// ```
public struct InheritedSocket: Hashable, Sendable {
  /// Of the descriptor, close-on-exec. Of what kind it is was not looked at, and it stays open unless it is accepted on:
  /// where a manager has counted wrongly it belongs to somebody else in this process.
  public let number: Int32
  /// What the socket unit calls it (`FileDescriptorName=`); nil where the manager gave no names.
  public let name: String?

  /// What is said to be at that number.
  public init(_ number: Int32, name: String?) {
    self.number = number
    self.name = name
  }

  /// The sockets opened for this process (LISTEN_FDS), in the order of the socket unit; none when they are for another
  /// one (LISTEN_PID).
  ///
  /// The variables are removed, so that programs that this one starts do not take the descriptors for theirs, and a
  /// second call gives none. To be called at the start, while no other thread reads the environment.
  public static func takeAll() throws(SystemError) -> [InheritedSocket] {
    let variables = ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"]
    let values = variables.map { name in getenv(name).map { String(cString: $0) } }
    for name in variables { unsetenv(name) }
    guard values[0] == String(getpid()), let count = values[1].flatMap({ Int32($0) }), count > 0 else { return [] }
    let names = values[2].map { $0.split(separator: ":", omittingEmptySubsequences: false).map(String.init) } ?? []
    var sockets: [InheritedSocket] = []
    for raw in first..<first + min(count, most) {
      guard fcntl(raw, F_SETFD, FD_CLOEXEC) == 0 else { throw SystemError.last("reprise du descripteur \(raw)") }
      let index = Int(raw - first)
      sockets.append(InheritedSocket(raw, name: index < names.count ? names[index] : nil))
    }
    return sockets
  }

  /// The one that is meant: the only one, or of several the only one with that name; nil where there is none at all.
  /// - Throws: `ambiguous`.
  public static func one(of sockets: [InheritedSocket], named name: String) throws(ListenFailure) -> InheritedSocket? {
    if sockets.count <= 1 { return sockets.first }
    let named = sockets.filter { $0.name == name }
    guard named.count == 1 else { throw .ambiguous(count: sockets.count, name: name) }
    return named.first
  }

  /// SD_LISTEN_FDS_START.
  private static let first: Int32 = 3
  /// No unit has more; what claims to is a mistake.
  private static let most: Int32 = 1024

  /// Whether it is a Unix stream socket that listens, the only kind that connections can be accepted on.
  var isListening: Bool {
    option(SO_DOMAIN) == AF_UNIX && option(SO_TYPE) == Int32(SOCK_STREAM.rawValue) && option(SO_ACCEPTCONN) == 1
  }

  /// Nil for what is no socket.
  private func option(_ option: Int32) -> Int32? {
    var value: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    return getsockopt(number, SOL_SOCKET, option, &value, &size) == 0 ? value : nil
  }
}
