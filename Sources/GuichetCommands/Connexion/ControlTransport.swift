package import LinuxSystem
package import StrictJSON
package import VarlinkClient

/// A connection to the control socket: calls by their whole names, JSON in and out.
package protocol ControlTransport {
  /// Calls a method that answers once.
  func call(_ method: String, _ parameters: JSONValue) throws(VarlinkFailure) -> JSON

  /// Calls a method that answers by several messages, each handed over as it comes.
  ///
  /// - Parameter handle: false to read no further; the connection is then of no more use.
  func stream(
    _ method: String, _ parameters: JSONValue, _ handle: (JSON) -> Bool
  ) throws(VarlinkFailure)

  /// Calls a method that answers by several messages, each to be taken when it has come; the connection serves no other
  /// call until the last of them.
  func follow(_ method: String, _ parameters: JSONValue) throws(VarlinkFailure) -> any ControlStream
}

/// Messages that come while other things happen.
package protocol ControlStream: AnyObject {
  /// The next message if it has come; never waits.
  func next() throws(VarlinkFailure) -> VarlinkStream.Arrival
  /// What to wait for; nil where nothing is to be waited for.
  var waitable: UnixConnection? { get }
}

/// Opens the door at a socket's path.
package typealias Connecting = (_ socket: String) throws(VarlinkFailure) -> any ControlTransport

/// The same, for who waits no longer than so long for the door and an answer together.
package typealias ConnectingWithin =
  (_ socket: String, _ patience: Duration) throws(VarlinkFailure) -> any ControlTransport

/// The control socket of a daemon.
struct ControlSocket: ControlTransport {
  private let connection: VarlinkConnection

  /// A daemon that is there answers the door at once.
  private static let connecting = Duration.seconds(10)
  /// Checking the journal of a large register takes minutes.
  static let patience = Duration.seconds(600)

  /// - Parameter patience: for each answer to come, or to go on coming.
  init(path: String, patience: Duration = Self.patience) throws(VarlinkFailure) {
    connection = try VarlinkConnection(socket: path, timeout: min(patience, Self.connecting))
    do {
      try connection.waitable.set(timeout: patience)
    } catch {
      throw .unreachable(error)
    }
  }

  /// - Parameter patience: for the door to open and one answer to begin, together.
  init(path: String, within patience: Duration) throws(VarlinkFailure) {
    let deadline = ContinuousClock.now + patience
    connection = try VarlinkConnection(socket: path, timeout: patience)
    do {
      try connection.waitable.set(timeout: max(.milliseconds(1), deadline - .now))
    } catch {
      throw .unreachable(error)
    }
  }

  func call(_ method: String, _ parameters: JSONValue) throws(VarlinkFailure) -> JSON {
    try connection.call(method, parameters)
  }

  func stream(
    _ method: String, _ parameters: JSONValue, _ handle: (JSON) -> Bool
  ) throws(VarlinkFailure) {
    var stream = try connection.stream(method, parameters)
    while let message = try stream.next() {
      guard handle(message) else { return }
    }
  }

  func follow(_ method: String, _ parameters: JSONValue) throws(VarlinkFailure) -> any ControlStream {
    SocketStream(connection, try connection.stream(method, parameters))
  }

  /// A stream with the connection that it takes up.
  private final class SocketStream: ControlStream {
    private let connection: VarlinkConnection
    private var stream: VarlinkStream

    init(_ connection: VarlinkConnection, _ stream: VarlinkStream) {
      self.connection = connection
      self.stream = stream
    }

    var waitable: UnixConnection? { connection.waitable }

    func next() throws(VarlinkFailure) -> VarlinkStream.Arrival { try stream.nextIfThere() }
  }
}
