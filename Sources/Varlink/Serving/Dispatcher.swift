internal import LinuxSystem

/// Finds who serves a call, and sees to it that the caller is answered.
struct Dispatcher: Sendable {
  private let interfaces: [String: any VarlinkInterface]

  init(_ interfaces: [any VarlinkInterface]) {
    self.interfaces = Dictionary(interfaces.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns when the call has been served and answered, or its caller has gone.
  func dispatch(
    _ message: CallMessage, from peer: PeerCredentials,
    send: @escaping @Sendable ([UInt8]) async throws(VarlinkError) -> Void
  ) async {
    let dot = message.method.lastIndex(of: ".")
    let name = dot.map { String(message.method[..<$0]) } ?? message.method
    let method = dot.map { String(message.method[message.method.index(after: $0)...]) } ?? ""
    let call = VarlinkCall(
      interface: name, method: method, parameters: message.parameters, peer: peer,
      wantsMore: message.wantsMore, isOneway: message.isOneway, send: send)
    do throws(VarlinkError) {
      do throws(VarlinkError) {
        guard let interface = interfaces[name] else { throw .interfaceNotFound(name) }
        // No method of ours turns the connection over to another protocol.
        guard !message.wantsUpgrade else { throw call.methodNotImplemented }
        try await interface.handle(call)
        if !call.isAnswered { try await call.reply() }
      } catch {
        try await call.fail(error)
      }
    } catch {
      // The caller has gone: there is nobody to answer.
      return
    }
  }
}
