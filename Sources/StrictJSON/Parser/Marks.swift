/// Combining marks that pile up on one letter.
///
/// Swift brings them into canonical order by insertion whenever it compares or hashes the text: 500 000 of them, which fit
/// into a mebibyte, take more than a minute each time. No language stacks more than a handful (UAX #15 § 13 counts on 30),
/// and RFC 8259 § 9 lets a parser limit what strings hold.
enum Marks {

  /// How many may follow each other.
  static let limit = 128

  static func pileUp(in text: String) -> Bool {
    var row = 0
    for scalar in text.unicodeScalars {
      row = isMark(scalar) ? row + 1 : 0
      if row > limit { return true }
    }
    return false
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ..<"\u{300}": false
    // Starters themselves, they fall into marks.
    case "\u{F73}", "\u{F75}", "\u{F81}": true
    default: scalar.properties.canonicalCombiningClass != .notReordered
    }
  }
}
