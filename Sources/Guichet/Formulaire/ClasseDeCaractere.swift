/// What a character does in a line of text that people type.
enum ClasseDeCaractere {
  case ordinaire
  /// A space of any width, breaking or not.
  case espace
  /// Tabulation and line ends: pasted along at either end of a line, a fault inside it.
  case bord
  /// Shows nothing and means nothing here: dropped.
  case ignore
  /// Controls (C0, DEL, C1), line and paragraph separators, and those that turn the direction of the text around them
  /// and can make a name read as another one (Unicode Standard Annex 9, embeddings, overrides and isolates).
  case interdit

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x21...0x7E: self = .ordinaire
    case 0x20, 0xA0: self = .espace
    case 0x09, 0x0A, 0x0D: self = .bord
    case 0x00...0x1F, 0x7F...0x9F: self = .interdit
    case 0xAD, 0x061C: self = .ignore
    case 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .espace
    case 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF: self = .ignore
    case 0x2028...0x202E, 0x2066...0x2069: self = .interdit
    default: self = .ordinaire
    }
  }
}
