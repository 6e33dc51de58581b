internal import LinuxSystem
internal import NIOCore
internal import Synchronization

/// One peer's connection: serves its calls one after the other, in their order.
final class Connection: Sendable {
  let peer: PeerCredentials
  private let channel: any Channel
  private let dispatcher: Dispatcher
  private let limits: VarlinkLimits
  private let report: @Sendable (VarlinkEvent) -> Void
  private let activity: Mutex<Activity>
  private let isFinishing = Atomic(false)
  private let isLeaving = Atomic(false)
  /// The peer has gone, was hung up on, or will be for reading too slowly: handlers are to end.
  private let isOver = Signal()

  init(
    _ channel: any Channel, peer: PeerCredentials, dispatcher: Dispatcher, limits: VarlinkLimits,
    report: @escaping @Sendable (VarlinkEvent) -> Void
  ) {
    self.channel = channel
    self.peer = peer
    self.dispatcher = dispatcher
    self.limits = limits
    self.report = report
    activity = Mutex(Activity(now: .now))
    channel.closeFuture.whenComplete { [isOver] _ in isOver.fire() }
  }

  /// Serves until the peer has no more to ask, breaks the protocol, or is hung up on.
  func serve(_ incoming: NIOAsyncChannelInboundStream<Incoming>) async {
    var incoming = incoming.makeAsyncIterator()
    do {
      while let next = try await incoming.next() {
        guard case .message(let message) = next else { return }
        activity.withLock { $0.callBegins() }
        let session = await perform(try CallMessage(message, limits: limits))
        if let session { return await turnOver(to: session, &incoming) }
        activity.withLock { $0.callEnds(now: .now) }
        if isFinishing.load(ordering: .acquiring) || isTooSlow { return }
      }
    } catch let fault as MessageFault {
      report(.messageFault(peer, fault))
    } catch {
      // The socket failed or the server stops: either way the conversation is over, and there is nobody to tell.
      return
    }
  }

  /// Serves one call. When the peer hangs up or reads too slowly, its handler is cancelled, but for a one-way call: the
  /// peer of such a one never waits.
  private func perform(_ message: CallMessage) async -> VarlinkCall.Session? {
    if message.isOneway { return await dispatcher.dispatch(message, from: peer, self) }
    return await withTaskGroup { tasks in
      tasks.addTask { [self] in await dispatcher.dispatch(message, from: peer, self) }
      tasks.addTask { [isOver] in
        await isOver.wait()
        return nil
      }
      var session = await tasks.next() ?? nil
      tasks.cancelAll()
      for await other in tasks { session = session ?? other }
      return session
    }
  }

  private func turnOver(
    to session: VarlinkCall.Session, _ incoming: inout NIOAsyncChannelInboundStream<Incoming>.AsyncIterator
  ) async {
    var rest = incoming
    defer { incoming = rest }
    let connection = VarlinkUpgrade(
      peer,
      next: { () async throws(VarlinkError) in
        do {
          return try await rest.next()?.raw
        } catch {
          throw .disconnected
        }
      },
      send: { [self] bytes async throws(VarlinkError) in try await write(channel.allocator.buffer(bytes: bytes)) })
    do {
      try await session(connection)
    } catch {
      // The peer has gone, or the session has given it up: the connection ends either way.
      return
    }
  }

  private func write(_ buffer: ByteBuffer) async throws(VarlinkError) {
    activity.withLock { $0.writeBegins(now: .now) }
    defer { activity.withLock { $0.writeEnds(now: .now) } }
    do {
      try await channel.writeAndFlush(buffer)
    } catch {
      throw .disconnected
    }
  }

  /// Lets the call under way end, and serves no other.
  func finish() {
    isFinishing.store(true, ordering: .releasing)
    // To the one who waits for the next message it looks as if the peer had nothing more to ask.
    channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
  }

  /// Hangs up: a handler under way is cancelled, what the peer has not taken is dropped.
  func hangUp() {
    isOver.fire()
    channel.close(promise: nil)
  }

  /// Hangs up on a peer that has used up its time.
  func checkTime(now: ContinuousClock.Instant) {
    switch activity.withLock({ $0.verdict(now: now, limits: limits) }) {
    case .fine: return
    case .idleTooLong:
      report(.idleTooLong(peer))
      hangUp()
    case .readsTooSlowly: leave()
    }
  }

  /// Ends what the peer does not read: the message on its way may still be taken, and an error, for a while.
  private func leave() {
    guard !isLeaving.exchange(true, ordering: .acquiringAndReleasing) else { return }
    report(.readsTooSlowly(peer))
    isOver.fire()
    channel.eventLoop.scheduleTask(in: TimeAmount(limits.farewellTime)) { [self] in hangUp() }
  }
}

extension Connection: Caller {
  var queueSize: Int { limits.queueSize }

  var isTooSlow: Bool { isLeaving.load(ordering: .acquiring) }

  /// Returns when the kernel has taken the whole message: nothing piles up here.
  func send(_ message: [UInt8]) async throws(VarlinkError) {
    var buffer = channel.allocator.buffer(capacity: message.count + 1)
    buffer.writeBytes(message)
    buffer.writeInteger(UInt8(0))
    try await write(buffer)
  }

  func hasFallenBehind() { leave() }

  func turnOver() async throws(VarlinkError) {
    do {
      try await channel.triggerUserOutboundEvent(MessageHandler.TurnOver())
    } catch {
      throw .disconnected
    }
  }
}
