/// What a character does in a line of text that people type.
enum ClasseDeCaractere {
  case ordinaire
  /// A space of any width, breaking or not.
  case espace
  /// Tabulation and line ends: pasted along at either end of a line, a fault inside it.
  case bord
  /// Joins or parts letters and shows nothing: it makes emblems out of signs in a message, and two names that read alike
  /// differ.
  case jointure
  /// Shows nothing and means nothing here, or turns the direction of the text around it and can make a name read as
  /// another one (Unicode Standard Annex 9): dropped, and told.
  case ignore
  /// Controls (C0, DEL, C1), line and paragraph separators.
  case interdit

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x21...0x7E: self = .ordinaire
    case 0x20, 0xA0: self = .espace
    case 0x09, 0x0A, 0x0D: self = .bord
    case 0x00...0x1F, 0x7F...0x9F: self = .interdit
    case 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x3164, 0xFFA0: self = .ignore
    case 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .espace
    case 0x200C, 0x200D, 0xFE00...0xFE0F: self = .jointure
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      self = .ignore
    case 0x2028, 0x2029: self = .interdit
    default: self = .ordinaire
    }
  }

  /// The text without what shows nothing.
  static func visible(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch ClasseDeCaractere(scalar) {
      case .ignore, .jointure: break
      case .ordinaire, .espace, .bord, .interdit: kept.append(scalar)
      }
    }
    return String(kept)
  }
}
