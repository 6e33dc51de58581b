import Foundation
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("The status files, with the real daemon")
struct EtatPublieTests {
  private static func read(_ daemon: RunningDaemon, _ name: String) throws -> String {
    try String(contentsOfFile: "\(daemon.root.path)/etat/\(name)", encoding: .utf8)
  }

  /// Waits until `etat.json` says so; it is written within a second of a change.
  @discardableResult
  private static func etat(_ daemon: RunningDaemon, _ isEnough: (JSON) -> Bool) async throws -> JSON {
    while true {
      if let data = FileManager.default.contents(atPath: "\(daemon.root.path)/etat/etat.json") {
        let json = try JSON.parse(Array(data))
        if isEnough(json) { return json }
      }
      _ = try daemon.call("GetEtat")
      try Task.checkCancellation()
      await Task.yield()
    }
  }

  private static func sonde(_ daemon: RunningDaemon, _ arguments: String...) throws -> ProgramRun {
    try ProgramRun(BuiltProgram.path("guichetctl"), ["sonde", "--racine", daemon.root.path] + arguments)
  }

  @Test("follow what happens, are for all to read, and tell of no family")
  func life() async throws {
    try await RunningDaemon.with(horloge: TriageTests.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try TriageTests.drop(daemon, "MEF-1", "59160", "Lomme")
      let json = try await Self.etat(daemon) { $0["etat"]?["demandes"]?["total"]?.int == 1 }
      #expect(json["schema"]?.int == 1 && json["sante"]?.string == "ok")
      // The same object as the door answers, and the journal's head.
      #expect(
        json["etat"]?["journal"]?["tete"]?.string
          == (try daemon.call("GetEtat")["etat"]?["journal"]?["tete"]?.string))
      let (metrics, page) = (try Self.read(daemon, "guichet.prom"), try Self.read(daemon, "tableau-de-bord.html"))
      #expect(metrics.contains("guichet_formulaires_total{resultat=\"enregistre\"} 1\n"))
      #expect(metrics.contains("guichet_routages_total{issue=\"linf\"} 1\n"))
      #expect(metrics.contains("guichet_control_calls_total{method=\"OpenReferentiel\"} 1\n"))
      // Before any happens: a series that appears late is a jump that no alert sees.
      for error in ["Indisponible", "DemandeIntrouvable", "SauvegardeImpossible", "ExpectedMore"] {
        #expect(metrics.contains("guichet_control_errors_total{error=\"\(error)\"} 0\n"), "\(error)")
      }
      #expect(metrics.contains("guichet_transaction_duration_seconds_count ") && page.contains("<html lang=\"fr\">"))
      for name in ["etat.json", "guichet.prom", "tableau-de-bord.html"] {
        let mode = try FileManager.default.attributesOfItem(atPath: "\(daemon.root.path)/etat/\(name)")
        #expect(mode[.posixPermissions] as? Int == 0o644)
        let text = try Self.read(daemon, name)
        for word in ["Martin", "Élodie", "MEF-1", "2026-000001", "639981234", "06 39", "exemple.fr"] {
          #expect(!text.contains(word), "\(name): \(word)")
        }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(daemon.root.path)/etat").count == 3)
    }
  }

  @Test("have every measure that the alert rules ask for")
  func rules() async throws {
    let bytes = try #require(ProjectFile.bytes("deploy/prometheus/guichet.rules.yml"))
    let named = Set(String(decoding: bytes, as: UTF8.self).matches(of: /\bguichet_[a-z_]+/).map { String($0.output) })
    #expect(named.count > 8)
    try await RunningDaemon.with(horloge: TriageTests.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try TriageTests.drop(daemon, "MEF-1", "59160", "Lomme")
      #expect(
        try ProgramRun(BuiltProgram.path("guichetctl"), ["sauvegarde", "faire", "--racine", daemon.root.path]).status
          == 0)
      try await Self.etat(daemon) { $0["surveillance"]?["sauvegarde"]?.isNull == false }
      // Written just after etat.json.
      var metrics = ""
      while !metrics.contains("guichet_backup_timestamp_seconds ") {
        _ = try daemon.call("GetEtat")
        metrics = try Self.read(daemon, "guichet.prom")
      }
      for name in named { #expect(metrics.contains("# TYPE \(name) "), "\(name)") }
    }
  }

  @Test("and the plugin take two open days without a form for a fault, and a weekend for none")
  func silence() async throws {
    // A Friday, 10:00.
    try await RunningDaemon.with(horloge: "2026-11-27T10:00:00+01:00") { daemon in
      try daemon.load(Samples.referentiel)
      try daemon.root.drop(Samples.formulaire(reference: "MEF-1"), as: "a.json")
      try daemon.advance(to: "2026-11-27T10:00:01+01:00")
      try daemon.advance(to: "2026-11-30T09:05:00+01:00")
      #expect(try ProgramRun.guichetctl(daemon.root, "sauvegarde", "faire").status == 0)
      #expect(try Self.sonde(daemon).status == 0)
      try daemon.advance(to: "2026-12-01T16:59:00+01:00")
      #expect(!(try Self.sonde(daemon).output.contains("Aucun formulaire")))
      try daemon.advance(to: "2026-12-02T09:05:00+01:00")
      let alarm = try Self.sonde(daemon)
      #expect(alarm.status == 2 && alarm.output.hasPrefix("GUICHET CRITICAL - Aucun formulaire reçu depuis "))
      try await Self.etat(daemon) { $0["sante"]?.string == "critique" }
      while !(try Self.read(daemon, "guichet.prom").contains("guichet_faults{code=\"silence\"} 1\n")) {
        _ = try daemon.call("GetEtat")
      }
    }
  }

  @Test(
    "and the plugin take it for a fault that no form ever came, counted from the first référentiel, restarts or not",
    .timeLimit(.minutes(1)))
  func neverAny() async throws {
    let root = try TemporaryRoot()
    var daemon = try RunningDaemon(root, horloge: "2026-11-23T09:00:00+01:00")
    try daemon.load(Samples.referentiel)
    try daemon.advance(to: "2026-11-24T15:00:00+01:00")
    let calm = try Self.sonde(daemon).output
    #expect(!calm.contains("silence=U") && !calm.contains("Aucun formulaire"), "\(calm)")
    #expect(daemon.stop() == 0)
    daemon = try RunningDaemon(root, horloge: "2026-12-07T09:00:00+01:00")
    defer { daemon.stop() }
    let alarm = try Self.sonde(daemon)
    #expect(
      alarm.status == 2 && alarm.output.hasPrefix("GUICHET CRITICAL - Aucun formulaire jamais reçu, "), "\(alarm)")
    try await Self.etat(daemon) { $0["surveillance"]?["aRecu"]?.bool == false && $0["sante"]?.string == "critique" }
    while !(try Self.read(daemon, "tableau-de-bord.html").contains("Aucun formulaire jamais reçu, ")) {
      _ = try daemon.call("GetEtat")
    }
  }

  @Test("hear of a producer by what it drops, and not by what the office types in, restarts or not")
  func typedIn() async throws {
    let root = try TemporaryRoot()
    var daemon = try RunningDaemon(root, horloge: "2026-12-10T10:00:00+01:00")
    defer { daemon.stop() }
    try daemon.load(Samples.referentiel)
    try daemon.root.drop(Samples.formulaire(reference: "MEF-1"), as: "a.json")
    try daemon.advance(to: "2026-12-10T10:00:00+01:00")
    func typeIn(_ day: Int, _ reference: String?) throws {
      try daemon.advance(to: "2026-12-\(day)T16:00:00+01:00")
      let members = reference.map { [JSONMember("reference", .string($0))] } ?? []
      let reply = try daemon.call("EnterDemande", ["formulaire": SaisieJourneyTests.with(members)])
      #expect(reply["deja"]?.bool == false)
    }
    try typeIn(11, nil)
    try typeIn(14, "PMI-14")
    #expect(try daemon.call("ShowSurveillance")["silence"]?.int ?? 0 > 8 * 3600)
    try typeIn(15, nil)
    for _ in 1...2 {
      let alarm = try Self.sonde(daemon)
      #expect(alarm.status == 2 && alarm.output.contains("Aucun formulaire reçu depuis "), "\(alarm)")
      #expect(daemon.stop() == 0)
      daemon = try RunningDaemon(root, horloge: "2026-12-15T16:00:00+01:00")
    }
    // A producer's own form by telephone is one, whatever its origin.
    let partner = Samples.formulaire(reference: "TEL-1").replacing("monenfant.fr", with: "telephone")
    try daemon.root.drop(partner, as: "b.json")
    try daemon.advance(to: "2026-12-15T16:00:00+01:00")
    #expect(try daemon.call("ShowSurveillance")["silence"]?.int == 0)
  }

  @Test("tell how long files have waited while the intake is paused", .timeLimit(.minutes(1)))
  func pausedDepot() async throws {
    let root = try TemporaryRoot()
    // No disk that tests run on is empty.
    try Data("depot: {espaceMin: 90%}\n".utf8).write(to: URL(filePath: "\(root.path)/guichetd.yaml"))
    let daemon = try RunningDaemon(root)
    defer { daemon.stop() }
    for number in 1...4 { try root.drop(Samples.formulaire(reference: "MEF-\(number)"), as: "\(number).json") }
    func depot() throws -> JSON? { try daemon.call("GetEtat")["etat"]?["depot"] }
    while try depot()?["enAttente"]?.int != 4 { await Task.yield() }
    #expect(try depot()?["plusAncien"]?.string != nil)
    while try daemon.call("ShowSurveillance")["depot"]?.int ?? 0 < 1 { await Task.yield() }
    #expect(!(try Self.sonde(daemon).output.contains("depot=0s")))
  }

  @Test("say that there is no backup however often the daemon was restarted, and that their folder cannot be read")
  func withoutBackup() async throws {
    let root = try TemporaryRoot()
    var daemon = try RunningDaemon(root, horloge: "2026-11-23T09:00:00+01:00")
    defer { daemon.stop() }
    try daemon.load(Samples.referentiel)
    #expect(try Self.sonde(daemon).status == 0)
    for (day, isLate) in [(24, false), (25, true)] {
      #expect(daemon.stop() == 0)
      daemon = try RunningDaemon(root, horloge: "2026-11-\(day)T09:00:00+01:00")
      #expect(try Self.sonde(daemon).output.contains("Le registre n’a aucune sauvegarde.") == isLate)
    }
    #expect(try ProgramRun.guichetctl(root, "sauvegarde", "faire").status == 0)
    #expect(!(try Self.sonde(daemon).output.contains("sauvegarde.")))
    try FileManager.default.moveItem(atPath: "\(root.path)/sauvegardes", toPath: "\(root.path)/ailleurs")
    try Data().write(to: URL(filePath: "\(root.path)/sauvegardes"))
    let unreadable = try Self.sonde(daemon)
    #expect(unreadable.status == 2 && unreadable.output.contains("dossier des sauvegardes ne peut pas être lu"))
  }

  @Test(
    "say of a daemon that was stopped in order that it is, all three, and of one that runs again that it does",
    .timeLimit(.minutes(1)))
  func stopped() async throws {
    let root = try TemporaryRoot()
    var daemon = try RunningDaemon(root, horloge: TriageTests.horloge)
    try daemon.load(Samples.referentiel)
    #expect(try await Self.etat(daemon) { _ in true }["arreteLe"]?.isNull == true)
    #expect(daemon.stop() == 0)
    let file = "\(root.path)/etat/etat.json"
    let json = try JSON.parse(Array(try #require(FileManager.default.contents(atPath: file))))
    #expect(json["arreteLe"]?.string != nil && json["sante"]?.string == "critique", "\(json)")
    #expect(json["surveillance"]?["pannes"]?.elements.first { _ in true }?["code"]?.string == "arrete")
    #expect(try Self.read(daemon, "guichet.prom").contains("guichet_faults{code=\"arrete\"} 1\n"))
    #expect(try Self.read(daemon, "tableau-de-bord.html").contains("<p>guichetd est arrêté.</p>"))
    let sonde = try Self.sonde(daemon, "--fichier", file)
    #expect(sonde.status == 2 && sonde.output.hasPrefix("GUICHET CRITICAL - guichetd est arrêté depuis "), "\(sonde)")
    daemon = try RunningDaemon(root, horloge: TriageTests.horloge)
    try await Self.etat(daemon) { $0["arreteLe"]?.isNull == true }
    #expect(try Self.sonde(daemon, "--fichier", file).status == 0)
    daemon.kill()
    let left = try JSON.parse(Array(try #require(FileManager.default.contents(atPath: file))))
    #expect(left["arreteLe"]?.isNull == true)
  }

  @Test("and the plugin wait for a daemon that hangs as long as they are told, and call it down then")
  func hanging() async throws {
    let root = try TemporaryRoot()
    let daemon = try RunningDaemon(root, horloge: TriageTests.horloge)
    defer { daemon.stop() }
    try daemon.load(Samples.referentiel)
    daemon.send(SIGSTOP)
    let hung = try Self.sonde(daemon, "-t", "1")
    daemon.send(SIGCONT)
    #expect(hung.status == 2 && hung.output.hasPrefix("GUICHET CRITICAL - "), "\(hung)")
    #expect(hung.output.contains("pas répondu") && hung.errors.isEmpty, "\(hung)")
    #expect(try Self.sonde(daemon).status == 0)
  }

  @Test("that cannot be written are a fault that stops nothing")
  func unwritable() async throws {
    let root = try TemporaryRoot()
    try Data().write(to: URL(filePath: "\(root.path)/etat"))
    let daemon = try RunningDaemon(root, horloge: TriageTests.horloge)
    defer { daemon.stop() }
    try daemon.load(Samples.referentiel)
    try TriageTests.drop(daemon, "MEF-1", "59160", "Lomme")
    while try daemon.call("GetEtat")["etat"]?["demandes"]?["total"]?.int != 1 {}
    while !(try Self.sonde(daemon).output.contains("Les fichiers d’état ne peuvent pas être écrits")) {}
    #expect(try Self.sonde(daemon).status == 1)
  }
}
