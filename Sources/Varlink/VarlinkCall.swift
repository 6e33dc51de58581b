public import LinuxSystem
public import StrictJSON

/// One call of a method, and the way to answer it.
///
/// ```swift
/// func handle(_ call: VarlinkCall) async throws(VarlinkError) {
///   guard call.method == "Ping" else { throw call.methodNotFound }
///   try await call.reply(["user": .int(Int64(call.peer.uid))])
/// }
/// ```
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
  /// The caller wants the connection turned over to another protocol: see `upgrade(_:_:)`.
  public let wantsUpgrade: Bool

  let answer = Answer()
  let caller: any Caller

  /// A call that is made by the program itself, such as a test of an interface.
  ///
  /// ```swift
  /// let call = VarlinkCall(interface: "org.example.ping", method: "Ping", parameters: parameters, peer: peer) { message in
  ///   print(String(decoding: message, as: UTF8.self))
  /// }
  /// try await Ping().handle(call)
  /// ```
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
    wantsUpgrade = false
    caller = ClosureCaller(take: send)
  }

  init(_ message: CallMessage, from peer: PeerCredentials, _ caller: any Caller) {
    let dot = message.method.lastIndex(of: ".")
    interface = dot.map { String(message.method[..<$0]) } ?? message.method
    method = dot.map { String(message.method[message.method.index(after: $0)...]) } ?? ""
    parameters = message.parameters
    self.peer = peer
    isOneway = message.isOneway
    wantsMore = message.wantsMore && !message.isOneway
    wantsUpgrade = message.wantsUpgrade
    self.caller = caller
  }

  /// What to throw for a method that the interface does not have.
  public var methodNotFound: VarlinkError { .methodNotFound("\(interface).\(method)") }

  /// What to throw for a method that the interface has and this service does not offer.
  public var methodNotImplemented: VarlinkError { .methodNotImplemented("\(interface).\(method)") }

  /// Whether the last reply, or an error, has been sent.
  public var isAnswered: Bool { answer.isComplete }

  /// Gives the one or the last reply, and returns when the caller's socket has taken it.
  ///
  /// ```swift
  /// try await call.reply(["text": "hello"])
  /// ```
  /// - Parameter parameters: an object.
  /// - Throws: `disconnected`, also after the last reply.
  public func reply(_ parameters: JSONValue = .object([])) async throws(VarlinkError) {
    try await finish { ReplyMessage.bytes(parameters: parameters) }
  }

  /// Gives the one or the last reply, its parameters written as they go out.
  ///
  /// ```swift
  /// try await call.reply { writer in
  ///   writer.beginObject()
  ///   writer.member("text", "hello")
  ///   writer.endObject()
  /// }
  /// ```
  /// - Parameter parameters: writes one object.
  public func reply(writing parameters: (inout JSONWriter) -> Void) async throws(VarlinkError) {
    try await finish { ReplyMessage.bytes(writing: parameters) }
  }

  /// Gives one reply after which others come, and returns when the caller's socket has taken it: a caller that reads
  /// slowly slows its handler, and nothing piles up. For what happens whether or not anybody reads it, see `feed(_:)`.
  ///
  /// ```swift
  /// for page in pages { try await call.replyContinues(["rows": .array(page)]) }
  /// try await call.reply(["rows": []])
  /// ```
  /// - Parameter parameters: an object.
  /// - Throws: `expectedMore` where the caller takes one reply only, or none: a handler lets it pass, and it is answered.
  ///   `disconnected` when the caller has gone or the task is cancelled.
  public func replyContinues(_ parameters: JSONValue) async throws(VarlinkError) {
    try await goOn { ReplyMessage.bytes(parameters: parameters, continues: true) }
  }

  /// Like `replyContinues(_:)`, its parameters written as they go out.
  ///
  /// ```swift
  /// try await call.replyContinues { writer in
  ///   writer.beginObject()
  ///   writer.member("row", row)
  ///   writer.endObject()
  /// }
  /// ```
  public func replyContinues(writing parameters: (inout JSONWriter) -> Void) async throws(VarlinkError) {
    try await goOn { ReplyMessage.bytes(continues: true, writing: parameters) }
  }

  /// Answers with an error; nothing happens after the last reply.
  func fail(_ error: VarlinkError) async throws(VarlinkError) {
    guard error != .disconnected, answer.complete(), !isOneway else { return }
    try await caller.send(ReplyMessage.bytes(error: error))
  }

  private func goOn(_ message: () -> [UInt8]) async throws(VarlinkError) {
    guard !Task.isCancelled, !isAnswered else { throw .disconnected }
    guard wantsMore else { throw .expectedMore }
    try await caller.send(message())
  }

  private func finish(_ message: () -> [UInt8]) async throws(VarlinkError) {
    // It would tell the caller that its connection is turned over.
    if wantsUpgrade { throw methodNotImplemented }
    guard answer.complete() else { throw .disconnected }
    if !isOneway { try await caller.send(message()) }
  }
}
