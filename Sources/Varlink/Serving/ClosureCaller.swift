/// A caller that is no connection: of a call that a program makes of its own interface.
struct ClosureCaller: Caller {
  let take: @Sendable ([UInt8]) async throws(VarlinkError) -> Void

  var queueSize: Int { VarlinkLimits.standard.queueSize }
  var isTooSlow: Bool { false }

  func send(_ message: [UInt8]) async throws(VarlinkError) { try await take(message) }

  func hasFallenBehind() {}

  /// There is no connection to turn over.
  func turnOver() async throws(VarlinkError) { throw .disconnected }
}
