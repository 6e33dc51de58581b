import Foundation
import Guichet
import GuichetDaemon
import GuichetRegister
import GuichetTestSupport
import StrictJSON
import Testing
import VarlinkClient

@Suite("A référentiel that changes, with the real daemon")
struct ReferentielTests {
  private static let horloge = TriageTests.horloge

  /// Lomme goes to rpe-lille on the first of January.
  private static let lommeMovesLater = TriageTests.referentiel(
    (
      "rpe-lomme;59350;59160;;2022-01-01;",
      "rpe-lomme;59350;59160;;2022-01-01;2026-12-31\nrpe-lille;59350;59160;;2027-01-01;"
    ))

  /// Without rpe-lomme: rpe-lille has its places.
  private static let withoutLomme: [String: String] = {
    var files = TriageTests.referentiel(
      ("rpe-lomme;59350;59160;;2022-01-01;\n", ""), ("rpe-lomme;59128;", "rpe-lille;59128;"))
    for name in ["linf.csv", "habilitations.csv"] {
      files[name] = files[name]?.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasPrefix("rpe-lomme;") }.joined(separator: "\n")
    }
    return files
  }()

  @Test("a LINF that is removed keeps no family: its demandes go by the rules, those of a person's choice to a person")
  func removed() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try TriageTests.drop(daemon, "MEF-1", "59160", "Lomme")
      try TriageTests.drop(daemon, "MEF-2", "59160", "Lomme")
      _ = try daemon.call("AssignDemandes", ["numeros": ["1"], "linf": "rpe-lomme", "motif": "Fratrie"])
      let compared = try TriageTests.compare(daemon, Self.withoutLomme)
      #expect(
        compared["avertissements"]?.elements.compactMap(\.string).last?.hasPrefix(
          "Relais de Lomme (rpe-lomme) n’est plus dans ce référentiel et a encore 2 demandes ouvertes") == true)
      let moves = compared["deplacements"].map { Array($0.elements) } ?? []
      #expect(moves.map { $0["numero"]?.string } == ["2026-000001", "2026-000002"])
      #expect(moves.map { $0["vers"]?.string } == [nil, "rpe-lille"] && moves.allSatisfy { $0["suit"]?.bool == true })
      #expect(moves.map { $0["raison"]?.string } == ["sansLinf", nil])
      #expect(moves.map { $0["motif"]?.string } == ["linfRetire", nil])

      #expect(try daemon.load(Self.withoutLomme)["reorientees"]?.int == 2)
      let row = try TriageTests.row(daemon, "1")
      #expect(row["etat"]?.string == "aOrienter" && row["raison"]?.string == "sansLinf")
      #expect(row["verrou"]?.bool == false)
      #expect(try TriageTests.row(daemon, "2")["linf"]?.string == "rpe-lille")
      let explained = try ProgramRun.guichetctl(daemon.root, "demande", "expliquer", "1").output
      #expect(explained.contains("rpe-lomme, à qui une personne l’avait confiée, n’est plus dans le référentiel"))

      let listed = try ProgramRun.guichetctl(daemon.root, "demande", "lister", "--etat", "aOrienter").output
      #expect(listed.contains("LINF choisi retiré") && !listed.contains("aucun LINF") && listed.contains("→ rpe-lille"))

      // Its return does not choose for the person, nor does a correction of its place.
      let corrected = try daemon.call(
        "CorrectDemande",
        ["numero": "1", "correction": ["demandeur": ["adresse": ["codePostal": "59000", "commune": "Lille"]]]])
      #expect(corrected["linf"]?.string == nil && corrected["deplacee"]?.bool == false)
      #expect(try TriageTests.row(daemon, "1")["etat"]?.string == "aOrienter")
      try daemon.load(Samples.referentiel)
      #expect(try TriageTests.row(daemon, "1")["etat"]?.string == "aOrienter")
      _ = try daemon.call("AssignDemandes", ["numeros": ["1"]])
      #expect(try TriageTests.row(daemon, "1")["linf"]?.string == "rpe-lille")
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  @Test("the list of a day of change stands in the journal, from the day or from a start that comes after it")
  func told() async throws {
    let root = try TemporaryRoot()
    var daemon = try RunningDaemon(root, horloge: Self.horloge)
    defer { daemon.stop() }
    var files = Self.lommeMovesLater
    files["rattachements.csv"] = files["rattachements.csv"]?.replacing(
      "rpe-lomme;59128;;;2022-01-01;", with: "rpe-lomme;59128;;;2022-01-01;2027-01-31\nrpe-lille;59128;;;2027-02-01;")
    try daemon.load(files)
    try TriageTests.drop(daemon, "MEF-1", "59160", "Lomme")
    try TriageTests.drop(daemon, "MEF-2", "59160", "Lomme")
    try TriageTests.drop(daemon, "MEF-3", "59160", "Capinghem")
    _ = try daemon.call("AssignDemandes", ["numeros": ["2"], "linf": "rpe-lomme", "motif": "Fratrie"])
    func lines() throws -> [Substring] {
      try ProgramRun.guichetctl(root, "journal", "lister").output.split(separator: "\n").filter {
        $0.contains("Rattachements changés")
      }
    }
    try daemon.advance(to: "2026-12-31T23:59:59+01:00")
    #expect(try lines().isEmpty)
    try daemon.advance(to: "2027-01-01T00:00:00+01:00")
    try daemon.advance(to: "2027-01-01T09:00:00+01:00")
    #expect(try lines().count == 1)
    #expect(
      try lines().first?.contains(
        "Rattachements changés le 01/01/2027 dans une commune (59350) par le référentiel 1 : une demande a suivi "
          + "(2026-000001) ; une est restée par la décision d’une personne (2026-000002).") == true)
    daemon.kill()
    daemon = try RunningDaemon(root, horloge: "2027-02-05T09:00:00+01:00")
    try daemon.advance(to: "2027-02-05T09:00:00+01:00")
    #expect(try lines().count == 2)
    #expect(try lines().last?.contains("le 01/02/2027 dans une commune (59128)") == true)
    #expect(try lines().last?.contains("une demande a suivi (2026-000003).") == true)
    #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
  }

  @Test(
    "a lot of before midnight, recorded after the day was followed, follows it at the next start when that was killed",
    .timeLimit(.minutes(1)))
  func lateLot() async throws {
    let root = try TemporaryRoot()
    let first = try RunningDaemon(root, horloge: "2026-12-31T23:59:00+01:00")
    try first.load(Self.lommeMovesLater)
    first.kill()
    // What the daemon does, but for its end: read, follow the day, record; and nothing more, as after a kill.
    let office = try TestOffice("2026-12-31T23:59:59+01:00", root: root)
    try await office.resume()
    let lot = try office.read(1, "59160", "Lomme")
    office.clock.advance(to: try instant("2027-01-01T00:00:00+01:00"))
    _ = try await office.rerouting.run()
    try await office.record(lot)
    #expect(try await office.linf(1) == "rpe-lomme")
    try office.register.close()
    let second = try RunningDaemon(root, horloge: "2027-01-01T00:00:05+01:00")
    defer { second.stop() }
    // Nobody asks for it: its start does it.
    while try TriageTests.row(second, "2026-000001")["linf"]?.string != "rpe-lille" {
      try Task.checkCancellation()
      await Task.yield()
    }
    #expect(try second.call("VerifyJournal")["intact"]?.bool == true)
  }

  @Test("what a référentiel moves is shown as far as a person reads, and counted to the end")
  func many() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      for number in 1...2100 {
        try daemon.root.drop(Samples.formulaire(reference: "MEF-\(number)"), as: "\(number).json")
      }
      try daemon.advance(to: Self.horloge)
      let files = TriageTests.referentiel(("rpe-lomme;59350;59160;;2022-01-01;", "rpe-lille;59350;59160;;2022-01-01;"))
      let compared = try TriageTests.compare(daemon, files, rejouer: 1)
      #expect(compared["deplacementsTotal"]?.int == 2100 && compared["rejeu"]?["ailleurs"]?.int == 2100)
      let shown = compared["deplacements"].map { Array($0.elements) } ?? []
      #expect(shown.count == 1000 && compared["rejeu"]?["deplacements"]?.count == 1000)
      #expect(shown.first?["numero"]?.string == "2026-000001" && shown.last?["numero"]?.string == "2026-001000")
    }
  }

  @Test("a transfer applies what was shown, by the version that showed it, and tells of each")
  func transfer() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Self.lommeMovesLater)
      for number in 1...3 { try TriageTests.drop(daemon, "MEF-\(number)", "59160", "Lomme") }
      _ = try daemon.call("AssignDemandes", ["numeros": ["1", "2", "3"], "linf": "rpe-lomme", "motif": "Fratrie"])
      let base: JSONValue = [
        "commune": "59350", "le": "2027-01-01", "numeros": ["1", "2", "3"], "appliquer": false,
      ]
      let shown = try daemon.call("TransferDemandes", base)
      // That the lock of each will be lifted is shown.
      #expect(shown["deplacements"]?.elements.allSatisfy { $0["motif"]?.string == "verrouLeve" } == true)
      #expect(shown["version"]?.int == 1 && shown["deplacements"]?.count == 3 && shown["resultats"]?.isNull == true)
      func move(_ rank: Int, de: String = "rpe-lomme") -> JSONValue {
        [
          "numero": .string("2026-00000\(rank)"), "etat": "aContacter", "le": "2027-01-01", "de": .string(de),
          "vers": "rpe-lille", "suit": true, "motif": "verrouLeve",
        ]
      }
      func apply(_ montrees: [JSONValue], version: Int64) throws -> JSON {
        try daemon.call(
          "TransferDemandes",
          [
            "commune": "59350", "le": "2027-01-01", "appliquer": true, "montrees": .array(montrees),
            "version": .int(version),
          ])
      }
      // One was shown where it is no more, one does not exist.
      let applied = try apply([move(1), move(2, de: "rpe-lille"), move(9)], version: 1)
      let results = applied["resultats"].map { Array($0.elements) } ?? []
      #expect(results.map { $0["numero"]?.string } == ["2026-000001", "2026-000002", "2026-000009"])
      #expect(results.map { $0["fait"]?.bool } == [true, false, false])
      #expect(results.map { $0["code"]?.string } == [nil, "changee", "introuvable"])
      #expect(results[0]["message"]?.string == "Suivra sa commune le 01/01/2027, vers Relais de Lille (rpe-lille).")
      #expect(applied["deplacements"]?.elements.compactMap { $0["numero"]?.string } == ["2026-000001"])

      var files = Self.lommeMovesLater
      files["linf.csv"]? += "rpe-marcq;Relais de Marcq;rpe;;;;;;\n"
      try daemon.load(files)
      let refusal = #expect(throws: VarlinkFailure.self) { try apply([move(2)], version: 1) }
      guard case .refused(let error) = refusal else {
        Issue.record("nothing was refused")
        return
      }
      #expect(error.name == "fr.caf.guichet.VersionDepassee" && error.parameters["version"]?.int == 2)

      try daemon.advance(to: "2027-01-02T09:00:00+01:00")
      #expect(try TriageTests.row(daemon, "2026-000001")["linf"]?.string == "rpe-lille")
      #expect(try TriageTests.row(daemon, "2026-000002")["linf"]?.string == "rpe-lomme")
      let run = try ProgramRun.guichetctl(
        daemon.root, "referentiel", "transferer", "--commune", "59350", "--le", "01/01/2027", "--numeros",
        "2026-2,2026-3", "--oui")
      #expect(run.status == 0 && run.output.contains("2026-000003 : Transférée à Relais de Lille (rpe-lille)."))
      #expect(try TriageTests.row(daemon, "2026-000003")["linf"]?.string == "rpe-lille")
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }
}
