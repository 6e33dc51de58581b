import GuichetTestSupport
import StrictJSON

/// Makes trees, texts and damage at random, the same in every run.
struct RandomTrees {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  private static let scalars: [Unicode.Scalar] = [
    "a", "b", "z", "0", " ", "\"", "\\", "/", "\n", "\t", "\u{8}", "\u{C}", "\r", "\0", "\u{1F}", "\u{7F}", "é", "ß",
    "\u{301}",
    "\u{7FF}", "€", "\u{2028}", "\u{FEFF}", "\u{FFFF}", "😀", "\u{10FFFF}", "{", "}", "[", "]", ",", ":",
  ]

  private static let numbers = [
    "0.5", "-0", "-0.0", "1e5", "1E-5", "123.456e+7", "12345678901234567890", "-98765432109876543210", "0e0", "1.10",
    "100",
  ]

  mutating func tree(depth: Int = 5) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 10 : 6), using: &generator) {
    case 0: return .null
    case 1: return .bool(.random(using: &generator))
    case 2: return .int(Int64(truncatingIfNeeded: generator.next()) >> Int64.random(in: 0..<64, using: &generator))
    case 3: return .number(Self.numbers.randomElement(using: &generator) ?? "0")
    case 4, 5: return .string(text())
    case 6, 7: return .array((0..<count()).map { _ in tree(depth: depth - 1) })
    default: return .object((0..<count()).map { _ in JSONMember(text(), tree(depth: depth - 1)) })
    }
  }

  private mutating func count() -> Int { Int.random(in: 0..<6, using: &generator) }

  private mutating func text() -> String {
    // Long runs of plain letters now and then, so that whole words of eight bytes are met.
    if Int.random(in: 0..<4, using: &generator) == 0 {
      return String(repeating: "k", count: Int.random(in: 0..<40, using: &generator))
    }
    var text = ""
    for _ in 0..<Int.random(in: 0..<12, using: &generator) {
      text.unicodeScalars.append(Self.scalars.randomElement(using: &generator) ?? "a")
    }
    return text
  }

  /// The text of a tree with space wherever it may be, and with escapes where none are needed.
  mutating func text(of tree: JSONValue) -> String {
    switch tree {
    case .string(let text): space() + quoted(text) + space()
    case .array(let elements): space() + "[" + joined(elements.map { text(of: $0) }) + "]" + space()
    case .object(let members):
      space() + "{" + joined(members.map { space() + quoted($0.key) + space() + ":" + text(of: $0.value) }) + "}"
        + space()
    default: space() + String(decoding: tree.bytes(), as: UTF8.self) + space()
    }
  }

  private mutating func joined(_ parts: [String]) -> String {
    parts.isEmpty ? space() : parts.joined(separator: ",")
  }

  private mutating func space() -> String {
    String(
      (0..<Int.random(in: 0..<3, using: &generator)).map { _ in " \t\n\r".randomElement(using: &generator) ?? " " })
  }

  private mutating func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      let mustEscape = scalar == "\"" || scalar == "\\" || scalar.value < 0x20
      if mustEscape || Int.random(in: 0..<4, using: &generator) == 0 {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: .random(using: &generator))
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// The bytes with one bit, one byte or one stretch of them damaged.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    guard !bytes.isEmpty else { return bytes }
    var damaged = bytes
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1: damaged[place] = .random(in: 0...255, using: &generator)
    case 2: damaged.remove(at: place)
    case 3: damaged.insert(Array("\"\\{}[],:0-1.eE+tfn /u\u{0}".utf8).randomElement(using: &generator) ?? 0, at: place)
    case 4: damaged.removeSubrange(place...)
    default:
      let other = Int.random(in: 0..<bytes.count, using: &generator)
      damaged.replaceSubrange(place..<min(place + 4, bytes.count), with: bytes[other..<min(other + 4, bytes.count)])
    }
    return damaged
  }
}
