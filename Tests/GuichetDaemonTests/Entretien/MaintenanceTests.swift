import Foundation
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("The nightly maintenance")
struct MaintenanceTests {
  private func counts(_ reply: JSON) -> [String: Int] {
    var counts: [String: Int] = [:]
    guard let taches = reply["taches"] else { return counts }
    for tache in taches.elements { counts[tache["code"]?.string ?? ""] = tache["nombre"]?.int }
    return counts
  }

  private func run(_ daemon: RunningDaemon, executer: Bool) throws -> JSON {
    try BackupTests.last(daemon, "RunMaintenance", ["executer": .bool(executer)])
  }

  @Test("shows first, then removes what is past keeping and nothing that somebody may need")
  func removes() async throws {
    try await RunningDaemon.with(horloge: BackupTests.horloge) { daemon in
      let root = daemon.root
      try BackupTests.drop(1...3, root)
      try root.drop("{}", as: "mauvais.json")
      try daemon.advance(to: BackupTests.horloge)
      #expect(try daemon.list("ListRejets", "rejets").count == 1)
      // Of a demande that the register does not know, as an incomplete restore leaves it.
      let stranger = "recus/2026-11-23/2026-000099.json"
      try FileManager.default.copyItem(
        atPath: "\(root.path)/recus/2026-11-23/2026-000001.json", toPath: "\(root.path)/\(stranger)")
      for folder in ["courriel/cur", "sorties/rpe-lomme/cur"] {
        try FileManager.default.createDirectory(
          atPath: "\(root.path)/\(folder)", withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(filePath: "\(root.path)/\(folder)/pris"))
      }
      for name in ["avant-20261123T080000Z", "avant-20261123T080000Z-wal", "avant-20280109T080000Z", "avant-noel"] {
        try Data("x".utf8).write(to: URL(filePath: "\(root.path)/guichet.sqlite.\(name)"))
      }
      let early = try run(daemon, executer: true)
      #expect(counts(early)["originaux"] == 0 && counts(early)["rejets"] == 0 && counts(early)["registres"] == 0)
      #expect(early["fautes"]?.elements.map(\.string).first??.contains("aucune sauvegarde") == true)
      // A year on: file dates are the machine's, which this is well past.
      try daemon.advance(to: "2028-01-10T09:00:00+01:00")
      _ = try BackupTests.last(daemon, "MakeBackup")
      let shown = try run(daemon, executer: false)
      let expected = [
        "originaux": 3, "registres": 1, "rejets": 1, "courriels": 1, "sorties": 1, "consultations": 1, "sauvegarde": 0,
        "registre": 0,
      ]
      #expect(counts(shown) == expected)
      #expect(root.names(in: "recus/2026-11-23").count == 4 && root.names(in: "rejets").count == 2)
      let done = try run(daemon, executer: true)
      #expect(counts(done) == expected && done["fautes"].map { Array($0.elements) }?.count == 1)
      #expect(root.names(in: "recus/2026-11-23") == ["2026-000099.json"] && root.names(in: "rejets").isEmpty)
      // Set aside by a restore: it goes with its log; what is younger, or bears another name, stays.
      let asides = root.names(in: "").filter { $0.contains(".avant-") }.map { $0.dropFirst("guichet.sqlite.".count) }
      #expect(asides == ["avant-20280109T080000Z", "avant-noel"])
      #expect(root.names(in: "courriel/cur").isEmpty && root.names(in: "sorties/rpe-lomme/cur").isEmpty)
      #expect(try daemon.list("ListRejets", "rejets").isEmpty)
      #expect(try daemon.call("GetEtat")["etat"]?["rejets"]?["total"]?.int == 0)
      #expect(try daemon.list("ListFaits", "faits").contains { $0["nature"]?.string == "rejetExpire" })
      let again = try ProgramRun.guichetctl(root, "entretien", "--executer")
      #expect(again.status == 1 && again.output.contains("le registre ne connaît pas"), "\(again)")
      try FileManager.default.removeItem(atPath: "\(root.path)/\(stranger)")
      #expect(try ProgramRun.guichetctl(root, "entretien", "--executer").status == 0)
      #expect(root.names(in: "recus").isEmpty)
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  @Test("forgets who read what after twelve months, by whole months, and a backup of what is left is whole")
  func consultations() async throws {
    let root = try TemporaryRoot()
    var daemon = try RunningDaemon(root, horloge: BackupTests.horloge)
    try BackupTests.drop(1...2, root)
    try daemon.advance(to: BackupTests.horloge)
    for _ in 1...3 { _ = try daemon.call("ShowDemande", ["numero": "2026-000001"]) }
    let before = try #require(try daemon.call("VerifyJournal")["consultations"]?.int)
    #expect(before >= 3)
    // Twelve months on, but not yet a whole month of them.
    try daemon.advance(to: "2027-11-30T09:00:00+01:00")
    _ = try daemon.call("ShowDemande", ["numero": "2026-000002"])
    #expect(counts(try run(daemon, executer: true))["consultations"] == 0)
    try daemon.advance(to: "2027-12-01T02:45:00+01:00")
    #expect(counts(try run(daemon, executer: false))["consultations"] == before)
    #expect(try daemon.call("VerifyJournal")["consultations"]?.int == before + 1)
    let done = try run(daemon, executer: true)
    #expect(counts(done)["consultations"] == before)
    let said = done["taches"]?.elements.compactMap { $0["phrase"]?.string } ?? []
    #expect(said.contains("Consultations de données personnelles, de plus de 12 mois : \(before) ôtées."))
    func verify() throws {
      let verified = try daemon.call("VerifyJournal")
      #expect(verified["intact"]?.bool == true)
      let stretch = try #require(verified["consultationsOtees"].map { Array($0.elements) }?.first)
      #expect(stretch["premiere"]?.int == 1 && stretch["derniere"]?.int == before)
      #expect(stretch["jusquAu"]?.string == "2026-11-30")
      #expect(stretch["oteesLe"]?.string == "2027-12-01T02:45:00+01:00")
    }
    try verify()
    #expect(try daemon.call("VerifyJournal")["consultations"]?.int == 1)
    let backup = try #require(try BackupTests.last(daemon, "MakeBackup")["sauvegarde"]?["fichier"]?.string)
    #expect(try BackupTests.last(daemon, "VerifyBackup")["intacte"]?.bool == true)
    #expect(daemon.stop() == 0)
    let restored = try ProgramRun(
      BuiltProgram.path("guichetd"),
      [
        "restaurer", "\(root.path)/sauvegardes/\(backup)", "--racine", root.path, "--horloge",
        "2027-12-01T03:00:00+01:00",
      ])
    #expect(restored.status == 0, "\(restored)")
    daemon = try RunningDaemon(root, horloge: "2027-12-01T03:00:00+01:00")
    defer { daemon.stop() }
    _ = try daemon.call("ShowDemande", ["numero": "2026-000001"])
    try verify()
    #expect(try daemon.call("VerifyJournal")["consultations"]?.int == 2)
  }
}
