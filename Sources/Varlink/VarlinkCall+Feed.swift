/// Replies of what happens, at the pace at which it happens.
extension VarlinkCall {
  /// Gives replies through a feed, which never makes the handler wait; the last reply is given after it.
  ///
  /// The feed queues what the caller has not taken yet, up to the limits' `queueSize`. A caller that falls further behind
  /// has the whole messages of the queue dropped and the one on its way finished; it is told the interface's
  /// `readsTooSlowly`, and hung up on within the limits' `farewellTime`. So one that reads slowly neither slows what it
  /// watches nor fills the memory, and knows that it has missed something.
  ///
  /// ```swift
  /// try await call.feed { feed throws(VarlinkError) in
  ///   for await change in changes {
  ///     try feed.offer(["number": .int(change.number)])
  ///   }
  /// }
  /// ```
  /// - Throws: what the body throws; `expectedMore` where the caller takes one reply only, or none; `disconnected` when it
  ///   has gone or is too slow. A handler lets all of them pass.
  public func feed(_ body: (VarlinkFeed) async throws(VarlinkError) -> Void) async throws(VarlinkError) {
    guard !Task.isCancelled, !isAnswered else { throw .disconnected }
    guard wantsMore else { throw .expectedMore }
    let feed = VarlinkFeed(caller)
    async let delivery = feed.deliver()
    do throws(VarlinkError) {
      try await body(feed)
    } catch {
      feed.drop()
      _ = await delivery
      throw error
    }
    feed.finish()
    try await delivery.get()
  }
}
