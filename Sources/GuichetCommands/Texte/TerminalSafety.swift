/// Keeps data from driving the terminal: control characters, and those that would reorder what a person reads, are
/// spelled out.
enum TerminalSafety {
  /// The text on one line, with every such character as `\u{…}`.
  static func line(_ text: String) -> String {
    escaped(text, keeping: "") { "\\u{\(String($0.value, radix: 16))}" }
  }

  /// JSON that stays the same JSON: such characters stand only inside its strings, where an escape says the same.
  static func json(_ bytes: [UInt8]) -> [UInt8] {
    Array(escaped(String(decoding: bytes, as: UTF8.self), keeping: "\n\r\t", as: jsonEscape).utf8)
  }

  /// CSV to be looked at: line ends stay, the rest is spelled out; a carriage return that ends no line would let what
  /// follows overwrite what stands before.
  static func csv(_ bytes: [UInt8]) -> [UInt8] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return Array(
      lines.enumerated().map { index, line in
        let ends = index < lines.count - 1 && line.last == UInt8(ascii: "\r")
        let text = ends ? line.dropLast() : line
        return Array(Self.line(String(decoding: text, as: UTF8.self)).utf8) + (ends ? Array("\r".utf8) : [])
      }.joined(separator: [UInt8(ascii: "\n")]))
  }

  private static func escaped(
    _ text: String, keeping kept: String, as escape: (Unicode.Scalar) -> String
  ) -> String {
    func isHidden(_ scalar: Unicode.Scalar) -> Bool { drives(scalar) && !kept.unicodeScalars.contains(scalar) }
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var visible = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        visible += escape(scalar)
      } else {
        visible.unicodeScalars.append(scalar)
      }
    }
    return visible
  }

  /// Line and paragraph separators and format characters (bidirectional overrides among them) count as well; the
  /// joiners, which scripts and emoji need, do not.
  private static func drives(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    if scalar.value == 0x200C || scalar.value == 0x200D { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  private static func jsonEscape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.reduce(into: "") { text, unit in
      let digits = String(unit, radix: 16)
      text += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)"
    }
  }
}
