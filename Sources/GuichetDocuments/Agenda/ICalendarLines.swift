/// The lines of an iCalendar object (RFC 5545): folded, their text escaped.
struct ICalendarLines {
  private(set) var bytes: [UInt8] = []

  /// Octets of a line, without its end (section 3.1).
  private static let limit = 75

  /// A property whose value is written as it is.
  mutating func add(_ name: String, _ value: String) { fold("\(name):\(value)") }

  /// A property whose value is text.
  mutating func add(_ name: String, texte: String) { fold("\(name):\(Self.escaped(texte))") }

  /// Section 3.3.11: commas and semicolons would part values, line ends are written `\n`; other controls may not stand.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case ";": escaped += "\\;"
      case ",": escaped += "\\,"
      case "\n", "\r": escaped += "\\n"
      case "\t": escaped += " "
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Breaks between characters of UTF-8, never inside one; what follows begins with a blank, which counts.
  private mutating func fold(_ line: String) {
    var length = 0
    for scalar in line.unicodeScalars {
      let encoded = Array(String(scalar).utf8)
      if length + encoded.count > Self.limit {
        bytes += [0x0D, 0x0A, UInt8(ascii: " ")]
        length = 1
      }
      bytes += encoded
      length += encoded.count
    }
    bytes += [0x0D, 0x0A]
  }
}
