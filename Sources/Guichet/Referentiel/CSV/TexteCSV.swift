/// The text of a CSV file, as UTF-8 without byte order mark.
///
/// Spreadsheets in France save either UTF-8, with or without BOM, or Windows-1252. What is well-formed UTF-8 is taken as
/// such (text in Windows-1252 with accents practically never is); everything else is read as Windows-1252.
package enum TexteCSV {
  /// Why the bytes are no CSV at all.
  package enum Fault: Error {
    case utf16
    case workbook
    case webPage
    case foreign
    case binary
    case accents

    /// What it is, and how to make a CSV of it.
    package var message: String {
      switch self {
      case .utf16:
        "le fichier est en UTF-16 : l’enregistrer à nouveau au format « CSV UTF-8 »."
      case .workbook:
        "le fichier est un classeur de tableur et non un fichier CSV : l’enregistrer au format « CSV UTF-8 »."
      case .webPage:
        "le fichier est une page web ou du XML et non un fichier CSV : le télécharger ou l’exporter à nouveau au format "
          + "« CSV UTF-8 »."
      case .foreign:
        "le fichier est un document ou une archive et non un fichier CSV : l’ouvrir, et l’enregistrer au format « CSV "
          + "UTF-8 »."
      case .accents:
        "les accents du fichier sont abîmés, comme « Ã© » ou « ‚ » pour « é » : reprendre le fichier d’origine et "
          + "l’enregistrer au format « CSV UTF-8 »."
      case .binary:
        "le fichier contient des octets nuls, ce n’est pas du texte : l’exporter à nouveau au format « CSV UTF-8 »."
      }
    }
  }

  package static func decoded(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    if let foreign = autreFormat(bytes) { throw foreign }
    if bytes.contains(0) { throw .binary }
    var text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    // The end of a file for MS-DOS.
    if text.last == 0x1A { text.removeLast() }
    if String(validating: text, as: UTF8.self) == nil {
      if estDUnAutreCodage(text) { throw .accents }
      text = fromWindows1252(text)
    }
    if aDesAccentsAbimes(text) { throw .accents }
    return text
  }

  /// What the first bytes tell that a file is, but for the `;` of a CSV file.
  private static func autreFormat(_ bytes: [UInt8]) -> Fault? {
    // Zip (xlsx, ods), and the compound files that came before.
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return .workbook
    }
    if bytes.starts(with: "%PDF".utf8) || bytes.starts(with: "{\\rtf".utf8) || bytes.starts(with: [0x1F, 0x8B]) {
      return .foreign
    }
    return bytes.prefix(64).first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "<") ? .webPage : nil
  }

  /// Text of MS-DOS or of an old Macintosh: behind a small letter their é, è, ê and ç are what Windows-1252 has no letter
  /// for, or a capital of other tongues (sources: Unicode's CP850.TXT and ROMAN.TXT).
  private static func estDUnAutreCodage(_ bytes: [UInt8]) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { before, byte in
      byte >= 0x80 && byte < 0xA0 && before >= UInt8(ascii: "a") && before <= UInt8(ascii: "z")
        && [0x82, 0x87, 0x88, 0x8A, 0x8D, 0x8E, 0x8F, 0x90].contains(byte)
    }
  }

  /// UTF-8 that was taken for Windows-1252 and encoded again: « Ã© », « Å“ ». No word has Ã or Å before such a sign.
  private static func aDesAccentsAbimes(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    while let lead = rest.firstIndex(of: 0xC3), lead + 2 < text.count {
      rest = text[(lead + 1)...]
      let isCapital = text[lead + 1] == 0x83 || text[lead + 1] == 0x85
      if isCapital, text[lead + 2] == 0xC2 || text[lead + 2] == 0xE2 { return true }
    }
    return false
  }

  private static func fromWindows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      let scalar = byte < 0xA0 ? windows1252[Int(byte) - 0x80] : UInt32(byte)
      text.append(contentsOf: String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8)
    }
    return text
  }

  /// Bytes 0x80 to 0x9F (source: Unicode's mapping CP1252.TXT); the five undefined ones become U+FFFD.
  private static let windows1252: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
