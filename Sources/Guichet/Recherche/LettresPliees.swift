/// The words of a person's name in the form in which names are compared: Latin letters without accents or case, those of
/// other scripts in capitals, everything that is neither letter nor digit parting words.
///
/// Places are compared by `NomNormalise`, whose letters are those that French places have; families come from everywhere.
enum LettresPliees {
  static func mots(_ text: String) -> [String] {
    // Nearly every name is of letters that places have too.
    if text.utf8.allSatisfy({ $0 < 0xC6 || $0 == 0xCC }) {
      return NomNormalise.plie(text.utf8).split(separator: UInt8(ascii: " ")).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    var mots: [String] = []
    var mot = ""
    for typed in text.unicodeScalars where !isMark(typed) {
      for scalar in typed.properties.uppercaseMapping.unicodeScalars where !isMark(scalar) {
        if let letters = lettres(scalar) {
          mot += letters
        } else if !mot.isEmpty {
          mots.append(mot)
          mot = ""
        }
      }
    }
    return mot.isEmpty ? mots : mots + [mot]
  }

  /// Whether it only marks the letter before it: accents apart, and the vowels of Hebrew and Arabic, which few write.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x591...0x5C7, 0x640, 0x64B...0x65F, 0x670: true
    // Written inside words, and not seen: soft hyphen, joiners, marks of direction.
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// What a capital comes to; nil where it parts words.
  private static func lettres(_ scalar: Unicode.Scalar) -> String? {
    let value = Int(scalar.value)
    switch value {
    case ..<0x180:
      let plain = NomNormalise.plie(String(scalar).utf8)
      return plain.isEmpty ? nil : String(decoding: plain, as: UTF8.self)
    case 0x1E2, 0x1FC: return "AE"
    case 0x1E9E: return "SS"
    case 0x180..<0x250 where etendu[value - 0x180] != point: return String(Unicode.Scalar(etendu[value - 0x180]))
    case 0x1E00..<0x1F00 where additionnel[value - 0x1E00] != point:
      return String(Unicode.Scalar(additionnel[value - 0x1E00]))
    default:
      let properties = scalar.properties
      return properties.isAlphabetic || properties.numericType == .decimal ? String(scalar) : nil
    }
  }

  private static let point = UInt8(ascii: ".")

  /// The plain capital of U+0180 to U+024F; a point where there is none, as for letters of no European language.
  private static let etendu = Array(
    ("BBBB..OCCDDD.EEEFFG...IKKL..NNOOO..PPR....TTTTUU.VYYZZ..............D..L..N.AAI"
      + "IOOUUUUUUUUUUEAAAA..GGGGKKOOOO..J.D.GG..NNAA..OOAAAAEEEEIIIIOOOORRRRUUUUSSTT..HH"
      + "ND..ZZAAEEOOOOOOOOYYLNTJ..ACCLTSZ..B..EEJJ.QRRYY").utf8)

  /// The plain capital of U+1E00 to U+1EFF, which Vietnamese is written with.
  private static let additionnel = Array(
    ("AABBBBBBCCDDDDDDDDDDEEEEEEEEEEFFGGHHHHHHHHHHIIIIKKKKKKLLLLLLLLMMMMMMNNNNNNNNOOOO"
      + "OOOOPPPPRRRRRRRRSSSSSSSSSSTTTTTTTTUUUUUUUUUUVVVVWWWWWWWWWWXXXXYYZZZZZZHTWYA.SS.D"
      + "AAAAAAAAAAAAAAAAAAAAAAAAEEEEEEEEEEEEEEEEIIIIOOOOOOOOOOOOOOOOOOOOOOOOUUUUUUUUUUUU" + "UUYYYYYYYY..VVYY").utf8)
}
