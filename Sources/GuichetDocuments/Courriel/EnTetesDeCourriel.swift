/// The header of a mail (RFC 5322, section 2.2), its lines folded.
///
/// What is written there cannot begin a line of its own: control characters never get through, and whatever is not plain
/// is encoded (RFC 2047).
struct EnTetesDeCourriel {
  private(set) var bytes: [UInt8] = []

  /// Octets of a line, without its end, that are kept to (section 2.1.1; RFC 2047, section 2).
  private static let limit = 76
  /// Octets of text in an encoded word, so that it, its marks and the longest name of a field keep to a line.
  private static let wordLimit = 39

  /// A field of tokens that this program makes itself.
  mutating func add(_ name: String, jeton: String) { add(name, [jeton]) }

  /// A field of free text.
  mutating func add(_ name: String, texte: String) {
    let text = Self.printable(texte)
    if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }), !text.contains("=?") {
      add(name, text.split(separator: " ").map(String.init))
    } else {
      add(name, Self.encodedWords(text))
    }
  }

  mutating func add(_ name: String, _ boite: Boite) {
    let shown = Self.printable(boite.nom)
    let words = shown.isEmpty ? [] : Self.isPhrase(shown) ? [shown] : Self.encodedWords(shown)
    add(name, words.isEmpty ? [boite.adresse] : words + ["<\(boite.adresse)>"])
  }

  /// Words with blanks between them, over as many lines as it takes; a word is never broken.
  private mutating func add(_ name: String, _ words: [String]) {
    bytes += Array("\(name):".utf8)
    var length = name.utf8.count + 1
    for (rank, word) in words.enumerated() {
      let size = word.utf8.count + 1
      if rank > 0, length + size > Self.limit {
        bytes.append(UInt8(ascii: "\n"))
        length = 0
      }
      bytes += [UInt8(ascii: " ")] + Array(word.utf8)
      length += size
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Without control characters, and not longer than a subject or a name ever is.
  private static func printable(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control || scalar.value == 0x2028 || scalar.value == 0x2029 ? " " : scalar
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars.prefix(200))
    return String(result).split(separator: " ").joined(separator: " ")
  }

  /// Letters, digits and blanks alone may stand before an address as they are (atoms of section 3.2.3), if short.
  private static func isPhrase(_ text: String) -> Bool {
    text.utf8.count <= 60
      && text.utf8.allSatisfy { byte in
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
          || byte == UInt8(ascii: " ")
      }
  }

  /// RFC 2047, encoding B; no character is split between two words (section 5).
  private static func encodedWords(_ text: String) -> [String] {
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let encoded = Array(String(scalar).utf8)
      if words[words.count - 1].count + encoded.count > wordLimit { words.append([]) }
      words[words.count - 1] += encoded
    }
    return words.map { "=?UTF-8?B?\(base64($0))?=" }
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = (0..<3).reduce(0) { $0 << 8 | (start + $1 < bytes.count ? Int(bytes[start + $1]) : 0) }
      for place in 0..<4 {
        text.append(place <= group.count ? alphabet[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
