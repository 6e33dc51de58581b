/// Cuts a stream of bytes into messages, each ended by a NUL. A pure value: it is fed and asked.
package struct MessageBuffer: Sendable {
  private var bytes: [UInt8] = []
  /// Where the first message not yet taken begins.
  private var start = 0
  /// Up to where there is known to be no NUL: bytes are looked at once, however small the pieces they come in.
  private var scanned = 0
  private let limit: Int

  /// What an empty buffer may keep of the memory that it had.
  private static let kept = 64 << 10

  /// - Parameter limit: bytes of one message, without its NUL.
  package init(limit: Int) {
    self.limit = limit
  }

  /// Bytes that it holds memory for.
  package var capacity: Int { bytes.capacity }

  package mutating func append(_ more: some Collection<UInt8>) {
    if start > 0 {
      bytes.removeSubrange(..<start)
      scanned -= start
      start = 0
    }
    bytes.append(contentsOf: more)
  }

  /// The next whole message, without its NUL; nil until more has come.
  /// - Throws: `tooLong`, also when the message has not ended yet.
  package mutating func next() throws(MessageFault) -> [UInt8]? {
    let end = bytes[scanned...].firstIndex(of: 0)
    guard (end ?? bytes.count) - start <= limit else { throw .tooLong(limit: limit) }
    guard let end else {
      scanned = bytes.count
      // A connection that once had a large message and waits is to take no more than any other.
      if start == bytes.count, bytes.capacity > Self.kept { self = MessageBuffer(limit: limit) }
      return nil
    }
    defer {
      start = end + 1
      scanned = start
    }
    return Array(bytes[start..<end])
  }

  /// What has come behind the last message taken; nothing is left.
  package mutating func takeRest() -> [UInt8] {
    defer { self = MessageBuffer(limit: limit) }
    return Array(bytes[start...])
  }
}
