import Foundation
import Glibc
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("guichetctl evenements, with the real daemon", .timeLimit(.minutes(3)))
struct EvenementsTests {
  private func drop(_ numbers: Range<Int>, _ root: TemporaryRoot) throws {
    for number in numbers { try root.drop(Samples.formulaire(reference: "MEF-\(number)"), as: "\(number).json") }
  }

  private func seqs(_ lines: String) throws -> [Int?] {
    try lines.split(separator: "\n").map { try JSON.parse(Array($0.utf8))["seq"]?.int }
  }

  @Test("goes on over a daemon that is killed and comes back, without a missing or doubled line")
  func restart() async throws {
    let root = try TemporaryRoot()
    let first = try RunningDaemon(root)
    try first.load(Samples.referentiel)
    let live = try LiveProgram.guichetctl(root, "evenements", "--depuis", "0", "--json")
    try drop(0..<50, root)
    try live.output { $0.wholeLines > 20 }
    first.kill()
    try live.errors { $0.hasSuffix("\n") }
    let second = try RunningDaemon(root)
    defer { second.stop() }
    try drop(50..<100, root)
    let output = try live.output { $0.wholeLines >= 201 }
    #expect(try seqs(output) == Array(1...201))
    live.send(SIGINT)
    #expect(live.status() == 0)
    let said = try live.errors { _ in false }.split(separator: "\n")
    #expect(said.count == 2 && said[0].hasPrefix("La connexion à guichetd est perdue."))
    #expect(said.last?.hasPrefix("La connexion à guichetd est rétablie ; la suite vient après le fait ") == true)
  }

  @Test("says when the journal was set back, and goes on from its end")
  func restored() async throws {
    let root = try TemporaryRoot()
    let first = try RunningDaemon(root)
    try drop(0..<3, root)
    let live = try LiveProgram.guichetctl(root, "evenements", "--depuis", "0", "--json")
    try live.output { $0.wholeLines == 6 }
    first.stop()
    for name in ["guichet.sqlite", "guichet.sqlite-wal", "guichet.sqlite-shm", "recus"] {
      let path = "\(root.path)/\(name)"
      if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
    }
    let second = try RunningDaemon(root)
    defer { second.stop() }
    try live.errors { $0.contains("rétablie") }
    try drop(10..<11, root)
    let output = try live.output { $0.wholeLines == 8 }
    #expect(try seqs(output) == [1, 2, 3, 4, 5, 6, 1, 2])
    let said = try live.errors { _ in true }
    #expect(said.contains("restauré à un état plus ancien ; la suite vient après son dernier fait, le 0."))
  }

  @Test("has a line a fact for people, rows for spreadsheets, and nothing but what is asked for")
  func formats() async throws {
    try await RunningDaemon.with(horloge: "2026-11-23T09:00:00+01:00") { daemon in
      try daemon.load(Samples.referentiel)
      try drop(0..<2, daemon.root)
      try daemon.advance(to: "2026-11-23T09:00:00+01:00")
      let text = try LiveProgram.guichetctl(daemon.root, "evenements", "--depuis", "0", "--numero", "2")
      let lines = try text.output { $0.wholeLines == 2 }.split(separator: "\n")
      let first = lines.first.map(String.init) ?? ""
      #expect(first.hasPrefix("     4  23/11/2026 09:00:00  2026-000002  rpe-lomme           guichet       Formulaire"))
      #expect(first.hasSuffix("Formulaire reçu de monenfant.fr, sans anomalie."))
      let csv = try LiveProgram.guichetctl(
        daemon.root, "evenements", "--csv", "--nature", "routee", "--linf", "rpe-lomme")
      // The columns come before anything happens.
      #expect(
        try csv.output { $0.hasSuffix("\r\n") }
          == "seq;numero;nature;survenuLe;enregistreLe;auteur;chaine;resume;linf\r\n")
      try daemon.root.drop(Samples.formulaire(reference: "MEF-9"), as: "9.json")
      try daemon.advance(to: "2026-11-23T09:00:00+01:00")
      let rows = try csv.output { $0.wholeLines == 2 }.split(separator: "\r\n")
      #expect(rows.last?.hasPrefix("7;2026-000003;routee;") == true && rows.last?.hasSuffix(";rpe-lomme") == true)
      #expect(try csv.errors { _ in true } == "")
    }
  }

  @Test("ends quietly on Ctrl-C, and when nobody reads any more")
  func ends() async throws {
    try await RunningDaemon.with { daemon in
      let stopped = try LiveProgram.guichetctl(daemon.root, "evenements", "--csv")
      let left = try LiveProgram.guichetctl(daemon.root, "evenements", "--csv")
      for live in [stopped, left] { try live.output { $0.hasSuffix("\r\n") } }
      stopped.send(SIGINT)
      #expect(stopped.status() == 0)
      try left.closeOutput()
      #expect(left.status() == 0)
      for live in [stopped, left] { #expect(try live.errors { _ in false } == "") }
    }
  }

  @Test("says by its status what it cannot do")
  func statuses() async throws {
    let root = try TemporaryRoot()
    #expect(try ProgramRun.guichetctl(root, "evenements").status == 69)
    #expect(try ProgramRun.guichetctl(root, "evenements", "--nature", "vue").status == 64)
    let daemon = try RunningDaemon(root)
    defer { daemon.stop() }
    let ahead = try ProgramRun.guichetctl(root, "evenements", "--depuis", "7")
    #expect(ahead.status == 1 && ahead.errors.contains("n’a pas de fait 7") && ahead.errors.contains("--depuis 0"))
    #expect(try ProgramRun.guichetctl(root, "evenements", "--numero", "9").status == 1)
  }

  @Test(
    "shows a conseiller its own demandes, and nothing of another's",
    .enabled(if: Conseiller.canBePlayed, "only root can be another user"))
  func sight() async throws {
    let root = try TemporaryRoot()
    let daemon = try RunningDaemon(root, acces: "{conseillers: {rpe-lomme: [games], rpe-lille: [users]}}")
    defer { daemon.stop() }
    try daemon.load(Samples.referentiel)
    let live = try LiveProgram(
      "/usr/bin/env",
      [
        "setpriv", "--reuid=65534", "--regid=games", "--clear-groups", BuiltProgram.path("guichetctl"), "evenements",
        "--depuis", "0", "--json", "--socket", "\(root.path)/controle.sock",
      ])
    try root.drop(Samples.formulaire(reference: "MEF-1", codePostal: "59000", commune: "Lille"), as: "a.json")
    while try daemon.call("GetEtat")["etat"]?["demandes"]?["total"]?.int != 1 { await Task.yield() }
    try root.drop(Samples.formulaire(reference: "MEF-2"), as: "b.json")
    let lines = try live.output { $0.wholeLines >= 2 }
    #expect(try seqs(lines) == [4, 5])
    #expect(!lines.contains("rpe-lille") && !lines.contains("2026-000001"))
    let other = Conseiller(root, group: "games")
    let refused = try other("evenements", "--numero", "1")
    #expect(refused.status == 1 && refused.errors.contains("introuvable"))
    let foreign = try other("evenements", "--linf", "rpe-lille")
    let made = try other("evenements", "--linf", "rpe-perdu")
    #expect(foreign.status == 64 && foreign.errors == made.errors.replacing("rpe-perdu", with: "rpe-lille"))
  }
}
