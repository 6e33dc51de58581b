/// The text of a CSV file, as UTF-8 without byte order mark.
///
/// Spreadsheets in France save either UTF-8, with or without BOM, or Windows-1252. What is well-formed UTF-8 is taken as
/// such (text in Windows-1252 with accents practically never is); everything else is read as Windows-1252.
package enum TexteCSV {
  /// Why the bytes are no CSV at all.
  package enum Fault: Error {
    case utf16
    case workbook
    case binary

    /// What it is, and how to make a CSV of it.
    package var message: String {
      switch self {
      case .utf16:
        "le fichier est en UTF-16 : l’enregistrer à nouveau au format « CSV UTF-8 »."
      case .workbook:
        "le fichier est un classeur de tableur et non un fichier CSV : l’enregistrer au format « CSV UTF-8 »."
      case .binary:
        "le fichier contient des octets nuls, ce n’est pas du texte : l’exporter à nouveau au format « CSV UTF-8 »."
      }
    }
  }

  package static func decoded(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { throw .workbook }
    if bytes.contains(0) { throw .binary }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    return String(validating: text, as: UTF8.self) == nil ? fromWindows1252(text) : text
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
