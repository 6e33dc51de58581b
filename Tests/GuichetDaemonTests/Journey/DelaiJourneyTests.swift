import GuichetTestSupport
import StrictJSON
import Testing

@Suite("Delays, with the real daemon")
struct DelaiJourneyTests {
  /// The small référentiel with hours and closures.
  static var referentiel: [String: String] {
    var files = Samples.referentiel
    files["horaires.csv"] = """
      linf;jour;de;a;postes;usage;semaine;lieu;du;au
      rpe-lomme;mercredi;14:00;17:00;1;;;;;
      rpe-lomme;vendredi;09:00;12:00;1;;;;;

      """
    files["fermetures.csv"] = """
      linf;du;au;motif;suppleant
      rpe-lille;2026-11-26;2026-11-27;travaux;
      ;2026-12-04;2026-12-04;journée du réseau;

      """
    return files
  }

  static func run(_ daemon: RunningDaemon, _ arguments: String...) throws -> ProgramRun {
    try ProgramRun(BuiltProgram.path("guichetctl"), ["delai"] + arguments + ["--racine", daemon.root.path])
  }

  static func echeance(_ daemon: RunningDaemon, _ depuis: String, _ linf: String?, _ delai: String...) throws -> String?
  {
    let linf = linf.map { ["--linf", $0] } ?? []
    let run = try ProgramRun(
      BuiltProgram.path("guichetctl"),
      ["delai", "--depuis", depuis] + linf + delai + ["--json", "--racine", daemon.root.path])
    return try JSON.parse(Array(run.output.utf8))["echeance"]?.string
  }

  @Test("follow the hours and closures of the loaded référentiel, and those of the Caf where a LINF has none")
  func echeances() async throws {
    try await RunningDaemon.with(horloge: "2026-11-23T09:00:00+01:00") { daemon in
      try daemon.load(Self.referentiel)
      let wednesday = "2026-11-25T10:00"
      #expect(try Self.echeance(daemon, wednesday, "rpe-lomme", "--heures", "4") == "2026-11-27T10:00:00+01:00")
      // Its own days are Wednesday and Friday; the whole network is closed on 4 December.
      #expect(try Self.echeance(daemon, wednesday, "rpe-lomme", "--jours", "3") == "2026-12-09T17:00:00+01:00")
      #expect(try Self.echeance(daemon, wednesday, "rpe-lille", "--jours", "1") == "2026-11-30T17:00:00+01:00")
      #expect(try Self.echeance(daemon, wednesday, nil, "--jours", "1") == "2026-11-26T17:00:00+01:00")
      let text = try Self.run(daemon, "--depuis", "25/11/2026 10:00", "--linf", "rpe-lille", "--heures", "6")
      #expect(
        text.output == """
          Échéance        30/11/2026 09:30
            – À partir du mercredi 25/11/2026 à 10:00 : 6 heures ouvertes.
            – mercredi 25/11 : 10:00–12:00, 13:30–17:00, 5 h 30
            – du jeudi 26/11 au vendredi 27/11 : fermé (travaux)
            – du samedi 28/11 au dimanche 29/11 : fermé
            – lundi 30/11 : 09:00–09:30, 30 min
            – Échéance : lundi 30/11/2026 à 09:30, après 6 h de temps ouvert.

          """)
    }
  }

  @Test("T16: a time that clocks skip or show twice is answered with the choice; an unknown LINF by its name")
  func refused() async throws {
    try await RunningDaemon.with { daemon in
      let skipped = try Self.run(daemon, "--depuis", "2027-03-28T02:30", "--jours", "1")
      #expect(skipped.status == 64 && skipped.errors.contains("n’existe pas"), "\(skipped.errors)")
      let double = try Self.run(daemon, "--depuis", "2026-10-25T02:30", "--jours", "1")
      #expect(double.errors.contains("2026-10-25T02:30:00+02:00 ou 2026-10-25T02:30:00+01:00"), "\(double.errors)")
      let unknown = try Self.run(daemon, "--depuis", "2026-10-25", "--jours", "1", "--linf", "rpe-nulle-part")
      #expect(unknown.status == 1 && unknown.errors.contains("rpe-nulle-part"), "\(unknown.errors)")
    }
  }

  @Test("T16: overseas they run in the time, the hours and the holidays of the Caf’s own people")
  func overseas() throws {
    let daemon = try RunningDaemon(
      try TemporaryRoot(),
      environment: [
        "GUICHET_CAF_FUSEAU": "Indian/Reunion", "GUICHET_CAF_FERIES": "la-reunion",
        "GUICHET_CAF_HORAIRES": "lun-sam 07:30-12:00",
      ])
    defer { daemon.stop() }
    // Saturday noon there, the very close; Monday 20 December 2027 is the day of the abolition.
    #expect(
      try Self.echeance(daemon, "2027-12-18T09:00:00+01:00", nil, "--heures", "1") == "2027-12-21T08:30:00+04:00")
  }
}
