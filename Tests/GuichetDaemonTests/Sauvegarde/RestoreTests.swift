import Foundation
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("A register put back from a backup")
struct RestoreTests {
  static let horloge = BackupTests.horloge

  func restore(_ root: TemporaryRoot, _ file: String, _ more: String...) throws -> ProgramRun {
    try ProgramRun(
      BuiltProgram.path("guichetd"), ["restaurer", file, "--racine", root.path, "--horloge", Self.horloge] + more)
  }

  private func rows(_ daemon: RunningDaemon) throws -> [String: JSON] {
    let rows = try daemon.list("ListDemandes", "demandes")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["numero"]?.string ?? "", $0) })
  }

  private func copy(_ name: String, _ from: TemporaryRoot, _ to: TemporaryRoot) throws {
    try FileManager.default.copyItem(atPath: "\(from.path)/\(name)", toPath: "\(to.path)/\(name)")
  }

  /// An office with ten demandes, a backup, and five demandes since.
  func office() async throws -> (root: TemporaryRoot, backup: String, before: [String: JSON]) {
    let root = try TemporaryRoot()
    let daemon = try RunningDaemon(root, horloge: Self.horloge)
    try daemon.load(Samples.referentiel)
    try BackupTests.drop(1...10, root)
    try daemon.advance(to: Self.horloge)
    _ = try daemon.call(
      "AddContact",
      ["numero": "3", "sens": "sortant", "canal": "telephone", "resultat": "joint", "themes": ["modes"]])
    let made = try BackupTests.last(daemon, "MakeBackup")
    try BackupTests.drop(11...15, root)
    try daemon.advance(to: Self.horloge)
    let before = try rows(daemon)
    #expect(daemon.stop() == 0 && before.count == 15)
    return (root, try #require(made["sauvegarde"]?["fichier"]?.string), before)
  }

  @Test("on a fresh machine has all of the backup, takes later forms back under their numeros, and reuses none")
  func fresh() async throws {
    let (old, backup, before) = try await office()
    let root = try TemporaryRoot()
    try copy("sauvegardes", old, root)
    try copy("recus", old, root)
    let run = try restore(root, "\(root.path)/sauvegardes/\(backup)")
    #expect(run.status == 0 && run.output.contains("10 déjà au registre, 5 repris sous leur numéro"), "\(run)")
    #expect(run.output.contains("10 demandes, ") && run.output.contains(" faits, et 5 reprises de leurs originaux."))
    let daemon = try RunningDaemon(root, horloge: Self.horloge)
    defer { daemon.stop() }
    let after = try rows(daemon)
    #expect(Set(after.keys) == Set(before.keys))
    for (numero, row) in before {
      for field in ["reference", "etat", "linf", "codeInsee", "deposeeLe"] {
        #expect(after[numero]?[field]?.string == row[field]?.string, "\(numero) \(field)")
      }
    }
    #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    let facts = try daemon.list("ListFaits", "faits")
    let told = facts.last { $0["nature"]?.string == "registreRestaure" }?["resume"]?.string
    #expect(told?.contains("5 demandes reprises") == true)
    try BackupTests.drop(16...16, root)
    try daemon.advance(to: Self.horloge)
    #expect(try rows(daemon)["2026-000016"]?["reference"]?.string == "MEF-16")
    // What a producer drops again is what it was.
    try BackupTests.drop(1...16, root)
    try daemon.advance(to: Self.horloge)
    #expect(try rows(daemon).count == 16 && daemon.root.names(in: "depot").isEmpty)
  }

  @Test("in place sets the register aside, and gives no numero anew that it had given, whatever else is lost")
  func inPlace() async throws {
    let (root, backup, _) = try await office()
    try FileManager.default.removeItem(atPath: "\(root.path)/recus")
    let run = try restore(root, "\(root.path)/sauvegardes/\(backup)")
    #expect(run.status == 0 && run.output.contains("Les numéros reprennent après : 2026-000015"), "\(run)")
    #expect(root.names(in: "").contains("guichet.sqlite.avant-20261123T080000Z"))
    var daemon = try RunningDaemon(root, horloge: Self.horloge)
    #expect(try rows(daemon).count == 10)
    // The reserve outlives a restart before the first demande.
    #expect(daemon.stop() == 0)
    daemon = try RunningDaemon(root, horloge: Self.horloge)
    defer { daemon.stop() }
    try BackupTests.drop(20...21, root)
    try daemon.advance(to: Self.horloge)
    #expect(Set(try rows(daemon).keys).isSuperset(of: ["2026-000016", "2026-000017"]))
    #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
  }

  @Test("keeps away from numeros that only an outbox still tells of")
  func outbox() async throws {
    let (old, backup, _) = try await office()
    let root = try TemporaryRoot()
    let cur = "\(root.path)/sorties/rpe-lomme/cur"
    try FileManager.default.createDirectory(atPath: cur, withIntermediateDirectories: true)
    try Data("{}".utf8).write(to: URL(filePath: "\(cur)/2026-000041.3f2a.json"))
    #expect(try restore(root, "\(old.path)/sauvegardes/\(backup)").status == 0)
    let daemon = try RunningDaemon(root, horloge: Self.horloge)
    defer { daemon.stop() }
    try BackupTests.drop(50...50, root)
    try daemon.advance(to: Self.horloge)
    #expect(try rows(daemon)["2026-000042"] != nil)
  }

  @Test("puts originals that it cannot register before people, and is the same when it is done twice")
  func unfit() async throws {
    let (root, backup, _) = try await office()
    let day = "\(root.path)/recus/2026-11-23"
    try Data("{".utf8).write(to: URL(filePath: "\(day)/2026-000014.json"))
    try Data(Samples.formulaire(reference: "MEF-1", message: "Autre.").utf8)
      .write(to: URL(filePath: "\(day)/2026-000015.json"))
    let run = try restore(root, "\(root.path)/sauvegardes/\(backup)")
    #expect(run.status == 0 && run.output.contains("3 repris") && run.output.contains("2026-000014, 2026-000015"))
    #expect(try restore(root, "\(root.path)/sauvegardes/\(backup)").status == 0)
    let daemon = try RunningDaemon(root, horloge: Self.horloge)
    defer { daemon.stop() }
    // Once they have been seen, the quiet time of one that may not be finished passes.
    try daemon.advance(to: Self.horloge)
    try daemon.advance(to: "2026-11-23T09:05:00+01:00")
    #expect(try rows(daemon).count == 13)
    let codes = Set(try daemon.list("ListRejets", "rejets").compactMap { $0["code"]?.string })
    #expect(codes == ["conflit", "jsonInvalide"])
    try BackupTests.drop(60...60, root)
    try daemon.advance(to: "2026-11-23T09:06:00+01:00")
    #expect(try rows(daemon)["2026-000016"] != nil)
  }

  @Test("is refused while the daemon runs, from a damaged file, and what was begun must be ended before a start")
  func refused() async throws {
    let (root, backup, before) = try await office()
    let file = "\(root.path)/sauvegardes/\(backup)"
    var daemon = try RunningDaemon(root, horloge: Self.horloge)
    #expect(try restore(root, file).status == 75)
    #expect(daemon.stop() == 0)
    var bytes = try root.bytes(of: "sauvegardes/\(backup)")
    // In the words of a family, not in a page's slack, where a byte means nothing.
    let place = try #require(Data(bytes).range(of: Data("Martin".utf8)))
    bytes[place.lowerBound] ^= 1
    for name in [backup, "sans-manifeste.sqlite"] {
      let damaged = "\(root.path)/abime-\(name == backup ? "" : "2")"
      try FileManager.default.createDirectory(atPath: damaged, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(filePath: "\(damaged)/\(name)"))
      if name == backup {
        try FileManager.default.copyItem(
          atPath: file.replacing(".sqlite", with: ".json"),
          toPath: "\(damaged)/\(name)".replacing(".sqlite", with: ".json"))
      }
      let run = try restore(root, "\(damaged)/\(name)")
      #expect(run.status == 65, "\(run)")
    }
    daemon = try RunningDaemon(root, horloge: Self.horloge)
    #expect(try rows(daemon).count == before.count, "what was refused changed nothing")
    #expect(daemon.stop() == 0)
    try Data().write(to: URL(filePath: "\(root.path)/guichet.sqlite.restauration-en-cours"))
    let failure = #expect(throws: StartFailure.self) { try RunningDaemon(root, horloge: Self.horloge) }
    #expect(failure?.status == 78 && failure?.log.contains("guichetd restaurer") == true)
    #expect(try restore(root, file).status == 0)
    daemon = try RunningDaemon(root, horloge: Self.horloge)
    #expect(try rows(daemon).count == 15)
    #expect(daemon.stop() == 0)
  }

  @Test("in place gives each replayed demande the very instant at which it was received")
  func instants() async throws {
    let (root, backup, before) = try await office()
    #expect(try restore(root, "\(root.path)/sauvegardes/\(backup)").status == 0)
    // Once more: the first register that was set aside is the one that knew.
    #expect(try restore(root, "\(root.path)/sauvegardes/\(backup)").status == 0)
    let daemon = try RunningDaemon(root, horloge: Self.horloge)
    defer { daemon.stop() }
    let after = try rows(daemon)
    #expect(after.count == 15)
    for (numero, row) in before {
      #expect(after[numero]?["recueLe"]?.string == row["recueLe"]?.string, "\(numero)")
    }
  }

  @Test("that was cut short, wherever, is done anew, and forgets no numero that was given")
  func cutShort() async throws {
    let (root, backup, _) = try await office()
    try FileManager.default.removeItem(atPath: "\(root.path)/recus")
    let file = "\(root.path)/sauvegardes/\(backup)"
    for milliseconds in stride(from: 5, through: 60, by: 5) {
      let program = try LiveProgram(
        BuiltProgram.path("guichetd"), ["restaurer", file, "--racine", root.path, "--horloge", Self.horloge])
      try await Task.sleep(for: .milliseconds(milliseconds))
      program.send(9)
      _ = program.status()
    }
    let run = try restore(root, file)
    #expect(run.status == 0 && run.output.contains("Les numéros reprennent après : 2026-000015"), "\(run)")
    let daemon = try RunningDaemon(root, horloge: Self.horloge)
    defer { daemon.stop() }
    #expect(try rows(daemon).count == 10)
    #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
  }
}
