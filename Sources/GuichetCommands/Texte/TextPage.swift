import Guichet

/// The text of an answer, line by line.
///
/// Whatever is put in is data: control characters never get through.
struct TextPage {
  private let style: TextStyle
  private let maintenant: Instant
  private var text = ""

  /// Columns that the names of fields take.
  private static let nameWidth = 14

  /// - Parameter maintenant: the instant from which a person reads.
  init(_ style: TextStyle, maintenant: Instant) {
    self.style = style
    self.maintenant = maintenant
  }

  var bytes: [UInt8] { Array(text.utf8) }

  /// An RFC 3339 instant with how far off it is: `25/11/2026 10:00 (dans 2 h)`; the text as it is when it is none.
  func moment(_ instant: String) -> String {
    let relative = Horodatage.relatif(instant, maintenant: maintenant).map { " (\($0))" }
    return Horodatage.court(instant) + (relative ?? "")
  }

  mutating func titre(_ title: String) {
    if !text.isEmpty { line("") }
    line(style.colour(TerminalSafety.line(title), .titre))
  }

  /// Sentences, wrapped to the page.
  mutating func paragraphe(_ sentence: String, retrait: Int = 0, ton: TextStyle.Ton = .normal) {
    for part in wrapped(TerminalSafety.line(sentence), within: retrait) {
      line(indent(retrait) + style.colour(part, ton))
    }
  }

  /// A line meant for another program: never wrapped.
  mutating func verbatim(_ text: String) { line(TerminalSafety.line(text)) }

  /// Text of several lines, kept as lines.
  mutating func texte(_ text: String, retrait: Int) {
    for part in Self.lignes(text) {
      if part.isEmpty { line("") } else { paragraphe(String(part), retrait: retrait) }
    }
  }

  /// A field with its name; left out when it is nil or empty.
  mutating func champ(_ name: String, _ value: String?, ton: TextStyle.Ton = .normal) {
    guard let value, !value.isEmpty else { return }
    champ(name, lignes: [value[...]], ton: ton)
  }

  /// A field whose text may have several lines, kept as lines.
  mutating func champ(_ name: String, texte: String) {
    champ(name, lignes: Self.lignes(texte), ton: .normal)
  }

  /// Without the empty one behind a final line end.
  private static func lignes(_ text: String) -> [Substring] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.last == "" ? lines.dropLast() : lines
  }

  private mutating func champ(_ name: String, lignes: [Substring], ton: TextStyle.Ton) {
    let indented = Self.nameWidth + 2
    let parts = lignes.flatMap { wrapped(TerminalSafety.line(String($0)), within: indented) }
    for (index, part) in parts.enumerated() {
      let label = index == 0 ? TerminalSafety.line(name) : ""
      let gap = max(2, indented - DisplayWidth.of(label))
      line(style.colour(label, .discret) + indent(gap) + style.colour(part, ton))
    }
  }

  /// One sentence an item.
  mutating func liste(_ items: [String], ton: TextStyle.Ton = .normal) {
    for item in items {
      for (index, part) in wrapped(TerminalSafety.line(item), within: 4).enumerated() {
        line((index == 0 ? "  – " : "    ") + style.colour(part, ton))
      }
    }
  }

  mutating func table(_ table: TextTable) {
    for row in table.rendered(style) { line(row) }
  }

  private mutating func line(_ line: String) {
    text += line
    text += "\n"
  }

  private func indent(_ columns: Int) -> String { String(repeating: " ", count: max(0, columns)) }

  private func wrapped(_ text: String, within indented: Int) -> [String] {
    guard let width = style.width else { return [text] }
    return DisplayWidth.lignes(text, largeur: width - indented)
  }
}
