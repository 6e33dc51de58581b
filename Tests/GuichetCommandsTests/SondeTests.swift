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
    pannes: [Wire.Panne] = [], aRecu: Bool? = nil
  ) -> Wire.Surveillance {
    Wire.Surveillance(
      sante: sante, battement: battement, silence: silence, silenceAuPlus: 50_400, aOrienter: nil, depot: nil,
      rejets: 1, retard: retard, espace: espace, sauvegarde: 3600, pannes: pannes, aRecu: aRecu)
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
    // What cannot be told is not within its bounds.
    let unknown = office.run("sonde", "--avertissement", "retard=1", "-c", "retard=5", "-c", "espace=10:")
    #expect(unknown.status == .inconnu, "\(unknown.output)")
    #expect(
      unknown.output.hasPrefix("GUICHET UNKNOWN - « retard » est inconnu pour l’instant, son seuil n’est pas jugé |"))
    #expect(office.run("sonde", "-c", "silence=60", "-w", "espace=50:").status == .refused, "known ones come first")
    let asked = office.run("sonde", "--critique", "sauvegarde=86400")
    #expect(asked.status == .critique && asked.output.hasPrefix("GUICHET CRITICAL - aucune sauvegarde | "))
  }

  @Test(
    "names the threshold that was passed, once for each measure",
    arguments: [
      (["-c", "retard=1"], "2 demandes en retard, plus de 1"),
      (["--warning", "retard=0", "--critical", "retard=1"], "2 demandes en retard, plus de 1"),
      (["-w", "retard=5:"], "2 demandes en retard, moins de 5"),
      (["-w", "retard=@1:4"], "2 demandes en retard, entre 1 et 4"),
      (["-w", "retard=@2:"], "2 demandes en retard, 2 ou plus"),
      (["-w", "retard=@~:2"], "2 demandes en retard, 2 ou moins"),
      (["-w", "espace=50.5:"], "41 % de place ou d’inodes libres, moins de 50,5 %"),
      (["-w", "silence=3600"], "aucun formulaire depuis 2 h d’ouverture, plus de 60 min"),
      (["-w", "silence=7199"], "aucun formulaire depuis 2 h d’ouverture, plus de 119 min"),
      (["-w", "silence=~:7199.5"], "aucun formulaire depuis 2 h d’ouverture, plus de 7199,5 s"),
      (["-w", "sauvegarde=3599"], "la dernière sauvegarde a 60 min, plus de 59 min"),
    ])
  func named(arguments: [String], words: String) {
    office.answers["ShowSurveillance"] = [Self.surveillance().json]
    let run = office.run(["sonde"] + arguments)
    #expect(run.output.contains(" - \(words) | "), "\(run.output)")
  }

  @Test("waits ten seconds for the daemon, or as long as it is told")
  func timeout() {
    office.answers["ShowSurveillance"] = [Self.surveillance().json]
    _ = office.run("sonde")
    #expect(office.patience == .seconds(10))
    _ = office.run("sonde", "-t", "3")
    #expect(office.patience == .seconds(3))
    #expect(office.run("sonde", "--timeout", "30").status == .done && office.patience == .seconds(30))
  }

  @Test(
    "says whether a producer ever dropped a form, as far as the daemon tells",
    arguments: [
      (7200, true, "marche, dernier formulaire il y a 2 h d’ouverture | "),
      (7200, nil, "marche, dernier formulaire il y a 2 h d’ouverture | "),
      (7200, false, "marche, aucun formulaire reçu encore, 2 h d’ouverture après le premier référentiel | "),
      (nil, nil, "marche, aucun formulaire reçu encore | "), (nil, true, "marche | "),
    ] as [(Int?, Bool?, String)])
  func silence(silence: Int?, aRecu: Bool?, words: String) {
    office.answers["ShowSurveillance"] = [Self.surveillance(silence: silence, aRecu: aRecu).json]
    #expect(office.run("sonde").output.contains(words), "\(office.run("sonde").output)")
  }

  @Test("tells its source when it is asked for more, and each fault and measure when asked for all")
  func verbose() {
    let panne = Wire.Panne(code: "silence", gravite: "critique", message: "Aucun | form\nulaire.", remede: "Demandez.")
    office.answers["ShowSurveillance"] = [Self.surveillance(sante: "critique", pannes: [panne]).json]
    let one = office.run("sonde", "-v", "--socket", "/x")
    #expect(one.output.contains(" → Demandez. (/x) | ") && one.output.split(separator: "\n").count == 1)
    let all = office.run("sonde", "-vv", "-c", "retard=9").output.split(separator: "\n")
    #expect(
      all.count == 10 && all[1].hasPrefix("silence (critique) : Aucun / form") && all[6] == "retard : 2 (critique 9)")
    #expect(all.joined().filter { $0 == "|" }.count == 1)
  }

  @Test(
    "knows nothing of the service where it was asked for its version or its help", arguments: ["-V", "--version", "-h"])
  func version(option: String) {
    let run = office.run("sonde", option)
    #expect(run.status == .inconnu && run.errors.isEmpty && office.socket == nil)
    #expect(run.output == "0.1.0\n" || option == "-h" && run.output.contains("-t, --timeout <SECONDES>"))
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
      ["--socket", "/x", "sonde", "--nulle"], ["sonde", "mot"], ["sonde", "--json"], ["sonde", "--csv"],
      ["--tableur", "sonde"], ["sonde", "--json", "--csv"], ["sonde", "-t", "0"], ["sonde", "-t", "vite"],
      ["sonde", "-w", "retard=2", "--warning", "retard=3"], ["sonde", "-c", "espace=2:", "--critique", "espace=2:"],
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
    // A clock that was set back by more than a minute hides nothing.
    #expect(try sonde("2026-11-23T09:00:50+01:00").status == .done)
    let ahead = try sonde("2026-11-23T11:00:00+01:00")
    #expect(ahead.status == .critique && ahead.output.contains("daté de 2 h dans l’avenir"), "\(ahead.output)")
    // A machine on which it never started has the folder; one that was mistyped is none.
    let never = office.run("sonde", "--fichier", "\(root.path)/absent.json")
    #expect(never.status == .critique && never.output.hasPrefix("GUICHET CRITICAL - guichetd n’a pas démarré : "))
    let mistyped = office.run("sonde", "--fichier", "\(root.path)/absent/etat.json")
    #expect(mistyped.status == .inconnu && mistyped.output.hasPrefix("GUICHET UNKNOWN - "))
    #expect(office.socket == nil)
  }
}
