/// A table as CSV (RFC 4180, with `;` as spreadsheets in France expect, UTF-8).
///
/// No field can run as a formula when the file is opened. Codes keep every digit: in the file always, and in the
/// spreadsheet when written for one.
package struct CSVDocument: Hashable, Sendable {

  /// Who will read the file.
  package enum Usage: Hashable, CaseIterable, Sendable {
    /// A program: no byte order mark, codes as they are.
    case echange
    /// A spreadsheet: a byte order mark, so that accents show, and codes that it would take for numbers written
    /// `="059350"`, which it shows as the text between the quotes.
    case tableur
  }

  private let colonnes: [String]
  private var lignes: [[CSVCell]] = []

  package init(colonnes: [String]) {
    self.colonnes = colonnes
  }

  /// Adds a row, with one cell for each column.
  package mutating func append(_ ligne: [CSVCell]) {
    precondition(ligne.count == colonnes.count, "a row has one cell for each column")
    lignes.append(ligne)
  }

  /// The document, a header first; every line ends in CR LF.
  package func bytes(for usage: Usage = .echange) -> [UInt8] {
    var bytes: [UInt8] = usage == .tableur ? [0xEF, 0xBB, 0xBF] : []
    Self.write(colonnes.map(CSVCell.texte), for: usage, to: &bytes)
    return bytes + rows(for: usage)
  }

  /// The rows alone, to follow others under one header.
  package func rows(for usage: Usage = .echange) -> [UInt8] {
    var bytes: [UInt8] = []
    for ligne in lignes { Self.write(ligne, for: usage, to: &bytes) }
    return bytes
  }

  private static func write(_ ligne: [CSVCell], for usage: Usage, to bytes: inout [UInt8]) {
    for (index, cell) in ligne.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      write(cell.text(for: usage), to: &bytes)
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  /// Writes one field, in quotes where it holds a separator (either of the two in use), a quote, a line end, or blanks
  /// at its ends, which some readers trim.
  private static func write(_ text: String, to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes =
      text.utf8.contains { "\";,\r\n\t".utf8.contains($0) } || text.utf8.first == UInt8(ascii: " ")
      || text.utf8.last == UInt8(ascii: " ")
    guard needsQuotes else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(quote)
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
