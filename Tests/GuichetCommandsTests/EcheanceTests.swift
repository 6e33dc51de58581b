import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

@Suite("Échéances and closing on the command line")
struct EcheanceTests {
  private let office = FakeOffice()

  private func answer(_ method: String) {
    let resultat = Wire.ResultatActe(numero: "2026-000001", fait: true, message: "Fait.")
    office.answers = [method: [Wire.ResultatsActe(resultats: [resultat]).json]]
  }

  @Test(
    "ask the daemon for just what was typed",
    arguments: [
      (
        "SetEcheance", ["echeance", "1", "--le", "25/11/2026", "--motif", "Vacances"],
        SetEcheance.Parameters(numeros: ["1"], le: "2026-11-25", motif: "Vacances").json
      ),
      ("SetEcheance", ["echeance", "1", "--selon-regle"], SetEcheance.Parameters(numeros: ["1"]).json),
      (
        "SuspendDemandes", ["suspendre", "1", "--motif", "Attente"],
        SuspendDemandes.Parameters(numeros: ["1"], motif: "Attente").json
      ),
      ("ResumeDemandes", ["reprendre", "1"], ResumeDemandes.Parameters(numeros: ["1"]).json),
      (
        "CloseDemandes", ["clore", "1", "--motif", "sansSuite", "--note", " "],
        CloseDemandes.Parameters(numeros: ["1"], motif: "sansSuite").json
      ),
      (
        "ReopenDemandes", ["rouvrir", "1", "--motif", "Elle rappelle"],
        ReopenDemandes.Parameters(numeros: ["1"], motif: "Elle rappelle").json
      ),
      ("SilenceDemandes", ["silence", "1"], SilenceDemandes.Parameters(numeros: ["1"]).json),
    ] as [(String, [String], JSONValue)])
  func asked(method: String, arguments: [String], parameters: JSONValue) {
    answer(method)
    let run = office.run(["demande"] + arguments)
    #expect(run.status == .done && run.output == "2026-000001 : Fait.\n", "\(run.errors)")
    #expect(office.asked.map(\.parameters) == [parameters] && office.asked.first?.method.hasSuffix(method) == true)
  }

  @Test(
    "are refused before the daemon is asked where they say too little, or too much",
    arguments: [
      (["echeance", "1"], "Dites pour quand"), (["echeance", "1", "--le", "25/11/2026"], "Il manque le motif"),
      (["echeance", "1", "--le", "bientôt", "--motif", "V"], "n’est ni un jour ni un instant"),
      (["echeance", "1", "--le", "demain", "--selon-regle"], "s’excluent"),
      (["echeance", "1", "--selon-regle", "--motif", "V"], "n’y a pas sa place"),
      (["suspendre", "1", "--motif", " "], "--motif est vide"), (["rouvrir", "1", "--motif", ""], "--motif est vide"),
      (["clore", "1"], "Il manque le motif"), (["clore", "1", "--motif", "sansuite"], "« sansSuite »"),
    ] as [([String], String)])
  func refused(arguments: [String], said: String) {
    let run = office.run(["demande"] + arguments)
    #expect(run.status == .usage && run.errors.contains(said), "\(run.errors)")
    #expect(office.asked.isEmpty)
  }

  @Test("take a note from a question or from the standard input, never from an argument")
  func noted() {
    answer("AddNote")
    office.input = "Rappeler le soir.\n"
    #expect(office.run("demande", "noter", "1").status == .done)
    #expect(office.asked.last?.parameters == AddNote.Parameters(numeros: ["1"], texte: "Rappeler le soir.").json)
    office.typed = ["Elle déménage."]
    #expect(office.run("demande", "noter", "1").status == .done)
    #expect(office.asked.last?.parameters == AddNote.Parameters(numeros: ["1"], texte: "Elle déménage.").json)
    office.typed = nil
    office.input = " \n"
    #expect(office.run("demande", "noter", "1").errors.contains("La note est vide."))
    #expect(office.run("demande", "noter", "1", "Texte secret").status != .done)
    #expect(office.asked.count == 2)
  }

  @Test("show by when the next step is due, or that its clock stands still", arguments: [true, false])
  func shown(isPaused: Bool) {
    let etape = Wire.EcheanceExpliquee(
      nature: "premierContact", le: isPaused ? nil : "2026-11-25T17:00:00+01:00", fixee: !isPaused,
      reste: isPaused ? 390 : nil, explication: ["Échéance : mercredi 25/11/2026 à 17:00."])
    let demande = Wire.Demande(
      numero: "2026-000001", reference: "MEF-1", etat: "aContacter", marques: [], enRetard: !isPaused,
      recueLe: "2026-11-23T08:15:00+01:00")
    let fiche = Wire.Fiche(
      formulaire: [:], anomalies: [], avertissements: [], faits: [], etape: etape,
      notes: [.init(le: "2026-11-23T09:00:00+01:00", auteur: "durand", texte: "Rappeler le soir.")])
    office.answers = ["ShowDemande": [ShowDemande.Reply(demande: demande, fiche: fiche).json]]
    let output = office.run("demande", "voir", "1").output
    let expected =
      isPaused
      ? "\nÉchéance        délai suspendu, il reste 6 h 30, premier contact\n"
      : "\nÉchéance        à faire avant le 25/11/2026 17:00 (dans 2 j), premier contact, fixée par une personne, en retard\n"
    #expect(output.contains(expected), "\(output)")
    #expect(output.contains("\nNotes\n  – 23/11/2026 09:00, durand : Rappeler le soir.\n"))
  }
}
