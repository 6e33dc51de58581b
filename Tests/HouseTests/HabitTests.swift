import Testing

@Suite("The habits of the house")
struct HabitTests {

  static let sources = Checkout.swiftFiles(below: "Sources")
  static let tests = Checkout.swiftFiles(below: "Tests")

  @Test("no file is longer than 400 lines")
  func length() {
    for file in Self.sources + Self.tests {
      let count = Checkout.lines(file).count
      if count > 401 { Issue.record("\(file) has \(count) lines") }
    }
  }

  @Test("half of the files have at most 130 lines")
  func median() {
    let counts = Self.sources.map { Checkout.lines($0).count }.sorted()
    #expect(counts[counts.count / 2] <= 130)
  }

  @Test(
    "no source swallows an error or stops the program on input",
    arguments: ["try?", "try!", "as!", "fatalError(", "preconditionFailure("])
  func words(word: String) {
    for file in Self.sources {
      for (number, text) in Source(file).code where text.contains(word) {
        Issue.record("\(file):\(number) has \(word)")
      }
    }
  }

  @Test("an unchecked Sendable gives its reason")
  func unchecked() {
    for source in Self.sources.map(Source.init) {
      for (number, text) in source.code where text.contains("@unchecked Sendable") {
        let before = source.lines[..<(number - 1)].reversed().prefix(12)
        #expect(before.contains { $0.contains("unchecked") && $0.contains("//") }, "\(source.path):\(number)")
      }
    }
  }

  @Test("nothing is left for later, and no test looks behind a door")
  func later() {
    let marks: Set<Substring> = ["TODO", "FIXME", "XXX", "HACK", "@testable"]
    for file in Self.sources + Self.tests where !file.hasPrefix("Tests/HouseTests/") {
      for (offset, line) in Checkout.lines(file).enumerated() {
        let words = line.split { !($0.isLetter || $0 == "@") }
        if !marks.isDisjoint(with: words) { Issue.record("\(file):\(offset + 1): \(line)") }
      }
    }
  }

  @Test("only what others may build on is public")
  func access() {
    for file in Self.sources {
      let room = String(file.split(separator: "/")[1])
      guard !House.publishable.contains(room) else { continue }
      for (number, text) in Source(file).code where text.drop(while: { $0 == " " }).hasPrefix("public ") {
        Issue.record("\(file):\(number) is public")
      }
    }
  }

  @Test("a folder is a concept of the field, not a drawer")
  func folders() {
    let drawers: Set<Substring> = [
      "Utils", "Utilities", "Helpers", "Managers", "Models", "Misc", "Common", "Extensions",
    ]
    for file in Self.sources + Self.tests {
      #expect(drawers.isDisjoint(with: file.split(separator: "/")), "\(file)")
    }
  }
}
