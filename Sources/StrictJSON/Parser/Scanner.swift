/// Finds where strings, numbers and words end, and that they are right (RFC 8259 § 3, 6, 7; RFC 3629 for UTF-8).
struct Scanner {
  let input: UnsafePointer<UInt8>
  /// Number of bytes.
  let end: Int

  struct StringEnd {
    /// Offset of the closing quote.
    var offset: Int
    var isPlain = true
    var isEscaped = false
    /// How many scalars may be combining marks: those from U+0300 on, and all that are escaped.
    var suspects = 0
  }

  /// - Parameter start: offset of the first byte after the opening quote.
  @inline(__always)
  func string(from start: Int) throws(Flaw) -> StringEnd {
    var found = StringEnd(offset: start)
    while true {
      while found.offset &+ 8 <= end {
        let stops = EightBytes.notPlain(EightBytes.load(input + found.offset))
        if stops == 0 {
          found.offset &+= 8
        } else {
          found.offset &+= EightBytes.index(of: stops)
          break
        }
      }
      guard found.offset < end else { throw Flaw(.truncated, at: end) }
      let byte = input[found.offset]
      if byte == .quote { return found }
      if byte == .backslash {
        found.isPlain = false
        found.isEscaped = true
        found.suspects &+= 1
        found.offset = try escape(at: found.offset)
      } else if byte >= 0x80 {
        found.isPlain = false
        if byte >= 0xCC { found.suspects &+= 1 }
        found.offset = try scalar(at: found.offset)
      } else if byte < .space {
        throw Flaw(.control, at: found.offset)
      } else {
        found.offset &+= 1
      }
    }
  }

  /// The text of a string that was scanned, its escapes resolved.
  func text(from start: Int, to end: StringEnd) -> String {
    let text = UnsafeBufferPointer(start: input + start, count: end.offset - start)
    return end.isEscaped ? Unescaping.string(text) : String(decoding: text, as: UTF8.self)
  }

  /// - Parameter start: offset of a byte above 0x7F.
  /// - Returns: the offset behind the scalar that begins there.
  func scalar(at start: Int) throws(Flaw) -> Int {
    let second: ClosedRange<UInt8>
    let length: Int
    switch input[start] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: throw Flaw(.invalidUTF8, at: start)
    }
    for index in 1..<length {
      guard start + index < end else { throw Flaw(.truncated, at: end) }
      let byte = input[start + index]
      guard index == 1 ? second.contains(byte) : byte.continuesScalar else { throw Flaw(.invalidUTF8, at: start) }
    }
    return start + length
  }

  /// - Parameter start: offset of a backslash.
  /// - Returns: the offset behind the escape, or the pair of escapes, that begins there.
  private func escape(at start: Int) throws(Flaw) -> Int {
    guard start + 1 < end else { throw Flaw(.truncated, at: end) }
    switch input[start + 1] {
    case .quote, .backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      return start + 2
    case UInt8(ascii: "u"):
      let unit = try codeUnit(at: start)
      guard UTF16.isSurrogate(unit) else { return start + 6 }
      guard UTF16.isLeadSurrogate(unit) else { throw Flaw(.loneSurrogate, at: start) }
      for (index, byte) in [(6, UInt8.backslash), (7, UInt8(ascii: "u"))] {
        guard start + index < end else { throw Flaw(.truncated, at: end) }
        guard input[start + index] == byte else { throw Flaw(.loneSurrogate, at: start) }
      }
      guard try UTF16.isTrailSurrogate(codeUnit(at: start + 6)) else { throw Flaw(.loneSurrogate, at: start) }
      return start + 12
    default:
      throw Flaw(.escape, at: start)
    }
  }

  /// The value of `\uXXXX`.
  private func codeUnit(at start: Int) throws(Flaw) -> UInt16 {
    var unit: UInt16 = 0
    for offset in (start + 2)..<(start + 6) {
      guard offset < end else { throw Flaw(.truncated, at: end) }
      guard let value = input[offset].hexValue else { throw Flaw(.hexDigit, at: offset) }
      unit = unit << 4 | value
    }
    return unit
  }

  struct NumberEnd {
    /// Offset behind the last byte.
    var offset: Int
    var isInteger = true
  }

  /// - Parameter start: offset of a digit or a minus sign.
  @inline(__always)
  func number(from start: Int) throws(Flaw) -> NumberEnd {
    var found = NumberEnd(offset: start)
    if input[start] == .minus { found.offset &+= 1 }
    let integer = found.offset
    found.offset = try digits(from: integer)
    if input[integer] == .digitZero, found.offset > integer &+ 1 { throw Flaw(.number(.leadingZero), at: integer) }
    if found.offset < end, input[found.offset] == UInt8(ascii: ".") {
      found.isInteger = false
      found.offset = try digits(from: found.offset &+ 1)
    }
    if found.offset < end, input[found.offset] | 0x20 == UInt8(ascii: "e") {
      found.isInteger = false
      found.offset &+= 1
      if found.offset < end, input[found.offset] == .minus || input[found.offset] == UInt8(ascii: "+") {
        found.offset &+= 1
      }
      found.offset = try digits(from: found.offset)
    }
    return found
  }

  /// - Returns: the offset behind the digits, of which there is at least one.
  @inline(__always)
  private func digits(from start: Int) throws(Flaw) -> Int {
    var offset = start
    while offset < end, input[offset].isDigit { offset &+= 1 }
    if offset == start { throw offset < end ? Flaw(.number(.noDigit), at: offset) : Flaw(.truncated, at: end) }
    return offset
  }

  /// - Returns: the offset behind `word`, which the text must have at `start`.
  func word(_ word: StaticString, from start: Int) throws(Flaw) -> Int {
    for index in 0..<word.utf8CodeUnitCount {
      guard start + index < end else { throw Flaw(.truncated, at: end) }
      guard input[start + index] == word.utf8Start[index] else { throw Flaw(.literal, at: start) }
    }
    return start + word.utf8CodeUnitCount
  }
}

extension Scanner {
  /// Whether a text is a number, and nothing else, by JSON's grammar.
  static func isNumber(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { utf8 in
      guard let input = utf8.baseAddress, let first = utf8.first, first.isDigit || first == .minus else { return false }
      do {
        return try Scanner(input: input, end: utf8.count).number(from: 0).offset == utf8.count
      } catch {
        return false
      }
    }
  }
}
