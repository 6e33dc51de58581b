import Foundation
import StrictJSON
import Testing

/// Two parsers of others, Python’s `json` made strict and `orjson`, asked about a whole corpus in one run.
private enum Python {

  /// Reads a document a line, in hexadecimal; answers a line for each: what `json` and `orjson` say (1 is right, 0 is wrong,
  /// ? is no opinion) and the tree in the notation of `notation(of:)`.
  private static let script = #"""
    import json, math, sys, orjson

    class Number(str):
        pass

    def refuse(word):
        raise ValueError(word)

    def notation(value):
        if value is None: return "n"
        if value is True: return "t"
        if value is False: return "f"
        if isinstance(value, Number): return "d(" + value + ")"
        if isinstance(value, str): return "s(" + value.encode("utf-8").hex() + ")"
        if isinstance(value, list): return "[" + "".join(map(notation, value)) + "]"
        return "{" + "".join(notation(key) + notation(item) for key, item in value) + "}"

    def tree(document):
        return notation(json.loads(
            document.decode("utf-8"), parse_int=Number, parse_float=Number, parse_constant=refuse,
            object_pairs_hook=tuple))

    def is_right(read, document):
        try:
            read(document)
            return True
        except (ValueError, RecursionError):
            return False

    def overflows(document):
        # orjson refuses what no double can hold: the grammar does not.
        return any(math.isinf(float(number)) for number in numbers(document))

    def numbers(document):
        found = []
        def keep(text):
            found.append(text)
            return 0
        json.loads(document.decode("utf-8"), parse_int=keep, parse_float=keep, parse_constant=refuse)
        return found

    for line in sys.stdin:
        document = bytes.fromhex(line.strip())
        strict = is_right(tree, document)
        other = is_right(orjson.loads, document)
        verdict = "?" if strict and overflows(document) else "1" if other else "0"
        print("1" if strict else "0", verdict, tree(document) if strict else "")
    """#

  struct Opinion {
    let json: Bool
    /// Nil when it has none.
    let orjson: Bool?
    let tree: String
  }

  static let isPresent: Bool = {
    do {
      return try run(["-c", "import orjson"], input: "").status == 0
    } catch {
      return false
    }
  }()

  static func opinions(on documents: [[UInt8]]) throws -> [Opinion] {
    let lines = documents.map { $0.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined() }
    let (status, output) = try run(["-c", script], input: lines.joined(separator: "\n") + "\n")
    try #require(status == 0)
    return output.split(separator: "\n").map { line in
      let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      return Opinion(json: parts[0] == "1", orjson: parts[1] == "?" ? nil : parts[1] == "1", tree: String(parts[2]))
    }
  }

  private static func run(_ arguments: [String], input: String) throws -> (status: Int32, output: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "strict-json-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (questions, answers) = (folder.appending(path: "questions"), folder.appending(path: "answers"))
    try Data(input.utf8).write(to: questions)
    try Data().write(to: answers)

    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.standardInput = try FileHandle(forReadingFrom: questions)
    process.standardOutput = try FileHandle(forWritingTo: answers)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: answers), as: UTF8.self))
  }
}

@Suite("The parser and those of others")
struct PythonTests {

  @Test(
    "agree on what is a document and what it says",
    .enabled(if: Python.isPresent, "python3 with orjson is not installed: the comparison is left out"))
  func agreement() throws {
    let documents = corpus()
    let opinions = try Python.opinions(on: documents)
    try #require(opinions.count == documents.count)
    #expect(opinions.count(where: \.json) > 500)
    #expect(opinions.count { !$0.json } > 500)

    for (document, opinion) in zip(documents, opinions) {
      let text = String(decoding: document.prefix(200), as: UTF8.self)
      do throws(JSONFault) {
        let json = try JSON.parse(document)
        #expect(opinion.json, "json refuses \(text)")
        #expect(opinion.orjson != false, "orjson refuses \(text)")
        #expect(opinion.tree == notation(of: json), "\(text)")
      } catch  where error.code == .combiningMarks {
        // A limit of our own.
      } catch {
        #expect(!opinion.json, "json accepts \(text), \(error.message)")
        #expect(opinion.orjson != true, "orjson accepts \(text), \(error.message)")
      }
    }
  }

  private func corpus() -> [[UInt8]] {
    var random = RandomTrees(seed: 7)
    var documents = Sample.right.map(\.bytes) + WrongSample.all.map(\.sample.bytes)
    for _ in 0..<500 {
      let right = Array(random.text(of: random.tree(depth: 3)).utf8)
      documents.append(right)
      for _ in 0..<3 { documents.append(random.damaged(right)) }
    }
    for sample in Sample.right + WrongSample.all.map(\.sample) where sample.bytes.count < 100 {
      for _ in 0..<3 { documents.append(random.damaged(sample.bytes)) }
    }
    return documents
  }

  private func notation(of json: JSON) -> String {
    switch json.kind {
    case .null: "n"
    case .bool: json.bool == true ? "t" : "f"
    case .number: "d(\(json.numberText ?? ""))"
    case .string: notation(of: json.string ?? "")
    case .array: "[" + json.elements.map(notation).joined() + "]"
    case .object: "{" + json.members.map { notation(of: $0.key) + notation(of: $0.value) }.joined() + "}"
    }
  }

  private func notation(of text: String) -> String {
    "s(" + text.utf8.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined() + ")"
  }
}
