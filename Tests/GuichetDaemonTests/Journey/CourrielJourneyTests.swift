import Foundation
import GRDB
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("Mails, with the real daemon")
struct CourrielJourneyTests {
  private static let horloge = "2026-11-23T09:00:00+01:00"
  private static let rappel = "2026-12-01T10:00:00+01:00"

  /// A daemon by which Lomme writes mails, with one family whose rendez-vous is on Wednesday 2 December at 10:00.
  private static func open(_ root: TemporaryRoot, prepare: () throws -> Void = {}) throws -> RunningDaemon {
    try Data("caf: {nom: Caf du Nord, courriel: guichet@exemple.fr}\nlinf: {rpe-lomme: {courriel: true}}\n".utf8)
      .write(to: URL(filePath: "\(root.path)/guichetd.yaml"))
    try prepare()
    let daemon = try RunningDaemon(root, horloge: horloge)
    try daemon.load(Samples.referentiel)
    try root.drop(Samples.formulaire(reference: "MEF-1"), as: "1.json")
    try daemon.advance(to: horloge)
    _ = try daemon.call(
      "BookRendezVous", ["numero": "1", "debut": "2026-12-02T10:00", "mode": "telephone", "horsHoraires": true])
    return daemon
  }

  private static func reminders(_ daemon: RunningDaemon) throws -> [String] {
    try daemon.root.names(in: "courriel/new").filter { name in
      do {
        let bytes = try daemon.root.bytes(of: "courriel/new/\(name)")
        return String(decoding: bytes, as: UTF8.self).contains("elodie@exemple.fr")
      } catch CocoaError.fileReadNoSuchFile {
        // Withdrawn since it was listed.
        return false
      }
    }
  }

  private static func facts(_ daemon: RunningDaemon) throws -> [String] {
    try daemon.list("ListFaits", "faits", ["numero": "1"]).compactMap { $0["resume"]?.string }
      .filter { $0.hasPrefix("Rappel") }
  }

  private static func waiting(_ daemon: RunningDaemon) throws -> JSON? {
    try daemon.call("GetEtat")["etat"]?["courriels"]
  }

  /// What the register says of its mails: `rappel remis`.
  private static func rows(_ root: TemporaryRoot, _ change: String? = nil) async throws -> [String] {
    try await DatabaseQueue(path: "\(root.path)/guichet.sqlite").write { db in
      if let change { try db.execute(sql: change) }
      return try Row.fetchAll(db, sql: "SELECT nature, etat FROM envoi ORDER BY nature, etat").map {
        "\($0["nature"] as String) \($0["etat"] as String)"
      }
    }
  }

  @Test("T17: a family is reminded on the eve, once, and the mail is gone when the rendez-vous begins")
  func reminded() async throws {
    let root = try TemporaryRoot()
    let daemon = try Self.open(root)
    defer { daemon.stop() }
    try daemon.advance(to: "2026-12-01T09:59:59+01:00")
    #expect(try Self.reminders(daemon).isEmpty && Self.facts(daemon).isEmpty)
    try daemon.advance(to: Self.rappel)
    let names = try Self.reminders(daemon)
    #expect(names.count == 1 && root.names(in: "courriel/tmp").isEmpty)
    let mail = String(decoding: try root.bytes(of: "courriel/new/\(names.first ?? "")"), as: UTF8.self)
    for part in [
      "From: Relais de Lomme <guichet@exemple.fr>\n", "To: elodie@exemple.fr\n",
      "Date: Tue, 1 Dec 2026 10:00:00 +0100\n",
      "Message-ID: <\((names.first ?? "").dropLast(4))@exemple.fr>\n", "2026-000001",
    ] {
      #expect(mail.contains(part), "\(part) in \(mail)")
    }
    #expect(try Self.facts(daemon) == ["Rappel du rendez-vous 1 remis au courriel."])
    try daemon.advance(to: "2026-12-02T09:59:00+01:00")
    #expect(try Self.reminders(daemon) == names && Self.facts(daemon).count == 1)
    #expect(try Self.waiting(daemon)?["enAttente"]?.int == 0 && Self.waiting(daemon)?["faute"]?.isNull == true)
    try daemon.advance(to: "2026-12-02T10:00:00+01:00")
    #expect(try Self.reminders(daemon).isEmpty)
    #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    daemon.stop()
    // Neither the log nor the names of files tell who was written to.
    for secret in ["elodie", "Élodie", "Martin"] { #expect(!daemon.log.contains(secret)) }
  }

  @Test("T17: there is none after a cancellation, a move counts from the last time, and what lies there is withdrawn")
  func overtaken() async throws {
    let root = try TemporaryRoot()
    let daemon = try Self.open(root)
    defer { daemon.stop() }
    try daemon.advance(to: Self.rappel)
    #expect(try Self.reminders(daemon).count == 1)
    // The clock stands: what is withdrawn is withdrawn because something happened.
    _ = try daemon.call(
      "MoveRendezVous", ["numero": "1", "debut": "2026-12-09T11:00", "horsHoraires": true])
    while try !Self.reminders(daemon).isEmpty { await Task.yield() }
    try daemon.advance(to: "2026-12-08T10:59:00+01:00")
    #expect(try Self.reminders(daemon).isEmpty)
    _ = try daemon.call("CancelRendezVous", ["numero": "1", "par": "famille"])
    try daemon.advance(to: "2026-12-09T12:00:00+01:00")
    #expect(try Self.reminders(daemon).isEmpty && Self.facts(daemon).count == 1)
    _ = try daemon.call(
      "BookRendezVous", ["numero": "1", "debut": "2026-12-16T11:00", "mode": "surSite", "horsHoraires": true])
    try daemon.advance(to: "2026-12-15T11:00:00+01:00")
    #expect(try Self.reminders(daemon).count == 1)
    _ = try daemon.call("CancelRendezVous", ["numero": "1", "par": "linf"])
    try daemon.advance(to: "2026-12-15T11:00:00+01:00")
    #expect(try Self.reminders(daemon).isEmpty)
    daemon.stop()
    #expect(try await Self.rows(root).filter { $0.hasPrefix("rappel") } == ["rappel retire", "rappel retire"])
  }

  @Test("a stop between the file and the commit gives one file, whether the sender has taken it meanwhile or not")
  func crash() async throws {
    for isTaken in [false, true] {
      let root = try TemporaryRoot()
      let first = try Self.open(root)
      try first.advance(to: Self.rappel)
      let name = try #require(try Self.reminders(first).first)
      let bytes = try root.bytes(of: "courriel/new/\(name)")
      first.kill()
      if isTaken {
        try FileManager.default.createDirectory(atPath: "\(root.path)/courriel/cur", withIntermediateDirectories: true)
        try FileManager.default.moveItem(
          atPath: "\(root.path)/courriel/new/\(name)", toPath: "\(root.path)/courriel/cur/\(name)")
      }
      // As it stood before the last commit.
      _ = try await Self.rows(root, "UPDATE envoi SET etat = 'aEcrire' WHERE nature = 'rappel'")
      let second = try RunningDaemon(root, horloge: "2026-12-01T10:01:00+01:00")
      try second.advance(to: "2026-12-01T10:01:00+01:00")
      #expect(try Self.reminders(second) == (isTaken ? [] : [name]))
      #expect(root.names(in: "courriel/cur") == (isTaken ? [name] : []))
      #expect(try root.bytes(of: "courriel/\(isTaken ? "cur" : "new")/\(name)") == bytes)
      #expect(second.stop() == 0)
      #expect(try await Self.rows(root).contains("rappel remis"))
    }
  }

  @Test("nothing is left of mails to a family that is erased, those that were taken or refused long ago neither")
  func erased() async throws {
    let root = try TemporaryRoot()
    let daemon = try Self.open(root)
    defer { daemon.stop() }
    try daemon.advance(to: Self.rappel)
    let name = try #require(try Self.reminders(daemon).first)
    let cur = "\(root.path)/courriel/cur"
    try FileManager.default.createDirectory(atPath: cur, withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: "\(root.path)/courriel/new/\(name)", toPath: "\(cur)/\(name)")
    try Data("elodie@exemple.fr est inconnue".utf8).write(to: URL(filePath: "\(cur)/\(name).refuse.motif"))
    // The rendez-vous has been, and nobody waits for the mail any more.
    try daemon.advance(to: "2026-12-03T09:00:00+01:00")
    #expect(root.names(in: "courriel/cur").count == 2)
    #expect(try ProgramRun.guichetctl(root, "rgpd", "effacer", "1", "--executer").status == 0)
    #expect(root.names(in: "courriel/cur").isEmpty && root.names(in: "courriel/new").isEmpty)
    daemon.stop()
    #expect(try await Self.rows(root).allSatisfy { $0.hasSuffix(" retire") })
  }

  @Test("a daemon that was away notes what it missed, and mails nothing late")
  func away() async throws {
    let root = try TemporaryRoot()
    #expect(try Self.open(root).stop() == 0)
    let daemon = try RunningDaemon(root, horloge: "2026-12-02T09:00:00+01:00")
    defer { daemon.stop() }
    try daemon.advance(to: "2026-12-02T09:00:00+01:00")
    #expect(try Self.reminders(daemon).isEmpty)
    #expect(
      try Self.facts(daemon) == ["Rappel du rendez-vous 1 laissé de côté : le rendez-vous était trop proche."])
  }

  @Test(
    "a folder that cannot be written is a fault that is seen and holds back no form, and what waits goes afterwards")
  func fault() async throws {
    let root = try TemporaryRoot()
    let daemon = try Self.open(root) { try Data().write(to: URL(filePath: "\(root.path)/courriel")) }
    defer { daemon.stop() }
    try daemon.advance(to: Self.rappel)
    #expect(try Self.waiting(daemon)?["enAttente"]?.int ?? 0 > 0)
    #expect(try Self.waiting(daemon)?["faute"]?.string?.contains("\(root.path)/courriel") == true)
    let shown = try ProgramRun.guichetctl(root, "etat").output
    #expect(shown.contains("Courriels") && shown.contains("en attente ; "))
    try root.drop(Samples.formulaire(reference: "MEF-2"), as: "2.json")
    try daemon.advance(to: "2026-12-01T10:05:00+01:00")
    #expect(try daemon.list("ListDemandes", "demandes").count == 2)
    try FileManager.default.removeItem(atPath: "\(root.path)/courriel")
    try daemon.advance(to: "2026-12-01T10:06:00+01:00")
    #expect(try Self.reminders(daemon).count == 1 && Self.waiting(daemon)?["faute"]?.isNull == true)
    daemon.stop()
    #expect(daemon.log.contains("dossier des courriels inaccessible"))
  }

  @Test("alerts go to the LINF when an échéance has passed, with no name; and the sender gives each to sendmail once")
  func sent() async throws {
    let root = try TemporaryRoot()
    let daemon = try Self.open(root)
    defer { daemon.stop() }
    try root.drop(Samples.formulaire(reference: "MEF-2", nom: "Inconnue"), as: "2.json")
    // Received on Monday, due on Wednesday evening, told on Thursday morning.
    try daemon.advance(to: Self.horloge)
    try daemon.advance(to: "2026-11-26T08:59:00+01:00")
    #expect(root.names(in: "courriel/new").isEmpty)
    try daemon.advance(to: "2026-11-26T09:00:00+01:00")
    let alert = try #require(root.names(in: "courriel/new").first)
    let text = String(decoding: try root.bytes(of: "courriel/new/\(alert)"), as: UTF8.self)
    #expect(text.contains("To: Relais de Lomme <rpe-lomme@exemple.fr>\n") && text.contains("2026-000002"))
    #expect(!text.contains("Inconnue"))
    try daemon.advance(to: Self.rappel)
    let names = root.names(in: "courriel/new")
    // The second alert is of Monday; nobody took the first in three days, and it told nothing new any more.
    #expect(try names.count == 2 && !names.contains(alert) && Self.reminders(daemon).count == 1)
    let script = "\(root.path)/sendmail"
    try Data("#!/bin/sh\ncat >> '\(root.path)/parti'\n".utf8).write(to: URL(filePath: script))
    let sender = try LiveProgram(
      BuiltProgram.path("guichet-courriel"), ["\(root.path)/courriel", "/bin/sh", script])
    try sender.errors { $0.split(separator: "\n").count { $0.contains("courriel.envoye") } == names.count }
    sender.send(SIGTERM)
    #expect(sender.status() == 0)
    #expect(root.names(in: "courriel/cur") == names && root.names(in: "courriel/new").isEmpty)
    let sent = String(decoding: try root.bytes(of: "parti"), as: UTF8.self)
    for name in names { #expect(sent.split(separator: "<\(name.dropLast(4))@exemple.fr>").count == 2) }
    // What has gone is called back by nothing, and is not written again.
    _ = try daemon.call("CancelRendezVous", ["numero": "1", "par": "linf"])
    try daemon.advance(to: "2026-12-01T10:30:00+01:00")
    #expect(try root.names(in: "courriel/cur") == names && Self.reminders(daemon).isEmpty)
    daemon.stop()
    #expect(try await Self.rows(root).filter { $0.hasPrefix("rappel") } == ["rappel remis"])
  }
}
