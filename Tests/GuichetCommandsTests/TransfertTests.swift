import GuichetCommands
import GuichetControl
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("Demandes that follow their commune")
struct TransfertTests {
  private let office = FakeOffice()

  private let moves = [
    Wire.Deplacement(
      numero: "2026-000001", etat: "rendezVous", le: "2027-01-01", de: "rpe-lille", vers: "rpe-lomme", suit: true)
  ]

  private let done = Wire.ResultatActe(
    numero: "2026-000001", fait: true, message: "Transférée à rpe-lomme.", linf: "rpe-lomme", etat: "aContacter")

  private func answer(_ shown: [Wire.Deplacement], _ resultats: [Wire.ResultatActe]? = nil) {
    office.answers = [
      "TransferDemandes": [
        TransferDemandes.Reply(deplacements: shown, version: 7).json,
        TransferDemandes.Reply(deplacements: shown, version: 7, resultats: resultats).json,
      ]
    ]
  }

  /// Asks which they would be, or lets go those that were shown.
  private func parameters(_ numeros: [String]? = nil, montrees: [Wire.Deplacement]? = nil) -> JSONValue {
    TransferDemandes.Parameters(
      commune: "59350", le: "2027-01-01", numeros: numeros, appliquer: montrees != nil, montrees: montrees,
      version: montrees == nil ? nil : 7
    ).json
  }

  private let command = ["referentiel", "transferer", "--commune", "59350", "--le", "01/01/2027"]

  @Test("are shown, asked about, then just those moved, by the version that showed them")
  func move() {
    answer(moves, [done])
    office.typed = ["o"]
    let run = office.run(command)
    #expect(run.status == .done)
    #expect(run.errors == "Transférer la demande montrée ? [o/N] ")
    #expect(
      run.output == """
        NUMÉRO       ÉTAT              LE          DE → VERS              SUITE
        2026-000001  rendez-vous fixé  01/01/2027  rpe-lille → rpe-lomme  suit
        2026-000001 : Transférée à rpe-lomme.

        """)
    #expect(office.asked.map(\.parameters) == [parameters(), parameters(montrees: moves)])
  }

  @Test("are only shown without a yes", arguments: [["n"], nil])
  func refused(typed: [String]?) {
    answer(moves)
    office.typed = typed
    let run = office.run(command)
    #expect(run.status == .refused && run.output.contains("2026-000001"))
    #expect(office.asked.map(\.parameters) == [parameters()])
  }

  @Test("are those that were named, each once")
  func some() {
    answer(moves, [done])
    let run = office.run(command + ["--numeros", "1, 2026-3,2026-000003", "--oui", "--json"])
    #expect(run.status == .done)
    #expect(
      office.asked.map(\.parameters) == [
        parameters(["1", "2026-000003"]), parameters(["1", "2026-000003"], montrees: moves),
      ])
    #expect(
      run.output == """
        {"applique":true,"deplacements":[{"numero":"2026-000001","etat":"rendezVous","le":"2027-01-01",\
        "de":"rpe-lille","vers":"rpe-lomme","raison":null,"suit":true,"reste":null,"motif":null}],\
        "resultats":[{"numero":"2026-000001","fait":true,"code":null,"message":"Transférée à rpe-lomme.",\
        "linf":"rpe-lomme","etat":"aContacter"}]}

        """)
    #expect(
      office.run(command + ["--oui", "--csv"]).output == "numero;fait;code;message;linf;etat\r\n"
        + "2026-000001;oui;;Transférée à rpe-lomme.;rpe-lomme;aContacter\r\n")
  }

  @Test("are told one by one, and one that was left alone makes it a refusal")
  func results() {
    let others =
      moves + [
        Wire.Deplacement(
          numero: "2026-000002", etat: "enSuivi", le: "2027-01-01", de: "rpe-lille", vers: "rpe-lomme", suit: true)
      ]
    answer(
      others,
      [
        done,
        Wire.ResultatActe(
          numero: "2026-000002", fait: false, code: "changee", message: "Elle a changé depuis ; rien n’a été fait."),
      ])
    let run = office.run(command + ["--oui"])
    #expect(run.status == .refused)
    #expect(
      run.output.hasSuffix(
        """
        2026-000001 : Transférée à rpe-lomme.
        2026-000002 : Elle a changé depuis ; rien n’a été fait.
        1 demande traitée, 1 laissée telle quelle.

        """))
    #expect(office.run(command + ["--oui", "--json"]).output.contains(#""code":"changee""#))
  }

  @Test("go in calls of at most as many as the daemon takes, each result kept when one fails")
  func batches() {
    let many = (1...501).map { number in
      Wire.Deplacement(
        numero: "2026-\(100_000 + number)", etat: "enSuivi", le: "2027-01-01", de: "rpe-lille", vers: "rpe-lomme",
        suit: true)
    }
    func results(_ some: ArraySlice<Wire.Deplacement>) -> JSONValue {
      TransferDemandes.Reply(
        deplacements: Array(some), version: 7,
        resultats: some.map { .init(numero: $0.numero, fait: true, message: "Transférée à rpe-lomme.") }
      ).json
    }
    let shown = TransferDemandes.Reply(deplacements: many, version: 7).json
    office.answers = ["TransferDemandes": [shown, results(many.prefix(500)), results(many.suffix(1))]]
    #expect(office.run(command + ["--oui"]).status == .done)
    #expect(
      office.asked.map(\.parameters) == [
        parameters(), parameters(montrees: Array(many.prefix(500))), parameters(montrees: Array(many.suffix(1))),
      ])
    office.answers = ["TransferDemandes": [shown, results(many.prefix(500)), shown]]
    let failed = office.run(command + ["--oui"])
    #expect(failed.status == .unreachable && failed.output.contains("2026-100500 : Transférée"))
  }

  @Test("may be none: that is said, and nothing is asked")
  func none() {
    answer([])
    let run = office.run(command)
    #expect(run.status == .done && run.output == "Aucune demande n’est concernée.\n")
    #expect(office.run(command + ["--json"]).output == #"{"applique":false,"deplacements":[]}"# + "\n")
    #expect(office.asked.map(\.parameters) == [parameters(), parameters()])
  }
}

@Suite("Exporting a référentiel")
struct ExportTests {
  private let root: TemporaryRoot
  private let office = FakeOffice()

  init() throws {
    root = try TemporaryRoot()
    office.answers = [
      "ExportReferentiel": [
        ("communes.csv", "COM;"), ("communes.csv", "NCC\n"), ("epci.csv", ""), ("linf.csv", "linf\n"),
      ]
      .map { ExportReferentiel.Reply(version: 3, fichier: $0.0, contenu: Array($0.1.utf8)).json }
    ]
  }

  @Test("writes every file of the version in force, as it was loaded, into a new folder", arguments: ["a", "a/b", ""])
  func export(folder: String) throws {
    let path = folder.isEmpty ? root.path : "\(root.path)/\(folder)"
    let run = office.run("referentiel", "exporter", path)
    #expect(run.status == .done && run.errors.isEmpty)
    #expect(
      run.output == """
        Version 3 : 3 fichiers écrits dans « \(path) ».
          – communes.csv
          – epci.csv
          – linf.csv

        """)
    #expect(office.asked.first?.parameters == ExportReferentiel.Parameters().json)
    let base = folder.isEmpty ? "" : "\(folder)/"
    #expect(root.names(in: folder) == ["communes.csv", "epci.csv", "linf.csv"])
    #expect(try root.bytes(of: "\(base)communes.csv") == Array("COM;NCC\n".utf8))
    #expect(try root.bytes(of: "\(base)epci.csv") == [])
  }

  @Test("asks for the version that was named, and answers a program in JSON")
  func version() {
    let run = office.run("referentiel", "exporter", "\(root.path)/v", "--version", "3", "--json")
    #expect(run.status == .done)
    #expect(
      run.output == """
        {"version":3,"dossier":"\(root.path)/v","fichiers":["communes.csv","epci.csv","linf.csv"]}

        """)
    #expect(office.asked.first?.parameters == ExportReferentiel.Parameters(version: 3).json)
  }

  @Test("writes nothing into a folder that holds something, nor over a file, and asks nothing then")
  func occupied() throws {
    try root.make("d")
    try root.write("mien", as: "d/communes.csv")
    let run = office.run("referentiel", "exporter", "\(root.path)/d")
    #expect(run.status == .refused)
    #expect(run.errors.hasPrefix("Erreur : Le dossier « \(root.path)/d » n’est pas vide : rien n’y est écrit.\n"))
    #expect(office.run("referentiel", "exporter", "\(root.path)/d/communes.csv").status == .refused)
    #expect(try root.bytes(of: "d/communes.csv") == Array("mien".utf8))
    #expect(office.socket == nil)
  }

  @Test("refuses names that would leave the folder", arguments: ["../fuite.csv", "a/b.csv", "", ".."])
  func escaping(name: String) throws {
    office.answers = ["ExportReferentiel": [ExportReferentiel.Reply(version: 3, fichier: name, contenu: [1]).json]]
    let run = office.run("referentiel", "exporter", "\(root.path)/d")
    #expect(run.status == .unreachable)
    #expect(run.errors.hasPrefix("Erreur : Le démon nomme un fichier « \(name) »"))
    #expect(root.names(in: "").isEmpty)
  }

  @Test("makes no folder when the daemon refuses")
  func refused() {
    office.refusal = (
      "fr.caf.guichet.SansObjet", ["parametre": "version", "message": "La version 9 n’existe pas."]
    )
    let run = office.run("referentiel", "exporter", "\(root.path)/d", "--version", "9")
    #expect(run.status == .refused && run.errors.hasPrefix("Erreur : La version 9 n’existe pas.\n"))
    #expect(root.names(in: "").isEmpty)
  }
}
