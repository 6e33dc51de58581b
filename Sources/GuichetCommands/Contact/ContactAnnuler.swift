import ArgumentParser
import GuichetControl
import StrictJSON

struct ContactAnnuler: Commande {
  static let configuration = CommandConfiguration(
    commandName: "annuler", abstract: "Annuler le dernier contact d’une demande, noté par erreur.",
    usage: "guichetctl contact annuler NUMÉRO [OPTIONS]",
    discussion: "Le jour même, et seulement par qui l’a noté. Le journal garde l’un et l’autre.")
  static let exemples = [Exemple("guichetctl contact annuler 123", "Après une confirmation.")]

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws { try [numero].verifierNumeros() }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let demon = try demon(contexte)
    let fiche = try demon.call(ShowDemande.self, .init(numero: numero)).fiche
    guard let last = fiche.joindre?.contacts.last else {
      throw CommandFailure(.refused, "Cette demande n’a aucun contact ; il n’y a rien à annuler.")
    }
    try contexte.confirmer("Annuler ce contact : \(TerminalSafety.line(last.phrase)) ?", oui: globales.oui)
    let reply = try demon.call(CancelContact.self, .init(numero: numero, sequence: last.sequence))
    try sortie(contexte).montrer(ContactAnnule(demande: reply.demande))
    return .done
  }
}

private struct ContactAnnule: Presentable {
  let demande: Wire.Demande

  func json(_ output: inout JSONOutput) { output.document(demande.json) }

  func texte(_ page: inout TextPage) {
    page.paragraphe(
      "\(demande.numero) : contact annulé ; elle est « \(Libelles.etat(demande.etat)) ».", ton: .bon)
  }
}
