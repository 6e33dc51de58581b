/// How many columns of a terminal a text takes.
enum DisplayWidth {
  static func of(_ text: String) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The text cut to that many columns, with … for what is missing.
  static func cut(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var rest = width - 1
    var kept = ""
    for character in text {
      let columns = of(character)
      guard columns <= rest else { break }
      rest -= columns
      kept.append(character)
    }
    return kept + "…"
  }

  /// Breaks between words so that each line fits; a single word that does not is left whole. What is set in stays so, its
  /// further lines a little more.
  static func lignes(_ text: String, largeur: Int) -> [String] {
    guard of(text) > largeur else { return [text] }
    let indent = String(text.prefix { $0 == " " })
    let hanging = indent.isEmpty ? "" : indent + "  "
    var lines: [String] = []
    var line = ""
    // Only at plain spaces: the no-break ones of French punctuation hold.
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      if line.isEmpty {
        line = indent + word
      } else if of(line) + 1 + of(String(word)) <= largeur {
        line += " \(word)"
      } else {
        lines.append(line)
        line = hanging + word
      }
    }
    return lines + [line]
  }

  static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.value < 0x300 { return 1 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if first.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}") { return 2 }
    return wide.contains { $0.contains(first.value) } ? 2 : 1
  }

  /// Blocks whose characters are wide or full-width (source: Unicode's EastAsianWidth.txt, by block).
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x17000...0x18D08, 0x1B000...0x1B2FF, 0x20000...0x3FFFD,
  ]
}
