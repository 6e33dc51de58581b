import GuichetCommands
import GuichetControl
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("Comparing a référentiel")
struct ComparaisonTests {
  private let root: TemporaryRoot
  private let office = FakeOffice()

  init() throws {
    root = try TemporaryRoot()
    for (name, text) in Samples.referentiel { try root.write(text, as: name) }
    answer(.init(version: 2, avertissements: [], differences: []))
  }

  private func answer(_ reply: CompareReferentiel.Reply) {
    office.answers = [
      "OpenReferentiel": [["chargement": "c1"]], "CompareReferentiel": [reply.json],
      "ApplyReferentiel": [ApplyReferentiel.Reply(version: 3, reorientees: 0).json],
    ]
  }

  private static let moves = [
    Wire.Deplacement(
      numero: "2026-000001", etat: "aContacter", le: "2026-11-23", de: "rpe-lille", vers: "rpe-lomme", suit: true),
    Wire.Deplacement(
      numero: "2026-000002", etat: "rendezVous", le: "2027-01-01", de: "rpe-lille", vers: "rpe-lomme", suit: false,
      reste: "avancee"),
    Wire.Deplacement(
      numero: "2026-000003", etat: "aContacter", le: "2027-01-01", de: "rpe-lille", raison: "sansLinf", suit: false,
      reste: "verrou"),
    Wire.Deplacement(numero: "2026-000004", etat: "aOrienter", le: "2026-11-23", vers: "rpe-lomme", suit: true),
    Wire.Deplacement(
      numero: "2026-000005", etat: "enSuivi", le: "2026-11-23", de: "rpe-sud", vers: "rpe-lomme", suit: true,
      motif: "linfRetire"),
    Wire.Deplacement(
      numero: "2026-000006", etat: "enSuivi", le: "2027-01-01", de: "rpe-sud", vers: "rpe-lomme", suit: true,
      motif: "transfertPrevu"),
    Wire.Deplacement(
      numero: "2026-000007", etat: "enSuivi", le: "2027-01-01", de: "rpe-sud", vers: "rpe-lomme", suit: false,
      reste: "transfertAbandonne"),
  ]

  private func compared(_ moves: [Wire.Deplacement]?, total: Int? = nil, rejeu: Wire.Rejeu? = nil)
    -> CompareReferentiel.Reply
  {
    .init(
      version: 2, avertissements: ["Anor n’a pas de LINF."], differences: ["Lomme change de LINF."],
      deplacements: moves, deplacementsTotal: total ?? moves?.count, rejeu: rejeu)
  }

  @Test("shows what would change and which demandes would move, and changes nothing")
  func compare() throws {
    try root.write("x", as: "linfs.csv")
    answer(compared(Self.moves))
    let run = office.run("referentiel", "comparer", root.path)
    #expect(run.status == .done && run.errors.isEmpty)
    #expect(
      run.output == """
        Fichiers laissés de côté : linfs.csv.
        Comparé à la version 2, en vigueur.
          – Lomme change de LINF.

        Avertissements
          – Anor n’a pas de LINF.

        Demandes ouvertes
        4 passeraient ailleurs ; 3 resteraient bien que leur lieu passe ailleurs :
        NUMÉRO       ÉTAT              LE          DE → VERS                                         SUITE
        2026-000001  à contacter       23/11/2026  rpe-lille → rpe-lomme                             suit
        2026-000002  rendez-vous fixé  01/01/2027  rpe-lille → rpe-lomme                             \
        reste : déjà avancée
        2026-000003  à contacter       01/01/2027  rpe-lille → à orienter (aucun LINF pour ce lieu)  \
        reste : décision d’une personne
        2026-000004  à orienter        23/11/2026  → rpe-lomme                                       suit
        2026-000005  en suivi          23/11/2026  rpe-sud → rpe-lomme                               \
        suit : son LINF est retiré
        2026-000006  en suivi          01/01/2027  rpe-sud → rpe-lomme                               \
        suit : transfert prévu
        2026-000007  en suivi          01/01/2027  rpe-sud → rpe-lomme                               \
        reste : transfert prévu abandonné

        """)
    #expect(!office.asked.contains { $0.method.hasSuffix("ApplyReferentiel") })
    #expect(office.asked.last?.parameters == CompareReferentiel.Parameters(chargement: "c1").json)
  }

  @Test("shows the first twenty of many, and all to a program")
  func many() throws {
    let all = (1...30).map { number in
      Wire.Deplacement(
        numero: "2026-0000\(number)", etat: "aContacter", le: "2026-11-23", de: "rpe-lille", vers: "rpe-lomme",
        suit: true)
    }
    func shown(_ run: Run) -> Int { run.output.split(separator: "\n").count { $0.hasPrefix("2026-") } }
    answer(compared(all))
    let run = office.run("referentiel", "comparer", root.path)
    #expect(shown(run) == 20 && run.output.hasSuffix("\n20 montrées sur 30 ; --json les donne toutes.\n"))
    answer(compared(all, total: 1300))
    let cut = office.run("referentiel", "comparer", root.path)
    #expect(
      cut.output.contains(
        "\n1\u{202F}300 dont le lieu passe ailleurs ; des 30 premières, 30 passeraient ailleurs :\n"))
    #expect(cut.output.hasSuffix("\n20 montrées sur 1\u{202F}300 ; --json donne les 30 premières.\n"))
    #expect(office.run("referentiel", "comparer", root.path, "--csv").output.split(separator: "\r\n").count == 31)
    let json = try JSON.parse(Array(office.run("referentiel", "comparer", root.path, "--json").output.utf8))
    #expect(
      json.members.map(\.key) == [
        "version", "avertissements", "differences", "deplacements", "deplacementsTotal", "rejeu", "ignores",
      ])
    #expect(json["deplacements"]?.count == 30 && json["deplacementsTotal"]?.int == 1300)
  }

  @Test("says that nothing moves, which is not what a daemon that tells nothing says")
  func none() {
    answer(compared([]))
    #expect(
      office.run("referentiel", "comparer", root.path).output.hasSuffix(
        "\nDemandes ouvertes\nAucune ne passerait ailleurs.\n"))
    answer(compared(nil))
    #expect(!office.run("referentiel", "comparer", root.path).output.contains("Demandes ouvertes"))
  }

  @Test(
    "decides past demandes again for as many days as asked",
    arguments: [("90j", 90), ("90jc", 90), ("90", 90), ("007j", 7), ("1", 1)])
  func durations(typed: String, days: Int) {
    #expect(office.run("referentiel", "comparer", root.path, "--rejouer", typed).status == .done)
    #expect(office.asked.last?.parameters == CompareReferentiel.Parameters(chargement: "c1", rejouer: days).json)
    _ = office.run("referentiel", "charger", root.path, "--rejouer", typed, "--oui")
    #expect(
      office.asked.dropLast().last?.parameters
        == CompareReferentiel.Parameters(chargement: "c1", rejouer: days).json)
  }

  @Test(
    "refuses a duration that is none, before it reads anything",
    arguments: ["", "0", "-3", "90 j", "3m", "1,5j", "j", "jc", "90jj", "999999", "٣j"])
  func wrongDuration(typed: String) {
    let run = office.run("referentiel", "comparer", "\(root.path)/absent", "--rejouer=\(typed)")
    #expect(run.status == .usage)
    #expect(office.socket == nil)
  }

  @Test("tells what past demandes would have become")
  func replay() {
    let rejeu = Wire.Rejeu(jours: 90, examinees: 1234, ailleurs: 25, deplacements: [Self.moves[0]])
    answer(compared([], rejeu: rejeu))
    #expect(
      office.run("referentiel", "comparer", root.path, "--rejouer", "90j").output.hasSuffix(
        """

        Demandes des 90 derniers jours
        1\u{202F}234 décidées de nouveau, dont 25 seraient allées ailleurs que par le référentiel en vigueur :
        NUMÉRO       ÉTAT         LE          DE → VERS
        2026-000001  à contacter  23/11/2026  rpe-lille → rpe-lomme
        1 montrée sur 25.

        """))
    answer(compared([], rejeu: .init(jours: 1, examinees: 1, ailleurs: 0, deplacements: [])))
    #expect(
      office.run("referentiel", "comparer", root.path, "--rejouer", "1").output.hasSuffix(
        "\nDemandes du dernier jour\n1 décidée de nouveau, aucune ne serait allée ailleurs que par le référentiel en vigueur.\n"
      ))
  }

  @Test("shows the same before it loads")
  func charge() {
    answer(compared(Self.moves))
    let compared = office.run("referentiel", "comparer", root.path).output
    office.typed = ["n"]
    let refused = office.run("referentiel", "charger", root.path)
    #expect(refused.status == .refused && refused.output == compared)
  }

  @Test("of a folder that is not there asks nothing", arguments: ["comparer", "charger"])
  func missing(verb: String) {
    #expect(office.run("referentiel", verb, "\(root.path)/absent").status == .refused)
    #expect(office.socket == nil)
  }
}
