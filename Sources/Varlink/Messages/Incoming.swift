/// What comes from a peer.
enum Incoming: Sendable {
  /// Whole, without its NUL.
  case message([UInt8])
  /// As it came: behind the last message before the end, or after the connection was turned over to another protocol.
  case bytes([UInt8])

  /// As it came over the wire: what was taken for a message before the connection was turned over is none.
  var raw: [UInt8] {
    switch self {
    case .message(let message): message + [0]
    case .bytes(let bytes): bytes
    }
  }
}
