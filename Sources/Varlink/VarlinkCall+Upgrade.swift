public import StrictJSON

/// Turning the connection over to another protocol.
extension VarlinkCall {
  /// What goes on with a connection that is no Varlink any more; at its end the connection is closed.
  public typealias Session = @Sendable (VarlinkUpgrade) async throws(VarlinkError) -> Void

  /// Gives the one reply, then turns the connection over: to be called, and returned after, by the methods that the
  /// interface lists in `upgrades`.
  ///
  /// ```swift
  /// guard call.wantsUpgrade else { throw .invalidParameter("upgrade") }
  /// try await call.upgrade { connection throws(VarlinkError) in
  ///   while let bytes = try await connection.read() { try await connection.write(bytes) }
  /// }
  /// ```
  /// - Parameters:
  ///   - parameters: an object.
  ///   - session: begins when the handler has returned.
  /// - Throws: `methodNotImplemented` where the caller did not ask for it; `disconnected` when it has gone.
  public func upgrade(_ parameters: JSONValue = .object([]), _ session: @escaping Session) async throws(VarlinkError) {
    guard wantsUpgrade, !isOneway else { throw methodNotImplemented }
    // Before the reply, after which the caller sends what is no Varlink.
    try await caller.turnOver()
    guard answer.complete(with: session) else { throw .disconnected }
    try await caller.send(ReplyMessage.bytes(parameters: parameters))
  }
}
