import StrictJSON
import Testing

@Suite("The parser and the grammar of RFC 8259")
struct GrammarTests {

  @Test("accepts what is right", arguments: Sample.right)
  func right(sample: Sample) throws {
    _ = try JSON.parse(sample.bytes)
  }

  @Test("refuses what is wrong, and tells why and where", arguments: WrongSample.all)
  func wrong(wrong: WrongSample) throws {
    let fault = try #require(throws: JSONFault.self) { try JSON.parse(wrong.sample.bytes) }
    #expect(fault.code == wrong.code, "\(fault.message)")
    #expect(fault.position.offset == wrong.offset, "\(fault.message)")
  }

  @Test(
    "takes every proper beginning of an object for a truncated one",
    arguments: Sample.right.filter { $0.bytes.count < 300 })
  func beginnings(sample: Sample) throws {
    let whole = Array("{\"a\":".utf8) + sample.bytes + Array("}".utf8)
    let limits = JSONLimits(depth: 65)
    for length in 1..<whole.count {
      let fault = try #require(throws: JSONFault.self) { try JSON.parse(Array(whole.prefix(length)), limits: limits) }
      #expect(fault.code == .truncated, "after \(length) bytes: \(fault.message)")
      #expect(fault.position.offset == length)
    }
  }

  @Test("finds a fault at each place of the eight bytes it looks at together", arguments: 0..<20)
  func places(place: Int) throws {
    for byte: UInt8 in [0x00, 0x1F, 0x80, 0xFF] {
      var text = [UInt8](repeating: UInt8(ascii: "x"), count: 20)
      text[place] = byte
      let fault = try #require(throws: JSONFault.self) { try JSON.parse([0x22] + text + [0x22]) }
      #expect(fault.position.offset == place + 1)
      #expect(fault.code == (byte < 0x20 ? .controlCharacter : .invalidUTF8))
    }
  }

  @Test("accepts every scalar of Unicode in a string, and gives it back")
  func scalars() throws {
    for first in stride(from: UInt32(0x20), through: 0x10FFFF, by: 0x101) {
      guard let scalar = Unicode.Scalar(first), scalar != "\"", scalar != "\\" else { continue }
      #expect(try JSON.parse(Array("\"\(scalar)\"".utf8)).string?.unicodeScalars.elementsEqual([scalar]) == true)
    }
  }

  @Test("allows no other bytes for a scalar than Swift does")
  func twoByteSequences() {
    for first in UInt8(0x80)...0xFF {
      for second in UInt8(0x80)...0xFF {
        for rest: [UInt8] in [[], [0x80], [0xBF, 0xBF]] {
          let sequence = [first, second] + rest
          let isRight = String(validating: sequence, as: UTF8.self) != nil
          let isAccepted = (try? JSON.parse([0x22] + sequence + [0x22])) != nil
          #expect(isAccepted == isRight, "\(sequence)")
        }
      }
    }
  }
}

@Suite("The limits of a document")
struct LimitsTests {

  @Test("of depth count what is open at once, brackets of both kinds", arguments: ["[", "{\"a\":"])
  func depth(opening: String) throws {
    let deep = Array(String(repeating: opening, count: 100_000).utf8)
    let fault = try #require(throws: JSONFault.self) { try JSON.parse(deep) }
    #expect(fault.code == .depth)
    #expect(fault.position.offset == 64 * opening.utf8.count)
    #expect(fault.message.contains("64"))
  }

  @Test("of depth let siblings through in any number")
  func siblings() throws {
    let flat = Array(("[" + String(repeating: "[[]],", count: 1000) + "[[]]]").utf8)
    #expect(try JSON.parse(flat, limits: JSONLimits(depth: 3)).count == 1001)
    #expect(throws: JSONFault.self) { try JSON.parse(flat, limits: JSONLimits(depth: 2)) }
  }

  @Test("of depth may be raised to 1000 and no further, and such a tree is walked and written")
  func deepest() throws {
    let limits = JSONLimits(depth: 1_000_000)
    #expect(limits.depth == 1000)
    let text = Array((String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)).utf8)
    let json = try JSON.parse(text, limits: limits)
    #expect(JSONValue(json).bytes() == text)
    var writer = JSONWriter()
    writer.value(json)
    #expect(writer.bytes == text)
    #expect(throws: JSONFault.self) { try JSON.parse([0x5B] + text + [0x5D], limits: limits) }
  }

  @Test("of depth 0 leave scalars only")
  func scalarsOnly() throws {
    #expect(try JSON.parse(Array("1".utf8), limits: JSONLimits(depth: 0)).int == 1)
    #expect(throws: JSONFault.self) { try JSON.parse(Array("[]".utf8), limits: JSONLimits(depth: 0)) }
  }

  @Test("of size count bytes")
  func size() throws {
    let text = Array("\"é\"".utf8)
    #expect(try JSON.parse(text, limits: JSONLimits(size: 4)).string == "é")
    let fault = try #require(throws: JSONFault.self) { try JSON.parse(text, limits: JSONLimits(size: 3)) }
    #expect(fault.code == .size)
    #expect(fault.message == "Le document dépasse la taille permise de 3 octets.")
  }
}
