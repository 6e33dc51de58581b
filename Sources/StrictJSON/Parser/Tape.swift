/// One value or one key of a document, where its text lies and where the next one stands on the tape.
///
/// The tape is the tree in the order of the text: an array is followed by its elements, an object by its members, each
/// a key and then its value.
struct Node: BitwiseCopyable, Sendable {

  enum Kind: UInt8, Sendable {
    case null, `false`, `true`
    /// A number without fraction or exponent.
    case integer
    case number
    case string
    case array
    case object
  }

  /// First byte of the text: of a string, the one after its quote; of an array or object, its bracket.
  var start: UInt32
  /// Bytes of a scalar's text, without quotes; elements of an array; members of an object.
  var length: UInt32
  /// Index of the first node that is not inside this one. While an array or object is open: the one around it.
  var next: UInt32
  let kind: Kind
  /// Of a string: whether its text is ASCII without escapes, so that equal strings have equal bytes.
  let isPlain: Bool
  /// Of a string: whether its text has escapes.
  let isEscaped: Bool

  var range: Range<Int> { Int(start)..<Int(start &+ length) }
}

/// The nodes of a document while it is read: an array that grows without the checks of one.
struct TapeBuilder: ~Copyable {
  private(set) var nodes: UnsafeMutablePointer<Node>
  private(set) var count = 0
  private var capacity: Int

  /// - Parameter size: of the text, in bytes. Forms have a node for about nine bytes.
  init(forTextOf size: Int) {
    capacity = size / 8 + 8
    nodes = .allocate(capacity: capacity)
  }

  deinit {
    nodes.deallocate()
  }

  /// Puts a node behind the others.
  @inline(__always)
  mutating func append(_ kind: Node.Kind, from start: Int, length: Int, isPlain: Bool = true, isEscaped: Bool = false) {
    if count == capacity { grow() }
    let node = Node(
      start: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: length),
      next: UInt32(truncatingIfNeeded: count &+ 1), kind: kind, isPlain: isPlain, isEscaped: isEscaped)
    (nodes + count).initialize(to: node)
    count &+= 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Node>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: nodes, count: count)
    nodes.deallocate()
    nodes = larger
    capacity *= 2
  }

  func finished() -> [Node] {
    Array(UnsafeBufferPointer(start: nodes, count: count))
  }
}

/// What every value of one document shares: its text, untouched, and its tape.
final class Document: Sendable {
  let bytes: [UInt8]
  let nodes: [Node]

  init(bytes: [UInt8], nodes: [Node]) {
    self.bytes = bytes
    self.nodes = nodes
  }

  /// The text of a string node, its escapes resolved.
  func string(_ node: Node) -> String {
    bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[node.range])
      return node.isEscaped ? Unescaping.string(text) : String(decoding: text, as: UTF8.self)
    }
  }
}
