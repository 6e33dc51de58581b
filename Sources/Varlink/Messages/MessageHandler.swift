internal import NIOCore

/// Turns what a socket receives into messages. After a fault nothing more of the peer is looked at; after `TurnOver`
/// bytes come through as they are.
final class MessageHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = Incoming
  typealias OutboundIn = ByteBuffer

  /// The outbound event after which no more messages are cut.
  struct TurnOver: Sendable {}

  private enum State {
    case messages(MessageBuffer)
    case raw
    case faulty
  }

  private var state: State

  init(limit: Int) {
    state = .messages(MessageBuffer(limit: limit))
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch state {
    case .faulty: return
    case .raw: context.fireChannelRead(wrapInboundOut(.bytes(Array(unwrapInboundIn(data).readableBytesView))))
    case .messages(var buffer):
      // Let go of while it changes, so that its bytes are not copied.
      state = .faulty
      buffer.append(unwrapInboundIn(data).readableBytesView)
      do {
        while let message = try buffer.next() {
          context.fireChannelRead(wrapInboundOut(.message(message)))
        }
        state = .messages(buffer)
      } catch {
        context.fireErrorCaught(error)
      }
    }
  }

  func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
    guard event is TurnOver else {
      context.triggerUserOutboundEvent(event, promise: promise)
      return
    }
    passRest(context)
    if case .messages = state { state = .raw }
    promise?.succeed(())
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    // Now or never: behind the end nothing is taken in any more.
    if case .inputClosed? = event as? ChannelEvent { passRest(context) }
    context.fireUserInboundEventTriggered(event)
  }

  /// What has come behind the last whole message is passed on as it is.
  private func passRest(_ context: ChannelHandlerContext) {
    guard case .messages(var buffer) = state else { return }
    let rest = buffer.takeRest()
    state = .messages(buffer)
    guard !rest.isEmpty else { return }
    context.fireChannelRead(wrapInboundOut(.bytes(rest)))
    context.fireChannelReadComplete()
  }
}
