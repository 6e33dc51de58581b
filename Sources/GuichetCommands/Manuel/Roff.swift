/// The text of a manual page, in the language of troff with the man macros, as groff and mandoc both read it.
struct Roff {
  private(set) var text: String

  /// - Parameters:
  ///   - nom: of the page, in small letters.
  ///   - date: as it stands at the foot.
  ///   - source: program and version.
  init(nom: String, date: String, source: String) {
    // Tables are laid out by tbl, which the first line asks for.
    text = "'\\\" t\n.\\\" Page produite par « guichetctl » d’après ses propres définitions.\n"
    text += ".TH \(Self.mot(nom.uppercased())) 1 \(Self.cite(date)) \(Self.cite(source)) \(Self.cite("Guichet"))\n"
  }

  /// The line that whatis(1) and apropos(1) read.
  mutating func nom(_ name: String, _ sense: String) {
    section("NOM")
    text += "\(Self.mot(name)) \\- \(Self.prose(sense))\n"
  }

  /// Pages to go on with, whose names are not broken.
  mutating func renvois(_ pages: [String]) {
    text += ".ad l\n.nh\n\(pages.map { "\(Self.mot($0))(1)" }.joined(separator: ", "))\n"
  }

  mutating func section(_ title: String) { text += ".SH \(Self.cite(title))\n" }

  mutating func paragraphe(_ sentence: String) {
    text += ".PP\n\(Self.prose(sentence))\n"
  }

  /// The first text under a heading, which needs no mark of its own.
  mutating func ligne(_ sentence: String) { text += "\(Self.prose(sentence))\n" }

  /// A term in bold, then what it means.
  mutating func terme(_ term: String, suite: String = "", _ meaning: String) {
    text += ".TP\n\\fB\(Self.mot(term))\\fR\(suite.isEmpty ? "" : " \\fI\(Self.mot(suite))\\fR")\n"
    text += "\(Self.prose(meaning))\n"
  }

  /// Command lines, one under the other, as they are typed.
  mutating func lignes(_ lines: [String]) {
    text += ".nf\n"
    for line in lines { text += "\(Self.debut(Self.mot(line)))\n" }
    text += ".fi\n"
  }

  /// Rows under headings; long cells wrap.
  mutating func table(_ headings: [String], _ rows: [[String]]) {
    text += ".TS\ntab(|);\n\(headings.map { _ in "lb" }.joined(separator: " "))\n"
    text += "\(headings.map { _ in "lx" }.joined(separator: " ")).\n"
    text += "\(headings.map(Self.prose).joined(separator: "|"))\n"
    for row in rows {
      text += row.map { "T{\n\(Self.prose($0.isEmpty ? "—" : $0))\nT}" }.joined(separator: "|") + "\n"
    }
    text += ".TE\n"
  }

  // MARK: Letters

  /// Words that are typed: every hyphen is one that can be copied.
  static func mot(_ text: String) -> String { lettres(text).replacing("-", with: "\\-") }

  /// A sentence: options keep their hyphens, and no line begins with a sign that belongs to the word before.
  static func prose(_ text: String) -> String {
    let joined = [" :", " ;", " ?", " !", " »", " …"].reduce(text.replacing("« ", with: "«\u{A0}")) { text, sign in
      text.replacing(sign, with: "\u{A0}\(sign.dropFirst())")
    }
    return debut(lettres(joined).replacing("--", with: "\\-\\-"))
  }

  private static func cite(_ text: String) -> String { "\"\(lettres(text).replacing("\"", with: "\\(dq"))\"" }

  /// A line that begins like a request would be taken for one.
  private static func debut(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&\(line)" : line
  }

  private static func lettres(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "\\": escaped += "\\e"
      case "\u{A0}", "\u{202F}": escaped += "\\~"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case "\n": escaped += " "
      default: escaped.append(character)
      }
    }
  }
}
