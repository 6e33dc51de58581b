import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

@Suite("What a family found, entered on the command line")
struct SolutionTests {
  private let office = FakeOffice()

  private static func demande(_ marques: [String] = []) -> Wire.Demande {
    Wire.Demande(
      numero: "2026-000001", reference: "MEF-1", etat: "enSuivi", linf: "rpe-lomme", marques: marques, enRetard: false,
      deposeeLe: "2026-11-23T08:15:00+01:00", recueLe: "2026-11-23T08:15:02+01:00")
  }

  private static func suivis(_ cloture: String?, marques: [String] = []) -> JSONValue {
    let issue = Wire.IssueEnfant(
      id: 1, issue: "solution", mode: "crecheCollective", debut: "2027-01-04", heuresParSemaine: 32, commune: "59350",
      communeNom: "Lille", souhaitee: true, noteeLe: "2026-11-25T09:00:00+01:00", auteur: "martine", enCours: true,
      annulee: false)
    return Wire.EnfantsSuivis(
      demande: demande(marques), id: 1,
      enfants: [
        .init(
          rang: 1, prenom: "Léo", naissance: "2026-03-01", etat: "solution", regle: true, aConfirmer: false,
          issues: [issue])
      ], cloture: cloture
    ).json
  }

  private func asked(_ method: String) -> JSONValue? {
    office.asked.last { $0.method.hasSuffix(method) }?.parameters
  }

  @Test("goes to the daemon as it was typed, days made days of the calendar, and comes back child by child")
  func entered() {
    office.answers["AddSolution"] = [Self.suivis(nil)]
    let run = office.run(
      "solution", "ajouter", "1", "--mode", "crecheCollective", "--debut", "04/01/2027", "--heures", "32", "--commune",
      "Lille", "--souhaitee", "oui", "--remplace", "2", "--remplace", "3")
    #expect(run.status == .done, "\(run.errors)")
    let parameters = asked("AddSolution")
    #expect(parameters?["debut"] == "2027-01-04" && parameters?["heuresParSemaine"] == 32)
    #expect(parameters?["souhaitee"] == true && parameters?["remplace"] == [2, 3] && parameters?["enfant"] == .null)
    #expect(
      run.output == """
        2026-000001 : noté, n° 1.
        Enfant 1 (Léo, né le 01/03/2026) : solution trouvée
          – n° 1, crèche collective, à partir du 04/01/2027, 32 h par semaine, à Lille, souhaitée (martine, le 25/11/2026)

        """)
    office.answers["AddSolution"] = [Self.suivis(nil)]
    _ = office.run("solution", "ajouter", "1", "--attente", "liste")
    #expect(asked("AddSolution")?["attente"] == "listeAttente")
  }

  @Test("offers to close the demande once all is known: asked at a terminal, told elsewhere")
  func offered() {
    office.answers["AddSolution"] = [Self.suivis("solutionTrouvee")]
    office.answers["CloseDemandes"] = [
      CloseDemandes.Reply(
        resultats: [
          .init(
            numero: "2026-000001", fait: true, code: nil, message: "Close : solution trouvée.", linf: nil, etat: "close"
          )
        ]
      ).json
    ]
    let line = ["solution", "ajouter", "1", "--mode", "crecheCollective"]
    let told = office.run(line)
    #expect(told.status == .done && asked("CloseDemandes") == nil)
    #expect(told.output.contains("« guichetctl demande clore 2026-000001 --motif solutionTrouvee » la clôt."))
    office.typed = ["n"]
    let declined = office.run(line)
    #expect(declined.status == .done && declined.errors.contains("La clore (solution trouvée) ? [o/N]"))
    #expect(asked("CloseDemandes") == nil)
    office.typed = ["o"]
    let closed = office.run(line)
    #expect(closed.output.contains("2026-000001 : Close : solution trouvée.") && closed.status == .done)
    #expect(asked("CloseDemandes")?["motif"] == "solutionTrouvee")
  }

  @Test("asks whether to leave a family alone that no longer expects its child, unless it is already")
  func silence() {
    office.answers["ConfirmEnfant"] = [Self.suivis(nil)]
    office.answers["SilenceDemandes"] = [
      SilenceDemandes.Reply(
        resultats: [
          .init(
            numero: "2026-000001", fait: true, code: nil, message: "La famille ne sera plus relancée.", linf: nil,
            etat: "enSuivi")
        ]
      ).json
    ]
    office.typed = ["o"]
    let asked = office.run("enfant", "confirmer", "1", "--plus-attendu")
    #expect(asked.output.contains("c’est noté.") && asked.output.contains("ne sera plus relancée"), "\(asked.errors)")
    office.answers["ConfirmEnfant"] = [Self.suivis(nil, marques: ["silence"])]
    let already = office.run("enfant", "confirmer", "1", "--plus-attendu")
    #expect(!already.output.contains("guichetctl demande silence") && already.errors.isEmpty)
  }
}
