import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

@Suite("Backups, configuration and maintenance from the command line")
struct SauvegardeTests {
  private let office = FakeOffice()

  private static func sauvegarde(_ fautes: [String]?, trouvees: [String]? = nil) -> Wire.Sauvegarde {
    Wire.Sauvegarde(
      fichier: "guichet-20261123T013000Z.sqlite", faiteLe: "2026-11-23T02:30:00+01:00", octets: 8192,
      sha256: fautes.map { _ in "3f2a" }, sequence: fautes.map { _ in 2408 }, chaine: fautes.map { _ in "3f2b" },
      demandes: fautes.map { _ in 1204 }, version: fautes.map { _ in "0.1" }, schema: fautes.map { _ in 10 },
      fautes: fautes, fautiveLe: trouvees.map { _ in "2026-11-24T02:45:00+01:00" }, fautesTrouvees: trouvees)
  }

  @Test(
    "a backup of a register at fault is no success", arguments: [([], CommandStatus.done), (["Un écart."], .refused)])
  func make(fautes: [String], status: CommandStatus) {
    office.answers = [
      "MakeBackup": [
        MakeBackup.Reply(etape: "copie", sauvegarde: nil, retirees: []).json,
        MakeBackup.Reply(etape: nil, sauvegarde: Self.sauvegarde(fautes), retirees: ["a", "b"]).json,
      ]
    ]
    let run = office.run("sauvegarde", "faire")
    #expect(run.status == status && run.output.contains("204") && run.output.contains("2 anciennes sauvegardes"))
    #expect(run.output.contains("Un écart.") == !fautes.isEmpty)
  }

  @Test("a daemon that breaks off has not made one")
  func cut() {
    office.answers = ["MakeBackup": [MakeBackup.Reply(etape: "copie", sauvegarde: nil, retirees: []).json]]
    #expect(office.run("sauvegarde", "faire").status == .unreachable)
  }

  @Test("those that are there are listed, also without manifests, and none is said")
  func list() {
    office.answers = ["ListBackups": [ListBackups.Reply(dossier: "/s", sauvegardes: []).json]]
    #expect(office.run("sauvegarde", "lister").output.contains("Aucune sauvegarde dans « /s »."))
    office.answers = [
      "ListBackups": [
        ListBackups.Reply(dossier: "/s", sauvegardes: [Self.sauvegarde([]), Self.sauvegarde(nil)]).json
      ]
    ]
    let output = office.run("sauvegarde", "lister").output
    #expect(output.contains("intacte") && output.contains("sans manifeste") && !output.contains("ne compte plus"))
    office.answers = [
      "ListBackups": [
        ListBackups.Reply(dossier: "/s", sauvegardes: [Self.sauvegarde([], trouvees: ["Faute."])]).json
      ]
    ]
    let faulty = office.run("sauvegarde", "lister").output
    #expect(faulty.contains("FAUTIVE, contrôlée le 24/11/2026 02:45") && faulty.contains("ne compte plus"))
    #expect(office.run("sauvegarde", "lister", "--csv").output.contains("2026-11-24T02:45:00+01:00"))
  }

  @Test("one is named as it was typed: the daemon knows its own folder, and what lies elsewhere is not that one")
  func verify() {
    office.answers = [
      "VerifyBackup": [
        VerifyBackup.Reply(etape: nil, sauvegarde: Self.sauvegarde([]), intacte: true, fautes: []).json
      ]
    ]
    let path = "/var/lib/guichet/sauvegardes/x.sqlite"
    #expect(office.run("sauvegarde", "verifier", path).status == .done)
    #expect(office.asked.last?.parameters == VerifyBackup.Parameters(fichier: path).json)
  }

  @Test("one that nothing vouches for is not called whole, nor damaged")
  func withoutManifest() {
    let fautes = ["Son manifeste manque."]
    office.answers = [
      "VerifyBackup": [
        VerifyBackup.Reply(etape: nil, sauvegarde: Self.sauvegarde(nil), intacte: false, fautes: fautes).json
      ]
    ]
    let run = office.run("sauvegarde", "verifier")
    #expect(run.status == .refused && run.output.hasPrefix("La sauvegarde n’a pas pu être contrôlée en entier."))
    #expect(run.output.contains("Son manifeste manque.") && !run.output.contains("intacte"))
  }

  @Test("maintenance shows unless it is told to do, and ends with 1 where something is at fault")
  func maintenance() {
    func answer(_ fautes: [String]) -> [String: [JSONValue]] {
      [
        "RunMaintenance": [
          RunMaintenance.Reply(
            etape: nil, taches: [.init(code: "originaux", nombre: 3, phrase: "Originaux : 3 ôtés.")], fautes: fautes
          ).json
        ]
      ]
    }
    office.answers = answer([])
    #expect(office.run("entretien").output.contains("Rien n’a été touché"))
    #expect(office.asked.last?.parameters == RunMaintenance.Parameters(executer: false).json)
    #expect(office.run("entretien", "--executer").status == .done)
    #expect(office.asked.last?.parameters == RunMaintenance.Parameters(executer: true).json)
    office.answers = answer(["Le disque est plein."])
    #expect(office.run("entretien", "--executer").status == .refused)
  }

  @Test("a failed backup claims nothing of those that are there, which nobody has read")
  func failed() {
    office.refusal = ("fr.caf.guichet.SauvegardeImpossible", ["message": "Le dossier est illisible."])
    let run = office.run("sauvegarde", "faire")
    #expect(run.status == .refused && run.errors.hasPrefix("Erreur : Le dossier est illisible.\n"))
    #expect(run.errors.contains("Rien n’a été ajouté ni ôté") && !run.errors.contains("intactes"))
  }

  @Test("the folder of a LINF whose conseillers have two groups is not said to have none")
  func twoGroups() {
    let dossier = Wire.DossierDeSortie(
      linf: "rpe-lomme", chemin: "/s/rpe-lomme", proprietaire: "guichet", groupe: nil, groupeExiste: false, faute: nil)
    office.answers = ["ListDossiers": [ListDossiers.Reply(dossiers: [dossier]).json]]
    let run = office.run("linf", "preparer")
    #expect(run.status == .done && run.output.contains("plusieurs ou aucun : donnez-lui linf.rpe-lomme.groupe."))
    #expect(run.output.contains("\n#d /s/rpe-lomme"))
  }

  @Test("a configuration that is read again says what waits")
  func reload() {
    office.answers = [
      "ReloadConfiguration": [
        ReloadConfiguration.Reply(changees: ["delais"], auRedemarrage: ["caf.fuseau"], avertissements: []).json
      ]
    ]
    let run = office.run("recharger")
    #expect(run.status == .done && run.output.contains("delais") && run.output.contains("caf.fuseau"))
  }
}
