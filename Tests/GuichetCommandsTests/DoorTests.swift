import GuichetCommands
import LinuxSystem
import StrictJSON
import Testing

@Suite("The door to the daemon")
struct DoorTests {

  private static let places: [([String], [String: String], String)] = [
    (["etat"], [:], "/run/guichet/controle.sock"),
    (["etat"], ["GUICHET_RACINE": "/r"], "/r/controle.sock"),
    (["etat"], ["GUICHET_RACINE": "/r", "GUICHET_SOCKET": "/s"], "/s"),
    (["etat"], ["GUICHET_RACINE": "", "GUICHET_SOCKET": ""], "/run/guichet/controle.sock"),
    (["etat", "--racine", "/o"], ["GUICHET_SOCKET": "/s"], "/o/controle.sock"),
    (["--racine", "/o", "etat"], [:], "/o/controle.sock"),
    (["--socket", "/p", "etat"], ["GUICHET_RACINE": "/r"], "/p"),
  ]

  @Test("is where options say, then the environment, then the package", arguments: places)
  func found(arguments: [String], environment: [String: String], socket: String) {
    let office = FakeOffice()
    office.environment = environment
    _ = office.run(arguments)
    #expect(office.socket == socket)
  }

  @Test("that nobody answers at is 69, one that may not be opened 77", arguments: [(2, 69), (111, 69), (13, 77)])
  func closed(errno: Int32, status: Int32) {
    let office = FakeOffice()
    office.unreachable = SystemError(errno: errno, operation: "connexion à la socket", path: "/s")
    let run = office.run("etat")
    #expect(run.status.rawValue == status)
    #expect(run.errors.hasPrefix("Erreur : Connexion à la socket « /s » impossible"))
    #expect(run.errors.split(separator: "\n").count == 2)
  }

  @Test("that is closed in one's face may be one too many")
  func tooMany() {
    let office = FakeOffice()
    office.lost = SystemError(errno: 32, operation: "écriture")
    let run = office.run("etat")
    #expect(run.status == .unreachable && run.errors.contains("fermez d’autres guichetctl restés ouverts"))
  }

  struct Refusal: Sendable {
    let name: String
    let parameters: JSONValue
    let status: CommandStatus
    let message: String

    init(_ name: String, _ parameters: JSONValue, _ status: CommandStatus, _ message: String) {
      self.name = name
      self.parameters = parameters
      self.status = status
      self.message = message
    }
  }

  private static let refusals: [Refusal] = [
    Refusal(
      "fr.caf.guichet.DemandeIntrouvable", ["numero": "2026-000999"], .refused,
      "La demande « 2026-000999 » est introuvable."),
    Refusal("fr.caf.guichet.RejetIntrouvable", ["id": "x"], .refused, "Le refus « x » est introuvable."),
    Refusal(
      "fr.caf.guichet.SansObjet", ["parametre": "linf", "message": "Le référentiel n’a pas de LINF « x »."], .refused,
      "Le référentiel n’a pas de LINF « x »."),
    Refusal(
      "fr.caf.guichet.ParametreInvalide", ["parametre": "numero", "message": "Ce numéro n’en est pas un."], .usage,
      "Ce numéro n’en est pas un."),
    Refusal(
      "fr.caf.guichet.Indisponible", ["message": "Le registre est occupé."], .unreachable, "Le registre est occupé."),
    Refusal(
      "fr.caf.guichet.VersionDepassee", ["version": 4], .refused,
      "Un autre référentiel, la version 4, est entré en vigueur entre-temps."),
    Refusal(
      "fr.caf.guichet.DemandeTransmise",
      ["numero": "2026-000123", "le": "2026-11-23T09:12:00+01:00", "telephone": "03 53 01 00 01"], .refused,
      "La demande 2026-000123 est allée à un autre lieu d’information le 23/11/2026 ; renseignez la famille au "
        + "03 53 01 00 01."),
    Refusal(
      "fr.caf.guichet.DemandeTransmise",
      ["numero": "2026-000123", "le": "2026-11-23T09:12:00+01:00", "telephone": nil], .refused,
      "La demande 2026-000123 n’est plus chez ce lieu d’information depuis le 23/11/2026 ; elle attend d’être orientée."
    ),
    Refusal("fr.caf.guichet.ChargementInconnu", ["chargement": "c"], .refused, "Le démon a oublié cet envoi."),
    Refusal(
      "fr.caf.guichet.SansObjet", ["parametre": "configuration", "message": "Rien à relire."], .refused,
      "Rien à relire."),
    Refusal(
      "fr.caf.guichet.DemarrageRefuse", [:], .unreachable,
      "guichetd ne répond pas : il a renoncé à démarrer, sa configuration, son registre ou son disque ne va pas."),
    Refusal(
      "fr.caf.guichet.Nouvelle", [:], .refused, "Le démon répond par l’erreur inconnue « fr.caf.guichet.Nouvelle »."),
    Refusal("org.varlink.service.PermissionDenied", [:], .denied, "Vous n’avez pas le droit de faire cela."),
    Refusal(
      "org.varlink.service.InvalidParameter", ["parameter": "numero"], .usage,
      "Le démon refuse la valeur donnée pour « numero »."),
    Refusal(
      "org.varlink.service.MethodNotFound", ["method": "ShowDemande"], .refused, "Ce démon ne sait pas faire cela."),
  ]

  @Test("answers errors that say what to do", arguments: refusals)
  func errors(refusal: Refusal) {
    let office = FakeOffice()
    office.refusal = (refusal.name, refusal.parameters)
    let run = office.run("demande", "voir", "1")
    #expect(run.status == refusal.status)
    #expect(run.output.isEmpty)
    let lines = run.errors.split(separator: "\n").map(String.init)
    #expect(lines.first == "Erreur : \(refusal.message)")
    #expect(lines.count == 2, "no remedy: \(lines)")
  }

  @Test("whose answer does not fit is not guided by it")
  func misunderstood() {
    let office = FakeOffice()
    office.answers = ["GetEtat": [["etat": 3]]]
    let run = office.run("etat")
    #expect(run.status == .unreachable)
    #expect(run.errors.contains("n’est pas comprise"))
  }

  @Test("tells both versions, and its own when nobody answers")
  func versions() {
    let office = FakeOffice()
    office.answers = ["GetInfo": [["version": "9.9.9"]]]
    #expect(office.run("version", "--json").output == #"{"guichetctl":"0.1.0","guichetd":"9.9.9"}"# + "\n")
    office.unreachable = SystemError(errno: 2, operation: "connexion à la socket")
    let run = office.run("version", "--json")
    #expect(run.status == .done)
    #expect(run.output == #"{"guichetctl":"0.1.0","guichetd":null}"# + "\n")
  }
}
