/// Reads a document's text onto a tape, strictly by RFC 8259.
///
/// No recursion: an open array or object remembers the one around it in its own node, so that depth costs no stack.
struct Parser: ~Copyable {
  private let scanner: Scanner
  private let depthLimit: Int
  private var tape: TapeBuilder
  private var at = 0
  /// Index of the innermost open array or object.
  private var container = Parser.none
  private var depth = 0

  private static let none = Int(UInt32.max)

  static func tape(of bytes: [UInt8], limits: JSONLimits) throws(Flaw) -> [Node] {
    guard bytes.count <= limits.size else { throw Flaw(.size(limit: limits.size), at: limits.size) }
    return try bytes.withUnsafeBufferPointer { (buffer) throws(Flaw) -> [Node] in
      guard let input = buffer.baseAddress, !buffer.isEmpty else { throw Flaw(.empty, at: 0) }
      var parser = Parser(scanner: Scanner(input: input, end: buffer.count), depthLimit: limits.depth)
      try parser.refuseOtherEncodings()
      try parser.document()
      return parser.tape.finished()
    }
  }

  private init(scanner: Scanner, depthLimit: Int) {
    self.scanner = scanner
    self.depthLimit = depthLimit
    tape = TapeBuilder(forTextOf: scanner.end)
  }

  /// A byte order mark is not JSON (RFC 8259 § 8.1), but its writer deserves to be told more than « unexpected ».
  private func refuseOtherEncodings() throws(Flaw) {
    guard scanner.end >= 2 else { return }
    switch (scanner.input[0], scanner.input[1]) {
    case (0xEF, 0xBB) where scanner.end > 2 && scanner.input[2] == 0xBF: throw Flaw(.byteOrderMark, at: 0)
    case (0xFE, 0xFF), (0xFF, 0xFE): throw Flaw(.utf16, at: 0)
    // Two ASCII characters in UTF-16, without its mark.
    case (0, 1...) where beginsInPairs(like: 2), (1..., 0) where beginsInPairs(like: 3): throw Flaw(.utf16, at: 0)
    default: return
    }
  }

  /// Whether the fourth byte exists, and of the second pair it is the one at `zero` alone that is NUL.
  private func beginsInPairs(like zero: Int) -> Bool {
    scanner.end >= 4 && scanner.input[zero] == 0 && scanner.input[5 - zero] != 0
  }

  private mutating func document() throws(Flaw) {
    skipSpace()
    if at == scanner.end { throw Flaw(.empty, at: 0) }
    repeat {
      try value()
    } while try isFollowedByValue()
    skipSpace()
    if at < scanner.end { throw Flaw(.trailing, at: at) }
  }

  /// Takes a scalar, or opens an array or object and takes what stands before its first value.
  @inline(__always)
  private mutating func value() throws(Flaw) {
    repeat {
      guard at < scanner.end else { throw Flaw(.truncated, at: at) }
      if container != Self.none { tape.nodes[container].length &+= 1 }
      switch scanner.input[at] {
      case .quote:
        try string()
        return
      case .openBrace:
        try open(.object)
        if isClosed(by: .closeBrace) { return }
        try key(expected: .keyOrEnd)
      case .openBracket:
        try open(.array)
        if isClosed(by: .closeBracket) { return }
      case .minus, UInt8(ascii: "0")...UInt8(ascii: "9"):
        let found = try scanner.number(from: at)
        tape.append(found.isInteger ? .integer : .number, from: at, length: found.offset &- at)
        at = found.offset
        return
      case UInt8(ascii: "t"):
        try word("true", .true)
        return
      case UInt8(ascii: "f"):
        try word("false", .false)
        return
      case UInt8(ascii: "n"):
        try word("null", .null)
        return
      default:
        throw unexpected(.value)
      }
    } while true
  }

  /// Takes what stands between a value and the next one.
  ///
  /// - Returns: false when no array or object is open any more.
  @inline(__always)
  private mutating func isFollowedByValue() throws(Flaw) -> Bool {
    while container != Self.none {
      skipSpace()
      guard at < scanner.end else { throw Flaw(.truncated, at: at) }
      let byte = scanner.input[at]
      if tape.nodes[container].kind == .object {
        if byte == .comma {
          at &+= 1
          skipSpace()
          try key(expected: .key)
          return true
        }
        guard byte == .closeBrace else { throw unexpected(.commaOrBrace) }
      } else {
        if byte == .comma {
          at &+= 1
          skipSpace()
          if at < scanner.end, scanner.input[at] == .closeBracket { throw Flaw(.trailingComma, at: at) }
          return true
        }
        guard byte == .closeBracket else { throw unexpected(.commaOrBracket) }
      }
      at &+= 1
      close()
    }
    return false
  }

  @inline(__always)
  private mutating func open(_ kind: Node.Kind) throws(Flaw) {
    guard depth < depthLimit else { throw Flaw(.depth(limit: depthLimit), at: at) }
    depth &+= 1
    let opened = tape.count
    tape.append(kind, from: at, length: 0)
    tape.nodes[opened].next = UInt32(truncatingIfNeeded: container)
    container = opened
    at &+= 1
    skipSpace()
  }

  @inline(__always)
  private mutating func isClosed(by bracket: UInt8) -> Bool {
    guard at < scanner.end, scanner.input[at] == bracket else { return false }
    at &+= 1
    close()
    return true
  }

  @inline(__always)
  private mutating func close() {
    let closed = container
    container = Int(tape.nodes[closed].next)
    tape.nodes[closed].next = UInt32(truncatingIfNeeded: tape.count)
    depth &-= 1
  }

  /// Takes a key, its colon, and the space around it.
  ///
  /// - Parameter expected: what the fault says when there is none.
  @inline(__always)
  private mutating func key(expected: Flaw.Expectation) throws(Flaw) {
    guard at < scanner.end else { throw Flaw(.truncated, at: at) }
    guard scanner.input[at] == .quote else {
      throw expected == .key && scanner.input[at] == .closeBrace ? Flaw(.trailingComma, at: at) : unexpected(expected)
    }
    try string()
    skipSpace()
    guard at < scanner.end else { throw Flaw(.truncated, at: at) }
    guard scanner.input[at] == .colon else { throw unexpected(.colon) }
    at &+= 1
    skipSpace()
  }

  private mutating func string() throws(Flaw) {
    let start = at &+ 1
    let found = try scanner.string(from: start)
    if found.suspects > Marks.limit, Marks.pileUp(in: scanner.text(from: start, to: found)) {
      throw Flaw(.marks(limit: Marks.limit), at: at)
    }
    tape.append(
      .string, from: start, length: found.offset &- start, isPlain: found.isPlain, isEscaped: found.isEscaped)
    at = found.offset &+ 1
  }

  private mutating func word(_ word: StaticString, _ kind: Node.Kind) throws(Flaw) {
    let start = at
    at = try scanner.word(word, from: start)
    tape.append(kind, from: start, length: at &- start)
  }

  @inline(__always)
  private mutating func skipSpace() {
    while at < scanner.end {
      switch scanner.input[at] {
      case .space, .lineFeed, .carriageReturn, .tab: at &+= 1
      default: return
      }
    }
  }

  /// The flaw of a byte that cannot stand where it stands, as precisely as it can be told.
  private func unexpected(_ expected: Flaw.Expectation) -> Flaw {
    let byte = scanner.input[at]
    if byte >= 0x80 {
      do throws(Flaw) {
        _ = try scanner.scalar(at: at)
      } catch {
        return error
      }
    }
    guard expected == .value else { return Flaw(.unexpected(expected), at: at) }
    return switch byte {
    case UInt8(ascii: "+"): Flaw(.number(.plusSign), at: at)
    case UInt8(ascii: "."): Flaw(.number(.leadingPoint), at: at)
    case _ where byte.isLetter: Flaw(.literal, at: at)
    default: Flaw(.unexpected(.value), at: at)
    }
  }
}
