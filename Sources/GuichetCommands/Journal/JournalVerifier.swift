import ArgumentParser
import GuichetControl
import StrictJSON

struct JournalVerifier: Commande {
  static let configuration = CommandConfiguration(
    commandName: "verifier", abstract: "Contrôler que rien n’a été changé, ôté ou ajouté au journal.",
    usage: "guichetctl journal verifier [OPTIONS]",
    discussion: "La chaîne des consultations de données personnelles est contrôlée aussi. Gardées 12 mois, elles sont "
      + "ôtées par mois entiers, depuis la première : de ce qui n’est plus là restent les rangs et la dernière empreinte, "
      + "dont la suite se prouve. Ce qui aurait été ôté autrement est dit.")
  static let exemples = [
    Exemple("guichetctl journal verifier", "Contrôle la chaîne entière et rejoue chaque demande."),
    Exemple("guichetctl journal verifier --json", "Dit aussi chaque mois de consultations qui a été ôté."),
  ]

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let demon = try demon(contexte)
    let reply = try contexte.patienter("Vérification du journal…") { () throws(CommandFailure) in
      try demon.call(VerifyJournal.self, .init())
    }
    try sortie(contexte).montrer(Constat(reply: reply))
    return reply.intact ? .done : .refused
  }

  private struct Constat: Presentable {
    let reply: VerifyJournal.Reply

    func json(_ output: inout JSONOutput) { output.document(reply.json) }

    func texte(_ page: inout TextPage) {
      page.paragraphe(
        reply.intact ? "Le journal est intact." : "Le journal n’est pas intact.",
        ton: reply.intact ? .bon : .alerte)
      page.champ("Faits", reply.entrees.francais)
      page.champ("Tête", reply.tete)
      page.champ("Demandes", "\(reply.demandes.francais) rejouées et comparées")
      page.champ("Consultations", reply.consultations.map { "\($0.francais) contrôlées" })
      page.champ("Ôtées", otees)
      page.liste(reply.fautes + reply.ecarts, ton: .alerte)
      if !reply.intact {
        page.paragraphe("Gardez la base telle qu’elle est et prévenez l’administrateur du guichet.")
      }
    }

    private var otees: String? {
      guard let last = reply.consultationsOtees?.last else { return nil }
      return "les \(last.derniere.francais) premières, jusqu’au \(Horodatage.jour(last.jusquAu)), par mois entiers"
    }
  }
}
