import StrictJSON
import Testing

@Suite("Reading and writing")
struct RoundTripTests {

  @Test("of any tree give it back, compact or indented", arguments: UInt64(0)..<20)
  func roundTrip(seed: UInt64) throws {
    var random = RandomTrees(seed: seed)
    for _ in 0..<20 {
      let tree = random.tree()
      for pretty in [false, true] {
        let bytes = tree.bytes(pretty: pretty)
        let json = try JSON.parse(bytes)
        #expect(JSONValue(json) == tree)
        var writer = JSONWriter(pretty: pretty)
        writer.value(json)
        #expect(writer.bytes == bytes)
      }
    }
  }

  @Test("are not misled by space and needless escapes", arguments: UInt64(100)..<120)
  func noise(seed: UInt64) throws {
    var random = RandomTrees(seed: seed)
    for _ in 0..<10 {
      let tree = random.tree()
      let json = try JSON.parse(Array(random.text(of: tree).utf8))
      #expect(JSONValue(json).bytes() == tree.bytes())
    }
  }

  @Test("find every member by its name, and every repeated name", arguments: UInt64(200)..<220)
  func names(seed: UInt64) throws {
    var random = RandomTrees(seed: seed)
    for _ in 0..<10 {
      let tree = random.tree()
      let json = try JSON.parse(Array(random.text(of: tree).utf8))
      #expect(json.duplicateKeys.count == repeatedNames(in: tree))
      for (name, _) in json.members {
        #expect(json[name].map(JSONValue.init)?.bytes() == firstMember(name, of: tree)?.bytes())
      }
    }
  }

  @Test(
    "of damaged texts end in a fault inside the text, or in a tree that is written and read again",
    arguments: UInt64(300)..<320)
  func damage(seed: UInt64) throws {
    var random = RandomTrees(seed: seed)
    for _ in 0..<20 {
      let whole = Array(random.text(of: random.tree()).utf8)
      var bytes = whole
      for _ in 0..<8 {
        bytes = random.damaged(bytes)
        do throws(JSONFault) {
          let json = try JSON.parse(bytes)
          let again = try JSON.parse(JSONValue(json).bytes())
          #expect(JSONValue(again).bytes() == JSONValue(json).bytes())
        } catch {
          #expect((0...bytes.count).contains(error.position.offset))
          #expect(error.message.hasSuffix("."))
        }
      }
    }
  }

  /// By the bytes of the name, as the subscript of `JSON` compares.
  private func firstMember(_ name: String, of tree: JSONValue) -> JSONValue? {
    guard case .object(let members) = tree else { return nil }
    return members.first { $0.key.utf8.elementsEqual(name.utf8) }?.value
  }

  /// Counted the plain way: every key of an object against those before it.
  private func repeatedNames(in tree: JSONValue) -> Int {
    switch tree {
    case .array(let elements): elements.map(repeatedNames).reduce(0, +)
    case .object(let members):
      members.count - Set(members.map(\.key)).count + members.map { repeatedNames(in: $0.value) }.reduce(0, +)
    default: 0
    }
  }
}
