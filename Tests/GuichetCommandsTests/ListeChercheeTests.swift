import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

@Suite("The work list, searched")
struct ListeChercheeTests {
  private let office = FakeOffice()

  private func parameters(_ arguments: String...) -> JSONValue? {
    let before = office.asked.count
    office.answers = ["ListDemandes": [ListDemandes.Reply(demandes: []).json]]
    _ = office.run(["demande", "lister"] + arguments)
    return office.asked.count > before ? office.asked.last?.parameters : nil
  }

  @Test("asks a person for what to look for, or reads it, and never takes it as an argument")
  func cherche() {
    office.typed = ["martin élodie"]
    #expect(parameters("--cherche")?["cherche"] == "martin élodie")
    office.typed = nil
    office.input = "06 39 98 12 34\n"
    #expect(parameters("--cherche")?["cherche"] == "06 39 98 12 34\n")
    #expect(parameters("--miennes")?["miennes"] == true)
    #expect(parameters("--cherche", "martin") == nil)
    office.input = "m"
    let run = office.run("demande", "lister", "--cherche")
    #expect(run.status == .refused && run.errors.contains("Donnez au moins deux lettres du nom à chercher."))
    office.typed = []
    #expect(office.run("demande", "lister", "--cherche").errors.contains("Rien n’est donné à chercher."))
  }

  @Test("tells who has a demande in hand")
  func inHand() {
    let row = Wire.Demande(
      numero: "2026-000017", reference: "MEF-1", etat: "aContacter", linf: "rpe-lomme", marques: [], enRetard: false,
      recueLe: "2026-11-23T08:15:02+01:00", prisePar: "martine", priseJusque: "2026-11-23T09:15:00+01:00")
    office.answers = [
      "ListDemandes": [ListDemandes.Reply(demandes: [row]).json],
      "ShowDemande": [
        ShowDemande.Reply(
          demande: row, fiche: .init(formulaire: [:], anomalies: [], avertissements: [], faits: [])
        ).json
      ],
    ]
    #expect(office.run("demande", "lister").output.contains("en main : martine"))
    #expect(office.run("demande", "voir", "17").output.contains("En main         martine, jusqu’à 09:15\n"))
    #expect(office.run("demande", "lister", "--csv").output.contains(";martine;2026-11-23T09:15:00+01:00\r\n"))
  }
}
