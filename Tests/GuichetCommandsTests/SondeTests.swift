import Guichet
import GuichetCommands
import GuichetControl
import GuichetTestSupport
import LinuxSystem
import StrictJSON
import Testing

@Suite("The monitoring plugin")
struct SondeTests {
  private let office = FakeOffice()

  private static func surveillance(
    sante: String = "ok", battement: Int = 3, silence: Int? = 7200, retard: Int? = 2, espace: Int = 41,
    pannes: [Wire.Panne] = []
  ) -> Wire.Surveillance {
    Wire.Surveillance(
      sante: sante, battement: battement, silence: silence, silenceAuPlus: 50_400, aOrienter: nil, depot: nil,
      rejets: 1, retard: retard, espace: espace, sauvegarde: 3600, pannes: pannes)
  }

  @Test("says in one line that all is well, with its measures")
  func calm() {
    office.answers["ShowSurveillance"] = [Self.surveillance().json]
    let run = office.run("sonde")
    #expect(run.status == .done && run.errors.isEmpty)
    #expect(
      run.output == "GUICHET OK - la réception marche, dernier formulaire il y a 2 h d’ouverture | battement=3s;;;0 "
        + "silence=7200s;;;0 orienter=0s;;;0 depot=0s;;;0 retard=2;;;0 refus=1;;;0 espace=41%;;;0;100 "
        + "sauvegarde=3600s;;;0\n")
  }

  @Test(
    "alerts by the thresholds that it is given, the critical ones first",
    arguments: [
      (["--avertissement", "retard=2"], CommandStatus.done, "OK"),
      (["--avertissement", "retard=1"], .refused, "WARNING"),
      (["--avertissement", "retard=1", "--critique", "retard=1"], .critique, "CRITICAL"),
      (["--critique", "espace=50:"], .critique, "CRITICAL"), (["--critique", "espace=@0:10"], .done, "OK"),
      (["--critique", "sauvegarde=3599"], .critique, "CRITICAL"), (["--critique", "silence=~:7200"], .done, "OK"),
    ])
  func thresholds(arguments: [String], status: CommandStatus, name: String) {
    office.answers["ShowSurveillance"] = [Self.surveillance().json]
    let run = office.run(["sonde"] + arguments)
    #expect(run.status == status && run.output.hasPrefix("GUICHET \(name) - "), "\(run.output)")
    #expect(run.output.split(separator: "\n").count == 1)
  }

  @Test("takes no backup for older than any, and says that there is none")
  func withoutBackup() {
    let none = Wire.Surveillance(
      sante: "ok", battement: 3, silence: nil, silenceAuPlus: 0, aOrienter: nil, depot: nil, rejets: 0, retard: nil,
      espace: 41, sauvegarde: nil, pannes: [])
    office.answers["ShowSurveillance"] = [none.json]
    let calm = office.run("sonde")
    #expect(calm.status == .done && calm.output.contains(", aucune sauvegarde encore | "))
    #expect(calm.output.contains(" silence=U;;;0 ") && calm.output.hasSuffix(" sauvegarde=U;;;0\n"))
    #expect(office.run("sonde", "--avertissement", "retard=1").status == .done)
    let asked = office.run("sonde", "--critique", "sauvegarde=86400")
    #expect(asked.status == .critique && asked.output.hasPrefix("GUICHET CRITICAL - aucune sauvegarde | "))
  }

  @Test("says what the office takes for a fault, what to do, and never breaks its line")
  func fault() {
    let panne = Wire.Panne(code: "silence", gravite: "critique", message: "Aucun | form\nulaire.", remede: "Demandez.")
    office.answers["ShowSurveillance"] = [Self.surveillance(sante: "critique", pannes: [panne]).json]
    let run = office.run("sonde")
    #expect(run.status == .critique && run.output.split(separator: "\n").count == 1)
    #expect(run.output.hasPrefix("GUICHET CRITICAL - Aucun / form") && run.output.contains(" → Demandez."))
    #expect(run.output.filter { $0 == "|" }.count == 1)
    office.answers["ShowSurveillance"] = [Self.surveillance(sante: "avertissement", pannes: [panne]).json]
    #expect(office.run("sonde").status == .refused)
  }

  @Test("takes a daemon that nobody reaches for the alarm itself, and what it may not know for unknown")
  func unreachable() {
    office.unreachable = SystemError(errno: 111, operation: "connexion")
    let run = office.run("sonde")
    #expect(run.status == .critique && run.output.hasPrefix("GUICHET CRITICAL - ") && run.errors.isEmpty)
    office.unreachable = nil
    office.refusal = ("org.varlink.service.PermissionDenied", [:])
    #expect(office.run("sonde").output.hasPrefix("GUICHET UNKNOWN - "))
  }

  @Test(
    "calls a wrong command line unknown, before anybody is asked",
    arguments: [
      ["sonde", "--critique", "retard"], ["sonde", "--critique", "autre=1"],
      ["sonde", "--avertissement", "retard=20:1"],
      ["--socket", "/x", "sonde", "--nulle"], ["sonde", "mot"],
    ])
  func usage(arguments: [String]) {
    let run = office.run(arguments)
    #expect(run.status == .inconnu && run.output.hasPrefix("GUICHET UNKNOWN - ") && run.output.hasSuffix("\n"))
    #expect(run.output.split(separator: "\n").count == 1 && office.socket == nil, "\(run.output)")
  }

  @Test(
    "refuses a threshold that nothing it measures can meet, and says what would do",
    arguments: [
      ("espace=200:", "passe 100"), ("espace=@0:101", "passe 100"), ("battement=-5:10", "négatif"),
      ("sauvegarde=-86400", "négatif"), ("depot=~:-1", "négatif"), ("retard=20:1", "le plus petit d’abord, 1:20"),
      ("retard=@9:3", "le plus petit d’abord, 3:9"), ("retard=dix", "@10:20"), ("retard", "écrivez M=S"),
    ])
  func senseless(seuil: String, words: String) {
    for option in ["--critique", "--avertissement"] {
      let run = office.run(["sonde", option, seuil])
      #expect(run.status == .inconnu && run.output.hasPrefix("GUICHET UNKNOWN - « \(seuil) » "), "\(run.output)")
      #expect(run.output.contains(words) && run.output.split(separator: "\n").count == 1, "\(run.output)")
    }
    #expect(office.socket == nil)
  }

  @Test("reads the status file of a daemon, and counts how long it has been silent")
  func file() throws {
    let root = try TemporaryRoot()
    func sonde(_ alive: String, schema: Int64 = 1, stopped: String? = nil) throws -> Run {
      let document: JSONValue = [
        "schema": .int(schema), "battementLe": .string(alive), "arreteLe": stopped.map { .string($0) } ?? .null,
        "surveillance": Self.surveillance().json,
      ]
      try root.write(document.bytes(), as: "etat.json")
      return office.run("sonde", "--fichier", "\(root.path)/etat.json")
    }
    // It is 09:00:00.
    #expect(try sonde("2026-11-23T08:59:30+01:00").status == .done)
    let dead = try sonde("2026-11-23T08:50:00+01:00")
    #expect(dead.status == .critique)
    #expect(dead.output.hasPrefix("GUICHET CRITICAL - guichetd ne donne plus signe de vie depuis 10 min. → "))
    // What has an age has grown older with the file.
    #expect(dead.output.contains("battement=600s") && dead.output.contains("sauvegarde=4200s"))
    // One that was stopped in order says so at once.
    let stopped = try sonde("2026-11-23T08:59:30+01:00", stopped: "2026-11-23T08:59:40+01:00")
    #expect(stopped.status == .critique, "\(stopped.output)")
    #expect(stopped.output.hasPrefix("GUICHET CRITICAL - guichetd est arrêté depuis 20 s. → Démarrez-le par "))
    #expect(try sonde("2026-11-23T08:59:30+01:00", schema: 2).status == .inconnu)
    #expect(office.run("sonde", "--fichier", "\(root.path)/absent.json").status == .inconnu)
    #expect(office.socket == nil)
  }
}
