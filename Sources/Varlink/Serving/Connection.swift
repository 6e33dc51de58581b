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
  /// The peer has gone, or was hung up on.
  private let hungUp = Signal()

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
    channel.closeFuture.whenComplete { [hungUp] _ in hungUp.fire() }
  }

  /// Serves until the peer has no more to ask, breaks the protocol, or is hung up on.
  func serve(_ messages: some AsyncSequence<[UInt8], any Error>) async {
    do {
      for try await message in messages {
        activity.withLock { $0.callBegins() }
        await perform(try CallMessage(message, limits: limits))
        activity.withLock { $0.callEnds(now: .now) }
        if isFinishing.load(ordering: .acquiring) { return }
      }
    } catch let fault as MessageFault {
      report(.messageFault(peer, fault))
    } catch {
      // The socket failed or the server stops: either way the conversation is over, and there is nobody to tell.
      return
    }
  }

  /// Serves one call. When the peer hangs up, its handler is cancelled, but for a one-way call: the peer of such a one
  /// never waits.
  private func perform(_ message: CallMessage) async {
    if message.isOneway {
      await dispatcher.dispatch(message, from: peer) { _ in }
      return
    }
    await withTaskGroup { tasks in
      tasks.addTask { [self] in
        await dispatcher.dispatch(message, from: peer) { [self] message throws(VarlinkError) in
          try await send(message)
        }
      }
      tasks.addTask { [hungUp] in await hungUp.wait() }
      await tasks.next()
      tasks.cancelAll()
    }
  }

  /// Returns when the kernel has taken the whole message: nothing piles up here.
  private func send(_ message: [UInt8]) async throws(VarlinkError) {
    var buffer = channel.allocator.buffer(capacity: message.count + 1)
    buffer.writeBytes(message)
    buffer.writeInteger(UInt8(0))
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
    hungUp.fire()
    channel.close(promise: nil)
  }

  /// Hangs up on a peer that has used up its time.
  func checkTime(now: ContinuousClock.Instant) {
    switch activity.withLock({ $0.verdict(now: now, limits: limits) }) {
    case .fine: return
    case .idleTooLong: report(.idleTooLong(peer))
    case .readsTooSlowly: report(.readsTooSlowly(peer))
    }
    hangUp()
  }
}
