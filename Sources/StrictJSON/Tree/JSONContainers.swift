extension JSON {

  /// How many elements an array or members an object has; 0 for other kinds.
  public var count: Int {
    let node = node
    return node.kind == .array || node.kind == .object ? Int(node.length) : 0
  }

  /// The values of an array in their order; none for other kinds.
  public var elements: Elements { Elements(array: self) }

  /// The members of an object in their order, those whose keys come twice too; none for other kinds.
  public var members: Members { Members(object: self) }

  /// The first member of that name; nil if there is none, or the value is not an object.
  ///
  /// Keys are the same when their UTF-8 is, escapes resolved: « é » and « e » with a combining accent are two keys here. The
  /// time taken grows with the number of members.
  public subscript(_ key: String) -> JSON? {
    let node = node
    guard node.kind == .object else { return nil }
    var key = key
    let found = key.withUTF8 { document.member(named: $0, of: node, at: index) }
    return found.map { JSON(document: document, index: $0) }
  }

  public struct Elements: Sequence, Sendable {
    fileprivate let array: JSON

    public var underestimatedCount: Int { array.node.kind == .array ? array.count : 0 }

    public func makeIterator() -> Iterator { Iterator(walk: Walk(inside: array, kind: .array)) }

    public struct Iterator: IteratorProtocol, Sendable {
      fileprivate var walk: Walk

      public mutating func next() -> JSON? { walk.next(width: 0) }
    }
  }

  public struct Members: Sequence, Sendable {
    fileprivate let object: JSON

    public var underestimatedCount: Int { object.node.kind == .object ? object.count : 0 }

    public func makeIterator() -> Iterator { Iterator(walk: Walk(inside: object, kind: .object)) }

    public struct Iterator: IteratorProtocol, Sendable {
      fileprivate var walk: Walk

      public mutating func next() -> (key: String, value: JSON)? {
        guard let value = walk.next(width: 1) else { return nil }
        return (value.document.string(value.document.nodes[value.index - 1]), value)
      }
    }
  }

  /// From one value inside an array or object to the next.
  fileprivate struct Walk: Sendable {
    private let document: Document
    private var index: Int
    private var left: Int

    init(inside container: JSON, kind: Node.Kind) {
      document = container.document
      index = container.index + 1
      left = container.node.kind == kind ? container.count : 0
    }

    /// - Parameter width: nodes that stand before each value: 1 for its key.
    mutating func next(width: Int) -> JSON? {
      guard left > 0 else { return nil }
      left -= 1
      let value = index + width
      index = Int(document.nodes[value].next)
      return JSON(document: document, index: value)
    }
  }
}

extension Document {

  /// - Returns: the index of the value of the first member of that name.
  fileprivate func member(named name: UnsafeBufferPointer<UInt8>, of object: Node, at index: Int) -> Int? {
    nodes.withUnsafeBufferPointer { nodes in
      bytes.withUnsafeBufferPointer { bytes in
        var key = index + 1
        for _ in 0..<object.length {
          if has(nodes[key], name, in: bytes) { return key + 1 }
          key = Int(nodes[key + 1].next)
        }
        return nil
      }
    }
  }

  @inline(__always)
  private func has(_ key: Node, _ name: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if key.isEscaped { return string(key).utf8.elementsEqual(name) }
    guard Int(key.length) == name.count else { return false }
    let start = Int(key.start)
    for offset in 0..<name.count where bytes[start &+ offset] != name[offset] { return false }
    return true
  }
}
