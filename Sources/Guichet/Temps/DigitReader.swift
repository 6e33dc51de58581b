/// Walks over the ASCII of a date or a time, digit group by digit group.
struct DigitReader {
  private var rest: ArraySlice<UInt8>

  init(_ text: some StringProtocol) {
    rest = ArraySlice(text.utf8)
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// Exactly this many digits, as a number; nothing is consumed when they are not there.
  mutating func number(digits: Int) -> Int? {
    guard rest.count >= digits else { return nil }
    var value = 0
    for byte in rest.prefix(digits) {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    rest = rest.dropFirst(digits)
    return value
  }

  mutating func skip(_ byte: UInt8, or other: UInt8? = nil) -> Bool {
    guard let first = rest.first, first == byte || first == other else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// An optional decimal fraction of a second in microseconds: 0 without one, nil when the point has no digit after it.
  mutating func fraction() -> Int? {
    guard skip(UInt8(ascii: ".")) else { return 0 }
    var value = 0
    var scale = 100_000
    var seen = false
    while let digit = number(digits: 1) {
      value += digit * scale
      scale /= 10
      seen = true
    }
    return seen ? value : nil
  }
}
