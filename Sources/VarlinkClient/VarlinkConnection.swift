internal import LinuxSystem
public import StrictJSON

/// A connection to a Varlink service; every call blocks its thread until the answer is there.
///
/// Calls follow one another: to make several at a time, open several connections.
public final class VarlinkConnection {
  private let socket: UnixConnection
  private let limits: JSONLimits
  /// What was received and not yet read.
  private var received: [UInt8] = []
  /// How much of `received` is known to hold no NUL.
  private var scanned = 0
  /// A stream has replies to come, or the connection is of no more use.
  private var isBusy = false

  /// - Parameters:
  ///   - socket: path of the service's socket.
  ///   - timeout: for connecting, and for each reply to arrive or to go on arriving; nil waits for ever.
  ///   - limits: of one message from the service.
  /// - Throws: `unreachable`.
  public init(
    socket path: String, timeout: Duration? = .seconds(45), limits: JSONLimits = JSONLimits(size: 64 << 20)
  ) throws(VarlinkFailure) {
    do {
      socket = try UnixConnection(path, timeout: timeout)
    } catch {
      throw .unreachable(error)
    }
    self.limits = limits
  }

  /// Calls and waits for the one reply.
  /// - Parameters:
  ///   - method: fully qualified, such as `org.varlink.service.GetInfo`.
  ///   - parameters: an object, or nil for none.
  /// - Returns: the reply's parameters: an object.
  public func call(_ method: String, _ parameters: JSONValue? = nil) throws(VarlinkFailure) -> JSON {
    try send(method, parameters, flag: nil)
    let reply = try receive()
    guard !reply.continues else {
      isBusy = true
      throw .malformed("une seule réponse était demandée, d’autres sont annoncées.")
    }
    return reply.parameters
  }

  /// Calls without asking for an answer: not even an error comes back.
  public func tell(_ method: String, _ parameters: JSONValue? = nil) throws(VarlinkFailure) {
    try send(method, parameters, flag: "oneway")
  }

  /// Calls with `more`: the replies come one by one out of the stream. The connection serves other calls only after its
  /// end; a stream that is left before its end can be left only together with the connection.
  public func stream(_ method: String, _ parameters: JSONValue? = nil) throws(VarlinkFailure) -> VarlinkStream {
    try send(method, parameters, flag: "more")
    isBusy = true
    return VarlinkStream(of: self)
  }

  /// The next reply of the stream under way, and whether it is the last.
  func nextOfStream() throws(VarlinkFailure) -> (parameters: JSON, isLast: Bool) {
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

  private func send(_ method: String, _ parameters: JSONValue?, flag: String?) throws(VarlinkFailure) {
    guard !isBusy else { throw .lost(nil) }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("method")
    writer.string(method)
    if let parameters {
      writer.key("parameters")
      writer.value(parameters)
    }
    if let flag {
      writer.key(flag)
      writer.bool(true)
    }
    writer.endObject()
    var message = writer.bytes
    message.append(0)
    do {
      try socket.write(message)
    } catch {
      isBusy = true
      throw error.isTimeout ? .timedOut : .lost(error)
    }
  }

  private func receive() throws(VarlinkFailure) -> Reply {
    let reply: Reply
    do throws(VarlinkFailure) {
      reply = try Reply(message(), limits: limits)
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

  /// The bytes of one message, without its NUL.
  private func message() throws(VarlinkFailure) -> [UInt8] {
    while true {
      if let end = received[scanned...].firstIndex(of: 0) {
        let message = Array(received[..<end])
        received.removeSubrange(...end)
        scanned = 0
        return message
      }
      scanned = received.count
      guard scanned <= limits.size else { throw .malformed("un message dépasse \(limits.size) octets.") }
      let isThere: Bool
      do {
        isThere = try socket.read(into: &received)
      } catch {
        throw error.isTimeout ? .timedOut : .lost(error)
      }
      guard isThere else { throw .lost(nil) }
    }
  }
}
