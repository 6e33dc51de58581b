/// Messages that wait to be sent, first in, first out, and how many bytes they are.
struct MessageQueue: Sendable {
  private var messages: [[UInt8]] = []
  /// Where the first message that still waits stands; those before it are emptied.
  private var first = 0
  /// Bytes that wait.
  private(set) var size = 0

  var isEmpty: Bool { first == messages.count }

  mutating func append(_ message: [UInt8]) {
    messages.append(message)
    size += message.count
  }

  /// Takes the first out; nil when none waits.
  mutating func next() -> [UInt8]? {
    guard first < messages.count else { return nil }
    let message = messages[first]
    messages[first] = []
    size -= message.count
    first += 1
    // Now and then, so that a long queue costs no more than its messages.
    if first * 2 >= messages.count {
      messages.removeSubrange(..<first)
      first = 0
    }
    return message
  }
}
