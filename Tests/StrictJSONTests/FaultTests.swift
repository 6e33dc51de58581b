import StrictJSON
import Testing

@Suite("A fault")
struct FaultTests {

  private func fault(_ text: String) throws -> JSONFault {
    try #require(throws: JSONFault.self) { try JSON.parse(Array(text.utf8)) }
  }

  @Test(
    "tells line and column, as an editor counts them",
    arguments: [
      ("[*]", 1, 2), ("\n*", 2, 1), ("\r\n\r\n *", 3, 2), ("\r\r*", 3, 1), ("\n\r\n\r*", 4, 1),
      ("[\"é\", *]", 1, 7), ("[\"😀\", *]", 1, 7), ("[\"e\u{301}\",*]", 1, 7), ("[\n  1,\n  *\n]", 3, 3),
    ])
  func position(text: String, line: Int, column: Int) throws {
    let position = try fault(text).position
    #expect(position.line == line)
    #expect(position.column == column)
    #expect(Array(text.utf8)[position.offset] == UInt8(ascii: "*"))
  }

  @Test("of a text that ends too early is where the text ends")
  func end() throws {
    let position = try fault("[1,\n  2").position
    #expect((position.offset, position.line, position.column) == (7, 2, 4))
  }

  @Test(
    "is told in a French sentence with the place and the remedy",
    arguments: [
      ("", "Le document est vide : il y faut un objet JSON."),
      ("{\"a\":1,}", "Ligne 1, colonne 8 : une virgule est en trop avant « } »."),
      ("{\n\"a\" 1}", "Ligne 2, colonne 5 : il faut ici un deux-points « : », pas « 1 »."),
      ("[1 2]", "Ligne 1, colonne 4 : il faut ici une virgule « , » ou « ] », pas « 2 »."),
      ("[1", "Ligne 1, colonne 3 : le document s’arrête avant sa fin : il semble tronqué."),
      ("{} é", "Ligne 1, colonne 4 : le document est fini, pourtant « é » le suit."),
      ("{}\u{A0}", "Ligne 1, colonne 3 : le document est fini, pourtant le caractère U+00A0 le suit."),
      (
        "[\"\t\"]",
        """
        Ligne 1, colonne 3 : le caractère de contrôle U+0009 est interdit dans un texte : échappez-le (\\n, \\t ou \\u \
        suivi de quatre chiffres).
        """
      ),
      (
        "[01]",
        """
        Ligne 1, colonne 2 : un nombre ne commence pas par un zéro de trop : ôtez-le, ou mettez des guillemets (").
        """
      ),
      (
        "\u{FEFF}{}",
        """
        Le document commence par une marque d’ordre des octets (BOM) : enregistrez-le en UTF-8 sans BOM.
        """
      ),
    ])
  func message(text: String, message: String) throws {
    #expect(try fault(text).message == message)
  }

  @Test("of any kind is one sentence, short enough for a line or two", arguments: WrongSample.all)
  func sentence(wrong: WrongSample) throws {
    let fault = try #require(throws: JSONFault.self) { try JSON.parse(wrong.sample.bytes) }
    #expect(fault.message.count < 200)
    #expect(fault.message.hasSuffix("."))
    #expect(fault.message.first?.isUppercase == true)
    #expect(!fault.message.unicodeScalars.contains { $0.properties.generalCategory == .control })
    #expect(fault.description == fault.message)
  }
}
