import LinuxSystem
import Testing

@Suite("A file name")
struct FileNameTests {

  @Test("is any bytes but a slash or a NUL", arguments: ["a", "x.json", " ", "...", ".x", "été", "a\nb", "\u{202E}"])
  func right(text: String) {
    #expect(FileName(text).map { Array($0.bytes) } == Array(text.utf8))
  }

  @Test("is neither empty, a dot, two dots, nor a path", arguments: ["", ".", "..", "a/b", "/", "a\0b", "\0"])
  func wrong(text: String) {
    #expect(FileName(text) == nil)
  }

  @Test(
    "shows what would not show",
    arguments: [
      ([0x61, 0x0A, 0x62], "a\\u{a}b"), ([0x1B, 0x5B, 0x32, 0x4A], "\\u{1b}[2J"), ([0x7F], "\\u{7f}"),
      (Array("\u{202E}txt".utf8), "\\u{202e}txt"), (Array("é".utf8), "é"), ([0x61, 0xFF, 0x62], "a\u{FFFD}b"),
    ])
  func shown(bytes: [UInt8], text: String) {
    #expect(FileName(bytes)?.description == text)
  }

  @Test("knows its beginning and its end")
  func affixes() throws {
    let name = try named(".abc.json")
    #expect(name.hasPrefix(".") && name.hasPrefix(".abc.json") && !name.hasPrefix("abc"))
    #expect(name.hasSuffix(".json") && name.hasSuffix(".abc.json") && !name.hasSuffix(".JSON"))
    #expect(!name.hasPrefix(".abc.json.") && !name.hasSuffix("x.abc.json"))
    #expect(name.count == 9)
  }

  @Test("is ordered by its bytes")
  func order() throws {
    let names = try ["b", "a", "ab", "É", "a.json"].map(named)
    #expect(names.sorted().map(\.description) == ["a", "a.json", "ab", "b", "É"])
  }
}
