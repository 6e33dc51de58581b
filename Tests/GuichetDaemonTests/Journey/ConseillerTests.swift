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

  init(_ root: TemporaryRoot, group: String) {
    self.root = root
    self.group = group
  }

  func callAsFunction(_ arguments: String...) throws -> ProgramRun {
    try Self.run(group, arguments + ["--socket", "\(root.path)/controle.sock"])
  }

  func numeros() throws -> [String] {
    let run = try self("demande", "lister", "--json")
    return try JSON.parse(Array(run.output.utf8)).elements.compactMap { $0["numero"]?.string }
  }

  static let canBePlayed = geteuid() == 0 && (try? run("games", ["--version"]).status) == 0

  private static func run(_ group: String, _ arguments: [String]) throws -> ProgramRun {
    try ProgramRun(
      "/usr/bin/env",
      ["setpriv", "--reuid=65534", "--regid=\(group)", "--clear-groups", BuiltProgram.path("guichetctl")] + arguments)
  }
}
