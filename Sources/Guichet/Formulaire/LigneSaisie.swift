/// One line of text that a person typed, cleaned: ends trimmed, inner spaces single, nothing invisible left.
enum LigneSaisie: Equatable {
  /// - Parameter estNettoye: something that cannot be seen was left out.
  case texte(String, estNettoye: Bool = false)
  /// Nothing but spaces: as good as absent.
  case vide
  case tropLong
  case interdit(Unicode.Scalar)

  /// - Parameter max: the greatest length in Unicode scalars, counted as typed.
  static func lire(_ text: String, max: Int) -> LigneSaisie {
    isClean(text, max: max) ? .texte(text) : clean(text, max: max)
  }

  /// Whether the text can stay as it is, told from its bytes alone. Misses some that could; most text takes this way.
  private static func isClean(_ text: String, max: Int) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard !bytes.isEmpty, bytes.count <= max else { return false }
      var afterSpace = true
      for byte in bytes {
        switch byte {
        case 0x20:
          if afterSpace { return false }
          afterSpace = true
        // Past ASCII: Latin letters from À to ƿ, in two bytes, need no closer look.
        case 0x21...0x7E, 0xC3...0xC6, 0x80...0xBF: afterSpace = false
        default: return false
        }
      }
      return !afterSpace
    }
  }

  private static func clean(_ text: String, max: Int) -> LigneSaisie {
    var kept = String.UnicodeScalarView()
    var count = 0
    var pendingSpace = false
    var pendingEdge: Unicode.Scalar?
    var estNettoye = false
    for scalar in text.unicodeScalars {
      count += 1
      guard count <= max else { return .tropLong }
      switch ClasseDeCaractere(scalar) {
      case .ordinaire:
        if !kept.isEmpty {
          if let pendingEdge { return .interdit(pendingEdge) }
          if pendingSpace { kept.append(" ") }
        }
        (pendingSpace, pendingEdge) = (false, nil)
        kept.append(scalar)
      case .espace: pendingSpace = true
      case .bord: pendingEdge = scalar
      case .ignore, .jointure: estNettoye = true
      case .interdit: return .interdit(scalar)
      }
    }
    return kept.isEmpty ? .vide : .texte(String(kept), estNettoye: estNettoye)
  }
}
