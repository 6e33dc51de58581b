import GuichetTestSupport
import StrictJSON
import Testing
import VarlinkClient

@Suite("Contacts with families, with the real daemon")
struct ContactJourneyTests {
  private static func office(_ body: (RunningDaemon) throws -> Void) async throws {
    try await RunningDaemon.with(horloge: TriageTests.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try TriageTests.drop(daemon, "MEF-1", "59160", "Capinghem")
      try TriageTests.drop(daemon, "MEF-2", "59160", "Capinghem")
      try body(daemon)
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  private static func ctl(_ daemon: RunningDaemon, _ arguments: String...) throws -> ProgramRun {
    try ctl(daemon, arguments)
  }

  private static func ctl(_ daemon: RunningDaemon, _ arguments: [String], input: String = "") throws -> ProgramRun {
    try ProgramRun(BuiltProgram.path("guichetctl"), arguments + ["--racine", daemon.root.path], input: input)
  }

  @Test("that come from the family are entered of a demande that is closed, or that nobody has yet")
  func anywhere() async throws {
    try await Self.office { daemon in
      _ = try daemon.call("CloseDemandes", ["numeros": ["1"], "motif": "sansSuite"])
      let out = try Self.ctl(daemon, "contact", "ajouter", "1", "--resultat", "joint")
      #expect(out.status == 1 && out.errors.contains("n’admet que les contacts venus de la famille (--entrant)"))
      let came = try Self.ctl(daemon, "contact", "ajouter", "1", "--resultat", "joint", "--entrant")
      #expect(came.status == 0 && came.output.contains("elle est « close »"), "\(came.errors)")
      #expect(came.output.contains("rouvrez-la par « guichetctl demande rouvrir 2026-000001 »"))
      let sequence = try #require(
        try daemon.call("ShowDemande", ["numero": "1"])["fiche"]?["joindre"]?["contacts"]?.elements.first { _ in true
        }?[
          "sequence"]?.int)
      _ = try daemon.call("CancelContact", ["numero": "1", "sequence": .int(Int64(sequence))])
      try TriageTests.drop(daemon, "MEF-3", "59700", "Marcq-en-Barœul")
      #expect(try TriageTests.row(daemon, "3")["etat"]?.string == "aOrienter")
      for sens in ["sortant", "entrant"] {
        let noted = try daemon.call("AddContact", ["numero": "3", "resultat": "joint", "sens": .string(sens)])
        #expect(noted["demande"]?["etat"]?.string == "aOrienter")
      }
    }
  }

  @Test("are entered, lead the demande on, propose the next time, and are taken back")
  func entered() async throws {
    try await Self.office { daemon in
      _ = try daemon.call("TakeDemandes", ["numeros": ["1"]])
      let missed = try Self.ctl(daemon, "contact", "ajouter", "1", "--resultat", "sansReponse")
      #expect(missed.status == 0, "\(missed.errors)")
      #expect(missed.output.hasPrefix("2026-000001 : « sans réponse » noté ; elle est « à contacter ».\n"))
      #expect(missed.output.contains("Prochain essai : lundi 23/11/2026, de 13:30 à 17:00 (heures d’ouverture)."))
      #expect(missed.output.contains("Il manque 2 tentatives sur 3"))
      #expect(try TriageTests.faits(daemon, "1") == ["recue", "routee", "prise", "contact", "laissee"])
      let row = try daemon.call("ShowDemande", ["numero": "1"])["demande"]
      #expect(row?["prisePar"]?.isNull == true, "the lease is let go")

      // The next morning, entered in the afternoon.
      try daemon.advance(to: "2026-11-24T15:00:00+01:00")
      let reached = try Self.ctl(
        daemon, "contact", "ajouter", "1", "--resultat", "joint", "--theme", "modes", "--theme", "aides", "--le",
        "2026-11-24T09:10")
      #expect(
        reached.output == """
          2026-000001 : « joint » noté ; elle est « en suivi ».
          Ensuite : relance 15 jours après l’information, à faire avant le 09/12/2026 17:00.

          """, "\(reached.errors)")
      let shown = try Self.ctl(daemon, "demande", "voir", "1").output
      #expect(shown.contains("24/11/2026 09:10 : sortant par téléphone, joint au 06 39 98 12 34, informée : "))
      let fait = try daemon.list("ListFaits", "faits", ["numero": "1"]).last
      #expect(fait?["survenuLe"]?.string == "2026-11-24T09:10:00+01:00")
      #expect(fait?["enregistreLe"]?.string == "2026-11-24T15:00:00+01:00")

      #expect(try Self.ctl(daemon, "contact", "annuler", "1", "--oui").output.hasSuffix("elle est « à contacter ».\n"))
      let old = try Self.ctl(daemon, "contact", "annuler", "1", "--oui")
      #expect(old.status == 1 && old.errors.contains("n’a pas été noté aujourd’hui"))
    }
  }

  @Test("T21: leave a demande in the same état in every list, figure and answer")
  func sameState() async throws {
    try await Self.office { daemon in
      func states() throws -> [String?] {
        let row = try daemon.list("ListDemandes", "demandes").first { $0["numero"]?.string == "2026-000001" }
        let counts = try daemon.call("GetEtat")["etat"]?["demandes"]?["parEtat"]
        return [
          row?["etat"]?.string, try TriageTests.row(daemon, "1")["etat"]?.string,
          counts?["enSuivi"]?.int == 1 ? "enSuivi" : "aContacter",
        ]
      }
      let entered = try daemon.call("AddContact", ["numero": "1", "resultat": "joint", "themes": ["modes"]])
      #expect(try states() + [entered["demande"]?["etat"]?.string] == Array(repeating: "enSuivi", count: 4))
      let sequence = Int64(entered["sequence"]?.int ?? 0)
      let cancelled = try daemon.call("CancelContact", ["numero": "1", "sequence": .int(sequence)])
      #expect(try states() + [cancelled["demande"]?["etat"]?.string] == Array(repeating: "aContacter", count: 4))
    }
  }

  @Test("keep a family that was informed where it is known when the table changes, and are seen where another goes")
  func tableChanges() async throws {
    try await Self.office { daemon in
      _ = try daemon.call("AddContact", ["numero": "1", "resultat": "joint", "themes": ["modes"]])
      _ = try daemon.call("AddContact", ["numero": "2", "resultat": "sansReponse"])
      try daemon.load(TriageTests.referentiel(("rpe-lomme;59128", "rpe-lille;59128")))
      #expect(try TriageTests.row(daemon, "1")["linf"]?.string == "rpe-lomme")
      #expect(try TriageTests.row(daemon, "2")["linf"]?.string == "rpe-lille")
      let joindre = try daemon.call("ShowDemande", ["numero": "2"])["fiche"]?["joindre"]
      #expect(joindre?["contacts"].map { $0.elements.map { $0["linf"]?.string } } == ["rpe-lomme"])
      #expect(joindre?["manque"]?.string?.hasPrefix("Il manque 3 tentatives sur 3") == true)
    }
  }

  @Test("are refused where they cannot be, with what to do")
  func refused() async throws {
    try await Self.office { daemon in
      let table: [([String], Int32, String)] = [
        (["--resultat", "sansReponse", "--canal", "courriel"], 1, "ne peut être « sans réponse » ; sont possibles"),
        (["--resultat", "joint", "--le", "2026-11-24T10:00"], 1, "est à venir"),
        (["--resultat", "joint", "--le", "2026-11-23T07:00"], 1, "La famille a déposé sa demande"),
        (["--resultat", "joint", "--le", "23/11/2026"], 64, "Il manque l’heure de ce contact"),
        (["--resultat", "aRappeler"], 64, "Il manque le moment du rappel, --rappeler."),
        ([], 64, "Il manque le résultat, --resultat"), (["--resultat", "jont"], 64, "vouliez-vous dire « joint »"),
      ]
      for (arguments, status, words) in table {
        let run = try Self.ctl(daemon, ["contact", "ajouter", "1"] + arguments)
        #expect(run.status == status && run.errors.contains(words), "\(arguments): \(run.errors)")
      }
      #expect(try TriageTests.faits(daemon, "1") == ["recue", "routee"])
    }
  }

  @Test("leave a note that was read, not an argument")
  func note() async throws {
    try await Self.office { daemon in
      let run = try Self.ctl(
        daemon, ["contact", "ajouter", "1", "--resultat", "tiers", "--note", "-"], input: "La voisine.\n")
      #expect(run.status == 0, "\(run.errors)")
      #expect(try Self.ctl(daemon, "demande", "voir", "1").output.contains("tiers au 06 39 98 12 34"))
      let fiche = try daemon.call("ShowDemande", ["numero": "1"])["fiche"]
      let contacts = fiche?["joindre"]?["contacts"].map { Array($0.elements) } ?? []
      #expect(contacts.map { $0["note"]?.string } == ["La voisine."])
      #expect(try !daemon.list("ListFaits", "faits").contains { $0["resume"]?.string?.contains("voisine") == true })
    }
  }

  @Test("give whom to call now: an agreed time that has come first, nobody twice in a half-day")
  func round() async throws {
    try await Self.office { daemon in
      func round() throws -> ([String], Int, Int) {
        let reply = try daemon.call("ListRappels", ["linf": "rpe-lomme"])
        return (
          reply["numeros"].map { $0.elements.compactMap(\.string) } ?? [], reply["plusTard"]?.int ?? -1,
          reply["enMain"]?.int ?? -1
        )
      }
      #expect(try round() == (["2026-000001", "2026-000002"], 0, 0))
      _ = try daemon.call("AddContact", ["numero": "1", "resultat": "sansReponse"])
      _ = try daemon.call(
        "AddContact", ["numero": "2", "resultat": "aRappeler", "aRappelerLe": "2026-11-23T16:00:00+01:00"])
      #expect(try round() == ([], 2, 0))
      try daemon.advance(to: "2026-11-23T14:00:00+01:00")
      #expect(try round() == (["2026-000001"], 1, 0))
      try daemon.advance(to: "2026-11-23T16:00:00+01:00")
      #expect(try round() == (["2026-000002", "2026-000001"], 0, 0))
      // One that is in suivi comes back at its time too.
      _ = try daemon.call("AddContact", ["numero": "1", "resultat": "joint", "themes": ["modes"]])
      _ = try daemon.call(
        "AddContact",
        ["numero": "1", "sens": "entrant", "resultat": "joint", "aRappelerLe": "2026-11-25T10:00:00+01:00"])
      #expect(try round() == (["2026-000002"], 0, 0))
      try daemon.advance(to: "2026-11-25T10:00:00+01:00")
      #expect(try round() == (["2026-000002", "2026-000001"], 0, 0))
      // With another LINF it is new again.
      _ = try daemon.call("AddContact", ["numero": "2", "resultat": "sansReponse"])
      _ = try daemon.call("AssignDemandes", ["numeros": ["2"], "linf": "rpe-lille", "motif": "Fratrie"])
      #expect(try daemon.call("ListRappels", ["linf": "rpe-lille"])["numeros"]?.count == 1)
    }
  }

  @Test("tell at which half-days families answer")
  func halves() async throws {
    try await Self.office { daemon in
      #expect(
        try Self.ctl(daemon, "contact", "creneaux").output.hasPrefix("Aucun appel n’est noté depuis le 25/08/2026."))
      for number in 0..<10 {
        _ = try daemon.call("AddContact", ["numero": "1", "resultat": number < 4 ? "joint" : "sansReponse"])
      }
      _ = try daemon.call("AddContact", ["numero": "1", "resultat": "joint", "canal": "courriel"])
      let shown = try Self.ctl(daemon, "contact", "creneaux", "--linf", "rpe-lomme").output
      #expect(
        shown.contains("lundi matin       10         4  40 %") && shown.contains("Le mieux : lundi matin (40 %)."))
      #expect(try Self.ctl(daemon, "contact", "creneaux", "--linf", "rpe-lille").output.hasPrefix("Aucun appel"))
      // Those of three months ago count no more.
      try daemon.advance(to: "2027-03-01T09:00:00+01:00")
      #expect(try daemon.call("ShowJoignabilite")["demiJournees"]?.count == 0)
    }
  }

  @Test("end in a letter, ready to be printed, that says nothing of the children and is noted as read")
  func letter() async throws {
    try await Self.office { daemon in
      _ = try daemon.call("AddContact", ["numero": "1", "resultat": "sansReponse"])
      let run = try Self.ctl(daemon, "demande", "lettre", "1")
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      for line in [
        "Relais de Lomme\n2 place\n59160 Lomme\nTéléphone : 03 53 01 10 02\nCourriel : rpe-lomme@exemple.fr\n",
        "Madame Élodie Martin\n", "12 rue de la République\n", "59160 Capinghem\n", "Lomme, le 23 novembre 2026\n",
        "Référence : 2026-000001\n", "Nous avons essayé de vous joindre le 23 novembre 2026, sans y parvenir.\n",
        "nos salutations distinguées.\n",
      ] {
        #expect(run.output.contains(line), "\(line)")
      }
      #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      #expect(!run.output.contains("Léo") && !run.output.contains("06 39"))
      #expect(run.output.filter { $0 == "\n" }.count <= 60, "one page")
    }
  }
}
