import GuichetControl
import Varlink

/// The journal as it is written, for whoever keeps a connection open.
enum SubscribeHandler {
  static func subscribe(_ request: ControlRequest, _ parameters: Subscribe.Parameters) async throws {
    let (call, desk) = (request.call, request.desk)
    var subscription = try await Subscription(
      parameters, office: desk.office, changes: desk.changes, sight: request.propre, heartbeat: desk.heartbeat)
    try await call.replyContinues(subscription.first().json)
    // What is past waits for who reads it slowly; what happens does not.
    while let page = try await subscription.look() { try await call.replyContinues(page.json) }
    try await call.feed { feed throws(VarlinkError) in
      do {
        while let reply = try await subscription.next() { try feed.offer(reply.json) }
      } catch {
        throw ControlRequest.translate(error)
      }
    }
    try await call.reply(subscription.last().json)
  }
}
