import StrictJSON
import Testing

@Suite("A value of a parsed document")
struct ValueTests {

  private func parse(_ text: String) throws -> JSON { try JSON.parse(Array(text.utf8)) }

  @Test(
    "knows its kind, and is nothing else",
    arguments: [
      ("null", .null), ("true", .bool), ("false", .bool), ("1", .number), ("1.5", .number), ("\"a\"", .string),
      ("[1]", .array), ("{\"a\":1}", .object),
    ] as [(String, JSON.Kind)])
  func kinds(text: String, kind: JSON.Kind) throws {
    let json = try parse(text)
    #expect(json.kind == kind)
    #expect(json.isNull == (kind == .null))
    #expect((json.bool != nil) == (kind == .bool))
    #expect((json.string != nil) == (kind == .string))
    #expect((json.numberText != nil) == (kind == .number))
    #expect((json.double != nil) == (kind == .number))
    #expect((json.int != nil) == (text == "1"))
    #expect(json.count == (kind == .array || kind == .object ? 1 : 0))
    #expect(Array(json.elements).count == (kind == .array ? 1 : 0))
    #expect(Array(json.members).count == (kind == .object ? 1 : 0))
    #expect((json["a"] != nil) == (kind == .object))
  }

  @Test(
    "gives integers that are written as such and fit",
    arguments: [
      ("0", 0), ("-0", 0), ("7", 7), ("-42", -42), ("9223372036854775807", .max), ("-9223372036854775808", .min),
      ("9223372036854775808", nil), ("-9223372036854775809", nil), ("99999999999999999999999999", nil), ("1.0", nil),
      ("1e2", nil), ("1E2", nil),
    ] as [(String, Int?)])
  func integers(text: String, expected: Int?) throws {
    let json = try parse(text)
    #expect(json.int == expected)
    #expect(json.numberText == text)
  }

  @Test(
    "gives fractions as the nearest Double",
    arguments: [
      ("0.1", 0.1), ("1e2", 100), ("-2.5E-1", -0.25), ("9007199254740993", 9_007_199_254_740_992), ("1e400", nil),
      ("-1e400", nil), ("1e-400", 0), ("5e-324", .leastNonzeroMagnitude),
      ("1.7976931348623157e308", .greatestFiniteMagnitude),
    ] as [(String, Double?)])
  func fractions(text: String, expected: Double?) throws {
    #expect(try parse(text).double == expected)
  }

  @Test(
    "keeps the exact text of a number",
    arguments: ["1.0", "1.10", "1E+2", "-0", "-0.0", "0e0", "1e100000", "123456789012345678901234567890"])
  func exact(text: String) throws {
    let json = try parse("[\(text)]")
    #expect(json.elements.map(\.numberText) == [text])
    #expect(JSONValue(json).bytes() == Array("[\(text)]".utf8))
  }

  @Test(
    "resolves escapes",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"),
      (#""\ud83d\ude00""#, "\u{1F600}"), (#""\uD800\uDC00\uDBFF\uDFFF""#, "\u{10000}\u{10FFFF}"),
      (#""a\u0000b""#, "a\0b"), (#""\\u0041""#, "\\u0041"), (#""é\n€😀""#, "é\n€😀"),
      (#""\uFEFF\uFFFE""#, "\u{FEFF}\u{FFFE}"),
    ])
  func escapes(text: String, expected: String) throws {
    let string = try #require(try parse(text).string)
    #expect(string.unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test("normalises no text")
  func unnormalised() throws {
    #expect(try parse("\"e\u{301}\"").string?.unicodeScalars.count == 2)
  }

  @Test("finds the first member of a name, by its bytes")
  func members() throws {
    let json = try parse(#"{"a":1,"\u0062":2,"a":3,"é":4,"":5,"abc":{"a":6},"ab":7}"#)
    #expect(json["a"]?.int == 1)
    #expect(json["b"]?.int == 2)
    #expect(json["é"]?.int == 4)
    #expect(json["e\u{301}"] == nil)
    #expect(json[""]?.int == 5)
    #expect(json["ab"]?.int == 7)
    #expect(json["abc"]?["a"]?.int == 6)
    #expect(json["abcd"] == nil)
    #expect(json["a"]?["a"] == nil)
    #expect(json.members.map(\.key) == ["a", "b", "a", "é", "", "abc", "ab"])
    #expect(json.members.compactMap(\.value.int) == [1, 2, 3, 4, 5, 7])
  }

  @Test("lists elements in their order, whatever they hold")
  func elements() throws {
    let json = try parse(#"[[1,[2,3]],{"a":[4],"b":{}},5,[],"é",null]"#)
    #expect(json.count == 6)
    #expect(json.elements.map(\.kind) == [.array, .object, .number, .array, .string, .null])
    #expect(json.elements.map(\.count) == [2, 2, 0, 0, 0, 0])
    #expect(Array(json.elements)[2].int == 5)
  }

  @Test("knows where it begins")
  func positions() throws {
    let json = try parse("{\n  \"é\": [true,\n \"x\"]}")
    let array = try #require(json["é"])
    #expect(json.position.offset == 0)
    #expect((array.position.line, array.position.column, array.position.offset) == (2, 8, 10))
    #expect(array.elements.map(\.position.description) == ["ligne 2, colonne 9", "ligne 3, colonne 2"])
    #expect(array.elements.map(\.position.offset).sorted() == array.elements.map(\.position.offset))
  }

  @Test("stays when the document it came from is no longer held")
  func outlives() throws {
    let inner = try parse("[[\"resté\"]]").elements.first { _ in true }
    #expect(inner?.elements.first { _ in true }?.string == "resté")
  }
}

@Suite("A JSON Pointer")
struct PointerTests {

  @Test("is written as RFC 6901 says")
  func written() {
    let root = JSONPointer()
    #expect(root.description == "")
    #expect(root.appending("enfants").appending(0).appending("naissance").description == "/enfants/0/naissance")
    #expect(root.appending("").description == "/")
    #expect(root.appending("a/b").description == "/a~1b")
    #expect(root.appending("m~n").description == "/m~0n")
    #expect(root.appending("~1").description == "/~01")
    #expect(root.appending("é\u{301}").description.unicodeScalars.elementsEqual("/é\u{301}".unicodeScalars))
  }

  @Test("escapes what a combining mark stands on, too")
  func combining() {
    #expect(JSONPointer().appending("a/\u{301}").description.unicodeScalars.elementsEqual("/a~1\u{301}".unicodeScalars))
  }
}
