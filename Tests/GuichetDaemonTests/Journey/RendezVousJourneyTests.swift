import Foundation
import GRDB
import GuichetTestSupport
import StrictJSON
import Testing
import VarlinkClient

@Suite("Rendez-vous, with the real daemon")
struct RendezVousJourneyTests {
  private static let horloge = "2026-11-23T09:00:00+01:00"

  /// Lomme gives rendez-vous on Wednesdays, with one adviser, two from 10:00 on.
  private static var referentiel: [String: String] {
    var files = Samples.referentiel
    files["horaires.csv"] = """
      linf;jour;de;a;postes;usage;semaine;lieu;du;au
      rpe-lomme;mercredi;09:00;12:00;1;;;;;
      rpe-lomme;mercredi;10:00;12:00;1;rendezVous;;;;
      rpe-lomme;jeudi;09:00;12:00;3;telephone;;;;

      """
    return files
  }

  private static func open(_ daemon: RunningDaemon, families: Int = 3) throws {
    try daemon.load(referentiel)
    for number in 1...families {
      try daemon.root.drop(
        Samples.formulaire(reference: "MEF-\(number)", nom: "Famille \(number)"), as: "\(number).json")
    }
    try daemon.advance(to: horloge)
  }

  private static func code(_ act: () throws -> JSON) throws -> String? {
    do {
      _ = try act()
      return nil
    } catch VarlinkFailure.refused(let error) {
      return error.parameters["code"]?.string ?? error.name
    }
  }

  private static func book(_ daemon: RunningDaemon, _ numero: String, _ debut: String, _ mode: String = "surSite")
    throws
    -> JSON
  {
    try daemon.call("BookRendezVous", ["numero": .string(numero), "debut": .string(debut), "mode": .string(mode)])
  }

  private static func etat(_ daemon: RunningDaemon, _ numero: String) throws -> String? {
    try daemon.call("ShowDemande", ["numero": .string(numero)])["demande"]?["etat"]?.string
  }

  private static func feed(_ daemon: RunningDaemon, _ linf: String = "rpe-lomme", _ name: String = "agenda.ics") throws
    -> String
  {
    String(decoding: try Data(contentsOf: URL(filePath: "\(daemon.root.path)/sorties/\(linf)/\(name)")), as: UTF8.self)
  }

  @Test("are fixed where somebody is free, refused with the nearest free slots, moved, called off and filled in")
  func life() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try Self.open(daemon)
      func slots() throws -> [String] {
        try daemon.list("ListCreneaux", "creneaux", ["numero": "1", "au": "2026-11-26"]).compactMap {
          guard let start = $0["debut"]?.string, let postes = $0["postes"]?.int else { return nil }
          return "\(start.dropFirst(5).prefix(11)) ×\(postes)"
        }
      }
      #expect(
        try slots() == [
          "11-25T09:00 ×1", "11-25T09:30 ×1", "11-25T10:00 ×2", "11-25T10:30 ×2", "11-25T11:00 ×2", "11-25T11:30 ×2",
        ])
      let booked = try Self.book(daemon, "1", "2026-11-25T09:00", "telephone")["rendezVous"]
      #expect(booked?["statut"]?.string == "prevu" && booked?["fin"]?.string == "2026-11-25T09:30:00+01:00")
      #expect(booked?["poste"]?.int == 1 && booked?["aRenseigner"]?.bool == false)
      #expect(try Self.etat(daemon, "1") == "rendezVous" && slots().first == "11-25T09:30 ×1")
      do {
        _ = try Self.book(daemon, "2", "2026-11-25T09:15")
        Issue.record("given twice")
      } catch VarlinkFailure.refused(let error) {
        #expect(error.parameters["code"]?.string == "complet")
        let near = error.parameters["proches"]?.elements.compactMap { $0["debut"]?.string }
        #expect(
          near == ["2026-11-25T09:30:00+01:00", "2026-11-25T10:00:00+01:00", "2026-11-25T10:30:00+01:00"])
      }
      #expect(try Self.code { try Self.book(daemon, "2", "2026-11-26T09:00") } == "horsHoraires")
      #expect(try Self.code { try Self.book(daemon, "2", "2026-11-25") } == "fr.caf.guichet.ParametreInvalide")
      #expect(try Self.code { try Self.book(daemon, "1", "2026-11-25T11:00") } == "dejaLa")
      #expect(
        try daemon.call(
          "MoveRendezVous", ["numero": "1", "debut": "2026-11-25T10:00"])["rendezVous"]?["mode"]?.string == "telephone")
      #expect(try Self.book(daemon, "2", "2026-11-25T09:00")["rendezVous"]?["poste"]?.int == 1)
      #expect(try Self.book(daemon, "3", "2026-11-25T10:00")["rendezVous"]?["poste"]?.int == 2)
      #expect(
        try daemon.call("CancelRendezVous", ["numero": "2", "par": "famille"])["rendezVous"]?["statut"]?.string
          == "excuse")
      #expect(try Self.etat(daemon, "2") == "aContacter")
      #expect(
        try Self.code { try daemon.call("RecordRendezVous", ["numero": "1", "resultat": "honore"]) }
          == "rendezVousAVenir")
      try daemon.advance(to: "2026-11-25T11:00:00+01:00")
      let agenda = try daemon.list("ListAgenda", "rendezVous", ["linf": "rpe-lomme"])
      #expect(agenda.map { $0["aRenseigner"]?.bool } == [false, true, true])
      #expect(agenda.map { $0["nom"]?.string?.hasPrefix("Famille ") } == [true, true, true])
      #expect(
        try daemon.call("RecordRendezVous", ["numero": "1", "resultat": "honore"])["rendezVous"]?["statut"]?.string
          == "honore")
      _ = try daemon.call("RecordRendezVous", ["numero": "3", "resultat": "nonHonore"])
      #expect(try Self.etat(daemon, "1") == "enSuivi" && Self.etat(daemon, "3") == "aContacter")
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  @Test("a new fermeture or a transfer makes them « à déplacer »")
  func toMove() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try Self.open(daemon, families: 2)
      _ = try Self.book(daemon, "1", "2026-11-25T09:00")
      _ = try Self.book(daemon, "2", "2026-12-02T09:00")
      var files = Self.referentiel
      files["fermetures.csv"] = "linf;du;au;motif;suppleant\nrpe-lomme;2026-11-25;2026-11-25;travaux;\n"
      try daemon.load(files)
      func reasons() throws -> [String?] {
        try daemon.list("ListAgenda", "rendezVous", ["du": "2026-11-23", "au": "2026-12-06"]).map {
          $0["aDeplacer"]?.string
        }
      }
      #expect(try reasons() == ["fermeture", nil])
      _ = try daemon.call("AssignDemandes", ["numeros": ["2"], "linf": "rpe-lille", "motif": "Fratrie"])
      #expect(try reasons() == ["fermeture", "transfert"])
      let moved = try daemon.call("MoveRendezVous", ["numero": "2", "debut": "2026-11-26T09:00"])["rendezVous"]
      #expect(moved?["linf"]?.string == "rpe-lille" && moved?["id"]?.int == 2)
      try daemon.advance(to: "2026-11-23T09:01:00+01:00")
      #expect(try Self.feed(daemon).contains("UID:rendez-vous-2026-000002-1@59.guichet"))
      #expect(try Self.feed(daemon).contains("STATUS:CANCELLED"))
      #expect(try Self.feed(daemon, "rpe-lille").contains("UID:rendez-vous-2026-000002-2@59.guichet"))
    }
  }

  @Test("stand in the calendar of their LINF as soon as they are fixed, and the sheet of the day is there at six")
  func files() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try Self.open(daemon)
      _ = try Self.book(daemon, "1", "2026-11-25T09:00")
      // The clock stands: what is written is written because something happened.
      while try !Self.feed(daemon).contains("SUMMARY:Demande 2026-000001") { await Task.yield() }
      #expect(try !Self.feed(daemon).contains("Famille") && !Self.feed(daemon, "rpe-lille").contains("VEVENT"))
      let exported = try daemon.call("ExportAgenda", ["linf": "rpe-lomme"])["contenu"]?.string
      #expect(try exported == Self.feed(daemon))
      try daemon.advance(to: "2026-11-25T05:59:00+01:00")
      #expect(try !Self.feed(daemon, "rpe-lomme", "feuille.txt").contains("mercredi 25/11/2026"))
      let before = try await Self.noted(daemon, "feuille")
      try daemon.advance(to: "2026-11-25T06:00:00+01:00")
      let sheet = try Self.feed(daemon, "rpe-lomme", "feuille.txt")
      #expect(sheet.contains("Feuille du mercredi 25/11/2026, faite à 06:00"))
      #expect(sheet.contains("09:00-09:30  2026-000001  Famille 1") && sheet.contains("À APPELER (2)"))
      #expect(try daemon.call("ShowFeuille", ["linf": "rpe-lomme"])["texte"]?.string == sheet)
      // What the daemon put into files of families was noted, once for what was written.
      #expect(try await Self.noted(daemon, "feuille") == before + [3])
      #expect(try await Self.noted(daemon, "agenda").isEmpty)
      #expect(try daemon.call("GetEtat")["etat"]?["demandes"]?["aRenseigner"]?.int == 0)
      try daemon.advance(to: "2026-11-25T09:30:00+01:00")
      let counts = try daemon.call("GetEtat")["etat"]?["demandes"]
      let late = try daemon.list("ListDemandes", "demandes", ["enRetard": true]).count
      #expect(counts?["aRenseigner"]?.int == 1 && counts?["enRetard"]?.int == late)
      _ = try daemon.call("RecordRendezVous", ["numero": "1", "resultat": "honore"])
      #expect(try daemon.call("GetEtat")["etat"]?["demandes"]?["aRenseigner"]?.int == 0)
    }
  }

  /// How many families each reading by the daemon itself told of.
  private static func noted(_ daemon: RunningDaemon, _ methode: String) async throws -> [Int] {
    try await DatabaseQueue(path: "\(daemon.root.path)/guichet.sqlite").read { db in
      try Int.fetchAll(
        db, sql: "SELECT nombre FROM acces WHERE methode = ? AND agent = 0 ORDER BY seq", arguments: [methode])
    }
  }

  @Test("of families whose names stand in the calendar are noted as read, once for each file that changes")
  func detail() async throws {
    let root = try TemporaryRoot()
    try Data("linf: {rpe-lomme: {agenda: detail}}\n".utf8).write(to: URL(filePath: "\(root.path)/guichetd.yaml"))
    let daemon = try RunningDaemon(root, horloge: Self.horloge)
    defer { daemon.stop() }
    try Self.open(daemon)
    _ = try Self.book(daemon, "1", "2026-11-25T09:00")
    while try !Self.feed(daemon).contains("Famille 1") { await Task.yield() }
    _ = try Self.book(daemon, "2", "2026-11-25T10:00")
    while try !Self.feed(daemon).contains("Famille 2") { await Task.yield() }
    #expect(try await Self.noted(daemon, "agenda") == [1, 2])
    // Something happens that changes nothing of the calendar.
    _ = try daemon.call("AddNote", ["numeros": ["1"], "texte": "Rien."])
    try daemon.advance(to: "2026-11-23T09:05:00+01:00")
    #expect(try await Self.noted(daemon, "agenda") == [1, 2])
  }

  @Test("that have to be moved say so in the calendar as soon as a fermeture comes over them, or their demande goes")
  func calendarTellsWhatToMove() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try Self.open(daemon, families: 3)
      _ = try Self.book(daemon, "1", "2026-11-25T09:00")
      _ = try Self.book(daemon, "2", "2026-12-02T09:00")
      let evening: JSONValue = ["numero": "3", "debut": "2026-11-25T19:00", "mode": "visio", "horsHoraires": true]
      _ = try daemon.call("BookRendezVous", evening)
      func summaries(at moment: String = Self.horloge) throws -> [Substring] {
        try daemon.advance(to: moment)
        return try Self.feed(daemon).split(separator: "\r\n").filter { $0.hasPrefix("SUMMARY") }
      }
      #expect(try summaries().allSatisfy { !$0.contains("À DÉPLACER") } && summaries().count == 3)
      var files = Self.referentiel
      files["fermetures.csv"] = "linf;du;au;motif;suppleant\nrpe-lomme;2026-11-25;2026-11-25;travaux;\n"
      // The place goes to another LINF on a later day; who has a rendez-vous stays, unless it is listed.
      files["rattachements.csv"] = """
        linf;codeInsee;codePostal;voie;du;au
        rpe-lille;59350;;;2022-01-01;
        rpe-lomme;59350;59160;;2022-01-01;2026-11-23
        rpe-lille;59350;59160;;2026-11-24;
        rpe-lomme;59128;;;2022-01-01;

        """
      try daemon.load(files)
      #expect(
        try summaries() == [
          "SUMMARY:À DÉPLACER : Demande 2026-000001\\, sur place",
          "SUMMARY:À DÉPLACER : Demande 2026-000003\\, en visio",
          "SUMMARY:Demande 2026-000002\\, sur place",
        ])
      _ = try daemon.call(
        "TransferDemandes",
        ["commune": "59350", "le": "2026-11-24", "numeros": ["2"], "appliquer": true])
      // Listed for the day of the change: the calendar says so from that day on.
      let listed = "SUMMARY:À DÉPLACER : Demande 2026-000002\\, sur place"
      #expect(try summaries(at: "2026-11-23T18:00:00+01:00").last == "SUMMARY:Demande 2026-000002\\, sur place")
      #expect(try summaries(at: "2026-11-24T00:01:00+01:00").last == listed[...])
    }
  }

  @Test(
    "an outbox that is missing is a fault that is seen and holds back no other",
    .enabled(if: Conseiller.canBePlayed, "only root is an administrateur of every daemon"))
  func missing() async throws {
    let root = try TemporaryRoot()
    let daemon = try RunningDaemon(root, acces: "{}")
    defer { daemon.stop() }
    try FileManager.default.createDirectory(atPath: "\(root.path)/sorties/rpe-lille", withIntermediateDirectories: true)
    try daemon.load(Self.referentiel)
    func fault() throws -> JSON? { try daemon.call("GetEtat")["etat"]?["sorties"] }
    while try fault()?["empechees"]?.int != 1 { await Task.yield() }
    #expect(try fault()?["raison"]?.string?.contains("sorties/rpe-lomme") == true)
    while !FileManager.default.fileExists(atPath: "\(root.path)/sorties/rpe-lille/agenda.ics") { await Task.yield() }
    #expect(try Self.feed(daemon, "rpe-lille").contains("END:VCALENDAR"))
    #expect(!FileManager.default.fileExists(atPath: "\(root.path)/sorties/rpe-lomme"))
  }

  @Test("many who ask at once for the same time get it once for each adviser")
  func concurrent() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try Self.open(daemon, families: 40)
      let path = "\(daemon.root.path)/controle.sock"
      await withTaskGroup(of: Void.self) { tasks in
        for client in 0..<8 {
          tasks.addTask { Self.client(client, path) }
        }
      }
      let agenda = try daemon.list("ListAgenda", "rendezVous", ["du": "2026-11-25", "au": "2026-11-25"])
      let places = agenda.map { "\($0["debut"]?.string ?? "") \($0["poste"]?.int ?? 0)" }
      // Two half-hours with one adviser, four with two.
      #expect(Set(places).count == places.count && places.count == 10)
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  /// Asks for every slot of the day for each of its five families, until it has one.
  private static func client(_ rank: Int, _ path: String) {
    do {
      let connection = try VarlinkConnection(socket: path)
      for family in 1...5 {
        for half in 0..<6 {
          let time = "2026-11-25T\(half < 2 ? "09" : half < 4 ? "10" : "11"):\(half.isMultiple(of: 2) ? "00" : "30")"
          let parameters: JSONValue = [
            "numero": .string("\(rank * 5 + family)"), "debut": .string(time), "mode": "surSite",
          ]
          do {
            _ = try connection.call("fr.caf.guichet.BookRendezVous", parameters)
            break
          } catch VarlinkFailure.refused {
            continue
          }
        }
      }
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test("are given, shown, exported and filled in from the command line")
  func commands() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try Self.open(daemon)
      func run(_ arguments: String...) throws -> ProgramRun {
        try ProgramRun(BuiltProgram.path("guichetctl"), arguments + ["--racine", daemon.root.path])
      }
      let booked = try run("rendez-vous", "fixer", "1", "--le", "25/11/2026 10:00", "--mode", "telephone")
      #expect(booked.output == "2026-000001 : rendez-vous mercredi 25/11/2026 10:00–10:30, par téléphone, prévu.\n")
      let refused = try run("rendez-vous", "fixer", "2", "--le", "25/11/2026 13:00", "--mode", "surSite")
      #expect(refused.status == 1 && refused.errors.contains("libre : mercredi 25/11/2026 11:30–12:00"))
      #expect(refused.errors.contains("--hors-horaires"))
      #expect(try run("rendez-vous", "creneaux", "2", "--du", "25/11/2026", "--au", "25/11/2026", "--json").status == 0)
      let agenda = try run("agenda", "--semaine", "25/11/2026")
      #expect(agenda.output.contains("10:00–10:30  2026-000001  Famille 1 Élodie"))
      #expect(try run("agenda", "--jour", "25/11/2026", "--csv").output.contains("2026-000001;1;rpe-lomme;"))
      #expect(try run("agenda", "--ics", "--linf", "rpe-lomme").output.hasSuffix("END:VCALENDAR\r\n"))
      #expect(try run("feuille", "--linf", "rpe-lomme").output.contains("Famille 2 Élodie"))
      let page = "\(daemon.root.path)/feuille.html"
      #expect(try run("feuille", "--linf", "rpe-lomme", "--html", page).output.contains("à imprimer"))
      let written = try String(contentsOfFile: page, encoding: .utf8)
      #expect(written.hasPrefix("<!DOCTYPE html>") && written.contains("<td>Famille 2 Élodie</td>"))
      let mode = try FileManager.default.attributesOfItem(atPath: page)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      try Data("à garder".utf8).write(to: URL(filePath: page))
      let kept = try run("demande", "lettre", "2", "--html", page)
      #expect(kept.status == 1 && kept.errors.contains("--oui") && kept.output.isEmpty)
      #expect(try String(contentsOfFile: page, encoding: .utf8) == "à garder")
      #expect(try run("demande", "lettre", "2", "--html", page, "--oui").status == 0)
      #expect(try String(contentsOfFile: page, encoding: .utf8).contains("<div class=\"destinataire\">Madame Élodie"))
      #expect(try run("feuille", "--linf", "rpe-lomme", "--html", "\(daemon.root.path)/nulle-part/f.html").status == 1)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: daemon.root.path).allSatisfy { !$0.hasSuffix(".tmp") })
      #expect(try run("rendez-vous", "annuler", "1", "--par", "linf").output.hasSuffix("par téléphone, annulé.\n"))
      #expect(try run("rendez-vous", "renseigner", "1", "--honore").status == 1)
      #expect(try run("rendez-vous", "renseigner", "1").status == 64)
    }
  }
}
