import StrictJSON
import Testing

@Suite("The writer")
struct WriterTests {

  private func written(pretty: Bool = false, _ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(pretty: pretty)
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    "escapes what RFC 8259 demands and nothing else",
    arguments: [
      ("", #""""#), ("a", #""a""#), ("\"", #""\"""#), ("\\", #""\\""#), ("/", #""/""#),
      ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
      ("\0\u{1}\u{B}\u{F}\u{10}\u{1F}", #""\u0000\u0001\u000b\u000f\u0010\u001f""#),
      ("\u{7F}\u{80}", "\"\u{7F}\u{80}\""),
      ("é€😀\u{2028}\u{FEFF}", "\"é€😀\u{2028}\u{FEFF}\""), ("e\u{301}", "\"e\u{301}\""),
      ("sept…\"huit", #""sept…\"huit""#), ("0123456\"", #""0123456\"""#), ("01234567\"", #""01234567\"""#),
      ("\\\\\\\\\\\\\\\\\\", #""\\\\\\\\\\\\\\\\\\""#), ("l’été\néé", #""l’été\néé""#),
    ])
  func strings(text: String, expected: String) {
    #expect(written { $0.string(text) }.utf8.elementsEqual(expected.utf8))
  }

  @Test(
    "writes integers",
    arguments: [
      (0, "0"), (7, "7"), (-7, "-7"), (10, "10"), (1_234_567_890, "1234567890"), (.max, "9223372036854775807"),
      (.min, "-9223372036854775808"),
    ] as [(Int64, String)])
  func integers(value: Int64, expected: String) {
    #expect(written { $0.int(value) } == expected)
    #expect(written { $0.int(Int(value)) } == expected)
  }

  @Test(
    "writes numbers exactly, and as a text what is none",
    arguments: [
      ("1.10", "1.10"), ("-0", "-0"), ("1e400", "1e400"), ("", "\"\""), ("01", "\"01\""), ("1.", "\"1.\""),
      ("+1", "\"+1\""),
      ("nan", "\"nan\""), (" 1", "\" 1\""), ("1 ", "\"1 \""), ("1,2", "\"1,2\""), ("1]", "\"1]\""), ("-", "\"-\""),
      ("é", "\"é\""),
    ])
  func numbers(text: String, expected: String) {
    #expect(written { $0.number(text) } == expected)
    #expect(JSONValue.number(text).bytes() == Array(expected.utf8))
  }

  @Test("sets commas and colons by itself")
  func compact() {
    let text = written { writer in
      writer.beginObject()
      writer.member("a", 1)
      writer.key("b")
      writer.beginArray()
      writer.null()
      writer.bool(true)
      writer.beginObject()
      writer.endObject()
      writer.beginArray()
      writer.endArray()
      writer.string("x")
      writer.endArray()
      writer.member("c", false)
      writer.endObject()
    }
    #expect(text == #"{"a":1,"b":[null,true,{},[],"x"],"c":false}"#)
  }

  @Test("indents for people when asked to")
  func pretty() {
    let value: JSONValue = ["a": [], "b": [1, ["x": nil]], "c": [:]]
    #expect(
      String(decoding: value.bytes(pretty: true), as: UTF8.self) == """
        {
          "a": [],
          "b": [
            1,
            {
              "x": null
            }
          ],
          "c": {}
        }
        """)
  }

  @Test("writes members of every type, nil as null")
  func members() throws {
    let json = try JSON.parse(Array(#"{"x":[1.50]}"#.utf8))
    let text = written { writer in
      writer.beginObject()
      writer.member("text", "é")
      writer.member("noText", nil as String?)
      writer.member("someText", Optional("a"))
      writer.member("int", 3)
      writer.member("noInt", nil as Int?)
      writer.member("int64", Int64(4))
      writer.member("noInt64", nil as Int64?)
      writer.member("bool", true)
      writer.member("noBool", nil as Bool?)
      writer.member("value", ["a": 1.5])
      writer.member("none", .null)
      writer.member("json", json)
      writer.member("inner", json["x"])
      writer.member("missing", json["y"])
      writer.endObject()
    }
    #expect(
      text == """
        {"text":"é","noText":null,"someText":"a","int":3,"noInt":null,"int64":4,"noInt64":null,"bool":true,"noBool":null,\
        "value":{"a":1.5},"none":null,"json":{"x":[1.50]},"inner":[1.50],"missing":null}
        """)
  }

  @Test("begins a new line for each further document")
  func lines() {
    let text = written { writer in
      for number in 1...2 {
        writer.beginArray()
        writer.int(number)
        writer.endArray()
      }
      writer.null()
    }
    #expect(text == "[1]\n[2]\nnull")
  }

  @Test("writes what was read without the escapes and the space it had no need of")
  func normalised() throws {
    let json = try JSON.parse(Array(#" { "\u0061\/" : [ "\u00e9\t\u0001" , 1.0E+2 , "é" , -0 ] } "#.utf8))
    #expect(written { $0.value(json) } == #"{"a/":["é\t\u0001",1.0E+2,"é",-0]}"#)
  }
}

@Suite("A tree that a program builds")
struct JSONValueTests {

  @Test("is made of literals and keeps the order of its members")
  func literals() {
    let name = "Zoé"
    let tree: JSONValue = .object([
      "z": nil, "a": true, "m": [1, -2.5, "texte \(name)"], "b": ["y": 1, "x": .int(2)], "n": .number("1.50"),
    ])
    #expect(
      String(decoding: tree.bytes(), as: UTF8.self)
        == #"{"z":null,"a":true,"m":[1,-2.5,"texte Zoé"],"b":{"y":1,"x":2},"n":1.50}"#)
    #expect(tree["b"]?["x"] == 2)
    #expect(tree["q"] == nil)
    #expect(tree["m"]?["x"] == nil)
  }

  @Test(
    "equals another exactly when both are written alike",
    arguments: [
      (.number("12"), .int(12), true), (.number("-12"), .int(-12), true), (.number("12.0"), .int(12), false),
      (.number("-0"), .int(0), false), (.number("9223372036854775808"), .number("9223372036854775808"), true),
      (.number("abc"), .string("abc"), true), (.number("+7"), .string("+7"), true), (.number("007"), .int(7), false),
      (.string("12"), .int(12), false), (.null, .bool(false), false), (.array([.number("1")]), [1], true),
      (.object([JSONMember("a", 1), JSONMember("b", 2)]), .object([JSONMember("b", 2), JSONMember("a", 1)]), false),
      (.array([]), .object([] as [JSONMember]), false),
    ] as [(JSONValue, JSONValue, Bool)])
  func equality(one: JSONValue, other: JSONValue, areEqual: Bool) {
    #expect((one == other) == areEqual)
    #expect((one.bytes() == other.bytes()) == areEqual)
    if areEqual { #expect(one.hashValue == other.hashValue) }
  }
}
