/// What was received and not yet read: cut into messages, each ended by a NUL. Bytes are looked at once, and moved
/// rarely, however many messages wait.
struct ReceivedBytes {
  /// New bytes are appended here.
  var bytes: [UInt8] = []
  /// Where the first message not yet taken begins.
  private var start = 0
  /// Up to where there is known to be no NUL.
  private var scanned = 0

  /// How much of a message has come that has not ended yet.
  var unfinished: Int { bytes.count - start }

  /// The next whole message, without its NUL; nil until more has come.
  mutating func next() -> [UInt8]? {
    guard let end = endOfMessage else {
      // Now and then, and not with each message, so that a long queue of them costs no more than its bytes.
      bytes.removeSubrange(..<start)
      start = 0
      scanned = bytes.count
      return nil
    }
    let message = Array(bytes[start..<end])
    start = end + 1
    scanned = start
    return message
  }

  /// Where the first NUL is that has not been looked for yet.
  private var endOfMessage: Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var place = scanned
      while place < bytes.count, bytes[place] != 0 { place &+= 1 }
      return place < bytes.count ? place : nil
    }
  }

  /// What was received behind the last message taken; nothing is left.
  mutating func takeRest() -> [UInt8] {
    let rest = Array(bytes[start...])
    self = ReceivedBytes()
    return rest
  }
}
