import GuichetCommands
import GuichetControl
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("The office on the command line")
struct OfficeTests {
  private let office = FakeOffice()

  private func etat(paused: Bool, version: Int) -> Wire.Etat {
    Wire.Etat(
      demandes: .init(total: 1204, parEtat: ["aContacter": 1192, "aOrienter": 12, "close": 0, "nouvelEtat": 1]),
      depot: .init(enAttente: 3, plusAncien: "2026-11-23T08:15:00+01:00", ignores: 1, empeches: 2),
      rejets: .init(total: 2, bloques: 1), sorties: .init(enAttente: 0),
      journal: .init(entrees: 2408, tete: "3f2a3f2a3f2a3f2a3f2a"),
      intake: .init(enPause: paused, raison: paused ? "Le disque est presque plein." : nil),
      referentiel: .init(version: version, communes: 647, linf: 82))
  }

  @Test("is seen at a glance")
  func glance() {
    office.answers = ["GetEtat": [["etat": etat(paused: false, version: 3).json]]]
    #expect(
      office.run("etat").output == """
        Réception       en marche
        Dépôt           3 en attente, depuis le 23/11/2026 08:15 (il y a 45 min) ; 2 fichiers ne peuvent pas être lus ; 1 élément ignoré
        Demandes        1\u{202F}204
          – à orienter : 12
          – à contacter : 1\u{202F}192
          – nouvelEtat : 1
        Rejets          2 fichiers refusés, dont 1 encore au dépôt
        Sorties         0 en attente
        Référentiel     version 3, 647 communes, 82 LINF
        Journal         2\u{202F}408 faits, tête 3f2a3f2a3f2a3f2a…

        """)
  }

  @Test("says what stands still and what is missing")
  func trouble() {
    office.answers = ["GetEtat": [["etat": etat(paused: true, version: 0).json]]]
    let text = office.run("etat").output
    #expect(text.contains("en pause : Le disque est presque plein."))
    #expect(text.contains("aucun ; chargez-en un par « guichetctl referentiel charger »"))
  }

  @Test("is in JSON what etat.json holds")
  func json() throws {
    office.answers = ["GetEtat": [["etat": etat(paused: false, version: 3).json]]]
    let json = try JSON.parse(Array(office.run("etat", "--json").output.utf8))
    #expect(
      json.members.map(\.key) == [
        "demandes", "depot", "rejets", "sorties", "journal", "intake", "referentiel", "nom", "recues", "le",
        "courriels",
      ])
    #expect(json["demandes"]?["parEtat"]?["aContacter"]?.int == 1192)
    #expect(json["intake"]?["raison"]?.isNull == true)
  }

  private static let rejet = Wire.Rejet(
    id: "20261123T081500Z-3f2a", fichier: "a\u{1B}[2J.json", recuLe: "2026-11-23T08:15:00+01:00", sha256: nil,
    code: "jsonInvalide", erreurs: [.init(chemin: "", message: "Le document est vide.")], etat: "ouvert", auDepot: true)

  @Test("lists what was refused")
  func rejets() {
    office.answers = ["ListRejets": [ListRejets.Reply(rejets: [Self.rejet]).json, ListRejets.Reply(rejets: []).json]]
    #expect(
      office.run("rejet", "lister").output == """
        IDENTIFIANT            FICHIER          MOTIF          ÉTAT
        20261123T081500Z-3f2a  a\\u{1b}[2J.json  JSON invalide  ouvert, au dépôt
        1 fichier

        """)
    office.answers = ["ListRejets": [ListRejets.Reply(rejets: []).json]]
    #expect(office.run("rejet", "lister").output == "Aucun fichier refusé.\n")
    #expect(office.run("rejet", "lister", "--json").output == "[]\n")
  }

  @Test("shows what a refused file holds, line by line and harmless")
  func rejet() {
    let reply = ShowRejet.Reply(rejet: Self.rejet, contenu: Array("{\n\u{1B}[2J\u{7}".utf8) + [0xFF, 0x0D, 0x0A])
    office.answers = ["ShowRejet": [reply.json]]
    let text = office.run("rejet", "voir", "x").output
    #expect(text.hasSuffix("Contenu\n  {\n  \\u{1b}[2J\\u{7}\u{FFFD}\n"))
    #expect(text.contains("Motif           JSON invalide\n"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test("replays a refused file, the original or a mended one")
  func replay() throws {
    let root = try TemporaryRoot()
    let text = Samples.formulaire(reference: "MEF-1")
    try root.write(text, as: "mended.json")
    #expect(office.run("rejet", "rejouer", "x").status == .done)
    #expect(office.asked.last?.parameters == ReplayRejet.Parameters(id: "x").json)
    #expect(office.run("rejet", "rejouer", "x", "--avec", "\(root.path)/mended.json").status == .done)
    #expect(office.asked.last?.parameters == ReplayRejet.Parameters(id: "x", contenu: Array(text.utf8)).json)
  }

  @Test("replays no mended file that would be refused again")
  func stillWrong() throws {
    let root = try TemporaryRoot()
    try root.write("{", as: "mended.json")
    let run = office.run("rejet", "rejouer", "x", "--avec", "\(root.path)/mended.json")
    #expect(run.status == .refused)
    #expect(run.errors.hasPrefix("Erreur : Ce fichier serait refusé à nouveau (JSON invalide).\n  – "))
    #expect(office.asked.isEmpty)
  }

  private static let fait = Wire.Fait(
    seq: 17, numero: "2026-000001", nature: "recue", survenuLe: "2026-11-23T08:15:00+01:00",
    enregistreLe: "2026-11-23T08:15:02+01:00", auteur: "guichetd", chaine: "3f2a", resume: "Demande reçue.",
    linf: "rpe-lomme")

  @Test("lists the journal, all of it or one demande's")
  func journal() {
    office.answers = ["ListFaits": [ListFaits.Reply(faits: [Self.fait]).json]]
    #expect(
      office.run("journal", "lister", "1", "--apres", "16").output == """
        RANG  SURVENU LE        DEMANDE      AUTEUR    RÉSUMÉ
          17  23/11/2026 08:15  2026-000001  guichetd  Demande reçue.
        1 fait

        """)
    #expect(office.asked.last?.parameters == ListFaits.Parameters(numero: "1", apres: 16).json)
    #expect(
      office.run("journal", "lister", "--csv").output == """
        seq;numero;nature;survenuLe;enregistreLe;auteur;chaine;resume;linf\r
        17;2026-000001;recue;2026-11-23T08:15:00+01:00;2026-11-23T08:15:02+01:00;guichetd;3f2a;Demande reçue.;rpe-lomme\r

        """)
  }

  @Test("says whether the journal holds, by its end too", arguments: [(true, CommandStatus.done), (false, .refused)])
  func verify(intact: Bool, status: CommandStatus) {
    let reply = VerifyJournal.Reply(
      entrees: 2408, tete: "3f2a", intact: intact, fautes: intact ? [] : ["Le fait 7 a changé."], demandes: 1204,
      ecarts: [])
    office.answers = ["VerifyJournal": [reply.json]]
    let run = office.run("journal", "verifier")
    #expect(run.status == status)
    #expect(run.output.hasPrefix(intact ? "Le journal est intact.\n" : "Le journal n’est pas intact.\n"))
    #expect(run.output.contains("Le fait 7 a changé.") == !intact)
  }

  @Test("says how many reads of personal data are there, and which are not any more")
  func consultations() {
    func run(_ otees: [Wire.ConsultationsOtees]) -> String {
      let reply = VerifyJournal.Reply(
        entrees: 9, tete: "3f2a", intact: true, fautes: [], demandes: 3, ecarts: [], consultations: 7,
        consultationsOtees: otees)
      office.answers = ["VerifyJournal": [reply.json]]
      return office.run("journal", "verifier").output
    }
    #expect(run([]).contains("Consultations   7 contrôlées\n") && !run([]).contains("Ôtées"))
    let months = [
      Wire.ConsultationsOtees(
        premiere: 1, derniere: 12, chaine: "3f2c", jusquAu: "2025-10-31", oteesLe: "2026-11-01T02:45:00+01:00"),
      Wire.ConsultationsOtees(
        premiere: 13, derniere: 40, chaine: "3f2d", jusquAu: "2025-11-30", oteesLe: "2026-12-01T02:45:00+01:00"),
    ]
    #expect(run(months).contains("Ôtées           les 40 premières, jusqu’au 30/11/2025, par mois entiers\n"))
  }

  @Test("cuts the id of no LINF at 80 columns")
  func narrowLinf() {
    let id = "rpe-communaute-de-communes-pevele-carembault"
    office.answers["ListLinf"] = [
      ListLinf.Reply(linf: [
        .init(
          id: id, nom: "Relais petite enfance de la Pévèle et du Carembault", type: "rpe", telephone: "03 53 01 10 02",
          habilite: true)
      ]).json
    ]
    office.terminal = 80
    office.environment = ["NO_COLOR": "1"]
    let output = office.run("linf", "lister").output
    #expect(output.contains(id) && output.contains("03 53 01 10 02") && !output.contains("…"), "\(output)")
  }
}
