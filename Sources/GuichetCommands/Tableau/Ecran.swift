package import LinuxSystem

/// What a terminal shows, and the bytes that make it show something else: only lines that differ are written.
package struct Ecran {
  private var lignes: [String] = []
  private var taille: Terminal.Size?

  package init() {}

  /// The alternate screen, without a cursor, on which no line runs over into the next.
  static let entrer = Array("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l".utf8)
  /// The main screen as it was.
  static let quitter = Array("\u{1B}[0m\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l".utf8)

  /// What the terminal shows is not known any more.
  package mutating func oublier() {
    taille = nil
  }

  /// The bytes to write, at once; empty where nothing differs.
  ///
  /// - Parameter nouvelles: at most as many as there are rows.
  package mutating func dessiner(_ nouvelles: [String], _ taille: Terminal.Size) -> [UInt8] {
    var text = ""
    if taille != self.taille {
      text += "\u{1B}[0m\u{1B}[2J"
      lignes = []
      self.taille = taille
    }
    let shown = Array(nouvelles.prefix(taille.rows))
    for row in 0..<max(shown.count, lignes.count) {
      let line = row < shown.count ? shown[row] : ""
      guard row >= lignes.count ? !line.isEmpty : line != lignes[row] else { continue }
      text += "\u{1B}[\(row + 1);1H\u{1B}[2K\(line)"
    }
    lignes = shown
    return Array(text.utf8)
  }
}
