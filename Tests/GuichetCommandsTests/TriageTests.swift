import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

@Suite("Triage")
struct TriageTests {
  private func waiting(
    _ numero: String, depuis: String?, raison: String = "communeAmbigue", candidats: [Wire.Candidat]? = nil,
    marques: [String] = [], enRetard: Bool = false
  ) -> Wire.Demande {
    Wire.Demande(
      numero: numero, reference: "MEF-1", etat: "aOrienter", raison: raison, marques: marques, enRetard: enRetard,
      recueLe: "2026-11-20T08:00:00+01:00", depuis: depuis, candidats: candidats, verrou: false)
  }

  private let locked = Wire.Demande(
    numero: "2026-000009", reference: "MEF-9", etat: "aContacter", linf: "rpe-lomme", marques: ["aVerifier"],
    codeInsee: "59350", enRetard: false, recueLe: "2026-11-20T08:00:00+01:00", depuis: "2026-11-21T08:00:00+01:00",
    verrou: true)

  private let two = [
    Wire.Candidat(codeInsee: "59128", nom: "Capinghem"), Wire.Candidat(codeInsee: "59350", nom: "Lille"),
  ]

  private func office(_ demandes: [Wire.Demande]) -> FakeOffice {
    let office = FakeOffice()
    office.answers = ["ListDemandes": [ListDemandes.Reply(demandes: demandes).json]]
    return office
  }

  @Test("shows why each demande waits, between which communes and for how long")
  func columns() {
    let office = office([
      waiting("2026-000001", depuis: "2026-11-20T08:00:00+01:00", candidats: two, enRetard: true),
      waiting("2026-000002", depuis: "2026-11-23T03:59:00+01:00", raison: "sansLinf", marques: ["aVerifier"]),
    ])
    #expect(
      office.run("demande", "lister", "--etat", "aOrienter").output == """
        NUMÉRO       RAISON                   CANDIDATS                         ÂGE  REÇUE       À NOTER
        2026-000001  commune ambiguë          Capinghem (59128), Lille (59350)  3 j  20/11/2026  en retard
        2026-000002  aucun LINF pour ce lieu                                    5 h  20/11/2026  à vérifier
        2 demandes

        """)
  }

  @Test(
    "tells ages in their largest whole unit",
    arguments: [
      ("2026-11-23T09:00:00+01:00", "0 min"), ("2026-11-23T08:59:01+01:00", "0 min"),
      ("2026-11-23T07:48:00Z", "12 min"), ("2026-11-23T08:00:01+01:00", "59 min"),
      ("2026-11-23T08:00:00+01:00", "1 h"), ("2026-11-22T09:00:01+01:00", "23 h"),
      ("2026-11-22T09:00:00+01:00", "1 j"), ("2023-11-24T09:00:00+01:00", "1\u{202F}095 j"),
      ("2026-11-23T09:05:00+01:00", "0 min"),
    ])
  func ages(depuis: String, age: String) {
    let output = office([waiting("2026-000001", depuis: depuis)]).run("demande", "lister").output
    #expect(output.split(separator: "\n")[1].contains(" \(age)  20/11/2026"))
  }

  @Test("reckons the age from the reception where an older daemon tells no more")
  func olderDaemon() {
    #expect(office([waiting("2026-000001", depuis: nil)]).run("demande", "lister").output.contains(" 3 j "))
  }

  @Test("fits into 80 columns, candidates being cut first")
  func narrow() {
    let many = (1...9).map { Wire.Candidat(codeInsee: "5900\($0)", nom: "Saint-Aubin") }
    let office = office([waiting("2026-000001", depuis: "2026-11-20T08:00:00+01:00", candidats: many)])
    office.terminal = 80
    office.environment = ["NO_COLOR": "1"]
    let lines = office.run("demande", "lister").output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines[1].contains("commune ambiguë") && lines[1].contains("…") && lines[1].contains("3 j"))
  }

  @Test("is not the view of a list that mixes états; what a person decided is shown as locked there")
  func ordinary() {
    #expect(
      office([waiting("2026-000001", depuis: nil), locked]).run("demande", "lister").output == """
        NUMÉRO       ÉTAT         LINF             COMMUNE  ÉCHÉANCE  REÇUE       À NOTER
        2026-000001  à orienter   commune ambiguë                     20/11/2026
        2026-000009  à contacter  rpe-lomme        59350              20/11/2026  verrouillée, à vérifier
        2 demandes

        """)
  }

  @Test("gives programs the same at the end of each row")
  func rows() {
    let office = office([waiting("2026-000001", depuis: "2026-11-20T08:00:00+01:00", candidats: two), locked])
    let lines = office.run("demande", "lister", "--csv").output.split(separator: "\r\n")
    #expect(lines[0].hasSuffix(";motifCloture;depuis;candidats;verrou"))
    #expect(lines[1].hasSuffix(";;2026-11-20T08:00:00+01:00;\"59128 Capinghem, 59350 Lille\";non"))
    #expect(lines[2].hasSuffix(";;2026-11-21T08:00:00+01:00;;oui"))
  }
}
