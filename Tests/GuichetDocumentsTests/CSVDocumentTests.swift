import GuichetDocuments
import Testing

@Suite("A CSV document")
struct CSVDocumentTests {

  private func field(_ cell: CSVCell, for usage: CSVDocument.Usage = .echange) -> String {
    var document = CSVDocument(colonnes: ["c"])
    document.append([cell])
    var text = String(decoding: document.bytes(for: usage), as: UTF8.self)
    if usage == .tableur { text.unicodeScalars.removeFirst() }
    return String(text.dropFirst(2).dropLast(1))
  }

  @Test("has a header, semicolons, and CR LF at every line's end")
  func shape() {
    var document = CSVDocument(colonnes: ["numero", "etat"])
    document.append([.code("2026-000001"), .texte("aContacter")])
    document.append([.code("2026-000002"), .vide])
    #expect(
      String(decoding: document.bytes(), as: UTF8.self)
        == "numero;etat\r\n2026-000001;aContacter\r\n2026-000002;\r\n")
  }

  @Test("has only a header when there is no row")
  func empty() {
    #expect(CSVDocument(colonnes: ["a", "b"]).bytes() == Array("a;b\r\n".utf8))
  }

  @Test(
    "puts quotes around what would break the table",
    arguments: [
      ("Lille", "Lille"), ("Élodie", "Élodie"), ("a;b", "\"a;b\""), ("a,b", "\"a,b\""),
      ("dit « \"non\" »", "\"dit « \"\"non\"\" »\""), ("deux\nlignes", "\"deux\nlignes\""),
      ("deux\r\nlignes", "\"deux\r\nlignes\""), (" bord", "\" bord\""), ("bord ", "\"bord \""), ("", ""),
      ("\"", "\"\"\"\""),
    ])
  func quoting(text: String, expected: String) {
    #expect(field(.texte(text)) == expected)
  }

  @Test(
    "lets no text run as a formula",
    arguments: [
      "=1+1", "+1+1", "-2+3", "+A1", "- 2", "+", "-1;2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1+1", "\u{A0}=1", "＝1",
      "=HYPERLINK(\"http://exemple.fr\";\"x\")",
    ], [CSVDocument.Usage.echange, .tableur])
  func formulas(text: String, usage: CSVDocument.Usage) {
    let written = field(.texte(text), for: usage)
    let content = written.hasPrefix("\"") ? written.dropFirst() : written[...]
    #expect(content.hasPrefix("'"))
  }

  @Test(
    "leaves phones and negative numbers what they are for a program, in text and in codes",
    arguments: ["+33639981234", "+33 6 39 98 12 34", "-2", "-2.5"])
  func signed(text: String) {
    #expect(field(.texte(text)) == text && field(.code(text)) == text)
  }

  @Test("keeps the sign of a phone in a spreadsheet, and takes a negative number for one")
  func signedInSpreadsheet() {
    #expect(field(.texte("+33639981234"), for: .tableur) == "\"=\"\"+33639981234\"\"\"")
    #expect(field(.texte("+33 6 39 98 12 34"), for: .tableur) == "\"=\"\"+33 6 39 98 12 34\"\"\"")
    #expect(field(.texte("-2"), for: .tableur) == "-2")
  }

  @Test(
    "leaves text alone that only holds such characters", arguments: ["a=b", "06 39 98 12 34", "Marcq-en-Barœul", "'"])
  func harmless(text: String) {
    #expect(field(.texte(text)) == text)
  }

  @Test(
    "keeps every character of a code for a program",
    arguments: ["01004", "59350", "2A004", "2026-000123", "0639981234", "1E10", "00000000000000000001"])
  func codes(code: String) {
    #expect(field(.code(code)) == code)
  }

  @Test(
    "keeps every character of a code in a spreadsheet",
    arguments: ["01004", "1E10", "00000000000000000001", "2026-000123", "12/2026", "+33639981234"])
  func codesInSpreadsheet(code: String) {
    #expect(field(.code(code), for: .tableur) == "\"=\"\"\(code)\"\"\"")
  }

  @Test("wraps no code in which something could hide", arguments: ["1\"&A1&\"", "1;2", "=1", "1+(A1)"])
  func hidden(code: String) {
    #expect(!field(.code(code), for: .tableur).contains("=\"\""))
  }

  @Test("begins with a byte order mark for a spreadsheet only")
  func mark() {
    let document = CSVDocument(colonnes: ["é"])
    #expect(document.bytes(for: .tableur).starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(!document.bytes(for: .echange).starts(with: [0xEF, 0xBB, 0xBF]))
  }

  @Test("writes numbers as numbers, negative ones too")
  func numbers() {
    #expect(field(.nombre(-12)) == "-12")
    #expect(field(.ouiNon(true)) == "oui")
  }
}
