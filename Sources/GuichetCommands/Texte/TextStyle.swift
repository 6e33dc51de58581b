/// How text may look: its width, and whether it may have colour.
struct TextStyle {
  /// Columns to keep within; nil for text that goes to a file or another program, which is never cut.
  let width: Int?
  private let hasColour: Bool

  init(width: Int?, hasColour: Bool) {
    self.width = width
    self.hasColour = hasColour
  }

  /// Colour on a terminal only, and not where `NO_COLOR` is set (no-color.org) or the terminal is `dumb`.
  init(_ console: any Console, _ environnement: [String: String]) {
    let refuses = environnement["NO_COLOR"].map { !$0.isEmpty } ?? false
    width = console.outputIsTerminal ? max(40, console.width ?? 80) : nil
    hasColour = console.outputIsTerminal && !refuses && environnement["TERM"] != "dumb"
  }

  /// What a colour would say is always said in words too.
  enum Ton {
    case normal, titre, discret, alerte, attention, bon

    fileprivate var code: String? {
      switch self {
      case .normal: nil
      case .titre: "1"
      case .discret: "2"
      case .alerte: "31"
      case .attention: "33"
      case .bon: "32"
      }
    }
  }

  func colour(_ text: String, _ ton: Ton) -> String {
    guard hasColour, !text.isEmpty, let code = ton.code else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
