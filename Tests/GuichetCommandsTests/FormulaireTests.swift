import GuichetCommands
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("Formulaires on the command line")
struct FormulaireTests {
  private let root: TemporaryRoot
  private let office = FakeOffice()

  init() throws {
    root = try TemporaryRoot()
    try root.make("depot")
  }

  private func file(_ name: String, _ text: String) throws -> String {
    try root.write(text, as: name)
    return "\(root.path)/\(name)"
  }

  private func first(_ run: Run) throws -> JSON {
    try #require(try JSON.parse(Array(run.output.utf8)).elements.first { _ in true })
  }

  @Test("that are right are said to be, without any daemon")
  func right() throws {
    let path = try file("a.json", Samples.formulaire(reference: "MEF-1"))
    let run = office.run("formulaire", "verifier", path, "--json")
    #expect(run.status == .done && run.errors.isEmpty)
    let json = try first(run)
    #expect(
      json.members.map(\.key) == [
        "fichier", "valide", "code", "erreurs", "anomalies", "avertissements", "formulaire",
      ])
    #expect(json["fichier"]?.string == path)
    #expect(json["valide"]?.bool == true)
    #expect(json["code"]?.isNull == true)
    #expect(json["formulaire"]?["reference"]?.string == "MEF-1")
    #expect(office.socket == nil)
    #expect(office.run("formulaire", "verifier", path).output == "\(path) : recevable\n")
  }

  @Test("that would be refused make the command end in 1, with code and places")
  func refused() throws {
    let good = try file("a.json", Samples.formulaire(reference: "MEF-1"))
    let bad = try file("b.json", "{\"version\": 1")
    let run = office.run("formulaire", "verifier", good, bad, "--json")
    #expect(run.status == .refused)
    let last = try #require(Array(try JSON.parse(Array(run.output.utf8)).elements).last)
    #expect(last["valide"]?.bool == false)
    #expect(last["code"]?.string == "jsonInvalide")
    #expect(last["erreurs"]?.count == 1)
    #expect(last["formulaire"]?.isNull == true)
  }

  @Test("without a reference are known by the digest of their content")
  func digest() throws {
    let text = Samples.formulaire(reference: "x").replacing("\"reference\": \"x\", ", with: "")
    let json = try first(office.run("formulaire", "verifier", try file("a.json", text), "--json"))
    #expect(json["formulaire"]?["reference"]?.string == SHA256.hexadecimal(of: Array(text.utf8)))
  }

  @Test("that are no files, or too large, get the daemon's codes")
  func odd() throws {
    let large = try file("large.json", String(repeating: " ", count: 1_048_577))
    #expect(try first(office.run("formulaire", "verifier", large, "--json"))["code"]?.string == "tropGros")
    #expect(try first(office.run("formulaire", "verifier", root.path, "--json"))["code"]?.string == "pasUnFichier")
  }

  @Test("that cannot be read are named, and the others judged all the same")
  func missing() throws {
    let path = try file("a.json", Samples.formulaire(reference: "MEF-1"))
    let run = office.run("formulaire", "verifier", "\(root.path)/absent.json", path)
    #expect(run.status == .refused)
    #expect(run.output == "\(path) : recevable\n")
    #expect(
      run.errors.hasPrefix("Erreur : 1 fichier n’a pas pu être lu.\n  – Ouverture du fichier « \(root.path)/absent"))
  }

  @Test("are dropped byte for byte, under a fresh name where theirs is taken")
  func drop() throws {
    let text = "{\"n’importe\": \"quoi\"}"
    let path = try file("a.json", text)
    for _ in 0..<3 { #expect(office.run("--racine", root.path, "formulaire", "deposer", path).status == .done) }
    #expect(root.names(in: "depot") == ["a-2.json", "a-3.json", "a.json"])
    #expect(try root.bytes(of: "depot/a-3.json") == Array(text.utf8))
  }

  @Test(
    "get a name that the daemon looks at",
    arguments: [(".cache", "cache.json"), ("b.txt", "b.txt.json"), ("C.JSON", "C.json"), ("...", "formulaire.json")])
  func names(name: String, dropped: String) throws {
    let path = try file(name, "{}")
    #expect(office.run("formulaire", "deposer", "--depot", "\(root.path)/depot", path).status == .done)
    #expect(root.names(in: "depot") == [dropped])
  }

  @Test("keep a long name as far as one can be")
  func longName() throws {
    let path = try file(String(repeating: "é", count: 127), "{}")
    #expect(office.run("formulaire", "deposer", "--depot", "\(root.path)/depot", path).status == .done)
    #expect(root.names(in: "depot") == [String(repeating: "é", count: 100) + ".json"])
  }

  @Test("that cannot be dropped are named, and the others dropped all the same")
  func partly() throws {
    let path = try file("a.json", "{}")
    let run = office.run(
      "formulaire", "deposer", "--depot", "\(root.path)/depot", "\(root.path)/absent", path, "--json")
    #expect(run.status == .refused)
    #expect(run.output == "[{\"fichier\":\"\(path)\",\"chemin\":\"\(root.path)/depot/a.json\"}]\n")
    #expect(run.errors.hasPrefix("Erreur : 1 fichier n’a pas été déposé."))
  }

  @Test("need a folder to be dropped in")
  func noFolder() throws {
    let run = office.run("formulaire", "deposer", "--depot", "\(root.path)/absent", "a.json")
    #expect(run.status == .refused)
    #expect(run.errors.contains("--depot"))
  }
}
