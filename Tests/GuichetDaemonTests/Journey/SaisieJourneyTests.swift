import Foundation
import GRDB
import GuichetTestSupport
import StrictJSON
import Testing
import VarlinkClient

@Suite("A demande that is typed in, with the real daemon")
struct SaisieJourneyTests {
  static let formulaire: JSONValue = [
    "origine": "guichet",
    "demandeur": [
      "nom": "Martin", "telephone": "06 39 98 12 34", "adresse": ["codePostal": "59000", "commune": "Lille"],
    ],
    "enfants": [["naissance": "2026-03-01"]], "besoin": ["debut": "2027-01-04"],
  ]

  static func with(_ members: [JSONMember]) -> JSONValue {
    guard case .object(let all) = formulaire else { return .null }
    return .object(members + all.filter { member in !members.contains { $0.key == member.key } })
  }

  private static func enter(_ daemon: RunningDaemon, _ form: JSONValue) throws -> JSON {
    try daemon.call("EnterDemande", ["formulaire": form])
  }

  private static func error(_ daemon: RunningDaemon, _ form: JSONValue) throws -> VarlinkClient.VarlinkError? {
    do {
      _ = try enter(daemon, form)
    } catch VarlinkFailure.refused(let error) {
      return error
    }
    return nil
  }

  @Test("goes the way of all others, keeps the form as it was sent, and tells who typed it")
  func entered() async throws {
    try await RunningDaemon.with(horloge: TriageTests.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      let reply = try Self.enter(daemon, Self.formulaire)
      #expect(reply["numero"]?.string == "2026-000001" && reply["deja"]?.bool == false)
      #expect(reply["linf"]?.string == "rpe-lille" && reply["linfNom"]?.string == "Relais de Lille")
      #expect(reply["linfTelephone"]?.string == "03 53 01 10 01" && reply["anomalies"]?.count == 0)
      let reference = try #require(reply["reference"]?.string)
      #expect(reference.hasPrefix("GU-20261123-"))
      #expect(try TriageTests.faits(daemon, "1") == ["recue", "routee", "saisie"])
      let fait = try #require(try daemon.list("ListFaits", "faits", ["numero": "1"]).last)
      #expect(fait["resume"]?.string == "Saisie au guichet par une personne." && fait["auteur"]?.string != "guichet")
      #expect(daemon.root.names(in: "depot").isEmpty && daemon.root.names(in: "rejets").isEmpty)
      let kept = try JSON.parse(try daemon.root.bytes(of: "recus/2026-11-23/2026-000001.json"))
      #expect(kept["demandeur"]?["telephone"]?.string == "06 39 98 12 34" && kept["version"]?.int == 1)
      #expect(kept["reference"]?.string == reference && kept["deposeeLe"]?.string == TriageTests.horloge)
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
      let noted = try await DatabaseQueue(path: "\(daemon.root.path)/guichet.sqlite").read { db in
        try Int.fetchOne(db, sql: "SELECT count(*) FROM acces WHERE methode = 'EnterDemande'")
      }
      #expect(noted == 1)
    }
  }

  @Test("that a crash overtook after it was dropped is entered once, and who typed it is noted when it is sent again")
  func overtaken() async throws {
    let root = try TemporaryRoot()
    try RunningDaemon(root, horloge: TriageTests.horloge).kill()
    let form = Self.with([
      JSONMember("version", 1), JSONMember("reference", "GU-1"), JSONMember("deposeeLe", "2026-11-23T08:59:00+01:00"),
    ])
    try root.drop(String(decoding: form.bytes(), as: UTF8.self), as: "saisie-GU-1.json")
    let daemon = try RunningDaemon(root, horloge: TriageTests.horloge)
    defer { daemon.stop() }
    try daemon.advance(to: TriageTests.horloge)
    #expect(try TriageTests.faits(daemon, "1") == ["recue", "routee"])
    #expect(try Self.enter(daemon, form)["deja"]?.bool == true)
    #expect(try TriageTests.faits(daemon, "1") == ["recue", "routee", "saisie"])
    #expect(root.names(in: "depot").isEmpty && root.names(in: "rejets").isEmpty)
  }

  @Test("may have been filed before, by the Caf's clocks as they were then")
  func earlier() async throws {
    try await RunningDaemon.with(horloge: TriageTests.horloge) { daemon in
      for (typed, filed) in [
        ("20/10/2026 16:30", "2026-10-20T16:30:00+02:00"), ("2026-11-20T16:30", "2026-11-20T16:30:00+01:00"),
        ("2026-11-20T10:00:00Z", "2026-11-20T11:00:00+01:00"),
      ] {
        let numero = try #require(
          try Self.enter(daemon, Self.with([JSONMember("deposeeLe", .string(typed))]))["numero"])
        #expect(try TriageTests.row(daemon, numero.string ?? "")["deposeeLe"]?.string == filed)
      }
    }
  }

  @Test("is entered once however often it is sent, and never over another")
  func twice() async throws {
    try await RunningDaemon.with(horloge: TriageTests.horloge) { daemon in
      let form = Self.with([JSONMember("reference", "GU-1")])
      #expect(try Self.enter(daemon, form)["deja"]?.bool == false)
      // Without its date it is the same form as before, even later.
      try daemon.advance(to: "2026-11-23T09:05:00+01:00")
      let again = try Self.enter(daemon, form)
      #expect(again["deja"]?.bool == true && again["numero"]?.string == "2026-000001")
      #expect(try TriageTests.faits(daemon, "1") == ["recue", "routee", "saisie"])
      let other = Self.with([JSONMember("reference", "GU-1"), JSONMember("message", "Autre.")])
      let conflict = try Self.error(daemon, other)
      #expect(conflict?.shortName == "ReferencePrise" && conflict?.parameters["reference"]?.string == "GU-1")
      #expect(daemon.root.names(in: "depot").isEmpty && daemon.root.names(in: "rejets").isEmpty)
      #expect(try daemon.list("ListDemandes", "demandes").count == 1)
    }
  }

  @Test("is entered once where several come with one reference at once, and leaves nothing of the others")
  func atOnce() async throws {
    try await RunningDaemon.with(horloge: TriageTests.horloge) { daemon in
      let socket = "\(daemon.root.path)/controle.sock"
      let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
        for rank in 1...8 {
          group.addTask {
            let form = Self.with([JSONMember("reference", "GU-1"), JSONMember("message", .string("Message \(rank)."))])
            do {
              _ = try VarlinkConnection(socket: socket).call("fr.caf.guichet.EnterDemande", ["formulaire": form])
              return "entered"
            } catch VarlinkFailure.refused(let error) {
              return String(error.shortName)
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.sorted() == Array(repeating: "ReferencePrise", count: 7) + ["entered"])
      #expect(daemon.root.names(in: "depot").isEmpty && daemon.root.names(in: "rejets").isEmpty)
      #expect(try daemon.list("ListDemandes", "demandes").count == 1)
    }
  }

  @Test("is judged before anything is kept")
  func judged() async throws {
    try await RunningDaemon.with(horloge: TriageTests.horloge) { daemon in
      let wrong: [(JSONValue, String)] = [
        (Self.with([JSONMember("origine", "monenfant.fr")]), "/origine"),
        (["origine": "guichet"], "/demandeur"),
        (Self.with([JSONMember("deposeeLe", "2026-11-23T09:00:01+01:00")]), "/deposeeLe"),
        (Self.with([JSONMember("deposeeLe", "hier")]), "/deposeeLe"),
        (Self.with([JSONMember("deposeeLe", "2026-03-29T02:30")]), "/deposeeLe"),
        (Self.with([JSONMember("deposeeLe", "2020-01-01T09:00:00+01:00")]), "/deposeeLe"),
        (Self.with([JSONMember("deposeeLe", "2027-01-01T09:00:00+01:00")]), "/deposeeLe"),
        (Self.with([JSONMember("deposeeLe", "1999-01-01T09:00:00+01:00")]), "/deposeeLe"),
        (Self.with([JSONMember("deposeeLe", 5)]), "/deposeeLe"),
        (Self.with([JSONMember("reference", "à moi")]), "/reference"),
        (Self.with([JSONMember("reference", "a b")]), "/reference"),
        (Self.with([JSONMember("reference", 5)]), "/reference"),
        (Self.with([JSONMember("version", 2)]), "/version"),
      ]
      for (form, chemin) in wrong {
        let error = try Self.error(daemon, form)
        #expect(error?.shortName == "FormulaireInvalide", "\(chemin)")
        #expect(error?.parameters["erreurs"]?.elements.compactMap { $0["chemin"]?.string } == [chemin])
        let said = error?.parameters["erreurs"]?.elements.compactMap { $0["message"]?.string }.joined() ?? ""
        #expect(!said.contains("tient lieu") && !said.contains("deux fois"), "nothing stands in for it: \(said)")
      }
      let all: JSONValue = ["reference": 5, "deposeeLe": "hier"]
      #expect(
        try Self.error(daemon, all)?.parameters["erreurs"]?.elements.compactMap { $0["chemin"]?.string }
          == ["/origine", "/reference", "/deposeeLe", "/demandeur"], "all faults at once")
      #expect(daemon.root.names(in: "depot").isEmpty && daemon.root.names(in: "rejets").isEmpty)
      #expect(try daemon.call("GetEtat")["etat"]?["journal"]?["entrees"]?.int == 0)
    }
  }

  @Test("is refused before it is written while the intake is paused, and neither lost nor doubled")
  func paused() async throws {
    let root = try TemporaryRoot()
    // No disk that tests run on is empty.
    try Data("depot: {espaceMin: 90%}\n".utf8).write(to: URL(filePath: "\(root.path)/guichetd.yaml"))
    let daemon = try RunningDaemon(root, horloge: TriageTests.horloge)
    defer { daemon.stop() }
    try #require(try daemon.call("GetEtat")["etat"]?["intake"]?["enPause"]?.bool == true)
    let error = try Self.error(daemon, Self.formulaire)
    #expect(error?.shortName == "Indisponible")
    #expect(error?.parameters["message"]?.string?.contains("d’espace") == true)
    #expect(root.names(in: "depot").isEmpty)
  }

  @Test("is asked for question by question on a real terminal", .enabled(if: Terminal.isThere, "python3 is not there"))
  func terminal() async throws {
    let root = try TemporaryRoot()
    let daemon = try RunningDaemon(root)
    defer { daemon.stop() }
    try daemon.load(Samples.referentiel)
    let answers = [
      "2", "", "1", "Martin", "Élodie", "?", "06 39 98 12 34", "", "12 rue Haute", "59000", "Lille", "1", "lundi matin",
      "Léo", "1", "01/03/2026", "n", "n", "04/01/2027", "1", "1,3", "lun-ven 8h-18h", "n", "n", "o", "", "n", "Merci.",
      "o",
    ]
    let run = try Terminal.run(
      [BuiltProgram.path("guichetctl"), "demande", "saisir", "--racine", root.path], answers)
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("Modes d’accueil : assistant maternel, crèche collective"))
    #expect(run.output.contains(" enregistrée (référence GU-"))
    #expect(run.output.contains("La famille sera rappelée par Relais de Lille, 03 53 01 10 01."))
    let row = try #require(try daemon.list("ListDemandes", "demandes").first)
    #expect(row["linf"]?.string == "rpe-lille" && row["marques"]?.count == 0)
  }
}

/// A program on a pseudo-terminal, answered line by line as a person would.
private enum Terminal {
  static let isThere = (try? ProgramRun("/usr/bin/env", ["python3", "-c", "import pty"]).status) == 0

  /// Types the next answer each time that the program has asked.
  private static let script = """
    import os, pty, sys
    answers = sys.stdin.read().split("\\n")
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(sys.argv[1], sys.argv[1:])
    seen = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        sys.stdout.buffer.write(piece)
        seen += piece
        if seen.endswith(b" : ") and answers:
            seen = b""
            os.write(terminal, (answers.pop(0) + "\\n").encode())
    sys.stdout.flush()
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
    """

  static func run(_ arguments: [String], _ answers: [String]) throws -> ProgramRun {
    try ProgramRun(
      "/usr/bin/env", ["python3", "-c", script] + arguments, input: answers.joined(separator: "\n"))
  }
}
