import GRDB
import GuichetTestSupport
import StrictJSON
import Testing
import VarlinkClient

@Suite("What families found, with the real daemon")
struct SolutionJourneyTests {
  private static let enfants = """
    "enfants": [{"prenom": "Léo", "naissance": "2026-03-01"}, {"naissancePrevue": "2026-12-10"}]
    """

  private static func office(_ body: (RunningDaemon) throws -> Void) async throws {
    try await RunningDaemon.with(horloge: TriageTests.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      let form = Samples.formulaire(reference: "MEF-1").replacing(
        #""enfants": [{"prenom": "Léo", "naissance": "2026-03-01"}]"#, with: enfants)
      try daemon.root.drop(form, as: "1.json")
      try TriageTests.drop(daemon, "MEF-2", "59160", "Capinghem")
      try body(daemon)
      let verified = try daemon.call("VerifyJournal")
      #expect(verified["intact"]?.bool == true && Self.list(verified, "ecarts").isEmpty)
    }
  }

  private static func list(_ json: JSON, _ member: String) -> [JSON] { json[member].map { Array($0.elements) } ?? [] }

  private static func ctl(_ daemon: RunningDaemon, _ arguments: String...) throws -> ProgramRun {
    try ProgramRun(BuiltProgram.path("guichetctl"), arguments + ["--racine", daemon.root.path])
  }

  private static func etats(_ daemon: RunningDaemon, _ numero: String) throws -> [String?] {
    try daemon.call("ShowDemande", ["numero": .string(numero)])["fiche"]?["enfants"]?.elements.map {
      $0["etat"]?.string
    } ?? []
  }

  @Test("is entered child by child, taken back, and ends the demande once all is known")
  func life() async throws {
    try await Self.office { daemon in
      let which = try Self.ctl(daemon, "solution", "ajouter", "1", "--mode", "mam")
      #expect(which.status == 1 && which.errors.contains("La demande a 2 enfants ; dites duquel : --enfant 1 ou 2."))
      let creche = try Self.ctl(
        daemon, "solution", "ajouter", "1", "--enfant", "1", "--mode", "crecheCollective", "--debut", "04/01/2027",
        "--heures", "16", "--commune", "59160 Lomme")
      #expect(creche.status == 0, "\(creche.errors)")
      #expect(creche.output.contains("n° 1, crèche collective, à partir du 04/01/2027, 16 h par semaine, à "))
      #expect(creche.output.contains("autre que souhaitée"))
      // Two days here, two days there.
      let second = try Self.ctl(daemon, "solution", "ajouter", "1", "--enfant", "1", "--mode", "assistantMaternel")
      #expect(second.output.contains("n° 1, ") && second.output.contains("n° 2, assistant maternel, souhaitée"))
      let early = try Self.ctl(daemon, "demande", "clore", "1", "--motif", "solutionTrouvee")
      #expect(early.status == 1 && early.output.contains("l’enfant 2 est « sans nouvelles »"), "\(early.output)")
      _ = try Self.ctl(
        daemon, "solution", "ajouter", "1", "--enfant", "2", "--attente", "commission", "--le", "15/12/2026")
      #expect(try Self.etats(daemon, "1") == ["solution", "enAttente"])
      let none = try Self.ctl(daemon, "solution", "ajouter", "1", "--enfant", "2", "--sans-solution", "aucunePlace")
      #expect(
        none.output.contains("« guichetctl demande clore 2026-000001 --motif solutionTrouvee » la clôt."),
        "\(none.output)\(none.errors)")
      let undone = try Self.ctl(daemon, "solution", "annuler", "1", "--oui")
      #expect(undone.status == 0 && undone.output.contains("n° 4 annulé."), "\(undone.errors)")
      #expect(try Self.etats(daemon, "1") == ["solution", "enAttente"])
      #expect(try Self.ctl(daemon, "solution", "annuler", "1", "--id", "4").errors.contains("déjà annulé"))
      let closed = try Self.ctl(
        daemon, "solution", "ajouter", "1", "--enfant", "2", "--sans-solution", "cout", "--oui")
      #expect(closed.output.hasSuffix("2026-000001 : Close : solution trouvée.\n"), "\(closed.output)\(closed.errors)")
      #expect(try TriageTests.row(daemon, "1")["motifCloture"]?.string == "solutionTrouvee")
      _ = try Self.ctl(daemon, "demande", "rouvrir", "1", "--motif", "Elle rappelle")
      #expect(try Self.etats(daemon, "1") == ["solution", "sansSolution"], "opened again, it keeps what was found")
      let shown = try Self.ctl(daemon, "demande", "voir", "1").output
      #expect(shown.contains("Ce que la famille a trouvé") && shown.contains("sans solution : aucune place, annulée"))
      // The journal's own column says of whom.
      let facts = try daemon.list("ListFaits", "faits", ["numero": "1"])
      #expect(facts.contains { $0["resume"]?.string == "Enfant 2, n° 5 : sans solution (coût), à la place du n° 3." })
    }
  }

  @Test("has its commune resolved, never guessed: a name, a postal code, a code, or a refusal that names those meant")
  func communes() async throws {
    try await Self.office { daemon in
      let table: [(String, String?, String)] = [
        ("Lille", "59350", ""), ("59700", "59378", ""), ("59160 Lomme", "59350", ""), ("59378", "59378", ""),
        ("59700 Marcq en Baroeul", "59378", ""), ("59160", nil, "plusieurs communes"),
        ("Bruxelles", nil, "aucune commune connue"),
      ]
      for (typed, code, said) in table {
        do {
          let reply = try daemon.call(
            "AddSolution", ["numero": "2", "mode": "mam", "commune": .string(typed), "heuresParSemaine": 10])
          let last = Self.list(reply, "enfants").first.flatMap { Self.list($0, "issues").last }
          #expect(last?["commune"]?.string == code, "\(typed)")
        } catch VarlinkFailure.refused(let error) {
          #expect(code == nil && error.parameters["message"]?.string?.contains(said) == true, "\(typed) \(error)")
        }
        // Each is the same but for its place: twice the same is refused.
        do {
          _ = try daemon.call("CancelSolution", ["numero": "2"])
        } catch VarlinkFailure.refused {
          #expect(code == nil, "\(typed)")
        }
      }
    }
  }

  @Test("knows of births: to be confirmed, confirmed, no longer expected, of twins, and of one that was a mistake")
  func births() async throws {
    try await Self.office { daemon in
      func unconfirmed() throws -> [Bool?] {
        try daemon.call("ShowDemande", ["numero": "1"])["fiche"]?["enfants"]?.elements.map {
          $0["aConfirmer"]?.bool
        } ?? []
      }
      #expect(try unconfirmed() == [false, false])
      try daemon.advance(to: "2026-12-20T09:00:00+01:00")
      #expect(try unconfirmed() == [false, true])
      #expect(try Self.ctl(daemon, "demande", "voir", "1").output.contains("à confirmer"))
      let born = try Self.ctl(daemon, "enfant", "confirmer", "1", "--ne-le", "2026-12-12")
      #expect(born.status == 0 && born.output.contains("Enfant 2 (né le 12/12/2026)"), "\(born.errors)")
      #expect(try unconfirmed() == [false, false])
      let twin = try Self.ctl(daemon, "enfant", "ajouter", "1", "--ne-le", "2026-12-12")
      #expect(twin.output.contains("enfant 3 ajouté"), "\(twin.errors)")
      #expect(try Self.ctl(daemon, "enfant", "retirer", "1", "--enfant", "3", "--oui").output.contains("enfant retiré"))
      #expect(try Self.etats(daemon, "1").count == 2)
      let sad = try daemon.call("AddEnfant", ["numero": "2", "naissancePrevue": "2027-02-10"])
      #expect(Self.list(sad, "enfants").count == 2)
      let told = try Self.ctl(daemon, "enfant", "confirmer", "2", "--plus-attendu")
      #expect(told.status == 0 && told.output.contains("« guichetctl demande silence 2026-000002 »"), "\(told.errors)")
      #expect(try Self.etats(daemon, "2") == ["sansNouvelles", "plusAttendu"])
    }
  }

  @Test("is told from first to last, with who and when, and the reading of it is noted")
  func told() async throws {
    try await Self.office { daemon in
      _ = try Self.ctl(
        daemon, "contact", "ajouter", "1", "--resultat", "joint", "--theme", "modes", "--le", "2026-11-23T08:40")
      _ = try Self.ctl(daemon, "solution", "ajouter", "1", "--enfant", "1", "--mode", "mam", "--commune", "Lille")
      _ = try Self.ctl(daemon, "solution", "annuler", "1", "--oui")
      _ = try Self.ctl(daemon, "demande", "clore", "1", "--motif", "informationDonnee")
      let run = try Self.ctl(daemon, "demande", "raconter", "1")
      #expect(run.status == 0, "\(run.errors)")
      let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let expected = [
        "la demande a été reçue de monenfant.fr sous la référence MEF-1",
        "la règle l’a confiée à Relais de Lomme", "Le lundi 23 novembre 2026 à 8 h 40,", "(noté à 9 h 00).",
        "pour l’enfant 1 : MAM, à Lille", "a annulé ce qui était noté par erreur pour l’enfant 1 : MAM",
        "l’a close : information donnée",
      ]
      var rest = text[...]
      for part in expected {
        let place = try #require(rest.firstRange(of: part), "\(part) in \(text)")
        rest = rest[place.upperBound...]
      }
      #expect(!text.contains("Martin") && !text.contains("la règle a noté"))
      let facts = try TriageTests.faits(daemon, "1").count
      let phrases = Self.list(try daemon.call("TellDemande", ["numero": "1"]), "phrases")
      #expect(phrases.count >= facts)
      #expect(try Self.ctl(daemon, "demande", "raconter", "1", "--json").output.contains("\"phrases\""))
      let noted = try DatabaseQueue(path: "\(daemon.root.path)/guichet.sqlite").read { db in
        try Int.fetchOne(db, sql: "SELECT count(*) FROM acces WHERE methode = 'TellDemande'")
      }
      #expect(noted == 3)
    }
  }
}
