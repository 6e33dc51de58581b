extension JSONWriter {

  /// Writes a whole tree that a program built.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .int(let value): int(value)
    case .number(let text): number(text)
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members { self.member(member.key, member.value) }
      endObject()
    }
  }

  /// Writes a value that was read: its numbers exactly as they stood, its strings with no more escapes than needed.
  public mutating func value(_ json: JSON) {
    let document = json.document
    document.nodes.withUnsafeBufferPointer { nodes in
      document.bytes.withUnsafeBufferPointer { bytes in
        value(at: json.index, on: nodes, of: bytes)
      }
    }
  }

  private mutating func value(at index: Int, on nodes: UnsafeBufferPointer<Node>, of bytes: UnsafeBufferPointer<UInt8>)
  {
    let node = nodes[index]
    switch node.kind {
    case .null, .true, .false, .integer, .number:
      raw(UnsafeBufferPointer(rebasing: bytes[node.range]))
    case .string:
      string(UnsafeBufferPointer(rebasing: bytes[node.range]), isEscaped: node.isEscaped)
    case .array:
      beginArray()
      var element = index + 1
      for _ in 0..<node.length {
        value(at: element, on: nodes, of: bytes)
        element = Int(nodes[element].next)
      }
      endArray()
    case .object:
      beginObject()
      var name = index + 1
      for _ in 0..<node.length {
        key(UnsafeBufferPointer(rebasing: bytes[nodes[name].range]), isEscaped: nodes[name].isEscaped)
        value(at: name + 1, on: nodes, of: bytes)
        name = Int(nodes[name + 1].next)
      }
      endObject()
    }
  }
}

/// A key and its value in one call; nil is written as null.
extension JSONWriter {

  public mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  public mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  public mutating func member(_ name: String, _ value: Int) {
    key(name)
    int(value)
  }

  public mutating func member(_ name: String, _ value: Int?) {
    key(name)
    if let value { int(value) } else { null() }
  }

  public mutating func member(_ name: String, _ value: Int64) {
    key(name)
    int(value)
  }

  public mutating func member(_ name: String, _ value: Int64?) {
    key(name)
    if let value { int(value) } else { null() }
  }

  public mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  public mutating func member(_ name: String, _ value: Bool?) {
    key(name)
    if let value { bool(value) } else { null() }
  }

  /// A member whose name needs no escape, see `key(plain:)`.
  public mutating func member(plain name: StaticString, _ text: String?) {
    key(plain: name)
    if let text { string(text) } else { null() }
  }

  public mutating func member(plain name: StaticString, _ value: Int?) {
    key(plain: name)
    if let value { int(value) } else { null() }
  }

  public mutating func member(plain name: StaticString, _ value: Bool?) {
    key(plain: name)
    if let value { bool(value) } else { null() }
  }

  public mutating func member(_ name: String, _ value: JSONValue) {
    key(name)
    self.value(value)
  }

  public mutating func member(_ name: String, _ json: JSON) {
    key(name)
    value(json)
  }

  public mutating func member(_ name: String, _ json: JSON?) {
    key(name)
    if let json { value(json) } else { null() }
  }
}
