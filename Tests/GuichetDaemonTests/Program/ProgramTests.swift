import Foundation
import GRDB
import GuichetDaemon
import GuichetTestSupport
import Testing

@Suite("The program guichetd")
struct ProgramTests {
  @Test(
    "reads its command line, or says what is wrong with it",
    arguments: [
      (["--racine", "d"], Invocation.racine("d", horloge: nil)),
      (["--racine=d", "--horloge", "2026-11-25T10:00:00Z"], .racine("d", horloge: "2026-11-25T10:00:00Z")),
      (["--config", "f"], .configuration("f")), ([], .configuration(Invocation.defaultConfiguration)),
      (["essai"], .essai(nil)), (["essai", "d"], .essai("d")), (["verifier-config", "f"], .verifierConfig("f")),
      (["--version"], .version), (["--aide"], .aide),
      (["aide"], .aide), (["help", "restaurer"], .aideDe(.restaurer)), (["essai", "--help"], .aideDe(.essai)),
      (["verifier-config", "--aide"], .aideDe(.verifierConfig)), (["restaurer", "s", "-h"], .aideDe(.restaurer)),
      (["restaurer", "s", "--racine", "d"], .restaurer("s", sur: .racine("d", horloge: nil), malgreLesFautes: false)),
      (
        ["restaurer", "s", "--malgre-les-fautes"],
        .restaurer("s", sur: .configuration(Invocation.defaultConfiguration), malgreLesFautes: true)
      ),
    ])
  func read(arguments: [String], invocation: Invocation) throws {
    #expect(try Invocation(arguments) == invocation)
  }

  @Test(
    "refuses a command line that cannot be followed",
    arguments: [
      ["--racine"], ["--racine", ""], ["--horloge", "x"], ["--racine", "a", "--config", "b"],
      ["--racine", "a", "--racine", "b"],
      ["demarrer"], ["essai", "a", "b"], ["restaurer"], ["restaurer", "--racine", "a"], ["restaurer", "s", "t"],
      ["restaurer", "s", "essai"], ["restaurer", "s", "restaurer", "t"], ["restaurer", "s", "--version"],
      ["--config", "a", "--horloge", "x"],
    ])
  func refused(arguments: [String]) {
    let fault = #expect(throws: InvocationFault.self) { try Invocation(arguments) }
    #expect(fault?.message.hasSuffix(".") == true)
  }

  func run(_ arguments: [String]) throws -> (status: Int32, log: String) {
    let process = Process()
    let errors = Pipe()
    process.executableURL = URL(filePath: BuiltProgram.path("guichetd"))
    process.arguments = arguments
    process.standardError = errors
    process.standardOutput = errors
    try process.run()
    let log = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: log, as: UTF8.self))
  }

  @Test("does not run twice on one folder")
  func twice() async throws {
    try await RunningDaemon.with { daemon in
      let (status, log) = try run(["--racine", daemon.root.path])
      #expect(status == 75 && log.hasPrefix("<3>"))
    }
  }

  @Test("says that a newer program wrote the register, where an operator reads it, and exits with 78")
  func newer() async throws {
    let root = try TemporaryRoot()
    #expect(try RunningDaemon(root).stop() == 0)
    try await DatabaseQueue(path: "\(root.path)/guichet.sqlite").write { db in
      try db.execute(sql: "PRAGMA user_version = 99")
    }
    let (status, log) = try run(["--racine", root.path])
    #expect(status == 78 && log.hasPrefix("<3>") && log.contains("version plus récente de Guichet (schéma 99"))
  }

  @Test("says all that is wrong with its configuration, and exits with 78")
  func configuration() throws {
    let root = try TemporaryRoot()
    try Data("caf: {departement: \"59\", couleur: bleu}\ndepot: {lot: zéro}\n".utf8)
      .write(to: URL(filePath: "\(root.path)/guichetd.yaml"))
    for arguments in [["--racine", root.path], ["verifier-config", "\(root.path)/guichetd.yaml"]] {
      let (status, log) = try run(arguments)
      #expect(status == 78)
      #expect(
        log.contains("guichetd.yaml:1") && log.contains("couleur") && log.contains("guichetd.yaml:2")
          && log.contains("lot"))
    }
    #expect(try run(["verifier-config", "\(root.path)/absent.yaml"]).status == 78)
    // Right, and yet no mail would ever be sent.
    try Data("caf: {departement: \"59\"}\nlinf: {rpe-lomme: {courriel: true}}\n".utf8)
      .write(to: URL(filePath: "\(root.path)/muet.yaml"))
    let (status, log) = try run(["verifier-config", "\(root.path)/muet.yaml"])
    #expect(status == 0 && log.contains("linf.rpe-lomme.courriel : aucun courriel ne partira"))
    // Valid, and yet nobody is an administrateur by it.
    try Data("caf: {departement: \"59\"}\nacces: {administrateurs: [nexiste-pas]}\n".utf8)
      .write(to: URL(filePath: "\(root.path)/seul.yaml"))
    let (valid, told) = try run(["verifier-config", "\(root.path)/seul.yaml"])
    #expect(valid == 0 && told.contains("seul.yaml:2: acces.administrateurs: le groupe « nexiste-pas » n’existe pas"))
    let (helped, help) = try run(["restaurer", "--help"])
    #expect(helped == 0 && help.contains("guichetd restaurer SAUVEGARDE"))
    #expect(try run(["--racine", root.path, "--horloge", "midi"]).status == 78)
    #expect(try run(["--inconnu"]).status == 64)
  }

  @Test("refuses a register of a newer program with 78, and leaves it alone")
  func newer() throws {
    let root = try TemporaryRoot()
    try Data("ceci n’est pas une base".utf8).write(to: URL(filePath: "\(root.path)/guichet.sqlite"))
    let (status, log) = try run(["--racine", root.path])
    #expect(status == 78 && log.contains("pas une base SQLite"))
    #expect(try root.bytes(of: "guichet.sqlite") == Array("ceci n’est pas une base".utf8))
  }

  @Test("writes no personal data to its log, and ends in order when asked to")
  func log() throws {
    let root = try TemporaryRoot()
    let daemon = try RunningDaemon(root, horloge: "2026-11-23T09:00:00+01:00")
    try root.drop(Samples.formulaire(reference: "MEF-SECRET", nom: "Secrète"), as: "a.json")
    try daemon.advance(to: "2026-11-23T09:00:00+01:00")
    #expect(daemon.stop() == 0)
    #expect(!daemon.log.contains("Secrète") && !daemon.log.contains("MEF-SECRET") && !daemon.log.contains("Martin"))
    #expect(daemon.log.contains("guichetd est arrêté"))
    let wal = "\(root.path)/guichet.sqlite-wal"
    #expect(try !FileManager.default.fileExists(atPath: wal) || root.bytes(of: "guichet.sqlite-wal").isEmpty)
  }
}
