public import StrictJSON
internal import Synchronization

/// What is on its way to one subscriber: see ``VarlinkCall/feed(_:)``. Offering never waits; from any task.
///
/// ```swift
/// try await call.feed { feed throws(VarlinkError) in
///   try feed.offer(["state": "idle"])
///   for await state in states { try feed.offer(["state": .string(state)]) }
/// }
/// ```
public final class VarlinkFeed: Sendable {
  private struct State {
    var queue = MessageQueue()
    /// Nothing is taken any more: the subscriber has gone or fallen behind, or the feed has come to its end.
    var isClosed = false
    var waiter: CheckedContinuation<Void, Never>?

    mutating func close() {
      isClosed = true
      queue = MessageQueue()
    }

    mutating func takeWaiter() -> CheckedContinuation<Void, Never>? {
      defer { waiter = nil }
      return waiter
    }
  }

  private let state = Mutex(State())
  private let caller: any Caller

  init(_ caller: any Caller) {
    self.caller = caller
  }

  /// Takes one reply to the subscriber.
  ///
  /// ```swift
  /// try feed.offer(["number": 7])
  /// ```
  /// - Parameter parameters: an object.
  /// - Throws: `disconnected` when the subscriber has gone or fallen behind.
  public func offer(_ parameters: JSONValue) throws(VarlinkError) {
    try offer(ReplyMessage.bytes(parameters: parameters, continues: true))
  }

  /// Like `offer(_:)`, the parameters written as they go out.
  ///
  /// ```swift
  /// try feed.offer { writer in
  ///   writer.beginObject()
  ///   writer.member("number", 7)
  ///   writer.endObject()
  /// }
  /// ```
  public func offer(writing parameters: (inout JSONWriter) -> Void) throws(VarlinkError) {
    try offer(ReplyMessage.bytes(continues: true, writing: parameters))
  }

  private func offer(_ message: [UInt8]) throws(VarlinkError) {
    let (isTaken, fellBehind, waiter) = state.withLock { state in
      guard !state.isClosed else { return (false, false, state.takeWaiter()) }
      // One message may be larger than the queue: what is limited is how many wait.
      guard state.queue.isEmpty || state.queue.size + message.count <= caller.queueSize else {
        state.close()
        return (false, true, state.takeWaiter())
      }
      state.queue.append(message)
      return (true, false, state.takeWaiter())
    }
    waiter?.resume()
    if fellBehind { caller.hasFallenBehind() }
    if !isTaken { throw .disconnected }
  }

  /// No more is offered; what waits is still delivered.
  func finish() {
    state.withLock { state in
      state.isClosed = true
      return state.takeWaiter()
    }?.resume()
  }

  /// What waits is dropped.
  func drop() {
    state.withLock { state in
      state.close()
      return state.takeWaiter()
    }?.resume()
  }

  /// Gives the subscriber one message after the other, until the feed is finished or dropped or the task is cancelled.
  func deliver() async -> Result<Void, VarlinkError> {
    do throws(VarlinkError) {
      while let message = await next() { try await caller.send(message) }
      return caller.isTooSlow || Task.isCancelled ? .failure(.disconnected) : .success(())
    } catch {
      drop()
      return .failure(error)
    }
  }

  private func next() async -> [UInt8]? {
    while true {
      if Task.isCancelled { drop() }
      let (message, isOver) = state.withLock { state in (state.queue.next(), state.isClosed) }
      if message != nil || isOver { return message }
      await waitForMore()
    }
  }

  /// Returns when something was offered, the feed has ended, or the task is cancelled.
  private func waitForMore() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // Cancellation is seen here, or its handler finds the waiter: it takes the same lock after setting the flag.
        let goesOn = state.withLock { state in
          if !state.queue.isEmpty || state.isClosed || Task.isCancelled { return true }
          state.waiter = continuation
          return false
        }
        if goesOn { continuation.resume() }
      }
    } onCancel: {
      drop()
    }
  }
}
