/// Writes JSON, value after value, as UTF-8.
///
/// Commas, colons and indentation come by themselves. Escaped is only what RFC 8259 § 7 demands: the quote, the backslash
/// and what is below U+0020. That begins and ends match, and that a key stands before every value of an object and nowhere
/// else, is the caller's duty. A value behind a finished document begins a new line.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.beginObject()
/// writer.member("numero", "2026-000017")
/// writer.member("linf", linf?.id)  // null if there is none
/// writer.endObject()
/// ```
public struct JSONWriter: Sendable {

  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []

  /// What stands before the next value or end.
  private enum Preceding {
    case nothing, opening, key, value
  }

  private let pretty: Bool
  private var preceding = Preceding.nothing
  private var depth = 0

  /// - Parameter pretty: one member or element a line, indented by two spaces, instead of without any space.
  public init(pretty: Bool = false) {
    self.pretty = pretty
    bytes.reserveCapacity(1024)
  }

  public mutating func beginObject() { begin(.openBrace) }
  public mutating func endObject() { end(.closeBrace) }
  public mutating func beginArray() { begin(.openBracket) }
  public mutating func endArray() { end(.closeBracket) }

  /// The name of the member whose value comes next.
  public mutating func key(_ name: String) {
    separate()
    appendQuoted(name)
    endKey()
  }

  /// The same for a name that needs no escape, written out faster: for objects of which there are thousands.
  ///
  /// ```swift
  /// writer.key(plain: "numero")
  /// ```
  public mutating func key(plain name: StaticString) {
    separate()
    appendQuoted(plain: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    endKey()
  }

  public mutating func string(_ text: String) {
    separate()
    appendQuoted(text)
    preceding = .value
  }

  public mutating func int(_ value: Int) { int(Int64(value)) }

  public mutating func int(_ value: Int64) {
    separate()
    append(value)
    preceding = .value
  }

  /// - Parameter exact: a number by JSON's grammar; any other text is written as a string.
  public mutating func number(_ exact: String) {
    guard Scanner.isNumber(exact) else { return string(exact) }
    raw(exact)
  }

  public mutating func bool(_ value: Bool) { scalar(value ? "true" : "false") }
  public mutating func null() { scalar("null") }

  private mutating func endKey() {
    bytes.append(.colon)
    if pretty { bytes.append(.space) }
    preceding = .key
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
    preceding = .opening
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if pretty, preceding != .opening { breakLine() }
    bytes.append(bracket)
    preceding = .value
  }

  /// Writes what must stand between what was written last and a key, a value or an opening bracket.
  @inline(__always)
  private mutating func separate() {
    switch preceding {
    case .nothing, .key:
      return
    case .value where depth == 0:
      bytes.append(.lineFeed)
      return
    case .value:
      bytes.append(.comma)
    case .opening:
      break
    }
    if pretty { breakLine() }
  }

  private mutating func breakLine() {
    bytes.append(.lineFeed)
    bytes.append(contentsOf: repeatElement(.space, count: 2 * max(depth, 0)))
  }

  private mutating func scalar(_ text: StaticString) {
    raw(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func raw(_ text: String) {
    var text = text
    text.withUTF8 { raw($0) }
  }
}

/// Pieces of a document that was read.
extension JSONWriter {

  /// - Parameter text: of a number or a word.
  mutating func raw(_ text: UnsafeBufferPointer<UInt8>) {
    separate()
    bytes.append(contentsOf: text)
    preceding = .value
  }

  /// - Parameter text: between its quotes.
  mutating func string(_ text: UnsafeBufferPointer<UInt8>, isEscaped: Bool) {
    separate()
    if isEscaped { appendQuoted(Unescaping.string(text)) } else { appendQuoted(plain: text) }
    preceding = .value
  }

  /// - Parameter name: between its quotes.
  mutating func key(_ name: UnsafeBufferPointer<UInt8>, isEscaped: Bool) {
    separate()
    if isEscaped { appendQuoted(Unescaping.string(name)) } else { appendQuoted(plain: name) }
    endKey()
  }
}

extension JSONWriter {

  private mutating func append(_ value: Int64) {
    if value < 0 { bytes.append(.minus) }
    let first = bytes.count
    var rest = value.magnitude
    repeat {
      bytes.append(.digitZero &+ UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[first...].reverse()
  }

  private mutating func appendQuoted(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      let plain = Self.firstToEscape(in: utf8, from: 0)
      if plain == utf8.count { return appendQuoted(plain: utf8) }
      bytes.append(.quote)
      var written = 0
      var stop = plain
      while stop < utf8.count {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[written..<stop]))
        appendEscaped(utf8[stop])
        written = stop + 1
        stop = Self.firstToEscape(in: utf8, from: written)
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[written...]))
      bytes.append(.quote)
    }
  }

  /// - Parameter text: without anything to escape.
  private mutating func appendQuoted(plain text: UnsafeBufferPointer<UInt8>) {
    bytes.append(addingCapacity: text.count + 2) { output in
      output.append(.quote)
      output.withUnsafeMutableBufferPointer { buffer, count in
        _ = UnsafeMutableBufferPointer(rebasing: buffer[count...]).initialize(fromContentsOf: text)
        count += text.count
      }
      output.append(.quote)
    }
  }

  /// - Returns: the number of bytes when nothing needs an escape any more.
  private static func firstToEscape(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let input = utf8.baseAddress else { return start }
    var at = start
    while at &+ 8 <= utf8.count {
      let stops = EightBytes.mustEscape(EightBytes.load(input + at))
      if stops != 0 { return at &+ EightBytes.index(of: stops) }
      at &+= 8
    }
    while at < utf8.count, input[at] >= .space, input[at] != .quote, input[at] != .backslash { at &+= 1 }
    return at
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    bytes.append(.backslash)
    switch byte {
    case .quote, .backslash: bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case .tab: bytes.append(UInt8(ascii: "t"))
    case .lineFeed: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case .carriageReturn: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(.digitZero &+ byte >> 4)
      bytes.append(contentsOf: String(byte & 0x0F, radix: 16).utf8)
    }
  }
}
