/// What is wrong with a document and where, before it is put into words.
struct Flaw: Error {
  let reason: Reason
  /// In bytes.
  let offset: Int

  init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  enum Reason: Hashable {
    case empty
    case byteOrderMark
    case utf16
    case invalidUTF8
    case unexpected(Expectation)
    case truncated
    case literal
    case number(NumberFlaw)
    case escape
    case hexDigit
    case loneSurrogate
    case control
    case marks(limit: Int)
    case trailingComma
    case trailing
    case depth(limit: Int)
    case size(limit: Int)
  }

  /// What the grammar allows at a place.
  enum Expectation: Hashable {
    case value
    case key
    case keyOrEnd
    case colon
    case commaOrBrace
    case commaOrBracket
  }

  enum NumberFlaw: Hashable {
    case leadingZero
    case noDigit
    case plusSign
    case leadingPoint
  }
}
