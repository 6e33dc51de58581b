import GuichetCommands
import GuichetControl
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("Loading a référentiel")
struct ReferentielTests {
  private let root: TemporaryRoot
  private let office = FakeOffice()

  init() throws {
    root = try TemporaryRoot()
    for (name, text) in Samples.referentiel { try root.write(text, as: name) }
    office.answers = [
      "OpenReferentiel": [["chargement": "c1"]],
      "CompareReferentiel": [
        CompareReferentiel.Reply(
          version: 2, avertissements: ["Marcq-en-Barœul n’a pas de LINF."], differences: ["Lomme change de LINF."]
        ).json
      ],
      "ApplyReferentiel": [ApplyReferentiel.Reply(version: 3, reorientees: 4).json],
    ]
  }

  private func pieces() throws -> [SendReferentiel.Parameters] {
    try office.asked.filter { $0.method.hasSuffix("SendReferentiel") }.map { asked in
      try SendReferentiel.Parameters(JSON.parse(asked.parameters.bytes()))
    }
  }

  @Test("sends the known files, shows what would change, and applies what was compared")
  func load() throws {
    try root.write("x", as: "lisez-moi.txt")
    try root.write("x", as: "linfs.csv")
    let run = office.run("referentiel", "charger", root.path, "--oui")
    #expect(run.status == .done)
    #expect(
      run.output == """
        Fichiers laissés de côté : linfs.csv.
        Comparé à la version 2, en vigueur.
          – Lomme change de LINF.

        Avertissements
          – Marcq-en-Barœul n’a pas de LINF.
        La version 3 est en vigueur.
        4 demandes ont été routées de nouveau ; voyez « guichetctl demande lister ».

        """)
    #expect(try pieces().map(\.fichier) == Samples.referentiel.keys.sorted())
    #expect(try pieces().allSatisfy { String(decoding: $0.contenu, as: UTF8.self) == Samples.referentiel[$0.fichier] })
    #expect(office.asked.last?.parameters == ApplyReferentiel.Parameters(chargement: "c1", version: 2).json)
  }

  @Test("cuts large files into pieces of at most 512 KiB, in order")
  func large() throws {
    let text = String((0..<200_000).map { "\($0)\n" }.joined())
    try root.write(text, as: "communes.csv")
    try root.write("", as: "epci.csv")
    #expect(office.run("referentiel", "charger", root.path, "--oui").status == .done)
    let sent = try pieces().filter { $0.fichier == "communes.csv" }
    #expect(sent.count == 3)
    #expect(sent.allSatisfy { $0.contenu.count <= 512 * 1024 })
    #expect(sent.flatMap(\.contenu) == Array(text.utf8))
    #expect(try pieces().filter { $0.fichier == "epci.csv" }.map(\.contenu) == [[]])
  }

  @Test(
    "asks first, and changes nothing without a yes",
    arguments: [([], false), (["n"], false), ([""], false), (["o"], true), (["Oui"], true)])
  func question(typed: [String], applies: Bool) {
    office.typed = typed
    let run = office.run("referentiel", "charger", root.path)
    #expect(run.status == (applies ? .done : .refused))
    #expect(run.errors.hasPrefix("Mettre ce référentiel en vigueur ? [o/N] "))
    #expect(office.asked.contains { $0.method.hasSuffix("ApplyReferentiel") } == applies)
  }

  @Test("is refused when there is nobody to ask")
  func nobody() {
    let run = office.run("referentiel", "charger", root.path)
    #expect(run.status == .refused)
    #expect(run.errors.contains("--oui"))
    #expect(!office.asked.contains { $0.method.hasSuffix("ApplyReferentiel") })
  }

  @Test("lists every fault with file, line and column")
  func faults() {
    office.refusal = (
      "fr.caf.guichet.ReferentielInvalide",
      [
        "fautes": [
          ["fichier": "linf.csv", "ligne": 3, "colonne": "linf", "message": "Cet identifiant est déjà pris."],
          ["fichier": "communes.csv", "ligne": nil, "colonne": nil, "message": "Ce fichier manque."],
        ]
      ]
    )
    let run = office.run("referentiel", "charger", root.path, "--oui")
    #expect(run.status == .refused)
    #expect(
      run.errors == """
        Erreur : Le référentiel est refusé en entier : 2 fautes.
          – linf.csv:3:linf: Cet identifiant est déjà pris.
          – communes.csv: Ce fichier manque.
        Corrigez les fichiers et chargez le dossier à nouveau ; « guichetctl referentiel verifier DOSSIER » liste toutes \
        les fautes, sans le démon.

        """)
  }

  @Test("needs a folder with such files")
  func noFiles() throws {
    let empty = try TemporaryRoot()
    #expect(office.run("referentiel", "charger", empty.path).status == .refused)
    #expect(office.run("referentiel", "charger", "\(empty.path)/absent").status == .refused)
    #expect(office.socket == nil)
  }

  @Test("answers a program in JSON alone")
  func json() {
    #expect(
      office.run("referentiel", "charger", root.path, "--oui", "--json").output
        == #"{"version":3,"compareeA":2,"avertissements":["Marcq-en-Barœul n’a pas de LINF."],"#
        + #""differences":["Lomme change de LINF."],"deplacements":null,"deplacementsTotal":null,"rejeu":null,"#
        + #""reorientees":4,"ignores":[]}"# + "\n")
  }
}
