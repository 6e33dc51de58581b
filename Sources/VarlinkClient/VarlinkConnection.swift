public import LinuxSystem
public import StrictJSON

/// A connection to a Varlink service; every call blocks its thread until the answer is there.
///
/// ```swift
/// let connection = try VarlinkConnection(socket: "/run/example/control.sock")
/// let reply = try connection.call("org.example.ping.Ping", ["text": "hello"])
/// print(reply["text"]?.string ?? "")
/// ```
///
/// Calls follow one another; `call(all:)` sends many at once. To have several under way, open several connections.
public final class VarlinkConnection {
  private let socket: UnixConnection
  private let limits: JSONLimits
  private var received = ReceivedBytes()
  /// A stream has replies to come, or the connection is of no more use.
  private var isBusy = false

  /// - Parameters:
  ///   - path: of the service's socket.
  ///   - timeout: for connecting, and for each reply to arrive or to go on arriving; nil waits for ever.
  ///   - limits: of one message from the service.
  /// - Throws: `unreachable`.
  public convenience init(
    socket path: String, timeout: Duration? = .seconds(45), limits: JSONLimits = JSONLimits(size: 64 << 20)
  ) throws(VarlinkFailure) {
    try self.init(path, allowsAbstract: false, timeout, limits)
  }

  /// Connects to where an address says; the rest is as with a path.
  ///
  /// ```swift
  /// let connection = try VarlinkConnection(address: VarlinkAddress("unix:@org.example"))
  /// ```
  public convenience init(
    address: VarlinkAddress, timeout: Duration? = .seconds(45), limits: JSONLimits = JSONLimits(size: 64 << 20)
  ) throws(VarlinkFailure) {
    try self.init(address.path, allowsAbstract: true, timeout, limits)
  }

  private init(
    _ path: String, allowsAbstract: Bool, _ timeout: Duration?, _ limits: JSONLimits
  ) throws(VarlinkFailure) {
    do {
      socket = try UnixConnection(path, allowsAbstract: allowsAbstract, timeout: timeout)
    } catch {
      throw .unreachable(error)
    }
    self.limits = limits
  }

  /// Calls and waits for the one reply.
  ///
  /// ```swift
  /// let reply = try connection.call("org.example.ping.Ping", ["text": "hello"])
  /// ```
  /// - Parameters:
  ///   - method: fully qualified, such as `org.varlink.service.GetInfo`.
  ///   - parameters: an object, or nil for none.
  /// - Returns: the reply's parameters: an object.
  public func call(_ method: String, _ parameters: JSONValue? = nil) throws(VarlinkFailure) -> JSON {
    try send(VarlinkRequest(method, parameters))
    return try only(receive())
  }

  /// Sends all the calls at once, then waits for their replies: one journey instead of many.
  ///
  /// ```swift
  /// let replies = try connection.call(all: names.map { VarlinkRequest("org.example.ping.Ping", ["text": .string($0)]) })
  /// for reply in replies { print(try reply.get()["text"]?.string ?? "") }
  /// ```
  /// - Returns: for each call, in their order, its reply's parameters, or the error that it was answered.
  /// - Throws: what ended the connection; which of the calls took effect is then not known.
  public func call(all requests: [VarlinkRequest]) throws(VarlinkFailure) -> [Result<JSON, VarlinkError>] {
    try send(requests)
    var results: [Result<JSON, VarlinkError>] = []
    for _ in requests {
      do throws(VarlinkFailure) {
        results.append(.success(try only(receive())))
      } catch {
        guard case .refused(let refusal) = error else { throw error }
        results.append(.failure(refusal))
      }
    }
    return results
  }

  /// Calls without asking for an answer (`oneway`): not even an error comes back.
  ///
  /// ```swift
  /// try connection.tell("org.example.ping.Note", ["text": "hello"])
  /// ```
  public func tell(_ method: String, _ parameters: JSONValue? = nil) throws(VarlinkFailure) {
    try send(VarlinkRequest(method, parameters), flag: "oneway")
  }

  /// Calls with `more`: the replies come one by one out of the stream. The connection serves other calls only after its
  /// end; a stream that is left before its end can be left only together with the connection.
  ///
  /// ```swift
  /// var stream = try connection.stream("org.example.ping.Watch")
  /// while let reply = try stream.next() { print(reply["text"]?.string ?? "") }
  /// ```
  public func stream(_ method: String, _ parameters: JSONValue? = nil) throws(VarlinkFailure) -> VarlinkStream {
    try send(VarlinkRequest(method, parameters), flag: "more")
    isBusy = true
    return VarlinkStream(of: self)
  }

  /// Calls with `upgrade`: after the reply the connection speaks the protocol that the method stands for, and serves no
  /// other call.
  ///
  /// ```swift
  /// let raw = try connection.upgrade("org.example.shell.Open")
  /// try raw.write(Array("ls\n".utf8))
  /// ```
  /// - Throws: `refused` when the service does not turn the connection over: it then goes on serving calls.
  public func upgrade(_ method: String, _ parameters: JSONValue? = nil) throws(VarlinkFailure) -> VarlinkUpgrade {
    try send(VarlinkRequest(method, parameters), flag: "upgrade")
    let parameters = try only(receive())
    isBusy = true
    return VarlinkUpgrade(parameters, socket, received: received.takeRest())
  }

  /// What is to be waited for, together with other things, before a stream is asked for what has come: see
  /// ``VarlinkStream/nextIfThere()``. Nothing else may read or write it.
  public var waitable: UnixConnection { socket }

  /// The next reply of the stream under way, and whether it is the last.
  func nextOfStream() throws(VarlinkFailure) -> (parameters: JSON, isLast: Bool) {
    try ofStream { () throws(VarlinkFailure) in try receive() }
  }

  /// The same of what has come; nil where no whole message has.
  func nextOfStreamIfThere() throws(VarlinkFailure) -> (parameters: JSON, isLast: Bool)? {
    let message: [UInt8]?
    do throws(VarlinkFailure) {
      message = try messageIfThere()
    } catch {
      isBusy = true
      throw error
    }
    guard let message else { return nil }
    return try ofStream { () throws(VarlinkFailure) in try reply(message) }
  }

  private func ofStream(
    _ receive: () throws(VarlinkFailure) -> Reply
  ) throws(VarlinkFailure) -> (parameters: JSON, isLast: Bool) {
    let reply: Reply
    do throws(VarlinkFailure) {
      reply = try receive()
    } catch {
      if case .refused = error { isBusy = false }
      throw error
    }
    isBusy = reply.continues
    return (reply.parameters, !reply.continues)
  }

  /// The parameters of a reply after which no other may come.
  private func only(_ reply: Reply) throws(VarlinkFailure) -> JSON {
    guard !reply.continues else {
      isBusy = true
      throw .malformed("une seule réponse était demandée, d’autres sont annoncées.")
    }
    return reply.parameters
  }

  private func send(_ request: VarlinkRequest, flag: String? = nil) throws(VarlinkFailure) {
    try send([request], flag: flag)
  }

  private func send(_ requests: [VarlinkRequest], flag: String? = nil) throws(VarlinkFailure) {
    guard !isBusy else { throw .lost(nil) }
    var bytes: [UInt8] = []
    for request in requests { request.write(flag: flag, into: &bytes) }
    do {
      try socket.write(bytes, receiving: &received.bytes)
    } catch {
      isBusy = true
      throw error.isTimeout ? .timedOut : .lost(error)
    }
  }

  private func receive() throws(VarlinkFailure) -> Reply {
    let message: [UInt8]
    do throws(VarlinkFailure) {
      message = try self.message()
    } catch {
      isBusy = true
      throw error
    }
    return try reply(message)
  }

  private func reply(_ message: [UInt8]) throws(VarlinkFailure) -> Reply {
    let reply: Reply
    do throws(VarlinkFailure) {
      reply = try Reply(message, limits: limits)
    } catch {
      // The next bytes could belong to any call: nothing read from here on can be trusted.
      isBusy = true
      throw error
    }
    if let error = reply.error {
      throw .refused(VarlinkError(name: error, parameters: reply.parameters))
    }
    return reply
  }

  /// The bytes of one message, without its NUL, if it has come whole.
  private func messageIfThere() throws(VarlinkFailure) -> [UInt8]? {
    while true {
      if let message = received.next() { return message }
      guard received.unfinished <= limits.size else { throw .malformed("un message dépasse \(limits.size) octets.") }
      let arrival: UnixConnection.Arrival
      do {
        arrival = try socket.readIfThere(into: &received.bytes)
      } catch {
        throw .lost(error)
      }
      switch arrival {
      case .bytes: continue
      case .nothing: return nil
      case .end: throw .lost(nil)
      }
    }
  }

  /// The bytes of one message, without its NUL.
  private func message() throws(VarlinkFailure) -> [UInt8] {
    while true {
      if let message = received.next() { return message }
      guard received.unfinished <= limits.size else { throw .malformed("un message dépasse \(limits.size) octets.") }
      let isThere: Bool
      do {
        isThere = try socket.read(into: &received.bytes)
      } catch {
        throw error.isTimeout ? .timedOut : .lost(error)
      }
      guard isThere else { throw .lost(nil) }
    }
  }
}
