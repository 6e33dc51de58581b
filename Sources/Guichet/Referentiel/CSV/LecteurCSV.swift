/// Walks over the records of a CSV text (RFC 4180, with `;` or `,`, and any of the three line ends).
///
/// Fields are ranges into the text: nothing is copied until it is asked for.
package struct LecteurCSV {
  /// A quoted field opened and the text ended.
  package struct UnclosedQuote: Error {
    /// Line on which the quote opened.
    package let line: Int
  }

  private struct Field {
    var start: Int
    var end: Int
    /// The bytes hold doubled quotes.
    var doubled = false
  }

  private let text: [UInt8]
  private let separator: UInt8
  private var position = 0
  private var nextLine = 1
  private var fields: [Field] = []

  /// Line on which the current record begins, from 1.
  package private(set) var line = 0

  /// - Parameter text: UTF-8 without byte order mark. The separator is the one of `;` and `,` that its first line has
  ///   more of outside quotes.
  package init(_ text: [UInt8]) {
    self.text = text
    separator = Self.separator(of: text)
  }

  /// How many fields the current record has.
  package var count: Int { fields.count }

  /// A record with nothing in any field: spreadsheets leave such lines behind.
  package var isBlank: Bool { fields.allSatisfy { $0.start == $0.end } }

  /// The bytes of a field of the current record, without surrounding blanks; empty beyond the last field.
  package subscript(index: Int) -> ArraySlice<UInt8> {
    guard index < fields.count else { return [] }
    let field = fields[index]
    guard field.doubled else { return text[field.start..<field.end] }
    var plain: [UInt8] = []
    var skip = false
    for byte in text[field.start..<field.end] {
      skip = byte == UInt8(ascii: "\"") && !skip
      if !skip { plain.append(byte) }
    }
    return plain[...]
  }

  /// Goes to the next record; false at the end of the text.
  package mutating func next() throws(UnclosedQuote) -> Bool {
    fields.removeAll(keepingCapacity: true)
    guard position < text.count else { return false }
    line = nextLine
    while true {
      let more = try readField()
      if !more { return true }
    }
  }

  /// Reads one field and what ends it; false when that ended the record.
  private mutating func readField() throws(UnclosedQuote) -> Bool {
    skipBlanks()
    var field = Field(start: position, end: position)
    if position < text.count, text[position] == UInt8(ascii: "\"") {
      field = try quotedField()
      skipBlanks()
    }
    // Text after a closing quote, or none: taken as it stands up to the separator.
    while position < text.count {
      let byte = text[position]
      if byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      position += 1
      if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") { field.end = position }
    }
    fields.append(trimmed(field))
    guard position < text.count else { return false }
    let end = text[position]
    position += 1
    guard end != separator else { return true }
    if end == UInt8(ascii: "\r"), position < text.count, text[position] == UInt8(ascii: "\n") { position += 1 }
    nextLine += 1
    return false
  }

  private mutating func quotedField() throws(UnclosedQuote) -> Field {
    let opened = nextLine
    position += 1
    var field = Field(start: position, end: position)
    while position < text.count {
      let byte = text[position]
      position += 1
      if byte == UInt8(ascii: "\n") { nextLine += 1 }
      guard byte == UInt8(ascii: "\"") else { continue }
      guard position < text.count, text[position] == UInt8(ascii: "\"") else {
        field.end = position - 1
        return field
      }
      field.doubled = true
      position += 1
    }
    throw UnclosedQuote(line: opened)
  }

  private mutating func skipBlanks() {
    while position < text.count, text[position] != separator,
      text[position] == UInt8(ascii: " ") || text[position] == UInt8(ascii: "\t")
    {
      position += 1
    }
  }

  /// Without blanks at both ends, the no-break space (C2 A0) of web pages and spreadsheets included.
  private func trimmed(_ field: Field) -> Field {
    var field = field
    while field.start < field.end {
      if text[field.start] == UInt8(ascii: " ") || text[field.start] == UInt8(ascii: "\t") {
        field.start += 1
      } else if field.end - field.start >= 2, text[field.start] == 0xC2, text[field.start + 1] == 0xA0 {
        field.start += 2
      } else if text[field.end - 1] == UInt8(ascii: " ") || text[field.end - 1] == UInt8(ascii: "\t") {
        field.end -= 1
      } else if field.end - field.start >= 2, text[field.end - 2] == 0xC2, text[field.end - 1] == 0xA0 {
        field.end -= 2
      } else {
        break
      }
    }
    return field
  }

  private static func separator(of text: [UInt8]) -> UInt8 {
    var semicolons = 0
    var commas = 0
    var quoted = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): quoted.toggle()
      case UInt8(ascii: ";") where !quoted: semicolons += 1
      case UInt8(ascii: ",") where !quoted: commas += 1
      case UInt8(ascii: "\n") where !quoted, UInt8(ascii: "\r") where !quoted:
        return commas > semicolons ? UInt8(ascii: ",") : UInt8(ascii: ";")
      default: break
      }
    }
    return commas > semicolons ? UInt8(ascii: ",") : UInt8(ascii: ";")
  }
}
