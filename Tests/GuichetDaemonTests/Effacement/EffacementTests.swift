import Foundation
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("Erasing families, at the door and in the folders")
struct EffacementTests {
  private static let horloge = BackupTests.horloge

  private static func drop(_ number: Int, _ root: TemporaryRoot, nom: String, as name: String? = nil) throws {
    let text = Samples.formulaire(reference: "MEF-\(number)").replacing("Martin", with: nom)
    try root.drop(text, as: name ?? "\(number).json")
  }

  /// All bytes of all files below the root, but those of that folder.
  private static func holds(_ text: String, _ root: TemporaryRoot, sans folder: String? = nil) throws -> [String] {
    let files = try #require(FileManager.default.enumerator(atPath: root.path)).compactMap { $0 as? String }
    return files.filter { file in
      guard folder.map({ !file.hasPrefix($0) }) ?? true else { return false }
      return FileManager.default.contents(atPath: "\(root.path)/\(file)")?.range(of: Data(text.utf8)) != nil
    }
  }

  private static func office(_ root: TemporaryRoot) throws -> RunningDaemon {
    let daemon = try RunningDaemon(root, horloge: horloge)
    try daemon.load(Samples.referentiel)
    for number in 1...3 { try drop(number, root, nom: "Zorglub\(number)") }
    try daemon.advance(to: horloge)
    return daemon
  }

  @Test("shows first and touches nothing, then leaves no byte of the family, and its form does not come back")
  func erased() async throws {
    let root = try TemporaryRoot()
    let daemon = try Self.office(root)
    defer { daemon.stop() }
    _ = try daemon.call("AddNote", ["numeros": ["2"], "texte": "Zorglub2 rappellera"])
    _ = try daemon.call(
      "BookRendezVous", ["numero": "2", "debut": "2026-11-24T10:00:00+01:00", "mode": "surSite", "horsHoraires": true])
    // The same reference with another content: refused, and the family's all the same.
    try Self.drop(2, root, nom: "Zorglub2 bis")
    try daemon.advance(to: Self.horloge)
    // And another family's, whose only copy this is: under the same reference, and with a neighbour's phone.
    try Self.drop(2, root, nom: "Toutautre", as: "autre.json")
    try daemon.advance(to: Self.horloge)
    #expect(root.names(in: "rejets").count == 4)
    let shown = try ProgramRun.guichetctl(root, "rgpd", "effacer", "2")
    #expect(shown.status == 0 && shown.output.contains("Serait effacée") && shown.output.contains("1 rendez-vous"))
    #expect(shown.output.contains("1 fichier refusé") && shown.output.contains("Rien n’a été touché"), "\(shown)")
    #expect(try !Self.holds("Zorglub2", root).isEmpty && !root.names(in: "sauvegardes").contains("effacements.log"))
    let done = try ProgramRun.guichetctl(root, "rgpd", "effacer", "2", "--executer", "--tout-de-suite", "--json")
    let reply = try JSON.parse(Array(done.output.utf8))
    #expect(done.status == 0 && reply["complet"]?.bool == true && reply["rejets"]?.count == 1, "\(done)")
    let left = try Self.holds("Zorglub2", root)
    #expect(left.isEmpty, "\(left)")
    #expect(root.names(in: "rejets").count == 2 && root.names(in: "recus/2026-11-23").count == 2)
    #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    #expect(try daemon.list("ListRejets", "rejets").count == 1 && !Self.holds("Toutautre", root).isEmpty)
    let seen = try ProgramRun.guichetctl(root, "demande", "voir", "2")
    #expect(seen.output.contains("effacée") && !seen.output.contains("téléphone"), "\(seen)")
    #expect(try ProgramRun.guichetctl(root, "demande", "raconter", "2").output.contains("a effacé la famille"))
    let agenda = try ProgramRun.guichetctl(root, "agenda", "--json")
    #expect(!agenda.output.contains("2026-000002"), "\(agenda)")
    for act in [
      ["fusionner", "3", "--dans", "2", "--oui"], ["lettre", "2"], ["clore", "2", "--motif", "injoignable"],
    ] {
      let refused = try ProgramRun(
        BuiltProgram.path("guichetctl"), ["demande"] + act + ["--racine", root.path])
      let said = refused.output + refused.errors
      #expect(refused.status == 1 && said.contains("effacée") && !said.contains("rouvrez"), "\(act) \(refused)")
    }
    // The same form again.
    try Self.drop(2, root, nom: "Revenante")
    try daemon.advance(to: Self.horloge)
    let rejets = try daemon.list("ListRejets", "rejets")
    #expect(rejets.count == 2 && rejets.last?["code"]?.string == "efface")
    #expect(try daemon.call("GetEtat")["etat"]?["demandes"]?["total"]?.int == 3)
    let again = try ProgramRun.guichetctl(root, "rgpd", "effacer", "2", "4", "--executer")
    #expect(again.status == 1 && again.output.contains("déjà été effacée") && again.output.contains("Aucune demande"))
    #expect(try ProgramRun.guichetctl(root, "rgpd", "effacer", "2", "--tout-de-suite").status == 64)
  }

  @Test("takes its name also from the last sheet of a LINF that is no more")
  func sheets() async throws {
    let root = try TemporaryRoot()
    let daemon = try Self.office(root)
    defer { daemon.stop() }
    let sheet = "\(root.path)/sorties/rpe-parti/feuille.txt"
    try FileManager.default.createDirectory(
      atPath: "\(root.path)/sorties/rpe-parti", withIntermediateDirectories: true)
    try Data("Zorglub1".utf8).write(to: URL(filePath: sheet))
    #expect(try ProgramRun.guichetctl(root, "rgpd", "effacer", "1", "--executer", "--tout-de-suite").status == 0)
    let left = try Self.holds("Zorglub1", root)
    #expect(left.isEmpty, "\(left)")
  }

  @Test("leaves copies to the night where that is not asked for, and the night removes them")
  func night() async throws {
    let root = try TemporaryRoot()
    let daemon = try Self.office(root)
    defer { daemon.stop() }
    let done = try ProgramRun.guichetctl(root, "rgpd", "effacer", "1", "--executer")
    #expect(done.status == 0 && done.output.contains("jusqu’à l’entretien"), "\(done)")
    let shown = try ProgramRun.guichetctl(root, "entretien")
    #expect(shown.output.contains("Copies de 1 demande effacée, dans le fichier du registre : à ôter"), "\(shown)")
    _ = try BackupTests.last(daemon, "MakeBackup")
    let night = try ProgramRun.guichetctl(root, "entretien", "--executer")
    #expect(night.status == 0 && night.output.contains("registre : ôtées"), "\(night)")
    let left = try Self.holds("Zorglub1", root)
    #expect(left.isEmpty, "\(left)")
    #expect(try !ProgramRun.guichetctl(root, "entretien").output.contains("effacées"))
  }

  @Test("goes on at the next start with what the log says and a crash kept from the register")
  func cutShort() async throws {
    let root = try TemporaryRoot()
    var daemon = try Self.office(root)
    daemon.stop()
    for file in ["guichet.sqlite", "recus"] {
      try FileManager.default.copyItem(atPath: "\(root.path)/\(file)", toPath: "\(root.path)/\(file).avant")
    }
    daemon = try RunningDaemon(root, horloge: Self.horloge)
    #expect(try ProgramRun.guichetctl(root, "rgpd", "effacer", "1", "--executer").status == 0)
    daemon.stop()
    // As before it was asked for, but for what the log says.
    for file in ["guichet.sqlite", "recus"] {
      try FileManager.default.removeItem(atPath: "\(root.path)/\(file)")
      try FileManager.default.moveItem(atPath: "\(root.path)/\(file).avant", toPath: "\(root.path)/\(file)")
    }
    daemon = try RunningDaemon(root, horloge: Self.horloge)
    #expect(
      try daemon.list("ListDemandes", "demandes").count {
        $0["marques"]?.elements.contains { $0.string == "effacee" } == true
      } == 1)
    #expect(root.names(in: "recus/2026-11-23").count == 2 && root.names(in: "depot").isEmpty)
    #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    daemon.stop()
    // A log that cannot be read holds up nobody, is told, and nothing is erased until it is mended.
    let log = "\(root.path)/sauvegardes/effacements.log"
    try Data("abîmé\n".utf8).write(to: URL(filePath: log))
    daemon = try RunningDaemon(root, horloge: Self.horloge)
    defer { daemon.stop() }
    let refused = try ProgramRun.guichetctl(root, "rgpd", "effacer", "2", "--executer")
    #expect(refused.status == 69 && refused.errors.contains("la ligne 1 est illisible"), "\(refused)")
    #expect(try !Self.holds("Zorglub2", root).isEmpty)
  }

  @Test(
    "comes when the time is over, by a person's word: what is closed goes, what is open is told, what is younger stays")
  func pastKeeping() async throws {
    let root = try TemporaryRoot()
    let daemon = try Self.office(root)
    defer { daemon.stop() }
    for numero in ["1", "2"] {
      _ = try daemon.call("CloseDemandes", ["numeros": [.string(numero)], "motif": "sansSuite"])
    }
    #expect(try ProgramRun.guichetctl(root, "rgpd", "purger").output.contains("Rien n’est gardé plus de 24 mois"))
    // The last day on which they are kept.
    try daemon.advance(to: "2028-11-23T23:00:00+01:00")
    #expect(try ProgramRun.guichetctl(root, "rgpd", "purger", "--executer").output.contains("Rien n’est gardé"))
    try daemon.advance(to: "2028-11-24T09:00:00+01:00")
    // One of them called again meanwhile.
    _ = try daemon.call(
      "AddContact",
      ["numero": "2026-000002", "sens": "entrant", "canal": "telephone", "resultat": "joint", "themes": ["modes"]])
    let night = try ProgramRun.guichetctl(root, "entretien", "--executer")
    #expect(
      night.output.contains("plus de 24 mois après le dernier contact : 1, que « guichetctl rgpd purger »"), "\(night)")
    #expect(try !Self.holds("Zorglub1", root).isEmpty, "the night erases nothing by itself")
    let shown = try ProgramRun.guichetctl(root, "rgpd", "purger")
    #expect(shown.output.contains("1 demande, plus de 24 mois après le dernier contact : 2026-000001."), "\(shown)")
    #expect(shown.output.contains("Encore ouvertes, et laissées : 2026-000003.") && shown.status == 0, "\(shown)")
    let done = try ProgramRun.guichetctl(root, "rgpd", "purger", "--executer")
    #expect(done.status == 0 && done.output.contains("1 demande effacée"), "\(done)")
    _ = try ProgramRun.guichetctl(root, "entretien", "--executer")
    let left = try Self.holds("Zorglub1", root)
    #expect(left.isEmpty, "\(left)")
    #expect(try !Self.holds("Zorglub2", root).isEmpty && !Self.holds("Zorglub3", root).isEmpty)
    let told = try ProgramRun.guichetctl(root, "journal", "lister", "2026-000001")
    #expect(told.output.contains("Effacée au bout de son temps de conservation"), "\(told)")
    #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    #expect(try ProgramRun.guichetctl(root, "rgpd", "purger").output.contains("Encore ouvertes"))
  }

  @Test("writes anew into the log what it has lost, at the next start and with the next family")
  func lostLog() async throws {
    let root = try TemporaryRoot()
    var daemon = try Self.office(root)
    let log = "\(root.path)/sauvegardes/effacements.log"
    #expect(try ProgramRun.guichetctl(root, "rgpd", "effacer", "1", "--executer").status == 0)
    let whole = try Data(contentsOf: URL(filePath: log))
    try FileManager.default.removeItem(atPath: log)
    #expect(try ProgramRun.guichetctl(root, "rgpd", "effacer", "2", "--executer").status == 0)
    let text = try String(contentsOfFile: log, encoding: .utf8)
    #expect(text.contains("2026-000001") && text.contains("2026-000002"), "\(text)")
    #expect(daemon.stop() == 0)
    for left in [nil, whole] {
      try FileManager.default.removeItem(atPath: log)
      try left?.write(to: URL(filePath: log))
      daemon = try RunningDaemon(root, horloge: Self.horloge)
      #expect(daemon.stop() == 0)
      #expect(try String(contentsOfFile: log, encoding: .utf8) == text)
    }
  }

  private func restore(_ root: TemporaryRoot, _ file: String) throws -> ProgramRun {
    try ProgramRun(
      BuiltProgram.path("guichetd"), ["restaurer", file, "--racine", root.path, "--horloge", Self.horloge])
  }

  @Test("is not undone by a backup: in place, on a fresh machine, nor for a family that came after it")
  func restored() async throws {
    let root = try TemporaryRoot()
    var daemon = try Self.office(root)
    let made = try BackupTests.last(daemon, "MakeBackup")
    let backup = try #require(made["sauvegarde"]?["fichier"]?.string)
    try Self.drop(4, root, nom: "Zorglub4")
    try daemon.advance(to: Self.horloge)
    let recus = "\(root.path)/recus.copie"
    try FileManager.default.copyItem(atPath: "\(root.path)/recus", toPath: recus)
    #expect(try ProgramRun.guichetctl(root, "rgpd", "effacer", "1", "4", "--executer").status == 0)
    #expect(daemon.stop() == 0)

    let fresh = try TemporaryRoot()
    for (from, to) in [("sauvegardes", "sauvegardes"), ("recus.copie", "recus")] {
      try FileManager.default.copyItem(atPath: "\(root.path)/\(from)", toPath: "\(fresh.path)/\(to)")
    }
    let run = try restore(fresh, "\(fresh.path)/sauvegardes/\(backup)")
    #expect(run.status == 0 && run.output.contains("effacées de nouveau : 2026-000001"), "\(run)")
    let left = try Self.holds("Zorglub1", fresh, sans: "sauvegardes") + Self.holds("Zorglub4", fresh)
    #expect(left.isEmpty, "\(left)")
    daemon = try RunningDaemon(fresh, horloge: Self.horloge)
    #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    #expect(try daemon.call("GetEtat")["etat"]?["demandes"]?["total"]?.int == 3)
    try Self.drop(1, fresh, nom: "Revenante")
    try Self.drop(4, fresh, nom: "Revenante", as: "quatre.json")
    try Self.drop(5, fresh, nom: "Nouvelle")
    try daemon.advance(to: Self.horloge)
    #expect(try daemon.list("ListRejets", "rejets").compactMap { $0["code"]?.string } == ["efface", "efface"])
    #expect(try daemon.list("ListDemandes", "demandes").contains { $0["numero"]?.string == "2026-000005" })
    #expect(daemon.stop() == 0)
    #expect(fresh.names(in: "sauvegardes").contains("effacements.log"))

    // With a log that is damaged nothing is touched, and the register that is there goes on.
    let log = try #require(FileManager.default.contents(atPath: "\(fresh.path)/sauvegardes/effacements.log"))
    try log.dropLast(9).write(to: URL(filePath: "\(fresh.path)/sauvegardes/effacements.log"))
    let damaged = try restore(fresh, "\(fresh.path)/sauvegardes/\(backup)")
    #expect(damaged.status == 78 && damaged.errors.contains("est illisible"), "\(damaged)")
    #expect(damaged.errors.contains("Rien n’a été touché"), "\(damaged)")
    try log.write(to: URL(filePath: "\(fresh.path)/sauvegardes/effacements.log"))
    daemon = try RunningDaemon(fresh, horloge: Self.horloge)
    #expect(try daemon.call("GetEtat")["etat"]?["demandes"]?["total"]?.int == 4)
    #expect(daemon.stop() == 0)
    // What is set aside may hold a family that is erased later, and that is told.
    #expect(try restore(fresh, "\(fresh.path)/sauvegardes/\(backup)").status == 0)
    daemon = try RunningDaemon(fresh, horloge: Self.horloge)
    let aside = try ProgramRun.guichetctl(fresh, "rgpd", "effacer", "2", "--executer", "--tout-de-suite")
    #expect(aside.status == 0 && aside.output.contains("1 registre mis de côté"), "\(aside)")
    #expect(daemon.stop() == 0)
    // Without the log, the register that is set aside tells who was erased from it.
    try FileManager.default.removeItem(atPath: "\(fresh.path)/sauvegardes/effacements.log")
    let lost = try restore(fresh, "\(fresh.path)/sauvegardes/\(backup)")
    #expect(lost.status == 0 && lost.output.contains("effacées de nouveau : 2026-000001, 2026-000002"), "\(lost)")
    #expect(!lost.output.contains("Aucun effacements.log"), "\(lost)")
    #expect(fresh.names(in: "sauvegardes").contains("effacements.log"))

    // Elsewhere, from a file that somebody carried there with its log.
    let other = try TemporaryRoot()
    let carried = try restore(other, "\(root.path)/sauvegardes/\(backup)")
    #expect(carried.status == 0 && carried.output.contains("effacées de nouveau : 2026-000001"), "\(carried)")
    #expect(other.names(in: "sauvegardes") == ["effacements.log"])
    // And without it: said, not guessed.
    let bare = try TemporaryRoot()
    try FileManager.default.createDirectory(atPath: "\(bare.path)/ailleurs", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "\(root.path)/sauvegardes/\(backup)", toPath: "\(bare.path)/ailleurs/\(backup)")
    let alone = try restore(bare, "\(bare.path)/ailleurs/\(backup)")
    #expect(alone.status == 0 && alone.output.contains("Aucun effacements.log"), "\(alone)")
    // Nor is another office's taken for its own without a word.
    let (cle, empreinte) = (String(repeating: "0a", count: 32), String(repeating: "0b", count: 32))
    let line =
      "{\"le\":\"2026-11-23T08:00:00Z\",\"numero\":\"2026-000009\",\"empreinte\":\"\(empreinte)\",\"cause\":\"demande\"}"
    let strange = try TemporaryRoot()
    try FileManager.default.copyItem(atPath: "\(bare.path)/ailleurs", toPath: "\(strange.path)/ailleurs")
    try Data("{\"cle\":\"\(cle)\"}\n\(line)\n".utf8).write(
      to: URL(filePath: "\(strange.path)/ailleurs/effacements.log"))
    let doubtful = try restore(strange, "\(strange.path)/ailleurs/\(backup)")
    #expect(doubtful.status == 0 && doubtful.output.contains("ne nomme aucune demande de ce registre"), "\(doubtful)")
  }
}
