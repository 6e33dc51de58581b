import Foundation
import GRDB
import Glibc
import GuichetTestSupport
import LinuxSystem
import StrictJSON
import Testing
import VarlinkClient

@Suite("A backup of the running daemon's register")
struct BackupTests {
  static let horloge = "2026-11-23T09:00:00+01:00"

  /// The last reply of a stream.
  static func last(_ daemon: RunningDaemon, _ method: String, _ parameters: JSONValue = [:]) throws -> JSON {
    let connection = try daemon.connection()
    var stream = try connection.stream("fr.caf.guichet.\(method)", parameters)
    var last: JSON?
    while let reply = try stream.next() { last = reply }
    return try #require(last)
  }

  static func drop(_ range: ClosedRange<Int>, _ root: TemporaryRoot) throws {
    for number in range {
      try root.drop(Samples.formulaire(reference: "MEF-\(number)"), as: "\(number).json")
    }
  }

  @Test("is whole and checked while forms come in, needs no file beside it, and is nobody else's to read")
  func whole() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try Self.drop(1...200, daemon.root)
      try daemon.advance(to: Self.horloge)
      let root = daemon.root
      async let dropped: Void = Task.detached { try Self.drop(201...400, root) }.value
      let made = try Self.last(daemon, "MakeBackup")
      try await dropped
      try daemon.advance(to: Self.horloge)
      let name = try #require(made["sauvegarde"]?["fichier"]?.string)
      #expect(
        name == "guichet-20261123T080000Z.sqlite"
          && made["sauvegarde"]?["fautes"].map { Array($0.elements) }?.isEmpty == true)
      #expect(try #require(made["sauvegarde"]?["demandes"]?.int) >= 200)
      // Nothing was lost meanwhile.
      #expect(try daemon.call("GetEtat")["etat"]?["demandes"]?["total"]?.int == 400)
      #expect(root.names(in: "sauvegardes") == ["guichet-20261123T080000Z.json", name])
      #expect(try FileStatus.of(path: "\(root.path)/sauvegardes").mode == 0o700)
      #expect(try FileStatus.of(path: "\(root.path)/sauvegardes/\(name)").mode == 0o600)
      // Bytes 18 and 19 of an SQLite file: 1 is without a write-ahead log.
      #expect(try Array(root.bytes(of: "sauvegardes/\(name)")[18...19]) == [1, 1])
      let verified = try ProgramRun.guichetctl(root, "sauvegarde", "verifier")
      #expect(verified.status == 0 && verified.output.hasPrefix("La sauvegarde est intacte."), "\(verified)")
      // A second one in the same second of a clock that stands still.
      let again = try ProgramRun.guichetctl(root, "sauvegarde", "faire", "--json")
      #expect(again.status == 0 && again.output.contains("guichet-20261123T080001Z.sqlite"), "\(again)")
      #expect(try ProgramRun.guichetctl(root, "sauvegarde", "lister", "--csv").output.wholeLines == 2)
    }
  }

  @Test("is found out when one byte of it has changed, and nothing outside the folder is ever opened")
  func altered() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try Self.drop(1...20, daemon.root)
      try daemon.advance(to: Self.horloge)
      let name = try #require(try Self.last(daemon, "MakeBackup")["sauvegarde"]?["fichier"]?.string)
      let path = "\(daemon.root.path)/sauvegardes/\(name)"
      let original = try daemon.root.bytes(of: "sauvegardes/\(name)")
      for place in [100, original.count / 2, original.count - 1] {
        var bytes = original
        bytes[place] ^= 1
        try Data(bytes).write(to: URL(filePath: path))
        #expect(try Self.last(daemon, "VerifyBackup")["intacte"]?.bool == false, "byte \(place)")
        #expect(try ProgramRun.guichetctl(daemon.root, "sauvegarde", "verifier", name).status == 1)
      }
      try Data(original).write(to: URL(filePath: path))
      #expect(try Self.last(daemon, "VerifyBackup", ["fichier": .string(name)])["intacte"]?.bool == true)
      for other in ["../guichet.sqlite", "/etc/passwd", "guichet.sqlite"] {
        #expect(throws: (any Error).self) { try Self.last(daemon, "VerifyBackup", ["fichier": .string(other)]) }
      }
    }
  }

  @Test("that a check found damaged counts for none, whoever asks and after a restart too, until it is whole again")
  func fautive() async throws {
    let root = try TemporaryRoot()
    var daemon = try RunningDaemon(root, horloge: Self.horloge)
    try daemon.load(Samples.referentiel)
    try Self.drop(1...5, root)
    try daemon.advance(to: Self.horloge)
    let name = try #require(try Self.last(daemon, "MakeBackup")["sauvegarde"]?["fichier"]?.string)
    #expect(try daemon.call("ShowSurveillance")["sauvegarde"]?.int == 0)
    let original = try root.bytes(of: "sauvegardes/\(name)")
    func put(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: "\(root.path)/sauvegardes/\(name)")) }
    var bytes = original
    bytes[original.count / 2] ^= 1
    try put(bytes)
    #expect(try ProgramRun.guichetctl(root, "sauvegarde", "verifier").status == 1)
    for _ in 1...2 {
      let seen = try daemon.call("ShowSurveillance")
      #expect(seen["sauvegarde"]?.isNull == true && seen["sante"]?.string == "critique", "\(seen)")
      let sonde = try ProgramRun.guichetctl(root, "sonde")
      #expect(sonde.status == 2 && sonde.output.contains("\(name) n’est pas intacte"), "\(sonde)")
      #expect(sonde.output.contains("→ Vérifiez le disque") && sonde.output.contains("sauvegarde=U"), "\(sonde)")
      #expect(
        try ProgramRun.guichetctl(root, "sauvegarde", "lister").output.contains("FAUTIVE, contrôlée le 23/11/2026"))
      #expect(daemon.stop() == 0)
      daemon = try RunningDaemon(root, horloge: Self.horloge)
    }
    // The backup itself is still there, and the next good one takes the alarm back.
    #expect(root.names(in: "sauvegardes").contains(name))
    try daemon.advance(to: "2026-11-24T09:00:00+01:00")
    let next = try #require(try Self.last(daemon, "MakeBackup")["sauvegarde"]?["fichier"]?.string)
    #expect(try ProgramRun.guichetctl(root, "sonde").status == 0)
    #expect(root.names(in: "sauvegardes").contains(name), "nobody but its age removes it")
    try FileManager.default.removeItem(atPath: "\(root.path)/sauvegardes/\(next)")
    try put(original)
    #expect(try ProgramRun.guichetctl(root, "sauvegarde", "verifier").status == 0)
    #expect(try daemon.call("ShowSurveillance")["sauvegarde"]?.int == 86_400)
    #expect(!root.names(in: "sauvegardes").contains { $0.contains("fautive") })
    #expect(daemon.stop() == 0)
  }

  @Test("without its manifest is not called whole, and counts for none, though nothing is wrong in it")
  func withoutManifest() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try Self.drop(1...3, daemon.root)
      try daemon.advance(to: Self.horloge)
      let name = try #require(try Self.last(daemon, "MakeBackup")["sauvegarde"]?["fichier"]?.string)
      let manifest = name.replacing(".sqlite", with: ".json")
      try FileManager.default.removeItem(atPath: "\(daemon.root.path)/sauvegardes/\(manifest)")
      let run = try ProgramRun.guichetctl(daemon.root, "sauvegarde", "verifier")
      #expect(run.status == 1 && run.output.contains("« \(manifest) » manque"), "\(run)")
      #expect(run.output.contains("SHA-256 n’a pu être comparé") && !run.output.contains("est intacte"), "\(run)")
      #expect(daemon.root.names(in: "sauvegardes") == [name])
      let seen = try daemon.call("ShowSurveillance")
      #expect(seen["sauvegarde"]?.isNull == true)
      #expect(seen["pannes"]?.elements.contains { $0["code"]?.string == "sauvegardeFautive" } == true)
    }
  }

  @Test("is told of in the status file at once, not at its next beat", .timeLimit(.minutes(1)))
  func published() async throws {
    let root = try TemporaryRoot()
    try Data("surveillance: {battement: 30s}\n".utf8).write(to: URL(filePath: "\(root.path)/guichetd.yaml"))
    let daemon = try RunningDaemon(root, horloge: Self.horloge)
    defer { daemon.stop() }
    func etat() throws -> JSON? {
      try FileManager.default.contents(atPath: "\(root.path)/etat/etat.json").map { try JSON.parse(Array($0)) }
    }
    while try etat() == nil { await Task.yield() }
    // Between two beats, unless one came just then: the next time it will not.
    var isBetween = false
    var time = 0
    while !isBetween {
      time += 1
      let beat = try etat()?["battementLe"]?.string
      _ = try Self.last(daemon, "MakeBackup")
      while try etat()?["surveillance"]?["sauvegarde"]?.int == nil { await Task.yield() }
      isBetween = try etat()?["battementLe"]?.string == beat
      try FileManager.default.removeItem(atPath: "\(root.path)/sauvegardes")
      try daemon.advance(to: "2026-11-24T0\(time):00:00+01:00")
      while try etat()?["surveillance"]?["sauvegarde"]?.int != nil { await Task.yield() }
    }
  }

  @Test("that is not there is answered by what is, and by what to type")
  func absent() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      func verify(_ arguments: String...) throws -> ProgramRun {
        try ProgramRun(
          BuiltProgram.path("guichetctl"), ["sauvegarde", "verifier", "--racine", daemon.root.path] + arguments)
      }
      let none = try verify()
      #expect(none.status == 1 && none.errors.contains("« guichetctl sauvegarde faire »"), "\(none)")
      let name = try #require(try Self.last(daemon, "MakeBackup")["sauvegarde"]?["fichier"]?.string)
      let folder = "\(daemon.root.path)/sauvegardes"
      #expect(try verify("\(folder)/\(name)").status == 0)
      for (asked, words) in [
        ("guichet-20250101T000000Z.sqlite", "il y a \(name)."),
        ("/mnt/\(name)", "tapez « guichetctl sauvegarde verifier \(name) »"),
        ("./\(name)", "tapez « guichetctl sauvegarde verifier \(name) »"), ("/etc/passwd", "il y a \(name)."),
      ] {
        let run = try verify(asked)
        #expect(run.status == 1 && run.errors.contains(words) && run.errors.contains(folder), "\(run)")
      }
    }
  }

  @Test("is listed whole or not at all, whenever the daemon is killed")
  func killed() async throws {
    let root = try TemporaryRoot()
    var daemon = try RunningDaemon(root, horloge: Self.horloge)
    try Self.drop(1...300, root)
    try daemon.advance(to: Self.horloge)
    for round in 0..<6 {
      let asked = Task.detached { try ProgramRun.guichetctl(root, "sauvegarde", "faire") }
      // Later in each round, whatever it is doing by then.
      try await Task.sleep(for: .milliseconds(10 + round * 10))
      daemon.kill()
      _ = await asked.result
      daemon = try RunningDaemon(root, horloge: Self.horloge)
      for found in root.names(in: "sauvegardes") where found.hasSuffix(".sqlite") {
        #expect(try Self.last(daemon, "VerifyBackup", ["fichier": .string(found)])["intacte"]?.bool == true)
      }
    }
    _ = try Self.last(daemon, "MakeBackup")
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(root.path)/sauvegardes")
    #expect(!names.contains { $0.hasPrefix(".") }, "what was half-written is cleared: \(names)")
    #expect(daemon.stop() == 0)
  }

  @Test(
    "is refused with a sentence where there is no room for it, and leaves nothing", .enabled(if: geteuid() == 0),
    arguments: [64, 512])
  func full(kilobytes: Int) throws {
    let root = try TemporaryRoot()
    let folder = "\(root.path)/sauvegardes"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // A disk of that size, which only the daemon sees.
    let mount = "mount -t tmpfs -o size=\(kilobytes)k guichet \(folder) && exec \"$0\" \"$@\""
    let daemon = try RunningDaemon(
      root, horloge: Self.horloge, launcher: ["unshare", "--mount", "sh", "-c", mount])
    defer { daemon.stop() }
    try Self.drop(1...300, root)
    try daemon.advance(to: Self.horloge)
    let run = try ProgramRun.guichetctl(root, "sauvegarde", "faire")
    #expect(run.status == 1 && run.errors.contains("pas assez de place"), "\(run)")
    #expect(try daemon.call("ListBackups")["sauvegardes"].map { Array($0.elements) }?.isEmpty == true)
    #expect(try daemon.call("GetEtat")["etat"]?["demandes"]?["total"]?.int == 300)
  }

  @Test("goes when it is past keeping")
  func retention() async throws {
    try await RunningDaemon.with(horloge: "2026-11-01T02:30:00+01:00") { daemon in
      try Self.drop(1...1, daemon.root)
      for day in 1...20 {
        try daemon.advance(to: "2026-11-\(day < 10 ? "0" : "")\(day)T02:30:00+01:00")
        _ = try Self.last(daemon, "MakeBackup")
      }
      let days = daemon.root.names(in: "sauvegardes").filter { $0.hasSuffix(".sqlite") }.map {
        Int($0.dropFirst("guichet-202611".count).prefix(2)) ?? 0
      }
      // The seven last, and the Sundays 1, 8 and 15, of which one is among them.
      #expect(days == [1, 8, 14, 15, 16, 17, 18, 19, 20])
    }
  }

  @Test("of a register at fault is made and says so, lets no older one go, and is restored knowingly only")
  func fault() async throws {
    let root = try TemporaryRoot()
    var daemon = try RunningDaemon(root, horloge: Self.horloge)
    try Self.drop(1...3, root)
    try daemon.advance(to: Self.horloge)
    for _ in 1...2 { _ = try Self.last(daemon, "MakeBackup") }
    #expect(daemon.stop() == 0)
    // Of two in one day the older has gone.
    #expect(root.names(in: "sauvegardes").count == 2)
    try await DatabaseQueue(path: "\(root.path)/guichet.sqlite").write { db in
      try db.execute(sql: "UPDATE demande SET linf = 'autre' WHERE numero % 10 = 2")
    }
    daemon = try RunningDaemon(root, horloge: Self.horloge)
    let run = try ProgramRun.guichetctl(root, "sauvegarde", "faire", "--json")
    #expect(run.status == 1 && run.output.contains("2026-000002"), "\(run)")
    #expect(try ProgramRun.guichetctl(root, "sauvegarde", "verifier").status == 1)
    #expect(daemon.stop() == 0)
    let names = root.names(in: "sauvegardes").filter { $0.hasSuffix(".sqlite") }
    #expect(names.count == 2)
    let arguments = ["restaurer", "\(root.path)/sauvegardes/\(names[1])", "--racine", root.path]
    let program = BuiltProgram.path("guichetd")
    #expect(try ProgramRun(program, arguments).status == 65)
    #expect(try ProgramRun(program, arguments + ["--malgre-les-fautes"]).status == 0)
  }

  @Test("holds no stop up, and what it leaves half-written is cleared by the next")
  func stopped() async throws {
    let root = try TemporaryRoot()
    var daemon = try RunningDaemon(root, horloge: Self.horloge)
    try Self.drop(1...300, root)
    try daemon.advance(to: Self.horloge)
    for round in 0..<4 {
      let asked = Task.detached { try ProgramRun.guichetctl(root, "sauvegarde", "faire") }
      try await Task.sleep(for: .milliseconds(10 + round * 15))
      #expect(daemon.stop() == 0)
      let run = try await asked.value
      #expect([0, 69].contains(run.status), "\(run)")
      daemon = try RunningDaemon(root, horloge: Self.horloge)
    }
    #expect(try Self.last(daemon, "MakeBackup")["sauvegarde"]?["demandes"]?.int == 300)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(root.path)/sauvegardes")
    #expect(!names.contains { $0.hasPrefix(".") }, "\(names)")
    #expect(daemon.stop() == 0)
  }
}
