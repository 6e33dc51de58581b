import Foundation
import Guichet
import GuichetCommands
import GuichetTestSupport
import LinuxSystem
import StrictJSON
import Testing

@Suite("Checking a référentiel without a daemon")
struct ControleReferentielTests {
  private let root: TemporaryRoot
  private let office = FakeOffice()

  init() throws {
    root = try TemporaryRoot()
    for (name, text) in Samples.referentiel { try root.write(text, as: name) }
  }

  /// Gives Marcq-en-Barœul, which the sample leaves out, to somebody.
  private func complete(au: String = "") throws {
    let rows = try #require(Samples.referentiel["rattachements.csv"])
    try root.write("\(rows)rpe-lille;59378;;;2022-01-01;\(au)\n", as: "rattachements.csv")
  }

  private func verify(_ options: String...) -> Run {
    office.run(["referentiel", "verifier", root.path] + options)
  }

  private func json(_ run: Run) throws -> JSON { try JSON.parse(Array(run.output.utf8)) }

  @Test("that is right and leaves nobody out counts what it holds, says so, and ends in 0")
  func right() throws {
    try complete()
    let run = verify()
    #expect(run.status == .done && run.errors.isEmpty)
    #expect(
      run.output.hasPrefix(
        """
        Département     Nord (59)
        Communes        3
        LINF            2
        Rattachements   4

        Énoncé

        """))
    #expect(run.output.split(separator: "\n").count > 5)
    #expect(office.socket == nil)
  }

  @Test("is one object in JSON")
  func object() throws {
    try complete()
    let json = try json(verify("--json"))
    #expect(
      json.members.map(\.key) == [
        "valide", "partition", "departement", "communes", "linf", "rattachements", "fautes", "avertissements",
        "lacunes", "enonce", "ignores",
      ])
    #expect(json["valide"]?.bool == true && json["partition"]?.bool == true)
    #expect(json["departement"]?.string == "59" && json["communes"]?.int == 3 && json["linf"]?.int == 2)
    #expect(json["rattachements"]?.int == 4)
    #expect(json["fautes"]?.count == 0 && json["lacunes"]?.count == 0)
    #expect((json["enonce"]?.count ?? 0) > 0)
  }

  @Test("T2: that leaves a commune of the official list out ends in 1, and names it with its days")
  func gap() throws {
    let run = verify()
    #expect(run.status == .refused && run.errors.isEmpty)
    #expect(run.output.contains("Marcq-en-Barœul"))
    let json = try json(verify("--json"))
    #expect(json["valide"]?.bool == true && json["partition"]?.bool == false)
    let gap = try #require(json["lacunes"]?.elements.first { _ in true })
    #expect(gap.members.map(\.key) == ["codeInsee", "nom", "codesPostaux", "du", "au"])
    #expect(gap["codeInsee"]?.string == "59378" && gap["nom"]?.string == "Marcq-en-Barœul")
    #expect(gap["du"]?.string == "2026-11-23" && gap["au"]?.isNull == true)
  }

  @Test(
    "looks at the days from today on, or from the one that was given",
    arguments: [
      ([], "31/12/2026", false), (["--depuis", "2027-01-01"], "31/12/2026", false),
      (["--depuis", "01/01/2020"], "", false), (["--depuis", "2026-01-01"], "", true), ([], "", true),
    ])
  func days(options: [String], au: String, isPartition: Bool) throws {
    try complete(au: au)
    let run = office.run(["referentiel", "verifier", root.path, "--json"] + options)
    #expect(try json(run)["partition"]?.bool == isPartition)
    #expect(run.status == (isPartition ? .done : .refused))
  }

  @Test("goes by the day that it is on this machine")
  func zone() throws {
    let path = "/usr/share/zoneinfo/Pacific/Pago_Pago"
    office.zone = try Fuseau(tzif: try WholeFile.read(path, limit: 1 << 20), nom: path)
    let gap = try #require(try json(verify("--json"))["lacunes"]?.elements.first { _ in true })
    #expect(gap["du"]?.string == "2026-11-22")
  }

  @Test("lists every fault like a compiler, with what it leaves unsaid")
  func faults() throws {
    try root.write("linf;codeInsee;du;au\nrpe-lille;59999;;\nrpe-absent;59350;;\n", as: "rattachements.csv")
    try root.write("x", as: "linfs.csv")
    let run = verify()
    #expect(run.status == .refused && run.errors.isEmpty)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "Fichiers laissés de côté : linfs.csv.")
    #expect(lines.contains { $0.hasPrefix("rattachements.csv:2:codeInsee: ") })
    #expect(lines.contains { $0.hasPrefix("rattachements.csv:3:linf: ") })
    #expect(lines.last?.hasPrefix("Le référentiel serait refusé en entier : 2 fautes.") == true)
    let json = try json(verify("--json"))
    #expect(json["valide"]?.bool == false && json["partition"]?.bool == false)
    #expect(json["communes"]?.isNull == true && json["departement"]?.isNull == true)
    #expect(json["fautes"]?.count == 2 && json["ignores"]?.count == 1)
    let csv = verify("--csv")
    #expect(csv.status == .refused)
    #expect(csv.output.hasPrefix("fichier;ligne;colonne;message\r\nrattachements.csv;2;codeInsee;"))
  }

  @Test(
    "tells how to name a file that is missing, when one looks like it",
    arguments: ["linf (1).csv", "LINF.csv.csv", "linf.xlsx", "linf.txt"])
  func misnamed(name: String) throws {
    let path = "\(root.path)/linf.csv"
    try root.write(try root.bytes(of: "linf.csv"), as: name)
    try FileManager.default.removeItem(atPath: path)
    let run = verify()
    #expect(run.status == .refused)
    #expect(run.output.contains("linf.csv: le fichier manque : enregistrer « \(name) » sous ce nom"), "\(run.output)")
  }

  @Test("cuts a long list of faults for people only, and says how it is had whole", arguments: [50, 51, 120])
  func many(count: Int) throws {
    let rows = (0..<count).map { _ in "rpe-lille;59999;;\n" }.joined()
    try root.write("linf;codeInsee;du;au\n\(rows)", as: "rattachements.csv")
    func shown(_ run: Run) -> Int { run.output.split(separator: "\n").count { $0.hasPrefix("rattachements.csv:") } }
    let run = verify()
    #expect(shown(run) == 50)
    switch count {
    case 50: #expect(!run.output.contains("--tout"))
    case 51: #expect(run.output.contains("\n… et 1 autre, que --tout ou --json donne.\n"))
    default: #expect(run.output.contains("\n… et 70 autres, que --tout ou --json donnent.\n"))
    }
    #expect(shown(verify("--tout")) == count)
    #expect(try json(verify("--json"))["fautes"]?.count == count)
  }

  @Test("takes the département that it is told")
  func departement() throws {
    try complete()
    #expect(try json(verify("--json", "--departement", "62"))["partition"]?.bool != nil)
    #expect(verify("--departement", "62").output != verify().output)
  }

  @Test("needs a folder with files that can be read, and names those that cannot")
  func unreadable() throws {
    for path in ["\(root.path)/absent", "\(root.path)/linf.csv", try emptied()] {
      let run = office.run("referentiel", "verifier", path)
      #expect(run.status == .refused && run.output.isEmpty)
      #expect(run.errors.hasPrefix("Erreur : "))
    }
    let folder = try TemporaryRoot()
    try folder.make("linf.csv")
    try folder.make("communes.csv")
    let run = office.run("referentiel", "verifier", folder.path)
    #expect(run.status == .refused)
    #expect(run.errors.hasPrefix("Erreur : 2 fichiers du référentiel n’ont pas pu être lus.\n"))
    #expect(run.errors.contains("\(folder.path)/communes.csv") && run.errors.contains("\(folder.path)/linf.csv"))
  }

  private func emptied() throws -> String {
    try root.make("vide")
    return "\(root.path)/vide"
  }

  @Test(
    "finds the made-up directory of the Nord right and whole",
    .enabled(if: SharedData.folder != nil, "the official data are not beside this checkout"))
  func nord() throws {
    let folder = try #require(SharedData.folder)
    let run = office.run("referentiel", "verifier", "\(folder)/referentiel-nord", "--json")
    let json = try json(run)
    #expect(json["valide"]?.bool == true && json["departement"]?.string == "59")
    #expect(json["communes"]?.int == 647 && json["linf"]?.int == 82)
    #expect(run.status == (json["partition"]?.bool == true ? .done : .refused))
  }
}
