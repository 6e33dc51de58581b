import Glibc
import LinuxSystem
import StrictJSON
import Varlink
import VarlinkClient

/// A server with the test interface on a socket of its own.
struct TestServer: Sendable {
  let socket: String
  let interface = TestInterface()
  /// What the server reports, such as `idleTooLong`.
  let events = Happenings()
  let server: VarlinkServer
  private let folder: TemporaryFolder

  /// Runs a server for as long as the body does.
  /// - Parameter interfaces: besides the test interface.
  static func with(
    limits: VarlinkLimits = VarlinkLimits(shutdownTime: .milliseconds(1)),
    interfaces: [any VarlinkInterface] = [],
    _ body: (TestServer) async throws -> Void
  ) async throws {
    let test = try TestServer(limits, interfaces)
    async let ended: Void = test.server.run()
    do {
      try await body(test)
    } catch {
      test.server.shutdown()
      throw error
    }
    test.server.shutdown()
    try await ended
  }

  /// A server that the test runs itself.
  static func alone() throws -> TestServer { try TestServer(VarlinkLimits(), []) }

  private init(_ limits: VarlinkLimits, _ others: [any VarlinkInterface]) throws {
    folder = try TemporaryFolder()
    socket = folder.path + "/sock"
    server = VarlinkServer(
      interfaces: [interface] + others, vendor: "Exemple", product: "Essai", version: "1", url: "https://exemple.fr",
      listener: try UnixListener.bind(socket, mode: 0o666), limits: limits,
      report: { [events] event in events.add(Self.name(event)) })
  }

  /// Talks with the server on a thread of its own, since our client blocks.
  func call<Value: Sendable>(_ body: @escaping @Sendable (VarlinkConnection) throws -> Value) async throws -> Value {
    try await DedicatedThread.run("client") { () throws in
      try body(VarlinkConnection(socket: socket, timeout: .seconds(30)))
    }
  }

  /// Sends bytes as they are, on a thread of its own.
  func raw<Value: Sendable>(_ body: @escaping @Sendable (RawClient) throws -> Value) async throws -> Value {
    try await DedicatedThread.run("octets") { () throws in try body(RawClient(socket)) }
  }

  private static func name(_ event: VarlinkEvent) -> String {
    switch event {
    case .connected: "connected"
    case .disconnected: "disconnected"
    case .refused: "refused"
    case .messageFault(_, let fault): "fault \(Self.name(fault))"
    case .idleTooLong: "idleTooLong"
    case .readsTooSlowly: "readsTooSlowly"
    case .acceptFailed(let error): "acceptFailed \(error)"
    case .connectionFailed(_, let reason): "connectionFailed \(reason)"
    }
  }

  private static func name(_ fault: MessageFault) -> String {
    switch fault {
    case .invalidJSON: "invalidJSON"
    case .notAnObject: "notAnObject"
    case .duplicateKey: "duplicateKey"
    case .invalidMember(let name): name
    case .tooLong: "tooLong"
    }
  }
}

/// A client that knows nothing of messages but their NUL.
struct RawClient {
  private let connection: UnixConnection

  init(_ socket: String) throws {
    connection = try UnixConnection(socket, timeout: .seconds(30))
  }

  /// Sends the text and a NUL.
  func send(_ message: String) throws { try connection.write(Array(message.utf8) + [0]) }

  func send(bytes: [UInt8]) throws(SystemError) { try connection.write(bytes) }

  func finishWriting() throws(SystemError) { try connection.finishWriting() }

  /// The messages that come before the server hangs up; one that is cut off is left out.
  ///
  /// - Parameter beginning: what has been read of the first.
  func messagesToEnd(after beginning: [UInt8] = []) throws -> [String] {
    try (beginning + bytesToEnd()).split(separator: 0, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The first bytes of the next message: from then on it is on its way.
  func beginning() throws -> [UInt8] {
    var received: [UInt8] = []
    _ = try connection.read(into: &received)
    return received
  }

  /// What comes before the server hangs up.
  func bytesToEnd() throws -> [UInt8] {
    var received: [UInt8] = []
    do throws(SystemError) {
      while try connection.read(into: &received) {}
    } catch {
      // Hung up with bytes of ours unread.
      guard error.errno == ECONNRESET else { throw error }
    }
    return received
  }

  /// The next messages, that many of them; more are not looked for.
  func messages(_ count: Int) throws -> [String] {
    var received: [UInt8] = []
    while received.count(where: { $0 == 0 }) < count, try connection.read(into: &received) {}
    return received.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}
