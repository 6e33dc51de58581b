import StrictJSON
import Testing

@Suite("Keys that come twice")
struct DuplicateTests {

  private func pointers(_ text: String) throws -> [String] {
    try JSON.parse(Array(text.utf8)).duplicateKeys.map(\.pointer.description)
  }

  @Test(
    "are all found, in the order of the text, wherever they are",
    arguments: [
      (#"{"a":1,"b":2}"#, []),
      (#"{"a":1,"a":2}"#, ["/a"]),
      (#"{"a":1,"a":2,"a":3}"#, ["/a", "/a"]),
      (#"{"a":{"a":1},"b":{"a":1}}"#, []),
      (#"[{"a":1},{"a":1}]"#, []),
      (#"[{"a":1},{"b":0,"b":1}]"#, ["/1/b"]),
      (#"{"x":[0,[{"a/b":1,"~":{"c":1,"c":2},"a/b":3}]],"x":0}"#, ["/x/1/0/~0/c", "/x/1/0/a~1b", "/x"]),
      (#"{"":1,"":2}"#, ["/"]),
      (#"{"a":1,"A":2,"a ":3}"#, []),
      (#"{"codePostal":1,"codeInsee":2,"codePostal":3}"#, ["/codePostal"]),
    ] as [(String, [String])])
  func found(text: String, expected: [String]) throws {
    #expect(try pointers(text) == expected)
  }

  @Test(
    "are the same when they differ in escapes only",
    arguments: [
      #"{"a":1,"\u0061":2}"#, #"{"\u0061":1,"a":2}"#, #"{"/":1,"\/":2}"#, #"{"\n":1,"\u000a":2}"#,
      #"{"\uD83D\uDE00":1,"😀":2}"#, #"{"\u00e9":1,"\u00E9":2}"#, #"{"\"":1,"\u0022":2}"#,
    ])
  func escapes(text: String) throws {
    #expect(try JSON.parse(Array(text.utf8)).duplicateKeys.count == 1)
  }

  @Test(
    "are the same when they are canonically equivalent in Unicode",
    arguments: [
      ("\u{E9}", "e\u{301}"), ("\u{C5}", "\u{212B}"), ("K", "\u{212A}"), ("e\u{323}\u{302}", "e\u{302}\u{323}"),
      ("\u{AC00}", "\u{1100}\u{1161}"), ("\\u00e9", "e\\u0301"),
    ])
  func normalisation(one: String, other: String) throws {
    #expect(try pointers("{\"\(one)\":1,\"\(other)\":2}").count == 1)
  }

  @Test(
    "are not the same when they are alike to the eye only",
    arguments: [("ﬁ", "fi"), ("１", "1"), ("А", "A"), ("é", "e")])
  func compatibility(one: String, other: String) throws {
    #expect(try pointers("{\"\(one)\":1,\"\(other)\":2}").isEmpty)
  }

  @Test("come with the second one’s position and spelling")
  func place() throws {
    let duplicates = try JSON.parse(Array("{\n  \"é\": 1,\n  \"\\u00e9\": 2\n}".utf8)).duplicateKeys
    let duplicate = try #require(duplicates.first)
    #expect(duplicates.count == 1)
    #expect((duplicate.position.line, duplicate.position.column, duplicate.position.offset) == (3, 3, 15))
    #expect(duplicate.key == "é")
    #expect(duplicate.message == "Ligne 3, colonne 3 : cet objet a déjà un champ de ce nom ; n’en gardez qu’un.")
  }

  @Test("are found from any value of the document")
  func anyValue() throws {
    let json = try JSON.parse(Array(#"{"a":1,"a":[2]}"#.utf8))
    #expect(json["a"]?.duplicateKeys == json.duplicateKeys)
  }

  @Test("are found in objects of any size", arguments: [2, 15, 16, 17, 18, 100])
  func sizes(count: Int) throws {
    let members = (0..<count).map { "\"k\($0)\":{\"v\":\($0)}" }
    #expect(try pointers("{" + members.joined(separator: ",") + "}").isEmpty)
    for repeated in Set([0, 1, count / 2, count - 1]) {
      let text = "{" + (members + [members[repeated]]).joined(separator: ",") + "}"
      #expect(try pointers(text) == ["/k\(repeated)"])
    }
  }

  @Test("are found in time among 100 000, plain, escaped or accented", arguments: ["k", "\\u006b", "é"])
  func many(prefix: String) throws {
    let members = (0..<100_000).map { "\"\(prefix)\($0)\":0" }
    let text = "{" + members.joined(separator: ",") + ",\"\(prefix)500\":1}"
    #expect(try pointers(text).count == 1)
  }

  @Test("are found in time where as many marks as allowed pile up on each letter")
  func marks() throws {
    let pile = "e" + String(repeating: "\u{301}\u{323}", count: 64)
    let long = String(repeating: pile, count: 100)
    let members = (0..<40).map { "\"\(long)\($0)\":0" }
    #expect(try pointers("{" + members.joined(separator: ",") + ",\"\(long)7\":1}").count == 1)
  }

  @Test("are listed as far as memory allows when a document repeats what is long")
  func budget() throws {
    let long = String(repeating: "x", count: 100_000)
    let inner = String(repeating: ",\"a\":1", count: 1000)
    let duplicates = try JSON.parse(Array("{\"\(long)\":{\"a\":1\(inner)}}".utf8)).duplicateKeys
    #expect((1...11).contains(duplicates.count))
  }
}
