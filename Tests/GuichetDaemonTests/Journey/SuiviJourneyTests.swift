import GRDB
import GuichetTestSupport
import StrictJSON
import Testing
import VarlinkClient

@Suite("The follow-up of informed families, with the real daemon")
struct SuiviJourneyTests {
  private static func ctl(_ daemon: RunningDaemon, _ arguments: String...) throws -> ProgramRun {
    try ProgramRun(BuiltProgram.path("guichetctl"), arguments + ["--racine", daemon.root.path])
  }

  /// When each alert was told.
  private static func alerts(_ daemon: RunningDaemon) throws -> [String] {
    try daemon.list("ListFaits", "faits", ["numero": "2026-000001"]).filter { $0["nature"]?.string == "escalade" }
      .compactMap { $0["survenuLe"]?.string.map { String($0.prefix(16)) } }
  }

  private static func due(_ daemon: RunningDaemon) throws -> String? {
    let etape = try daemon.call("ShowDemande", ["numero": "2026-000001"])["fiche"]?["etape"]
    return etape?["libelle"]?.string.map { "\($0), \(etape?["le"]?.string?.prefix(16) ?? "suspendue")" }
  }

  private static func close(_ daemon: RunningDaemon, _ motif: String) throws -> JSON? {
    try daemon.call("CloseDemandes", ["numeros": ["2026-000001"], "motif": .string(motif), "note": nil])["resultats"]?
      .elements.first { _ in true }
  }

  @Test("T12, T17: tells each relance once and in time, takes them in, and gives the family up by the rule alone")
  func life() async throws {
    try await RunningDaemon.with(horloge: TriageTests.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try TriageTests.drop(daemon, "MEF-1", "59160", "Lomme")
      try TriageTests.drop(daemon, "MEF-2", "59160", "Lomme")
      try daemon.advance(to: "2026-11-24T10:00:00+01:00")
      _ = try daemon.call("AddContact", ["numero": "1", "resultat": "joint"])
      #expect(try Self.due(daemon) == "rendez-vous à donner, 2026-12-08T17:00")
      try daemon.advance(to: "2026-11-25T10:00:00+01:00")
      _ = try daemon.call("AddContact", ["numero": "1", "resultat": "joint", "themes": ["modes"]])
      #expect(try Self.due(daemon) == "relance 15 jours après l’information, 2026-12-10T17:00")
      #expect(try Self.alerts(daemon).isEmpty)

      try daemon.advance(to: "2026-12-21T10:00:00+01:00")
      #expect(try Self.alerts(daemon) == ["2026-12-11T09:00", "2026-12-15T09:00"])
      #expect(try Self.ctl(daemon, "suivi", "lister", "--en-retard").output.contains("15 jours après l’information"))
      let called = try Self.ctl(daemon, "suivi", "relancer", "2026-1", "--resultat", "sansReponse")
      #expect(
        called.output == """
          2026-000001 : « sans réponse » noté ; elle est « en suivi ».
          Ensuite : relance au début souhaité, à faire avant le 04/01/2027 17:00.
          Il manque une relance tentée sur 2 avant de la dire sans nouvelle ; est tentée celle du lundi 21/12. \
          La prochaine est du lundi 04/01/2027 (au début souhaité).

          """, "\(called.errors)")
      #expect(try Self.ctl(daemon, "suivi", "lister", "--en-retard").output == "Aucune demande en suivi.\n")
      let other = try Self.ctl(daemon, "suivi", "relancer", "2026-2", "--resultat", "sansReponse")
      #expect(other.status == 1 && other.errors.contains("« à contacter », pas en suivi"))
      let early = try Self.close(daemon, "sansNouvelle")
      #expect(early?["code"]?.string == "regle" && early?["message"]?.string?.contains("Il manque une relance") == true)

      try daemon.advance(to: "2027-01-08T10:00:00+01:00")
      let told = ["2026-12-11T09:00", "2026-12-15T09:00", "2027-01-05T09:00", "2027-01-07T09:00"]
      #expect(try Self.alerts(daemon) == told)
      let row = try daemon.call("AddContact", ["numero": "2026-1", "resultat": "messageLaisse", "suivi": true])[
        "demande"]
      #expect(row?["suivi"]?["code"]?.string == "apresDebut" && row?["suivi"]?["jour"]?.string == "2027-01-19")
      #expect(row?["suivi"]?["manque"]?.string?.hasSuffix("à partir du vendredi 15/01/2027.") == true)
      #expect(try Self.close(daemon, "sansNouvelle")?["code"]?.string == "regle")
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)

      try daemon.advance(to: "2027-01-15T09:30:00+01:00")
      #expect(try Self.close(daemon, "sansNouvelle")?["message"]?.string == "Close : sans nouvelle de la famille.")
      #expect(try Self.due(daemon) == nil)
      try daemon.advance(to: "2028-01-15T09:30:00+01:00")
      #expect(try Self.alerts(daemon) == told)
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  @Test("lists who is to be asked next, each with its step, and silent ones last; a late rendez-vous is said so")
  func lists() async throws {
    try await RunningDaemon.with(horloge: TriageTests.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      for number in 1...4 { try TriageTests.drop(daemon, "MEF-\(number)", "59160", "Lomme") }
      func inform(_ numero: String) throws {
        _ = try daemon.call("AddContact", ["numero": .string(numero), "resultat": "joint", "themes": ["modes"]])
      }
      try inform("3")
      try inform("2")
      _ = try daemon.call("SilenceDemandes", ["numeros": ["3"]])
      try daemon.advance(to: "2026-11-25T10:00:00+01:00")
      try inform("1")
      let rows = try daemon.list("ListDemandes", "demandes", ["suivi": true])
      #expect(rows.compactMap { $0["numero"]?.string } == ["2026-000002", "2026-000001", "2026-000003"])
      #expect(rows.map { $0["suivi"]?["jour"]?.string } == ["2026-12-08", "2026-12-10", nil])
      #expect(rows[2]["echeance"]?.isNull == true)
      #expect(rows[0]["suivi"]?["dernierContact"]?.string == "2026-11-23T09:00:00+01:00")
      #expect(rows[0]["suivi"]?["debut"]?.string == "2027-01-04")
      #expect(try daemon.list("ListDemandes", "demandes", ["suivi": true, "etat": "close"]).isEmpty)
      #expect(try daemon.list("ListDemandes", "demandes").allSatisfy { $0["suivi"]?.isNull == true })

      let booked = try Self.ctl(
        daemon, "rendez-vous", "fixer", "4", "--le", "2026-12-14T10:00", "--mode", "surSite")
      #expect(
        booked.output.hasSuffix(
          "C’est plus tard que 10 jours ouverts après le contact (mercredi 09/12/2026 à 17:00) ; il est pris tout de même.\n"
        ), "\(booked.output)\(booked.errors)")
      #expect(try TriageTests.row(daemon, "4")["echeance"]?.string == "2026-12-14T10:30:00+01:00")
      let moved = try daemon.call("MoveRendezVous", ["numero": "4", "debut": "2026-12-09T10:00"])
      #expect(moved["avertissement"]?.isNull == true)
      try daemon.advance(to: "2026-12-14T10:00:00+01:00")
      let told = try daemon.list("ListFaits", "faits", ["numero": "2026-000004"]).filter {
        $0["nature"]?.string == "escalade"
      }
      #expect(
        told.compactMap { $0["survenuLe"]?.string } == ["2026-12-09T10:30:00+01:00", "2026-12-14T09:00:00+01:00"])
      #expect(try Self.ctl(daemon, "demande", "voir", "4").output.contains("rendez-vous à renseigner"))
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  @Test("follow another configuration at the next start")
  func restarted() async throws {
    let root = try TemporaryRoot()
    let first = try RunningDaemon(root, horloge: TriageTests.horloge)
    try first.load(Samples.referentiel)
    try TriageTests.drop(first, "MEF-1", "59160", "Lomme")
    _ = try first.call("AddContact", ["numero": "1", "resultat": "joint", "themes": ["modes"]])
    #expect(try Self.due(first) == "relance 15 jours après l’information, 2026-12-08T17:00")
    #expect(first.stop() == 0)
    let again = try RunningDaemon(
      root, horloge: TriageTests.horloge, environment: ["GUICHET_DELAIS_RELANCES": "20jc"])
    defer { again.stop() }
    try again.advance(to: TriageTests.horloge)
    #expect(try TriageTests.row(again, "1")["echeance"]?.string == "2026-12-14T17:00:00+01:00")
    #expect(try again.call("VerifyJournal")["intact"]?.bool == true)
  }

  @Test("are computed anew where an older program left those that were further on without a next step")
  func upgraded() async throws {
    let root = try TemporaryRoot()
    let first = try RunningDaemon(root, horloge: TriageTests.horloge)
    try first.load(Samples.referentiel)
    for number in 1...3 { try TriageTests.drop(first, "MEF-\(number)", "59160", "Lomme") }
    _ = try first.call("AddContact", ["numero": "1", "resultat": "joint", "themes": ["modes"]])
    _ = try first.call("BookRendezVous", ["numero": "2", "debut": "2026-11-25T10:00", "mode": "surSite"])
    let before = try first.list("ListDemandes", "demandes").map { $0["echeance"]?.string }
    #expect(first.stop() == 0)
    try await DatabaseQueue(path: "\(root.path)/guichet.sqlite").write { db in
      try db.execute(
        sql: """
          UPDATE demande SET echeance = NULL WHERE etat IN ('rendezVous', 'enSuivi');
          DELETE FROM tache WHERE numero % 10 < 3;
          UPDATE horloges SET empreinte = '1' || substr(empreinte, 2);
          """)
    }
    let again = try RunningDaemon(root, horloge: TriageTests.horloge)
    defer { again.stop() }
    try again.advance(to: TriageTests.horloge)
    #expect(try again.list("ListDemandes", "demandes").map { $0["echeance"]?.string } == before)
    #expect(before.count == 3 && !before.contains(nil))
    #expect(try again.call("VerifyJournal")["intact"]?.bool == true)
    try again.advance(to: "2026-12-20T10:00:00+01:00")
    #expect(try Self.alerts(again) == ["2026-12-09T09:00", "2026-12-11T09:00"])
  }
}
