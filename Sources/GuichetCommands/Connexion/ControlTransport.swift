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
}

/// Opens the door at a socket's path.
package typealias Connecting = (_ socket: String) throws(VarlinkFailure) -> any ControlTransport

/// The control socket of a daemon.
struct ControlSocket: ControlTransport {
  private let connection: VarlinkConnection

  /// Checking the journal of a large register takes minutes.
  static let patience = Duration.seconds(600)

  init(path: String, patience: Duration = Self.patience) throws(VarlinkFailure) {
    connection = try VarlinkConnection(socket: path, timeout: patience)
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
}
