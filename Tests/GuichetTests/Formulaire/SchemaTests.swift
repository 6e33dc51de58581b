import Glibc
import Guichet
import StrictJSON
import Testing

@Suite("The JSON Schema of the form")
struct SchemaTests {
  /// `deploy/schema/formulaire-1.schema.json` of the checkout that this file is part of.
  static let schema: String? = {
    guard let here = realpath(#filePath, nil) else { return nil }
    defer { free(here) }
    let checkout = String(cString: here).split(separator: "/").dropLast(4)
    let path = "/" + checkout.joined(separator: "/") + "/deploy/schema/formulaire-1.schema.json"
    return access(path, R_OK) == 0 ? path : nil
  }()

  static let hasValidator = run("import jsonschema; jsonschema.Draft202012Validator", []) != nil

  @Test("is a right schema of its draft", .enabled(if: hasValidator, "python3 et son module jsonschema ne sont pas là"))
  func meta() throws {
    let schema = try #require(Self.schema)
    let script =
      "import json, sys, jsonschema; jsonschema.Draft202012Validator.check_schema(json.load(open(sys.argv[1]))); print('oui')"
    #expect(Self.run(script, [schema]) == "oui\n")
  }

  @Test(
    "holds for a form exactly when its examination finds neither error nor anomaly",
    .enabled(if: hasValidator, "python3 et son module jsonschema ne sont pas là"))
  func agreement() throws {
    let schema = try #require(Self.schema)
    let forms = CorpusDeFormulaires.formulaires(5000, seed: 2026).map { $0.bytes() }
    let corpus = try Fichier(forms.flatMap { $0 + [0x0A] })
    // One process for each processor: the validator takes milliseconds for a form.
    let script = """
      import json, multiprocessing, os, sys, jsonschema

      def holds(line):
          return "1" if validator.is_valid(json.loads(line)) else "0"

      validator = jsonschema.Draft202012Validator(json.load(open(sys.argv[1])))
      with open(sys.argv[2], encoding="utf-8", newline="\\n") as corpus, multiprocessing.Pool() as processes:
          print("".join(processes.map(holds, corpus, chunksize=100)), end="")
      """
    let answer = try #require(Self.run(script, [schema, corpus.path]))
    #expect(answer.utf8.count == forms.count)
    var right = 0
    for (form, holds) in zip(forms, answer.utf8) {
      let jugement = Examen.juger(form, empreinte: Modele.empreinte, recueLe: Modele.recueLe)
      #expect(
        jugement.isRight == (holds == UInt8(ascii: "1")),
        "\(String(decoding: form, as: UTF8.self)) \(jugement.anomalies)")
      if jugement.isRight { right += 1 }
    }
    // Neither side may win by always saying the same.
    #expect((forms.count / 5...forms.count * 4 / 5).contains(right))
  }

  /// The output of a Python script; nil when it failed.
  private static func run(_ script: String, _ arguments: [String]) -> String? {
    guard let program = try? Fichier(Array(script.utf8)) else { return nil }
    let command = (["python3", program.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    guard let stream = popen(command + " 2>/dev/null", "r") else { return nil }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { output += buffer[..<count] }
    return pclose(stream) == 0 ? String(decoding: output, as: UTF8.self) : nil
  }

  /// A file that is gone when nobody holds it any more.
  private final class Fichier {
    let path: String

    init(_ bytes: [UInt8]) throws {
      var template = Array("/tmp/guichet-schema-XXXXXX".utf8CString)
      let descriptor = mkstemp(&template)
      path = template.withUnsafeBufferPointer { String(decoding: $0.dropLast().map(UInt8.init), as: UTF8.self) }
      try #require(descriptor >= 0)
      defer { close(descriptor) }
      var written = 0
      while written < bytes.count {
        let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        try #require(count > 0)
        written += count
      }
    }

    deinit { unlink(path) }
  }
}
