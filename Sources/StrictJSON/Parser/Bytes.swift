/// The bytes that JSON's grammar names (RFC 8259 § 2 to 7).
extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let comma = UInt8(ascii: ",")
  static let colon = UInt8(ascii: ":")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let digitZero = UInt8(ascii: "0")
  static let minus = UInt8(ascii: "-")

  var isDigit: Bool { self &- .digitZero < 10 }

  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  /// Second, third or fourth byte of a scalar in UTF-8.
  var continuesScalar: Bool { self & 0xC0 == 0x80 }

  /// Value of a hexadecimal digit; nil for anything else.
  var hexValue: UInt16? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(self &- .digitZero)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(self &- UInt8(ascii: "a") &+ 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(self &- UInt8(ascii: "A") &+ 10)
    default: nil
    }
  }
}

/// Eight bytes of a string looked at together.
enum EightBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The eight bytes at `place`, the first one lowest.
  @inline(__always)
  static func load(_ place: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
  }

  /// The high bit of each byte that is a quote, a backslash, below 0x20 or above 0x7F. Bits above the lowest one set may
  /// be false alarms (a borrow), the lowest one never is.
  @inline(__always)
  static func notPlain(_ word: UInt64) -> UInt64 {
    (escapable(word) | word) & highBits
  }

  /// The high bit of each byte that must be escaped in a string. Reliable for the lowest bit set only; bytes above 0x7F may
  /// be false alarms too.
  @inline(__always)
  static func mustEscape(_ word: UInt64) -> UInt64 {
    escapable(word) & ~word & highBits
  }

  @inline(__always)
  private static func escapable(_ word: UInt64) -> UInt64 {
    let quotes = (word ^ (ones &* UInt64(UInt8.quote))) &- ones
    let backslashes = (word ^ (ones &* UInt64(UInt8.backslash))) &- ones
    let controls = word &- (ones &* UInt64(UInt8.space))
    return quotes | backslashes | controls
  }

  /// How many bytes come before the lowest bit that is set.
  @inline(__always)
  static func index(of bits: UInt64) -> Int {
    bits.trailingZeroBitCount &>> 3
  }
}
