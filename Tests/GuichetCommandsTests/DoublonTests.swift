import Guichet
import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

@Suite("Doublons, as guichetctl asks for them and shows them")
struct DoublonTests {
  private let office = FakeOffice()

  private static let resultat = Wire.ResultatActe(numero: "2026-000002", fait: true, message: "Fait.")

  private func answer(_ method: String, _ reply: some WireObject) {
    office.answers[method] = [reply.json]
  }

  private static func doublon(_ numero: String, lie: Bool = false, par: String = "2026-000001") -> Wire.DoublonPossible
  {
    Wire.DoublonPossible(
      numero: numero, linf: "rpe-lomme", etat: "aContacter", deposeeLe: "2026-11-23T09:00:00+01:00",
      degre: lie ? "probable" : "certain", genre: "doublon",
      criteres: lie ? ["autreParent"] : ["telephone", "nomEnfant"],
      lie: lie, par: par)
  }

  @Test("are shown with what they have in common, in words, or said to be none")
  func list() {
    answer(
      "ListDoublons",
      ListDoublons.Reply(doublons: [
        Self.doublon("2026-000002"), Self.doublon("2026-000003", lie: true, par: "2026-000002"),
      ]))
    let run = office.run("demande", "doublons", "1")
    #expect(run.status == .done, "\(run.errors)")
    for words in ["même téléphone", "même nom et même enfant", "certain", "probable", "jamais"] {
      #expect(run.output.contains(words), "\(words)")
    }
    #expect(office.run("demande", "doublons", "1", "--csv").output.contains("telephone nomEnfant"))
    answer("ListDoublons", ListDoublons.Reply(doublons: []))
    #expect(office.run("demande", "doublons", "1").output.hasPrefix("Aucune autre demande"))
  }

  @Test("are merged without looking where every question is answered, and never without a numero to stay")
  func merge() {
    answer("MergeDemandes", Wire.ResultatsActe(resultats: [Self.resultat]))
    let run = office.run("demande", "fusionner", "n° 2", "--dans", "2026-1", "--motif", " ", "--oui")
    #expect(run.output == "2026-000002 : Fait.\n", "\(run.errors)")
    #expect(office.asked.map(\.parameters) == [MergeDemandes.Parameters(numeros: ["2"], dans: "2026-000001").json])
    let lacking = office.run("demande", "fusionner", "2")
    #expect(lacking.status == .usage && lacking.errors.contains("--dans NUMÉRO"))
    #expect(office.run("demande", "fusionner", "2", "--dans", " ").status == .usage)
    answer("UnmergeDemandes", Wire.ResultatsActe(resultats: [Self.resultat]))
    #expect(office.run("demande", "defusionner", "2").status == .done)
    #expect(office.asked.last?.parameters == UnmergeDemandes.Parameters(numeros: ["2"]).json)
  }

  @Test("are a filter of the work list")
  func filter() {
    answer("ListDemandes", ListDemandes.Reply(demandes: []))
    #expect(office.run("demande", "lister", "--doublons").status == .done)
    #expect(office.asked.last?.parameters == ListDemandes.Parameters(doublons: true).json)
  }
}
