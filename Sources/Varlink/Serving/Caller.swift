/// The other end of a call: takes what it is answered.
protocol Caller: Sendable {
  /// Bytes that may wait for it.
  var queueSize: Int { get }
  /// It does not read its replies in time, and is about to be hung up on.
  var isTooSlow: Bool { get }

  /// Takes one message, without its NUL, and returns when it may take the next one.
  /// - Throws: `disconnected` when it has gone.
  func send(_ message: [UInt8]) async throws(VarlinkError)

  /// Too much waits for it: from here on it is too slow.
  func hasFallenBehind()

  /// From here on what it sends is no Varlink.
  func turnOver() async throws(VarlinkError)
}
