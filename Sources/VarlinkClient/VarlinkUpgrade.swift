internal import LinuxSystem
public import StrictJSON

/// A connection that was turned over to another protocol: bytes both ways, and Varlink no more. See
/// ``VarlinkConnection/upgrade(_:_:)``.
///
/// ```swift
/// let raw = try connection.upgrade("org.example.shell.Open")
/// try raw.write(Array("ls\n".utf8))
/// while let bytes = try raw.read() { … }
/// ```
public final class VarlinkUpgrade {
  /// What the service answered to the call: an object.
  public let parameters: JSON
  private let socket: UnixConnection
  /// What came behind the reply.
  private var received: [UInt8]

  init(_ parameters: JSON, _ socket: UnixConnection, received: [UInt8]) {
    self.parameters = parameters
    self.socket = socket
    self.received = received
  }

  /// Waits for bytes and gives those that are there; nil at the end.
  public func read() throws(VarlinkFailure) -> [UInt8]? {
    defer { received = [] }
    if !received.isEmpty { return received }
    do {
      return try socket.read(into: &received) ? received : nil
    } catch {
      throw error.isTimeout ? .timedOut : .lost(error)
    }
  }

  /// Writes all the bytes.
  public func write(_ bytes: [UInt8]) throws(VarlinkFailure) {
    do {
      try socket.write(bytes)
    } catch {
      throw error.isTimeout ? .timedOut : .lost(error)
    }
  }

  /// Says that nothing more will be written; reading goes on.
  public func finishWriting() throws(VarlinkFailure) {
    do {
      try socket.finishWriting()
    } catch {
      throw .lost(error)
    }
  }
}
