import GuichetTestSupport
import StrictJSON
import Testing
import VarlinkClient

@Suite("Planned transfers")
struct TransfertPrevuTests {
  private static let horloge = "2026-11-23T09:00:00+01:00"
  private static let lomme = "rpe-lomme;59350;59160;;2022-01-01;"

  /// Lomme goes to rpe-lille after that day.
  private static func moves(after last: String, on day: String) -> [String: String] {
    TriageTests.referentiel((lomme, "\(lomme)\(last)\nrpe-lille;59350;59160;;\(day);"))
  }

  /// A demande that a person locked at rpe-lomme, and that was shown to go to rpe-lille on the first of January.
  private static func planned(_ daemon: RunningDaemon) throws {
    try daemon.load(moves(after: "2026-12-31", on: "2027-01-01"))
    try TriageTests.drop(daemon, "MEF-1", "59160", "Lomme")
    _ = try daemon.call("AssignDemandes", ["numeros": ["1"], "linf": "rpe-lomme", "motif": "Fratrie"])
    _ = try daemon.call(
      "TransferDemandes", ["commune": "59350", "le": "2027-01-01", "numeros": ["1"], "appliquer": true])
  }

  private static func told(_ compared: JSON) -> [String] {
    (compared["deplacements"].map { Array($0.elements) } ?? []).map { move in
      ["le", "de", "vers", "reste", "motif"].map { move[$0]?.string ?? "-" }.joined(separator: " ")
    }
  }

  private static func resumes(_ daemon: RunningDaemon) throws -> [String] {
    let fiche = try daemon.call("ShowDemande", ["numero": "2026-000001"])["fiche"]
    return (fiche?["faits"].map { Array($0.elements) } ?? []).compactMap { $0["resume"]?.string }
  }

  private static let dropped =
    "Transfert prévu le 01/01/2027 abandonné : le référentiel 2 ne la mène plus à rpe-lille."

  @Test(
    "T11: whose change was cancelled or postponed are dropped on their day, and the lock stays; loading tells it before",
    arguments: [
      (Samples.referentiel, [String]()),
      (moves(after: "2027-05-31", on: "2027-06-01"), ["2027-06-01 rpe-lomme rpe-lille verrou -"]),
    ])
  func dropped(files: [String: String], later: [String]) async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try Self.planned(daemon)
      let compared = try TriageTests.compare(daemon, files)
      #expect(Self.told(compared) == ["2027-01-01 rpe-lomme rpe-lille transfertAbandonne -"] + later)
      #expect(try daemon.load(files)["reorientees"]?.int == 0)
      try daemon.advance(to: "2027-01-02T08:00:00+01:00")
      try daemon.advance(to: "2027-06-02T08:00:00+02:00")
      let row = try TriageTests.row(daemon, "2026-000001")
      #expect(row["linf"]?.string == "rpe-lomme" && row["verrou"]?.bool == true)
      let resumes = try Self.resumes(daemon)
      #expect(resumes.filter { $0.hasPrefix("Transfert") } == [Self.dropped])
      #expect(resumes.contains("Suivra sa commune le 01/01/2027, vers rpe-lille, par la décision d’une personne."))
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  @Test("are foreseen as a move on their day, from the LINF that has the demande, and shown with it")
  func foreseen() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try Self.planned(daemon)
      let files = Self.moves(after: "2026-12-31", on: "2027-01-01")
      #expect(Self.told(try TriageTests.compare(daemon, files)) == ["2027-01-01 rpe-lomme rpe-lille - transfertPrevu"])
      let seen = try ProgramRun.guichetctl(daemon.root, "demande", "voir", "1")
      #expect(seen.output.contains("prévu le 01/01/2027 à Relais de Lille (rpe-lille)\n"))
      try daemon.advance(to: "2027-01-03T08:00:00+01:00")
      #expect(try TriageTests.row(daemon, "2026-000001")["linf"]?.string == "rpe-lille")
    }
  }

  @Test("one that a person put elsewhere stays from there, not from where the table had it")
  func elsewhere() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try TriageTests.drop(daemon, "MEF-1", "59000", "Lille")
      _ = try daemon.call("AssignDemandes", ["numeros": ["1"], "linf": "rpe-lomme", "motif": "Fratrie"])
      var files = Samples.referentiel
      files["linf.csv"]? += "rpe-marcq;Relais de Marcq;rpe;;;;;;\n"
      files["rattachements.csv"] = files["rattachements.csv"]?.replacing("rpe-lille;", with: "rpe-marcq;")
      #expect(
        Self.told(try TriageTests.compare(daemon, files)) == ["2026-11-23 rpe-lomme rpe-marcq verrou -"])
    }
  }

  @Test("past demandes are compared with what the référentiel in force says, not with what was known when they came")
  func replay() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try TriageTests.drop(daemon, "MEF-1", "59160", "Lomme")
      try daemon.load(Samples.referentiel)
      let same = try TriageTests.compare(daemon, Samples.referentiel, rejouer: 90)["rejeu"]
      #expect(same?["examinees"]?.int == 1 && same?["ailleurs"]?.int == 0)
      let other = try TriageTests.compare(
        daemon, TriageTests.referentiel((Self.lomme, "rpe-lille;59350;59160;;2022-01-01;")), rejouer: 90)["rejeu"]
      #expect(other?["ailleurs"]?.int == 1)
      #expect(other?["deplacements"]?.elements.compactMap { $0["de"]?.string } == ["rpe-lomme"])
    }
  }
}
