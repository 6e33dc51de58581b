import GuichetTestSupport
import StrictJSON
import Testing
import VarlinkClient

@Suite("A demande that is corrected, with the real daemon")
struct CorrectionJourneyTests {
  /// Capinghem, which rpe-lomme has.
  private static func with(_ body: (RunningDaemon) throws -> Void) async throws {
    try await RunningDaemon.with(horloge: TriageTests.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try TriageTests.drop(daemon, "MEF-1", "59160", "Capinghem")
      try body(daemon)
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  private static let lille: JSONValue = ["demandeur": ["adresse": ["codePostal": "59000", "commune": "Lille"]]]

  private static func correct(_ daemon: RunningDaemon, _ correction: JSONValue = lille) throws -> JSON {
    try daemon.call("CorrectDemande", ["numero": "1", "correction": correction])
  }

  private static func marques(_ row: JSON?) -> [String]? { row?["marques"].map { $0.elements.compactMap(\.string) } }

  /// The codes of an act's results, one for each numero.
  private static func codes(_ reply: JSON) -> [String?] {
    reply["resultats"].map { $0.elements.map { $0["code"]?.string } } ?? []
  }

  @Test(
    "is checked like a form; its place is proposed elsewhere, its commune follows at once, and both values are shown")
  func proposed() async throws {
    try await Self.with { daemon in
      #expect(throws: VarlinkFailure.self) { try Self.correct(daemon, ["demandeur": ["telephone": "12"]]) }
      let reply = try Self.correct(daemon)
      #expect(reply["linf"]?.string == "rpe-lomme" && reply["propose"]?["linf"]?.string == "rpe-lille")
      #expect(reply["champs"]?.elements.compactMap(\.string) == ["/demandeur/adresse"])
      #expect(try TriageTests.faits(daemon, "1") == ["recue", "routee", "corrigee"])
      let shown = try daemon.call("ShowDemande", ["numero": "1"])
      #expect(shown["demande"]?["codeInsee"]?.string == "59350" && shown["fiche"]?["commune"]?.string == "Lille")
      #expect(Self.marques(shown["demande"]) == ["routagePropose"])
      #expect(shown["fiche"]?["formulaire"]?["demandeur"]?["adresse"]?["commune"]?.string == "Lille")
      #expect(shown["fiche"]?["propose"]?["linf"]?.string == "rpe-lille")
      let correction = try #require(shown["fiche"]?["corrections"]?.elements.first { _ in true })
      #expect(correction["le"]?.string == TriageTests.horloge && correction["auteur"]?.string?.isEmpty == false)
      let champs = correction["champs"]?.elements.map { champ in
        [champ["chemin"]?.string, champ["avant"]?.string, champ["apres"]?.string]
      }
      #expect(
        champs == [
          ["/demandeur/adresse/voie", "12 rue de la République", nil],
          ["/demandeur/adresse/codePostal", "59160", "59000"], ["/demandeur/adresse/commune", "Capinghem", "Lille"],
        ])
      #expect(try daemon.call("ExplainDemande", ["numero": "1"])["propose"]?["linf"]?.string == "rpe-lille")
      // The journal says what changed in words, and nothing of what it was.
      let resume = try #require(
        try daemon.list("ListFaits", "faits", ["numero": "1"]).last?["resume"]?.string)
      #expect(resume == "Demande corrigée : adresse ; elle relève de rpe-lille par le référentiel 1.")
      // A later correction of something else asks nothing again.
      #expect(try Self.correct(daemon, ["demandeur": ["courriel": nil]])["propose"]?.isNull == true)
    }
  }

  @Test("stays where it is at a loading and on a day of change, until a person accepts, by the rules of then")
  func accepted() async throws {
    try await Self.with { daemon in
      _ = try Self.correct(daemon)
      var files = TriageTests.referentiel(
        ("rpe-lille;59350;;;2022-01-01;", "rpe-lille;59350;;;2022-01-01;2026-12-31\nrpe-marcq;59350;;;2027-01-01;"))
      files["linf.csv"]? += "rpe-marcq;Relais de Marcq;rpe;;03 53 01 10 03;;;;\n"
      try daemon.load(files)
      #expect(try TriageTests.row(daemon, "1")["linf"]?.string == "rpe-lomme")
      try daemon.advance(to: "2027-01-02T08:00:00+01:00")
      let row = try TriageTests.row(daemon, "2026-000001")
      #expect(row["linf"]?.string == "rpe-lomme" && Self.marques(row) == ["routagePropose"])
      #expect(row["age"]?.int == 40 * 86_400 - 3600)
      let shown = try daemon.call("ShowDemande", ["numero": "2026-000001"])["fiche"]?["propose"]
      #expect(shown?["linf"]?.string == "rpe-marcq" && shown?["version"]?.int == 2)
      let accepted = try daemon.call("AcceptRoutages", ["numeros": ["2026-000001", "2026-000077"]])
      #expect(Self.codes(accepted) == [nil, "introuvable"])
      let moved = try TriageTests.row(daemon, "2026-000001")
      #expect(moved["linf"]?.string == "rpe-marcq" && Self.marques(moved) == ["horsHabilitation", "transmise"])
      #expect(try Self.codes(daemon.call("AcceptRoutages", ["numeros": ["2026-000001"]])) == ["sansProposition"])
      let attributions = try daemon.call("ExplainDemande", ["numero": "2026-000001"])["attributions"]
      #expect(attributions?.elements.compactMap { $0["cause"]?.string } == ["reception", "acceptation"])
    }
  }

  @Test("is kept where it is by a person with a motive, which no loading undoes")
  func kept() async throws {
    try await Self.with { daemon in
      _ = try Self.correct(daemon)
      #expect(throws: VarlinkFailure.self) {
        try daemon.call("RefuseRoutages", ["numeros": ["1"], "motif": " "])
      }
      let kept = try daemon.call("RefuseRoutages", ["numeros": ["1"], "motif": "Fratrie déjà suivie"])
      let messages = kept["resultats"]?.elements.compactMap { $0["message"]?.string }
      #expect(messages == ["Gardée à Relais de Lomme (rpe-lomme) ; aucune règle ne l’en déplacera."])
      try daemon.load(TriageTests.referentiel(("rpe-lomme;59128;", "rpe-lille;59128;")))
      let row = try TriageTests.row(daemon, "1")
      #expect(row["linf"]?.string == "rpe-lomme" && row["verrou"]?.bool == true && Self.marques(row) == [])
    }
  }

  @Test("keeps its lock, is accepted all the same by a person, and tells where the family is to be sent")
  func otherCaf() async throws {
    try await Self.with { daemon in
      _ = try daemon.call("AssignDemandes", ["numeros": ["1"], "linf": "rpe-lomme", "motif": "Connue"])
      var files = Samples.referentiel
      files["communes.csv"]? += "COM,62041,32,62,62D,621,1,ARRAS,Arras,Arras,6299,\n"
      files["codes-postaux.csv"]? += "62041;ARRAS;62000;ARRAS;\n"
      try daemon.load(files)
      let arras: JSONValue = ["demandeur": ["adresse": ["codePostal": "62000", "commune": "Arras"]]]
      let reply = try Self.correct(daemon, arras)
      #expect(reply["verrou"]?.bool == true && reply["propose"]?["departement"]?.string == "62")
      #expect(try TriageTests.row(daemon, "1")["codeInsee"]?.string == "62041")
      _ = try daemon.call("AcceptRoutages", ["numeros": ["1"]])
      let row = try TriageTests.row(daemon, "1")
      #expect(row["raison"]?.string == "horsDepartement" && row["departement"]?.string == "62")
      #expect(row["verrou"]?.bool == false)
      let listed = try ProgramRun.guichetctl(daemon.root, "demande", "lister", "--etat", "aOrienter").output
      #expect(listed.contains("hors du département : Pas-de-Calais (62)"))
    }
  }
}
