/// A text of several lines that a person typed, made safe to keep and show. Nothing in it is worth losing the rest for.
struct TexteLibre: Equatable {
  /// Lines end in `\n`; nil when nothing was left.
  var texte: String?
  /// Characters were left out or replaced.
  var estNettoye = false
  /// What went beyond the greatest length was cut.
  var estCoupe = false

  /// - Parameter max: the greatest length in Unicode scalars, counted as typed.
  init(_ text: String, max: Int) {
    if text.utf8.count <= max, Self.isClean(text) {
      texte = text
      return
    }
    var kept = String.UnicodeScalarView()
    var count = 0
    var afterReturn = false
    for scalar in text.unicodeScalars {
      count += 1
      if count > max {
        estCoupe = true
        break
      }
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "\n" where afterReturn: break
      case "\r", "\n": kept.append("\n")
      case "\u{2028}", "\u{2029}", "\u{0B}", "\u{0C}", "\u{85}":
        kept.append("\n")
        estNettoye = true
      case "\t": kept.append(scalar)
      default:
        switch ClasseDeCaractere(scalar) {
        case .interdit, .ignore: estNettoye = true
        case .ordinaire, .jointure, .espace, .bord: kept.append(scalar)
        }
      }
    }
    let trimmed = Self.trimmed(kept)
    texte = trimmed.isEmpty ? nil : String(trimmed)
  }

  private static func isClean(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = bytes.first, let last = bytes.last, first > 0x20, last > 0x20 else { return false }
      for byte in bytes {
        switch byte {
        case 0x0A, 0x20...0x7E, 0xC3...0xC6, 0x80...0xBF: continue
        default: return false
        }
      }
      return true
    }
  }

  private static func trimmed(_ view: String.UnicodeScalarView) -> Substring.UnicodeScalarView {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      switch ClasseDeCaractere(scalar) {
      case .espace, .bord: true
      default: false
      }
    }
    var slice = view[...]
    while let first = slice.first, isBlank(first) { slice.removeFirst() }
    while let last = slice.last, isBlank(last) { slice.removeLast() }
    return slice
  }
}
