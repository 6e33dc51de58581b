public import LinuxSystem
internal import NIOCore
internal import NIOPosix

/// Serves interfaces on a Unix socket.
///
/// ```swift
/// let server = VarlinkServer(
///   interfaces: [Ping()], vendor: "Example", product: "pingd", version: "1.0", url: "https://example.org",
///   listener: try UnixListener.bind("/run/example/control.sock", mode: 0o666))
/// try await server.run()
/// ```
///
/// Peers are known by what the kernel says of them when they are accepted. Calls of one connection are served in order,
/// one at a time; nothing a peer does or omits makes the server hold more than one message to it and a few from it.
public final class VarlinkServer: Sendable {
  private let listener: UnixListener
  private let dispatcher: Dispatcher
  private let limits: VarlinkLimits
  private let report: @Sendable (VarlinkEvent) -> Void
  private let connections: Connections

  /// - Parameters:
  ///   - interfaces: all but `org.varlink.service`, which is added.
  ///   - vendor, product, version, url: what `GetInfo` answers.
  ///   - listener: closed by shutdown().
  ///   - report: told what happens; called on any thread, and must not block.
  public init(
    interfaces: [any VarlinkInterface], vendor: String, product: String, version: String, url: String,
    listener: UnixListener, limits: VarlinkLimits = .standard,
    report: @escaping @Sendable (VarlinkEvent) -> Void = { _ in }
  ) {
    let service = ServiceInterface(vendor: vendor, product: product, version: version, url: url, others: interfaces)
    self.listener = listener
    self.limits = limits
    self.report = report
    dispatcher = Dispatcher([service] + interfaces)
    connections = Connections(limits: limits)
  }

  /// Serves until shutdown(), and returns when the last connection has gone. To be called once.
  ///
  /// Cancelling the task stops at once: handlers are cancelled, peers hung up on.
  /// - Throws: when connections can no longer be accepted at all.
  public func run() async throws(SystemError) {
    let (peers, accepted) = AsyncStream<AcceptedPeer>.makeStream()
    let result = await withTaskCancellationHandler {
      async let _ = watchTime()
      async let acceptance = DedicatedThread.run("varlink") { [self] in
        defer { accepted.finish() }
        return accept(into: accepted)
      }
      await serve(peers)
      return await acceptance
    } onCancel: {
      shutdown()
      connections.hangUp()
    }
    try result.get()
  }

  /// Accepts no more, lets calls under way go on for the limits' `shutdownTime`, then hangs up. From any thread.
  public func shutdown() {
    listener.close()
  }

  /// Blocks its thread until the listener is closed.
  private func accept(into accepted: AsyncStream<AcceptedPeer>.Continuation) -> Result<Void, SystemError> {
    while true {
      do throws(SystemError) {
        guard let peer = try listener.accept() else { return .success(()) }
        if connections.admit(peer.credentials) {
          accepted.yield(peer)
        } else {
          report(.refused(peer.credentials))
        }
      } catch {
        report(.acceptFailed(error))
        do throws(SystemError) {
          // Descriptors or memory have run out, and who knocks still waits: trying again at once would only spin.
          try listener.rest(for: .milliseconds(100))
        } catch {
          return .failure(error)
        }
      }
    }
  }

  /// Returns when no more peers come and those that came have gone.
  private func serve(_ peers: AsyncStream<AcceptedPeer>) async {
    await withDiscardingTaskGroup { tasks in
      for await peer in peers {
        tasks.addTask { [self] in
          await serve(peer)
          connections.leave(peer.credentials)
        }
      }
      connections.finish()
      await waitForLast()
      connections.hangUp()
      tasks.cancelAll()
    }
  }

  private func serve(_ peer: AcceptedPeer) async {
    report(.connected(peer.credentials))
    defer { report(.disconnected(peer.credentials)) }
    do {
      let channel = try await open(peer.descriptor)
      try await channel.executeThenClose { messages in
        let connection = Connection(
          channel.channel, peer: peer.credentials, dispatcher: dispatcher, limits: limits, report: report)
        connections.opened(connection)
        await connection.serve(messages)
        connections.closed(connection)
      }
    } catch {
      report(.connectionFailed(peer.credentials, "\(error)"))
    }
  }

  /// Hands an accepted descriptor to the event loop, which closes it.
  private func open(_ descriptor: Descriptor) async throws -> NIOAsyncChannel<Incoming, Never> {
    try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      // A peer that has said all it has to say still wants its answers.
      .channelOption(.allowRemoteHalfClosure, value: true)
      .withConnectedSocket(descriptor.release()) { [limits] channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(MessageHandler(limit: limits.messageSize))
          return try NIOAsyncChannel(
            wrappingChannelSynchronously: channel,
            configuration: .init(backPressureStrategy: .init(lowWatermark: 1, highWatermark: 2)))
        }
      }
  }

  private func waitForLast() async {
    await withTaskGroup(of: Void.self) { tasks in
      tasks.addTask { [connections] in await connections.allGone.wait() }
      tasks.addTask { [limits] in await Self.sleep(limits.shutdownTime) }
      await tasks.next()
      tasks.cancelAll()
    }
  }

  /// Looks, until cancelled, for peers that have used up their time.
  private func watchTime() async {
    let interval = min(max(min(limits.idleTime, limits.writeTime) / 4, .milliseconds(5)), .seconds(5))
    while !Task.isCancelled {
      await Self.sleep(interval)
      connections.checkTime(now: .now)
    }
  }

  /// Until the time has passed or the task is cancelled.
  private static func sleep(_ time: Duration) async {
    do {
      try await Task.sleep(for: time)
    } catch {
      return
    }
  }
}
