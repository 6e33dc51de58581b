internal import LinuxSystem

/// Finds who serves a call, and sees to it that the caller is answered.
struct Dispatcher: Sendable {
  private let interfaces: [String: any VarlinkInterface]

  init(_ interfaces: [any VarlinkInterface]) {
    self.interfaces = Dictionary(interfaces.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns when the call has been served and answered, or its caller has gone.
  /// - Returns: what goes on with a connection that was turned over to another protocol.
  func dispatch(
    _ message: CallMessage, from peer: PeerCredentials, _ caller: any Caller
  ) async -> VarlinkCall.Session? {
    let call = VarlinkCall(message, from: peer, caller)
    do throws(VarlinkError) {
      try await serve(call)
      return call.answer.session
    } catch {
      // The caller has gone: there is nobody to answer.
      return nil
    }
  }

  private func serve(_ call: VarlinkCall) async throws(VarlinkError) {
    let interface = interfaces[call.interface]
    do throws(VarlinkError) {
      guard let interface else { throw .interfaceNotFound(call.interface) }
      // Any reply to such a call would tell that the connection is turned over.
      if call.wantsUpgrade, !interface.upgrades.contains(call.method) { throw call.methodNotImplemented }
      try await interface.handle(call)
      if call.caller.isTooSlow { throw .disconnected }
      if !call.isAnswered { try await call.reply() }
    } catch {
      if call.caller.isTooSlow, let farewell = interface?.readsTooSlowly { try await call.fail(farewell) }
      try await call.fail(error)
    }
  }
}
