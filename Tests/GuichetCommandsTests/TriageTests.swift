import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

@Suite("Triage")
struct TriageTests {
  private func waiting(
    _ numero: String, age: Int?, raison: String = "communeAmbigue", candidats: [Wire.Candidat]? = nil,
    marques: [String] = [], enRetard: Bool = false, departement: String? = nil
  ) -> Wire.Demande {
    Wire.Demande(
      numero: numero, reference: "MEF-1", etat: "aOrienter", raison: raison, marques: marques, enRetard: enRetard,
      recueLe: "2026-11-20T08:00:00+01:00", depuis: "2026-11-20T08:00:00+01:00", candidats: candidats, verrou: false,
      departement: departement, age: age)
  }

  private let locked = Wire.Demande(
    numero: "2026-000009", reference: "MEF-9", etat: "aContacter", linf: "rpe-lomme", marques: ["aVerifier"],
    codeInsee: "59350", enRetard: false, recueLe: "2026-11-20T08:00:00+01:00", depuis: "2026-11-21T08:00:00+01:00",
    verrou: true, age: 86_400)

  private let two = [
    Wire.Candidat(codeInsee: "59128", nom: "Capinghem"),
    Wire.Candidat(codeInsee: "59350", nom: "Lomme (Lille)", linf: "rpe-lomme"),
  ]

  private func office(_ demandes: [Wire.Demande]) -> FakeOffice {
    let office = FakeOffice()
    office.answers = ["ListDemandes": [ListDemandes.Reply(demandes: demandes).json]]
    return office
  }

  @Test("shows why each demande waits, between which communes, to whom each would go, and for how long")
  func columns() {
    let office = office([
      waiting("2026-000001", age: 3 * 86_400 + 3600, candidats: two, enRetard: true),
      waiting("2026-000002", age: 5 * 3600 + 60, raison: "sansLinf", marques: ["aVerifier"]),
      waiting("2026-000003", age: 60, raison: "horsDepartement", departement: "62"),
    ])
    #expect(
      office.run("demande", "lister", "--etat", "aOrienter").output == """
        NUMÉRO       RAISON                                    CANDIDATS                                       ÂGE  \
        REÇUE       À NOTER
        2026-000001  commune ambiguë                           Capinghem (59128), Lomme (Lille) → rpe-lomme    3 j  \
        20/11/2026  en retard
        2026-000002  aucun LINF pour ce lieu                                                                   5 h  \
        20/11/2026  à vérifier
        2026-000003  hors du département : Pas-de-Calais (62)                                                1 min  \
        20/11/2026
        3 demandes

        """)
  }

  @Test(
    "tells ages by the daemon's clock, in their largest whole unit",
    arguments: [
      (0, "0 min"), (59, "0 min"), (12 * 60, "12 min"), (3599, "59 min"), (3600, "1 h"), (86_399, "23 h"),
      (86_400, "1 j"), (1095 * 86_400, "1\u{202F}095 j"),
    ])
  func ages(age: Int, shown: String) {
    let output = office([waiting("2026-000001", age: age)]).run("demande", "lister").output
    #expect(output.split(separator: "\n")[1].contains(" \(shown)  20/11/2026"))
  }

  @Test("guesses no age that the daemon does not tell")
  func olderDaemon() {
    let output = office([waiting("2026-000001", age: nil)]).run("demande", "lister").output
    #expect(!output.contains(" j ") && output.contains("2026-000001  commune ambiguë"))
  }

  @Test("fits into 80 columns, candidates being cut first")
  func narrow() {
    let many = (1...9).map { Wire.Candidat(codeInsee: "5900\($0)", nom: "Saint-Aubin") }
    let office = office([waiting("2026-000001", age: 3 * 86_400, candidats: many)])
    office.terminal = 80
    office.environment = ["NO_COLOR": "1"]
    let lines = office.run("demande", "lister").output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines[1].contains("commune ambiguë") && lines[1].contains("…") && lines[1].contains("3 j"))
  }

  @Test("is not the view of a list that mixes états; what a person decided is shown as locked there")
  func ordinary() {
    #expect(
      office([waiting("2026-000001", age: nil), locked]).run("demande", "lister").output == """
        NUMÉRO       ÉTAT         LINF             COMMUNE  ÉCHÉANCE  REÇUE       À NOTER
        2026-000001  à orienter   commune ambiguë                     20/11/2026
        2026-000009  à contacter  rpe-lomme        59350              20/11/2026  verrouillée, à vérifier
        2 demandes

        """)
  }

  @Test("gives programs the same at the end of each row")
  func rows() {
    let office = office([waiting("2026-000001", age: 3 * 86_400, candidats: two), locked])
    let lines = office.run("demande", "lister", "--csv").output.split(separator: "\r\n")
    #expect(lines[0].hasSuffix(";motifCloture;depuis;candidats;verrou;departement;age;prisePar;priseJusque"))
    #expect(
      lines[1].hasSuffix(
        ";;2026-11-20T08:00:00+01:00;\"59128 Capinghem, 59350 Lomme (Lille) → rpe-lomme\";non;;259200;;"))
    #expect(lines[2].hasSuffix(";;2026-11-21T08:00:00+01:00;;oui;;86400;;"))
  }

  @Test("gives the place of columns without anything to the others, where there is not enough for all")
  func emptyColumns() {
    let office = office([waiting("2026-000003", age: 60, raison: "horsDepartement", departement: "62")])
    office.terminal = 80
    office.environment["NO_COLOR"] = "1"
    let narrow = office.run("demande", "lister").output
    #expect(narrow.hasPrefix("NUMÉRO       RAISON                                      ÂGE  REÇUE\n"))
    #expect(narrow.contains("hors du département : Pas-de-Calais (62)  1 min"))
    office.terminal = 200
    #expect(office.run("demande", "lister").output.contains("CANDIDATS"))
  }
}
