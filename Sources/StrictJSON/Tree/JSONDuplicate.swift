/// A key that an object has had before.
public struct JSONDuplicate: Hashable, Sendable {
  /// To the member, its key as it stands at `position`.
  public let pointer: JSONPointer
  /// Its escapes resolved.
  public let key: String
  /// Where the repeated key begins, at its quote.
  public let position: JSONPosition

  /// One French sentence with the place.
  public var message: String {
    "Ligne \(position.line), colonne \(position.column) : cet objet a déjà un champ de ce nom ; n’en gardez qu’un."
  }
}

extension JSON {

  /// Pointers longer than this in all, in bytes, are not listed beyond the first: a document can be made such that they
  /// fill any memory.
  private static let pointersSize = 1 << 20

  /// The keys, of all objects of the whole document, that an object has had before, in the order of the text: of three
  /// members of one name the second and the third.
  ///
  /// Keys are the same when they are canonically equivalent in Unicode, escapes resolved: `"a"` and `"\u0061"`, « é » and
  /// « e » with a combining accent. Searched anew at each call, in time that grows with the size of the document. The list
  /// ends early when its pointers reach a mebibyte together; it is never empty when a key comes twice.
  public var duplicateKeys: [JSONDuplicate] {
    let keys = document.repeatedKeys()
    if keys.isEmpty { return [] }
    let places = Places(in: document)
    var finder = PositionFinder(document.bytes)
    var duplicates: [JSONDuplicate] = []
    var size = 0
    for index in keys.sorted() {
      let key = document.nodes[index]
      let pointer = places.pointer(to: index + 1)
      size += pointer.description.utf8.count
      if size > Self.pointersSize, !duplicates.isEmpty { break }
      let position = finder.position(at: Int(key.start) - 1)
      duplicates.append(JSONDuplicate(pointer: pointer, key: document.string(key), position: position))
    }
    return duplicates
  }
}

extension Document {

  /// Up to here every key is compared with every other, beyond it they are hashed.
  private static let few = 32

  /// The indices of the keys that their object has had before, in any order.
  fileprivate func repeatedKeys() -> [Int] {
    var found: [Int] = []
    nodes.withUnsafeBufferPointer { nodes in
      bytes.withUnsafeBufferPointer { bytes in
        for index in nodes.indices where nodes[index].kind == .object && nodes[index].length > 1 {
          let members = Members(nodes: nodes, bytes: bytes, first: index + 1, count: Int(nodes[index].length))
          if !members.keysArePlain {
            members.repeated(hashedAs: string, into: &found)
          } else if members.count > Self.few {
            members.repeated(hashedAs: members.text, into: &found)
          } else {
            members.repeatedByComparing(into: &found)
          }
        }
      }
    }
    return found
  }

  /// The members of one object.
  private struct Members {
    let nodes: UnsafeBufferPointer<Node>
    let bytes: UnsafeBufferPointer<UInt8>
    /// Index of the first key.
    let first: Int
    let count: Int

    @inline(__always)
    func key(after key: Int) -> Int { Int(nodes[key &+ 1].next) }

    var keysArePlain: Bool {
      var key = first
      for _ in 0..<count {
        if !nodes[key].isPlain { return false }
        key = self.key(after: key)
      }
      return true
    }

    func repeated(hashedAs name: (Node) -> some Hashable, into found: inout [Int]) {
      var names = Set([name(nodes[first])])
      var key = first
      for _ in 1..<count {
        key = self.key(after: key)
        if !names.insert(name(nodes[key])).inserted { found.append(key) }
      }
    }

    func repeatedByComparing(into found: inout [Int]) {
      var key = first
      for _ in 1..<count {
        key = self.key(after: key)
        var earlier = first
        while earlier < key {
          if haveSameText(nodes[key], nodes[earlier]) {
            found.append(key)
            break
          }
          earlier = self.key(after: earlier)
        }
      }
    }

    @inline(__always)
    private func haveSameText(_ one: Node, _ other: Node) -> Bool {
      guard one.length == other.length else { return false }
      for offset in 0..<Int(one.length) where bytes[Int(one.start) &+ offset] != bytes[Int(other.start) &+ offset] {
        return false
      }
      return true
    }

    func text(of key: Node) -> Text { Text(bytes: UnsafeBufferPointer(rebasing: bytes[key.range])) }
  }

  /// Bytes that are compared where they lie.
  private struct Text: Hashable {
    let bytes: UnsafeBufferPointer<UInt8>

    static func == (one: Text, other: Text) -> Bool { one.bytes.elementsEqual(other.bytes) }

    func hash(into hasher: inout Hasher) { hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
  }
}

/// Where each value of a document stands in the array or object around it.
private struct Places {
  private let document: Document
  private var parents: [UInt32]
  private var ordinals: [UInt32]

  init(in document: Document) {
    self.document = document
    let nodes = document.nodes
    parents = [UInt32](repeating: 0, count: nodes.count)
    ordinals = parents
    for (index, node) in nodes.enumerated() where node.kind == .array || node.kind == .object {
      var child = index + 1
      for ordinal in 0..<node.length {
        if node.kind == .object { child += 1 }
        parents[child] = UInt32(index)
        ordinals[child] = ordinal
        child = Int(nodes[child].next)
      }
    }
  }

  /// - Parameter value: index of its node.
  func pointer(to value: Int) -> JSONPointer {
    if value == 0 { return JSONPointer() }
    var way: [Int] = []
    var value = value
    while value != 0 {
      way.append(value)
      value = Int(parents[value])
    }
    return way.reversed().reduce(JSONPointer()) { pointer, value in
      switch document.nodes[Int(parents[value])].kind {
      case .object: pointer.appending(document.string(document.nodes[value - 1]))
      default: pointer.appending(Int(ordinals[value]))
      }
    }
  }
}
