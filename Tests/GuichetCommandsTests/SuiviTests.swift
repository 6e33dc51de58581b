import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

@Suite("The follow-up of families, on the command line")
struct SuiviTests {
  private let office = FakeOffice()

  private static func demande(_ numero: String, suivi: Wire.Suivi, echeance: String?) -> Wire.Demande {
    Wire.Demande(
      numero: numero, reference: "MEF-1", etat: "enSuivi", linf: "rpe-lomme", marques: [], echeance: echeance,
      enRetard: false, deposeeLe: "2026-11-23T08:15:00+01:00", recueLe: "2026-11-23T08:15:02+01:00", suivi: suivi)
  }

  private static let due = demande(
    "2026-000001",
    suivi: .init(
      code: "avantDebut", phrase: "60 jours avant le début souhaité", jour: "2027-01-04",
      dernierContact: "2026-11-25T10:00:00+01:00", debut: "2027-03-05", manque: "Il manque 2 relances."),
    echeance: "2027-01-04T17:00:00+01:00")

  private static let silent = demande("2026-000002", suivi: .init(), echeance: nil)

  @Test("shows which relance is due, when, the last contact and the wished start")
  func listed() {
    office.answers["ListDemandes"] = [ListDemandes.Reply(demandes: [Self.due, Self.silent]).json]
    #expect(
      office.run("suivi", "lister", "--linf", "rpe-lomme", "--en-retard").output == """
        NUMÉRO       LINF       RELANCE                           ÉCHÉANCE          DERNIER CONTACT   DÉBUT SOUHAITÉ
        2026-000001  rpe-lomme  60 jours avant le début souhaité  04/01/2027 17:00  25/11/2026 10:00  05/03/2027
        2026-000002  rpe-lomme  aucune, à sa demande
        2 demandes

        """)
    let asked = office.asked.last?.parameters
    #expect(asked == ListDemandes.Parameters(linf: "rpe-lomme", enRetard: true, suivi: true).json)
    #expect(
      office.run("suivi", "lister", "--csv").output
        == "numero;linf;code;relance;jour;echeance;enRetard;dernierContact;debut\r\n"
        + "2026-000001;rpe-lomme;avantDebut;60 jours avant le début souhaité;2027-01-04;2027-01-04T17:00:00+01:00;non;"
        + "2026-11-25T10:00:00+01:00;2027-03-05\r\n2026-000002;rpe-lomme;;;;;non;;\r\n")
    #expect(office.run("suivi", "lister", "--json").output.contains("\"suivi\""))
    office.answers["ListDemandes"] = [ListDemandes.Reply(demandes: []).json]
    #expect(office.run("suivi", "lister").output == "Aucune demande en suivi.\n")
  }

  @Test("enters a relance like any contact, refused where there is nothing to follow up, and says what comes next")
  func relance() {
    let contact = Wire.Contact(
      sequence: 9, survenuLe: "2027-01-04T10:00:00+01:00", enregistreLe: "2027-01-04T10:00:00+01:00",
      auteur: "martine", sens: "sortant", canal: "courriel", resultat: "messageLaisse")
    let joindre = Wire.Joindre(
      contacts: [contact], numeros: [], conseils: [], injoignable: false, manque: "Il manque 2 tentatives.")
    office.answers["AddContact"] = [AddContact.Reply(demande: Self.due, sequence: 9, joindre: joindre).json]
    #expect(
      office.run("suivi", "relancer", "1", "--canal", "courriel", "--resultat", "messageLaisse").output == """
        2026-000001 : « message laissé » noté ; elle est « en suivi ».
        Ensuite : relance 60 jours avant le début souhaité, à faire avant le 04/01/2027 17:00.
        Il manque 2 relances.

        """)
    #expect(office.asked.last?.parameters["suivi"] == true && office.asked.last?.parameters["canal"] == "courriel")
    #expect(office.run("suivi", "relancer", "1", "--resultat", "perdu").status == .usage)
  }
}
