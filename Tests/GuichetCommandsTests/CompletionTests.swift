import GuichetCommands
import GuichetControl
import LinuxSystem
import StrictJSON
import Testing

@Suite("What is offered while a command line is typed")
struct CompletionTests {
  private let office = FakeOffice()

  init() {
    office.answers = [
      "CompleteNumeros": [
        CompleteNumeros.Reply(numeros: [
          .init(numero: "2026-000123", etat: "aContacter"), .init(numero: "2026-000012", etat: "aOrienter"),
        ]).json
      ],
      "ListLinf": [
        ListLinf.Reply(linf: [
          .init(id: "rpe-lille", nom: "Relais de Lille", habilite: true),
          .init(id: "rpe-lomme", nom: "Relais de Lomme\u{1B}[2J", habilite: true),
          .init(id: "$(reboot)", nom: "x", habilite: true), .init(id: "a b", nom: "x", habilite: true),
        ]).json
      ],
    ]
  }

  /// As a shell calls the program back.
  private func complete(_ argument: String, of path: String, _ line: [String]) -> [String] {
    let typed = line.last ?? ""
    let run = office.run(
      ["---completion"] + path.split(separator: " ").map(String.init)
        + ["--", argument, String(line.count - 1), String(typed.count)] + line)
    #expect(run.status == .done && run.errors.isEmpty)
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test("are numeros, whole or by the rank as it is typed")
  func numeros() {
    let path = "demande voir"
    #expect(
      complete("positional@0", of: path, ["guichetctl", "demande", "voir", ""]) == ["2026-000123", "2026-000012"])
    #expect(office.asked.last?.parameters == CompleteNumeros.Parameters(debut: nil).json)
    #expect(complete("positional@0", of: path, ["guichetctl", "demande", "voir", "1"]) == ["123", "12"])
    #expect(office.asked.last?.parameters == CompleteNumeros.Parameters(debut: "1").json)
    #expect(complete("positional@0", of: path, ["guichetctl", "demande", "voir", "000"]) == ["000123", "000012"])
  }

  @Test("are LINF, none of which a shell could take for more than a word")
  func linf() {
    let line = ["guichetctl", "demande", "lister", "--linf", "rpe-l"]
    #expect(complete("--linf", of: "demande lister", line) == ["rpe-lille", "rpe-lomme"])
    #expect(complete("--linf", of: "demande lister", line.dropLast() + [""]) == ["rpe-lille", "rpe-lomme"])
  }

  @Test("are told with what they stand for where the shell shows it", arguments: [("fish", "\t"), ("zsh", ":")])
  func described(shell: String, separator: String) {
    office.environment["SAP_SHELL"] = shell
    let offered = complete("--linf", of: "demande router", ["guichetctl", "demande", "router", "1", "--linf", ""])
    #expect(offered == ["rpe-lille\(separator)Relais de Lille", "rpe-lomme\(separator)Relais de Lomme\\u{1b}[2J"])
    let numeros = complete("positional@0", of: "demande voir", ["guichetctl", "demande", "voir", ""])
    #expect(numeros.first == "2026-000123\(separator)à contacter")
  }

  @Test(
    "are asked of the daemon that the line names, or the environment",
    arguments: [
      (["--racine", "/a"], "/a/controle.sock"), (["--socket", "/s"], "/s"), (["--socket=/s"], "/s"),
      (["--racine", "\"/a b\""], "/a b/controle.sock"), (["--racine", "~/g"], "/home/x/g/controle.sock"),
      ([], "/e/controle.sock"),
    ])
  func daemon(options: [String], socket: String) {
    office.environment = ["GUICHET_RACINE": "/e", "HOME": "/home/x"]
    _ = complete("positional@0", of: "demande voir", ["guichetctl"] + options + ["demande", "voir", ""])
    #expect(office.socket == socket)
  }

  @Test("are none where the daemon is away or refuses, without a word")
  func silent() {
    office.refusal = ("org.varlink.service.PermissionDenied", [:])
    #expect(complete("positional@0", of: "demande voir", ["guichetctl", "demande", "voir", ""]).isEmpty)
    office.unreachable = SystemError(errno: 2, operation: "connexion à la socket")
    #expect(complete("--linf", of: "demande lister", ["guichetctl", "demande", "lister", "--linf", ""]).isEmpty)
    let run = office.run("---completion", "demande", "voir", "--", "positional@7")
    #expect(run.status == .usage && run.errors.isEmpty && run.output.isEmpty)
  }

  @Test("ask for nothing by a method that counts as a read of families’ data")
  func unread() {
    for (argument, path) in [
      ("positional@0", "demande voir"), ("positional@0", "demande router"), ("positional@0", "journal lister"),
      ("--linf", "demande lister"), ("--linf", "demande router"), ("--linf", "demande transmises"),
    ] {
      _ = complete(argument, of: path, ["guichetctl"] + path.split(separator: " ").map(String.init) + [""])
    }
    let methods = Set(office.asked.map { $0.method.split(separator: ".").last.map(String.init) ?? "" })
    #expect(methods == ["CompleteNumeros", "ListLinf"])
  }
}
