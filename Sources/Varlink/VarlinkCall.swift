public import LinuxSystem
public import StrictJSON
internal import Synchronization

/// One call of a method, and the way to answer it.
public struct VarlinkCall: Sendable {
  /// What is called, without its interface.
  public let method: String
  /// The interface it is called on.
  public let interface: String
  /// An object; empty where the caller gave none.
  public let parameters: JSON
  /// Who calls, as the kernel says.
  public let peer: PeerCredentials
  /// The caller takes more than one reply; never so in a one-way call.
  public let wantsMore: Bool
  /// The caller takes no reply at all: what is replied goes nowhere.
  public let isOneway: Bool

  private let answer: Answer
  private let send: @Sendable ([UInt8]) async throws(VarlinkError) -> Void

  /// - Parameter send: takes each message to the caller, without its NUL, and returns when it may take the next one;
  ///   throws `disconnected` when the caller has gone. Never called for a one-way call.
  public init(
    interface: String, method: String, parameters: JSON, peer: PeerCredentials, wantsMore: Bool = false,
    isOneway: Bool = false, send: @escaping @Sendable (_ message: [UInt8]) async throws(VarlinkError) -> Void
  ) {
    self.interface = interface
    self.method = method
    self.parameters = parameters
    self.peer = peer
    self.wantsMore = wantsMore && !isOneway
    self.isOneway = isOneway
    self.send = send
    answer = Answer()
  }

  /// What to throw for a method that the interface does not have.
  public var methodNotFound: VarlinkError { .methodNotFound("\(interface).\(method)") }

  /// What to throw for a method that the interface has and this service does not offer.
  public var methodNotImplemented: VarlinkError { .methodNotImplemented("\(interface).\(method)") }

  /// Whether the last reply, or an error, has been sent.
  public var isAnswered: Bool { answer.isComplete }

  /// Gives the one or the last reply, and returns when the caller's socket has taken it.
  /// - Parameter parameters: an object.
  /// - Throws: `disconnected`, also after the last reply.
  public func reply(_ parameters: JSONValue = .object([])) async throws(VarlinkError) {
    try await finish(ReplyMessage.bytes(parameters: parameters))
  }

  /// Gives the one or the last reply, its parameters written as they go out.
  /// - Parameter parameters: writes one object.
  public func reply(writing parameters: (inout JSONWriter) -> Void) async throws(VarlinkError) {
    try await finish(ReplyMessage.bytes(writing: parameters))
  }

  /// Gives one reply after which others come, and returns when the caller's socket has taken it: a caller that reads
  /// slowly slows its handler, and nothing piles up.
  /// - Parameter parameters: an object.
  /// - Throws: `expectedMore` where the caller takes one reply only, or none: a handler lets it pass, and it is answered.
  ///   `disconnected` when the caller has gone or the task is cancelled.
  public func replyContinues(_ parameters: JSONValue) async throws(VarlinkError) {
    try await goOn(ReplyMessage.bytes(parameters: parameters, continues: true))
  }

  /// Like `replyContinues(_:)`, its parameters written as they go out.
  public func replyContinues(writing parameters: (inout JSONWriter) -> Void) async throws(VarlinkError) {
    try await goOn(ReplyMessage.bytes(continues: true, writing: parameters))
  }

  /// Answers with an error; nothing happens after the last reply.
  func fail(_ error: VarlinkError) async throws(VarlinkError) {
    guard error != .disconnected, !isAnswered else { return }
    try await finish(ReplyMessage.bytes(error: error))
  }

  private func goOn(_ message: [UInt8]) async throws(VarlinkError) {
    guard !Task.isCancelled, !isAnswered else { throw .disconnected }
    guard wantsMore else { throw .expectedMore }
    try await send(message)
  }

  private func finish(_ message: [UInt8]) async throws(VarlinkError) {
    guard answer.complete() else { throw .disconnected }
    if !isOneway { try await send(message) }
  }

  /// Whether the last reply has been given; copies of the call share it.
  private final class Answer: Sendable {
    private let flag = Atomic(false)

    var isComplete: Bool { flag.load(ordering: .acquiring) }

    /// False when it was complete already.
    func complete() -> Bool { !flag.exchange(true, ordering: .acquiringAndReleasing) }
  }
}
