import Foundation
import Glibc
import Guichet
import GuichetDaemon
import GuichetTestSupport
import StrictJSON
import Testing
import VarlinkClient

@Suite("A configuration that is read again")
struct ReloadTests {
  static let horloge = "2026-11-23T09:00:00+01:00"

  private func write(_ yaml: String, _ root: TemporaryRoot) throws {
    try Data(yaml.utf8).write(to: URL(filePath: "\(root.path)/guichetd.yaml"), options: .atomic)
  }

  @Test("loses no form that comes in meanwhile, and computes open échéances anew")
  func load() async throws {
    let root = try TemporaryRoot()
    let daemon = try RunningDaemon(root, horloge: Self.horloge)
    defer { daemon.stop() }
    try daemon.load(Samples.referentiel)
    try BackupTests.drop(1...1, root)
    try daemon.advance(to: Self.horloge)
    let before = try daemon.list("ListDemandes", "demandes").first?["echeance"]?.string
    async let dropped: Void = Task.detached { try BackupTests.drop(2...200, root) }.value
    for days in 1...20 {
      try write("delais: {premierContact: \(days % 2 == 0 ? 1 : 3)j}\n", root)
      #expect(try daemon.call("ReloadConfiguration")["changees"]?.elements.map(\.string) == ["delais"])
    }
    try await dropped
    try daemon.advance(to: "2026-11-23T09:01:00+01:00")
    let rows = try daemon.list("ListDemandes", "demandes")
    #expect(rows.count == 200)
    let echeances = Set(rows.compactMap { $0["echeance"]?.string })
    #expect(before == "2026-11-25T17:00:00+01:00" && echeances == ["2026-11-24T17:00:00+01:00"])
    #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
  }

  @Test("is refused as a whole when it is wrong, with every fault, and the one before stays in force")
  func wrong() throws {
    let root = try TemporaryRoot()
    try write("caf: {nom: \"Caf du Nord\"}\n", root)
    let daemon = try RunningDaemon(root, horloge: Self.horloge)
    defer { daemon.stop() }
    func nom() throws -> String? { try daemon.call("GetEtat")["etat"]?["nom"]?.string }
    try write("caf: {nom: \"Autre\"}\ndepot: {lot: zéro}\ndelai: {}\n", root)
    let run = try ProgramRun.guichetctl(root, "recharger")
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.contains("guichetd.yaml:2: depot.lot: ") && run.errors.contains("guichetd.yaml:3: delai: "))
    #expect(try nom() == "Caf du Nord")
    try write("caf: {nom: \"Autre\", departement: \"62\"}\n", root)
    let right = try ProgramRun.guichetctl(root, "recharger")
    #expect(right.status == 0 && right.output.contains("Au prochain démarrage"), "\(right)")
    #expect(right.output.contains("caf.departement"))
    #expect(try nom() == "Autre")
    try FileManager.default.removeItem(atPath: "\(root.path)/guichetd.yaml")
    #expect(try ProgramRun.guichetctl(root, "recharger").status == 0)
    #expect(try nom() == nil)
  }

  @Test("gives rights that hold for the next call")
  func acces() throws {
    let root = try TemporaryRoot()
    let daemon = try RunningDaemon(root, acces: "{superviseurs: [daemon]}")
    defer { daemon.stop() }
    func groups() throws -> Set<String> {
      Set(try daemon.call("ListAcces")["regles"]?.elements.compactMap { $0["groupe"]?.string } ?? [])
    }
    #expect(try groups().contains("daemon"))
    let file = "\(root.path)/guichetd.yaml"
    let text = try String(contentsOf: URL(filePath: file), encoding: .utf8)
    try Data(text.replacing("[daemon]", with: "[bin]").utf8).write(to: URL(filePath: file))
    #expect(try daemon.call("ReloadConfiguration")["changees"]?.elements.map(\.string) == ["acces"])
    #expect(try groups().contains("bin") && !groups().contains("daemon"))
  }

  @Test("warns of a LINF that the référentiel in force does not have, with its line, and so does the next start")
  func unknownLinf() throws {
    let root = try TemporaryRoot()
    let daemon = try RunningDaemon(root, horloge: Self.horloge)
    let yaml = "caf: {nom: \"Nord\"}\nlinf:\n  rpe-inconnu: {agenda: detail}\n  rpe-lomme: {agenda: detail}\n"
    try write(yaml, root)
    let without = try ProgramRun.guichetctl(root, "recharger")
    #expect(without.status == 0 && !without.output.contains("rpe-inconnu"))
    try daemon.load(Samples.referentiel)
    let with = try ProgramRun.guichetctl(root, "recharger")
    #expect(with.status == 0, "\(with)")
    // Lines are broken for the reader.
    let words = with.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("guichetd.yaml:3: linf.rpe-inconnu: le référentiel en vigueur n’a pas de LINF"), "\(words)")
    #expect(!words.contains("linf.rpe-lomme"))
    #expect(daemon.stop() == 0)
    let next = try RunningDaemon(root, horloge: Self.horloge)
    #expect(next.stop() == 0)
    #expect(next.log.contains("guichetd.yaml:3: linf.rpe-inconnu: "))
  }

  @Test("says which roles other people have since a Unix group was made or removed")
  func groups() {
    let acces = Configuration.Acces()
    let before = RoleTable(acces, owner: nil) { _ in nil }
    let after = RoleTable(acces, owner: nil) { $0 == "guichet-admin" ? 40 : nil }
    let settings = Configuration(.systeme)
    var change = ConfigurationChange(from: settings, to: settings)
    change.addRoles(from: before, to: after)
    #expect(change.changees == ["acces.administrateurs"])
    var same = ConfigurationChange(from: settings, to: settings)
    same.addRoles(from: after, to: after)
    #expect(same.changees.isEmpty)
  }

  @Test("is told to systemd as it begins and ends, at each SIGHUP, right or wrong")
  func notified() throws {
    let root = try TemporaryRoot()
    let manager = try ServiceManagerEnd("\(root.path)/notify")
    let daemon = try RunningDaemon(root, horloge: Self.horloge, environment: ["NOTIFY_SOCKET": manager.path])
    defer { daemon.stop() }
    #expect(try manager.next() == "READY=1")
    for yaml in ["caf: {nom: \"Un\"}\n", "caf: {nom: [\n"] {
      try write(yaml, root)
      daemon.send(SIGHUP)
      let lines = try manager.next().split(separator: "\n")
      #expect(lines.first == "RELOADING=1" && lines.last?.hasPrefix("MONOTONIC_USEC=") == true)
      let told = try #require(lines.last.flatMap { Int64($0.dropFirst("MONOTONIC_USEC=".count)) })
      #expect(told > 0)
      #expect(try manager.next() == "READY=1")
    }
    #expect(try daemon.call("GetEtat")["etat"]?["nom"]?.string == "Un")
    #expect(daemon.stop() == 0)
    #expect(daemon.log.contains("configuration refusée"))
  }
}

@Suite("What becomes of settings that are read again")
struct ConfigurationChangeTests {
  private let old = Configuration.racine("/r")

  @Test("what is read or opened once waits for the next start, as it was")
  func kept() {
    var new = old
    new.caf.departement = "62"
    new.caf.fuseau = "Indian/Reunion"
    new.chemins.depot = "/ailleurs"
    new.depot.tailleMax = 2048
    new.depot.lot = 7
    new.prise.connexions = 9
    new.rgpd.brut = 0
    let change = ConfigurationChange(from: old, to: new)
    #expect(change.enVigueur == old && change.changees.isEmpty)
    #expect(
      change.auRedemarrage == [
        "chemins.depot", "caf.departement", "caf.fuseau", "depot.tailleMax", "depot.lot", "prise", "rgpd.brut",
      ])
  }

  @Test("the rest is in force at once")
  func changed() {
    var new = old
    new.caf.nom = "Caf du Nord"
    new.depot.espaceMin = 0.2
    new.routage.sansHabilitation = .orienter
    new.delais.tentatives = 5
    new.acces.dpo = ["autre"]
    new.linf["rpe-lomme"] = Configuration.Linf(delais: new.delais)
    new.doublons.fenetre = 30
    new.rgpd.brut = 10
    new.surveillance.battement = .seconds(5)
    let change = ConfigurationChange(from: old, to: new)
    #expect(change.enVigueur == new && change.auRedemarrage.isEmpty)
    #expect(
      change.changees == [
        "caf", "depot", "routage", "delais", "acces", "linf", "doublons", "rgpd", "surveillance",
      ])
    #expect(ConfigurationChange(from: new, to: new).changees.isEmpty)
  }
}
