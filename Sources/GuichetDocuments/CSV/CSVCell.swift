/// One field of a CSV document, by what it means: that decides how it is kept from harm in a spreadsheet.
package enum CSVCell: Hashable, Sendable {
  /// Free text, perhaps typed by a stranger.
  case texte(String)
  /// An identifier made of digits and letters, such as a code INSEE, a postal code, a numero, a digest: never a
  /// quantity.
  case code(String)
  case nombre(Int)
  case vide

  /// Nil becomes an empty field.
  package static func texte(_ text: String?) -> CSVCell { text.map(CSVCell.texte) ?? .vide }
  /// Nil becomes an empty field.
  package static func code(_ code: String?) -> CSVCell { code.map(CSVCell.code) ?? .vide }
  package static func ouiNon(_ bool: Bool) -> CSVCell { .texte(bool ? "oui" : "non") }
}

extension CSVCell {
  /// The text that stands in the field, before any quoting.
  func text(for usage: CSVDocument.Usage) -> String {
    switch self {
    case .vide: ""
    case .nombre(let number): String(number)
    case .texte(let text): Self.kept(text, Self.isSigned(text) && text.hasPrefix("+"), for: usage)
    case .code(let code): Self.kept(code, Self.isMangled(code), for: usage)
    }
  }

  /// - Parameter isLost: whether a spreadsheet would lose characters of it.
  private static func kept(_ text: String, _ isLost: Bool, for usage: CSVDocument.Usage) -> String {
    usage == .tableur && isLost ? "=\"\(text)\"" : withoutFormula(text)
  }

  /// Puts an apostrophe before what a spreadsheet would run as a formula.
  ///
  /// Source: OWASP, « CSV Injection »: `=`, `+`, `-`, `@`, tabulator and line ends at the beginning, here also behind
  /// blanks that a program may trim, and in their full-width forms. A phone or a negative number stays what it is.
  private static func withoutFormula(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, !isSigned(text) else { return text }
    if first == "\t" || first == "\r" || first == "\n" { return "'" + text }
    let start = text.unicodeScalars.first { $0 != " " && $0 != "\u{A0}" }
    switch start {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return "'" + text
    default: return text
    }
  }

  /// Whether it is a sign with nothing but digits behind it, perhaps in groups: a phone such as `+33 6 39 98 12 34`, a
  /// negative number. There is nothing in it to run.
  private static func isSigned(_ text: String) -> Bool {
    guard let sign = text.utf8.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let first = text.utf8.dropFirst().first, isDigit(first)
    else { return false }
    return text.utf8.dropFirst().allSatisfy { isDigit($0) || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ".") }
  }

  /// Whether a spreadsheet would take the code for a number or a date: leading zeros, exponents and digits beyond the
  /// fifteenth would be lost. Only plain characters, so that nothing can hide in the text that wraps it.
  private static func isMangled(_ code: String) -> Bool {
    guard let first = code.utf8.first, isDigit(first) || first == UInt8(ascii: "+") else { return false }
    return code.utf8.allSatisfy { byte in
      isDigit(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF) || "+-./:".utf8.contains(byte)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
