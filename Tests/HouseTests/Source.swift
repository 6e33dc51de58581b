/// One Swift file, looked at as text.
struct Source {
  let path: String
  let lines: [Substring]

  init(_ path: String) {
    self.path = path
    lines = Checkout.lines(path)
  }

  /// The modules that it imports, without those of one declaration's kind (`import struct …`) missed.
  var imports: [String] {
    lines.compactMap { line in
      var words = line.split(separator: " ")[...]
      while let word = words.first, word.hasPrefix("@") || Self.accesses.contains(word) { words.removeFirst() }
      guard words.popFirst() == "import" else { return nil }
      if let kind = words.first, Self.kinds.contains(kind) { words.removeFirst() }
      return words.first.map { String($0.prefix { $0 != "." }) }
    }
  }

  /// Its lines without comments, numbered from 1.
  var code: [(number: Int, text: Substring)] {
    lines.enumerated().map { offset, line in
      (offset + 1, line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line)
    }
  }

  private static let accesses: Set<Substring> = ["public", "package", "internal", "private", "fileprivate"]
  private static let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
}

/// Package.swift, looked at as text: a few words of each target.
enum Manifest {

  /// By target that is no test: the strings and names between the parentheses of its declaration.
  static func declarations() -> [String: Set<String>] {
    let text = Checkout.text("Package.swift")
    guard let list = text.firstRange(of: "\n  targets: [") else { return [:] }
    var rest = text[list.upperBound...]
    var declarations: [String: Set<String>] = [:]
    while let open = rest.firstIndex(of: "(") {
      let kind = rest[..<open].split { !$0.isLetter }.last
      let close = closing(rest, open)
      let words = rest[open..<close].split { !($0.isLetter || $0.isNumber || "-/".contains($0)) }.map(String.init)
      let name = words.first == "name" ? words.dropFirst().first : words.first
      if let name, kind != "tests", !words.contains(where: { $0.hasPrefix("Tests/") }) {
        declarations[name] = Set(words).subtracting([name])
      }
      rest = rest[close...]
    }
    return declarations
  }

  private static func closing(_ text: Substring, _ open: Substring.Index) -> Substring.Index {
    var depth = 0
    for index in text[open...].indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { return index }
    }
    return text.endIndex
  }
}
