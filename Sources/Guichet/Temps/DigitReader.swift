/// Walks over the ASCII of a date or a time, digit group by digit group.
struct DigitReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { place == bytes.count }

  /// Exactly this many digits, as a number; nothing is consumed when they are not there.
  mutating func number(digits: Int) -> Int? {
    let end = place + digits
    guard end <= bytes.count else { return nil }
    var value = 0
    for index in place..<end {
      let byte = bytes[index]
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    place = end
    return value
  }

  mutating func skip(_ byte: UInt8, or other: UInt8? = nil) -> Bool {
    guard place < bytes.count, bytes[place] == byte || bytes[place] == other else { return false }
    place += 1
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

/// Writes digit groups of fixed width into the text of a date or a time.
struct DigitWriter {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    self.buffer = buffer
  }

  /// The number with leading zeros; what does not fit in the width is left out.
  mutating func number(_ value: Int, digits: Int) {
    var rest = value
    for place in stride(from: count + digits - 1, through: count, by: -1) {
      buffer[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    count += digits
  }

  mutating func byte(_ byte: UInt8) {
    buffer[count] = byte
    count += 1
  }

  mutating func date(_ date: DateCivile) {
    number(max(0, date.annee), digits: 4)
    byte(UInt8(ascii: "-"))
    number(date.mois, digits: 2)
    byte(UInt8(ascii: "-"))
    number(date.jour, digits: 2)
  }
}
