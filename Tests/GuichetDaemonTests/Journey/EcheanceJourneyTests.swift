import Guichet
import GuichetDaemon
import GuichetTestSupport
import StrictJSON
import Testing
import VarlinkClient

@Suite("Échéances, with the real daemon")
struct EcheanceJourneyTests {
  private static func result(_ reply: JSON) -> (fait: Bool, message: String, code: String?) {
    let first = reply["resultats"]?.elements.first { _ in true }
    return (first?["fait"]?.bool ?? false, first?["message"]?.string ?? "", first?["code"]?.string)
  }

  private static func niveaux(_ daemon: RunningDaemon, _ numero: String) throws -> [String] {
    try daemon.list("ListFaits", "faits", ["numero": .string(numero)]).filter { $0["nature"]?.string == "escalade" }
      .compactMap { fait in fait["survenuLe"]?.string }
  }

  @Test("T12: every alert is in the journal once, at its time and in open hours, whatever the clock leaps over")
  func alerts() async throws {
    try await RunningDaemon.with(horloge: TriageTests.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try TriageTests.drop(daemon, "MEF-1", "59160", "Lomme")
      #expect(try TriageTests.row(daemon, "1")["echeance"]?.string == "2026-11-25T17:00:00+01:00")
      #expect(try TriageTests.row(daemon, "1")["enRetard"]?.bool == false)
      try daemon.advance(to: "2027-11-23T09:00:00+01:00")
      #expect(
        try Self.niveaux(daemon, "2026-000001") == [
          "2026-11-25T11:30:00+01:00", "2026-11-26T09:00:00+01:00", "2026-11-30T09:00:00+01:00",
        ])
      #expect(try TriageTests.row(daemon, "2026-000001")["enRetard"]?.bool == true)
      #expect(try daemon.list("ListDemandes", "demandes", ["enRetard": true]).count == 1)
      try daemon.advance(to: "2028-11-23T09:00:00+01:00")
      #expect(try Self.niveaux(daemon, "2026-000001").count == 3)
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  @Test("T12, T16: through a year of days off and clock changes, each alert comes once, and with its doors open")
  func year() async throws {
    try await RunningDaemon.with(horloge: "2026-01-02T10:00:00+01:00") { daemon in
      try daemon.load(Samples.referentiel)
      let first = try #require(DateCivile(iso: "2026-01-02"))
      for week in 0..<52 {
        let moment = "\(first.advanced(byDays: 7 * week + week % 5).iso)T11:07:00Z"
        try daemon.advance(to: moment)
        try daemon.root.drop(
          Samples.formulaire(reference: "MEF-\(week)", deposeeLe: "2026-01-02T08:00:00+01:00"), as: "\(week).json")
        try daemon.advance(to: moment)
      }
      try daemon.advance(to: "2027-03-01T10:00:00+01:00")
      let calendar = HeuresDeLaCaf(
        fuseau: try Office.readZone("Europe/Paris"), zone: .metropole, horaires: .bureau
      ).calendrier
      var told: [String: [Instant]] = [:]
      for fait in try daemon.list("ListFaits", "faits") where fait["nature"]?.string == "escalade" {
        let moment = try #require(Instant(rfc3339: fait["enregistreLe"]?.string ?? ""))
        told[fait["numero"]?.string ?? "", default: []].append(moment)
        #expect(calendar.isOpen(at: moment), "\(fait["enregistreLe"]?.string ?? "")")
      }
      #expect(told.count == 52)
      for demande in try daemon.list("ListDemandes", "demandes") {
        let numero = try #require(demande["numero"]?.string)
        let due = try #require(Instant(rfc3339: demande["echeance"]?.string ?? ""))
        #expect(
          told[numero] == [
            try calendar.subtracting(DureeOuverte(heures: 4), from: due), try calendar.nextOpening(from: due),
            try calendar.nextOpening(from: try calendar.adding(openDays: 2, to: due)),
          ], "\(numero)")
      }
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  @Test("T13: is paused with a reason and resumed, set by hand and given back, and explained")
  func byHand() async throws {
    try await RunningDaemon.with(horloge: TriageTests.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try TriageTests.drop(daemon, "MEF-1", "59160", "Lomme")
      let set = Self.result(
        try daemon.call("SetEcheance", ["numeros": ["1"], "le": "2026-12-02", "motif": "Vacances"]))
      #expect(
        set.message == "Échéance fixée. À faire avant le mercredi 02/12/2026 à 17:00 (premier contact).")
      #expect(throws: VarlinkFailure.self) {
        try daemon.call("SetEcheance", ["numeros": ["1"], "le": "2026-11-20", "motif": "Vacances"])
      }
      #expect(throws: VarlinkFailure.self) {
        try daemon.call("SetEcheance", ["numeros": ["1"], "le": "2026-12-02", "motif": nil])
      }
      // Other hours change nothing of it. By the rule the Caf's ceiling comes before the second Friday of that LINF.
      try daemon.load(DelaiJourneyTests.referentiel)
      #expect(try TriageTests.row(daemon, "1")["echeance"]?.string == "2026-12-02T17:00:00+01:00")
      let back = Self.result(try daemon.call("SetEcheance", ["numeros": ["1"], "le": nil, "motif": nil]))
      #expect(back.message.hasPrefix("Échéance rendue à la règle. À faire avant le lundi 30/11/2026 à 17:00"))
      let paused = Self.result(try daemon.call("SuspendDemandes", ["numeros": ["1"], "motif": "Hospitalisation"]))
      #expect(paused.message == "Délai suspendu : il reste 9 h de temps ouvert (premier contact).")
      #expect(try TriageTests.row(daemon, "1")["echeance"]?.isNull == true)
      try daemon.advance(to: "2026-11-25T15:00:00+01:00")
      let resumed = Self.result(try daemon.call("ResumeDemandes", ["numeros": ["1"]]))
      #expect(resumed.message == "Délai repris. À faire avant le jeudi 03/12/2026 à 15:00 (premier contact).")
      let explained = try daemon.call("ExplainDemande", ["numero": "1"])["echeance"]
      #expect(explained?["nature"]?.string == "premierContact" && explained?["fixee"]?.bool == false)
      let sentences = explained?["explication"]?.elements.compactMap(\.string) ?? []
      #expect(sentences.contains { $0.hasPrefix("Échéance : ") || $0.contains("mène au") }, "\(sentences)")
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  @Test("T18: follow another configuration at the next start, but for what a person set")
  func restarted() async throws {
    let root = try TemporaryRoot()
    let first = try RunningDaemon(root, horloge: TriageTests.horloge)
    try first.load(Samples.referentiel)
    try TriageTests.drop(first, "MEF-1", "59160", "Lomme")
    try TriageTests.drop(first, "MEF-2", "59160", "Lomme")
    _ = try first.call("SetEcheance", ["numeros": ["2"], "le": "2026-12-02", "motif": "Vacances"])
    #expect(first.stop() == 0)
    let again = try RunningDaemon(
      root, horloge: TriageTests.horloge, environment: ["GUICHET_DELAIS_PREMIERCONTACT": "3j"])
    defer { again.stop() }
    try again.advance(to: TriageTests.horloge)
    #expect(try TriageTests.row(again, "1")["echeance"]?.string == "2026-11-26T17:00:00+01:00")
    #expect(try TriageTests.row(again, "2")["echeance"]?.string == "2026-12-02T17:00:00+01:00")
    #expect(try again.call("VerifyJournal")["intact"]?.bool == true)
  }

  @Test("T12: a daemon that was away tells once what is still true, in open hours, and records what it left out")
  func late() async throws {
    let root = try TemporaryRoot()
    let first = try RunningDaemon(root, horloge: TriageTests.horloge)
    try first.load(Samples.referentiel)
    try TriageTests.drop(first, "MEF-1", "59160", "Lomme")
    #expect(first.stop() == 0)
    // A Saturday evening.
    let again = try RunningDaemon(root, horloge: "2026-12-05T20:00:00+01:00")
    defer { again.stop() }
    try again.advance(to: "2026-12-05T20:00:00+01:00")
    #expect(try Self.niveaux(again, "1").isEmpty)
    try again.advance(to: "2026-12-07T12:00:00+01:00")
    let monday = "2026-12-07T09:00:00+01:00"
    #expect(try Self.niveaux(again, "1") == [monday, monday, monday])
    let told = try again.list("ListFaits", "faits", ["numero": "1"]).compactMap { $0["resume"]?.string }.suffix(3)
    #expect(told.last == "L’échéance est passée depuis longtemps sans suite.")
    #expect(told.dropLast().allSatisfy { $0.contains("n’a pas été") }, "\(told)")
    #expect(try again.call("VerifyJournal")["intact"]?.bool == true)
  }

  @Test("T21: closing, correcting the reason and opening again show the same everywhere")
  func closed() async throws {
    try await RunningDaemon.with(horloge: TriageTests.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try TriageTests.drop(daemon, "MEF-1", "59160", "Lomme")
      func close(_ motif: String) throws -> (fait: Bool, message: String, code: String?) {
        Self.result(try daemon.call("CloseDemandes", ["numeros": ["1"], "motif": .string(motif), "note": nil]))
      }
      #expect(try close("injoignable").code == "regle")
      #expect(try close("sansSuite").message == "Close : sans suite, la famille renonce.")
      #expect(try close("sansSuite").code == "dejaLa")
      #expect(try close("demenagement").message.hasPrefix("Motif de clôture corrigé"))
      let row = try TriageTests.row(daemon, "1")
      let listed = try daemon.list("ListDemandes", "demandes", ["etat": "close"]).first
      #expect(row["motifCloture"]?.string == "demenagement" && listed?["motifCloture"]?.string == "demenagement")
      #expect(row["echeance"]?.isNull == true)
      #expect(throws: VarlinkFailure.self) { try close("ennui") }
      try daemon.advance(to: "2026-12-07T10:00:00+01:00")
      #expect(try Self.niveaux(daemon, "1").isEmpty)
      let opened = Self.result(try daemon.call("ReopenDemandes", ["numeros": ["1"], "motif": "Elle rappelle"]))
      #expect(opened.message == "Rouverte. À faire avant le mercredi 09/12/2026 à 17:00 (premier contact).")
      let refused = Self.result(try daemon.call("ReopenDemandes", ["numeros": ["1"], "motif": "Encore"]))
      #expect(refused.code == "transition" && refused.message.contains("sont possibles"))
      _ = try daemon.call("AddNote", ["numeros": ["1"], "texte": "Rappeler le soir."])
      _ = try daemon.call("SilenceDemandes", ["numeros": ["1"]])
      let fiche = try daemon.call("ShowDemande", ["numero": "1"])["fiche"]
      #expect(fiche?["notes"]?.elements.compactMap { $0["texte"]?.string } == ["Rappeler le soir."])
      let etat = try daemon.call("GetEtat")["etat"]?["demandes"]?["parEtat"]
      #expect(etat?["aContacter"]?.int == 1 && (etat?["close"]?.int ?? 0) == 0)
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }
}
