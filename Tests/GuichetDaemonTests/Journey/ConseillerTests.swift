import Foundation
import Glibc
import GuichetTestSupport
import StrictJSON
import Testing

@Suite(
  "What a conseiller sees, by its Unix group",
  .enabled(
    if: Conseiller.canBePlayed, "only root can be another user, and only where the programs may be run by others"))
struct ConseillerTests {
  @Test("T6: a demande that moved is whole for its new LINF, and a numero, a day and a phone for the old one")
  func moved() async throws {
    let root = try TemporaryRoot()
    let daemon = try RunningDaemon(root, acces: "{conseillers: {rpe-lomme: [games], rpe-lille: [users]}}")
    defer { daemon.stop() }
    try daemon.load(Samples.referentiel)
    try root.drop(Samples.formulaire(reference: "MEF-1"), as: "a.json")
    try root.drop(Samples.formulaire(reference: "MEF-2", codePostal: "59000", commune: "Lille"), as: "b.json")
    let numero = try await numero(of: "MEF-1", daemon)
    let (lomme, lille) = (Conseiller(root, group: "games"), Conseiller(root, group: "users"))

    #expect(try lomme.numeros() == [numero])
    #expect(try lomme("demande", "voir", numero).output.contains("Martin"))
    let hidden = try lille("demande", "voir", numero)
    #expect(hidden.status == 1 && hidden.errors.contains("introuvable"))
    #expect(try lille("demande", "decliner", numero, "--raison", "autre").status == 1)
    #expect(try lomme("demande", "router", numero, "--linf", "rpe-lille", "--motif", "Fratrie").status == 77)

    _ = try daemon.call(
      "AssignDemandes", ["numeros": [.string(numero)], "linf": "rpe-lille", "motif": "Fratrie déjà suivie"])
    #expect(try lille.numeros().contains(numero) && lomme.numeros().isEmpty)
    #expect(try lille("demande", "voir", numero).output.contains("Martin"))
    for verb in ["voir", "expliquer"] {
      let stub = try lomme("demande", verb, numero)
      #expect(stub.status == 1 && stub.errors.contains("03 53 01 10 01"))
      for secret in ["Martin", "rpe-lille", "Relais de Lille", "Fratrie", "12 34"] {
        #expect(!(stub.output + stub.errors).contains(secret), "\(secret)")
      }
    }
    #expect(try lomme("demande", "decliner", numero, "--raison", "autre").status == 1)
    let left = try JSON.parse(Array(try lomme("demande", "transmises", "--json").output.utf8))
    let row = try #require(left.elements.first { _ in true })
    #expect(left.count == 1 && row.members.map(\.key) == ["numero", "le", "telephone"])
    #expect(row["numero"]?.string == numero && row["telephone"]?.string == "03 53 01 10 01")
    #expect(try lille("demande", "transmises", "--json").output == "[]\n")
    #expect(try lille("demande", "transmises", "--linf", "rpe-lomme", "--json").output == "[]\n")
  }

  @Test(
    "corrects the place of its demande and lets it go; a conseiller of a third LINF finds nothing of it, at no time")
  func corrected() async throws {
    let root = try TemporaryRoot()
    let daemon = try RunningDaemon(
      root, acces: "{conseillers: {rpe-lomme: [games], rpe-lille: [users], rpe-marcq: [mail]}}")
    defer { daemon.stop() }
    var files = Samples.referentiel
    files["linf.csv"]? += "rpe-marcq;Relais de Marcq;rpe;;03 53 01 10 03;;;;\n"
    try daemon.load(files)
    try root.drop(Samples.formulaire(reference: "MEF-1", commune: "Capinghem"), as: "a.json")
    try root.drop(Samples.formulaire(reference: "MEF-2", codePostal: "59700", commune: "Marcq-en-Barœul"), as: "b.json")
    let numero = try await numero(of: "MEF-1", daemon)
    let (lomme, lille, tiers) = (
      Conseiller(root, group: "games"), Conseiller(root, group: "users"), Conseiller(root, group: "mail")
    )
    let place = "{\"demandeur\": {\"adresse\": {\"codePostal\": \"59000\", \"commune\": \"Lille\"}}}"
    try tiers.findsNothing(of: numero)

    let corrected = try lomme("demande", "corriger", numero, input: place)
    #expect(corrected.status == 0 && corrected.output == "Demande \(numero) corrigée : adresse.\n")
    // Only what it may do is named.
    #expect(corrected.errors.contains("« guichetctl demande router \(numero) --accepter »"))
    #expect(!corrected.errors.contains("--selon-table") && !corrected.errors.contains("--linf"))
    let shown = try lomme("demande", "voir", numero).output
    #expect(shown.contains("Commune         Lille (59350)") && shown.contains("À noter         routage proposé"))
    #expect(shown.contains(" : adresse, commune : Capinghem → Lille\n"))
    #expect(try lomme("demande", "router", numero, "--selon-table").status == 77)
    try tiers.findsNothing(of: numero)
    try lille.findsNothing(of: numero)

    #expect(try lomme("demande", "router", numero, "--accepter").status == 0)
    #expect(try lille.numeros() == [numero] && lomme.numeros().isEmpty)
    let row = try JSON.parse(Array(try lille("demande", "voir", numero, "--json").output.utf8))
    #expect(row["marques"]?.elements.compactMap(\.string) == ["transmise"] && row["etat"]?.string == "aContacter")
    for arguments in [["voir", numero], ["expliquer", numero], ["corriger", numero]] {
      let stub = try lomme(["demande"] + arguments, input: place)
      #expect(stub.status == 1 && stub.errors.contains("03 53 01 10 01"), "\(arguments)")
      for secret in ["Martin", "rpe-lille", "Relais de Lille", "59000"] {
        #expect(!(stub.output + stub.errors).contains(secret), "\(secret)")
      }
    }
    #expect(try lomme("demande", "transmises", "--json").output.contains(numero))
    #expect(try lomme("demande", "router", numero, "--accepter").status == 1)
    try tiers.findsNothing(of: numero)
  }

  private func numero(of reference: String, _ daemon: RunningDaemon) async throws -> String {
    // The daemon runs by the machine's clock: its intake says itself when both are taken.
    while try daemon.call("GetEtat")["etat"]?["demandes"]?["total"]?.int != 2 { await Task.yield() }
    let rows = try daemon.list("ListDemandes", "demandes")
    return try #require(rows.first { $0["reference"]?.string == reference }?["numero"]?.string)
  }
}

/// A person of a Unix group who runs `guichetctl`.
struct Conseiller {
  private let root: TemporaryRoot
  private let group: String
  private let user: String

  init(_ root: TemporaryRoot, group: String, user: String = nobody) {
    self.root = root
    self.group = group
    self.user = user
  }

  private static let nobody = "65534"

  func callAsFunction(_ arguments: String..., input: String = "") throws -> ProgramRun {
    try self(arguments, input: input)
  }

  func callAsFunction(_ arguments: [String], input: String = "") throws -> ProgramRun {
    try Self.run(user, group, arguments + ["--socket", "\(root.path)/controle.sock"], input: input)
  }

  /// Whatever it asks about that demande is answered as about one that does not exist.
  func findsNothing(of numero: String) throws {
    let nobody = "2026-999999"
    let place = "{\"demandeur\": {\"courriel\": null}}"
    for verb in [
      ["voir"], ["expliquer"], ["corriger"], ["corriger", "--json"], ["decliner", "--raison", "autre"],
      ["router", "--accepter"], ["router", "--accepter", "--json"], ["router", "--garder", "--motif", "Fratrie"],
      ["prendre"],
      ["prendre", "--reprendre"], ["laisser"],
    ] {
      let (real, made) = (
        try self(["demande"] + verb + [numero], input: place), try self(["demande"] + verb + [nobody], input: place)
      )
      #expect(real.status == 1 && made.status == 1, "\(verb)")
      #expect(real.output == made.output.replacing(nobody, with: numero), "\(verb)")
      #expect(real.errors == made.errors.replacing(nobody, with: numero), "\(verb)")
    }
    #expect(try !numeros().contains(numero))
    #expect(try self("demande", "transmises", "--json").output == "[]\n")
  }

  func numeros(_ filters: String...) throws -> [String] {
    let run = try self(["demande", "lister", "--json"] + filters)
    return try JSON.parse(Array(run.output.utf8)).elements.compactMap { $0["numero"]?.string }
  }

  static let canBePlayed = geteuid() == 0 && (try? run(nobody, "games", ["--version"]).status) == 0

  private static func run(_ user: String, _ group: String, _ arguments: [String], input: String = "") throws
    -> ProgramRun
  {
    try ProgramRun(
      "/usr/bin/env",
      ["setpriv", "--reuid=\(user)", "--regid=\(group)", "--clear-groups", BuiltProgram.path("guichetctl")] + arguments,
      input: input)
  }
}
