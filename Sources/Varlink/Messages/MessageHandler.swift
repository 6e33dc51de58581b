internal import NIOCore

/// Turns what a socket receives into messages. After a fault nothing more of the peer is looked at.
final class MessageHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = [UInt8]

  private var buffer: MessageBuffer
  private var isFaulty = false

  init(limit: Int) {
    buffer = MessageBuffer(limit: limit)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isFaulty else { return }
    buffer.append(unwrapInboundIn(data).readableBytesView)
    do {
      while let message = try buffer.next() {
        context.fireChannelRead(wrapInboundOut(message))
      }
    } catch {
      isFaulty = true
      context.fireErrorCaught(error)
    }
  }
}
