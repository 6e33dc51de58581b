public import LinuxSystem

/// A connection that was turned over to another protocol: bytes both ways, and Varlink no more. See
/// ``VarlinkCall/upgrade(_:_:)``.
///
/// ```swift
/// while let bytes = try await connection.read() { try await connection.write(bytes) }
/// ```
public final class VarlinkUpgrade {
  /// Who is at the other end, as the kernel says.
  public let peer: PeerCredentials
  private let next: () async throws(VarlinkError) -> [UInt8]?
  private let send: (_ bytes: [UInt8]) async throws(VarlinkError) -> Void

  init(
    _ peer: PeerCredentials, next: @escaping () async throws(VarlinkError) -> [UInt8]?,
    send: @escaping (_ bytes: [UInt8]) async throws(VarlinkError) -> Void
  ) {
    self.peer = peer
    self.next = next
    self.send = send
  }

  /// Waits for bytes and gives those that are there; nil when the peer writes no more, or the server is shut down.
  /// - Throws: `disconnected`.
  public func read() async throws(VarlinkError) -> [UInt8]? { try await next() }

  /// Writes all the bytes, and returns when the peer's socket has taken them.
  /// - Throws: `disconnected`.
  public func write(_ bytes: [UInt8]) async throws(VarlinkError) { try await send(bytes) }
}
