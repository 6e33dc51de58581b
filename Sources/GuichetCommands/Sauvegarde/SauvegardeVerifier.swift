import ArgumentParser
import GuichetControl
import StrictJSON

struct SauvegardeVerifier: Commande {
  static let configuration = CommandConfiguration(
    commandName: "verifier", abstract: "Contrôler une sauvegarde : fichier, journal, demandes.",
    usage: "guichetctl sauvegarde verifier [FICHIER] [OPTIONS]")
  static let exemples = [
    Exemple("guichetctl sauvegarde verifier", "Contrôle la plus récente."),
    Exemple(
      "guichetctl sauvegarde verifier guichet-20261124T013000Z.sqlite", "Une autre, par son nom, donné par « lister »."),
  ]

  @Argument(help: ArgumentHelp("Nom de la sauvegarde, ou son chemin ; à défaut la plus récente.", valueName: "FICHIER"))
  var fichier: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let demon = try demon(contexte)
    var last: VerifyBackup.Reply?
    try contexte.patienter("Contrôle de la sauvegarde…") { () throws(CommandFailure) in
      try demon.stream(VerifyBackup.self, .init(fichier: fichier)) { last = $0 }
    }
    guard let last, let intacte = last.intacte else { throw .sansReponse }
    try sortie(contexte).montrer(Constat(reply: last, intacte: intacte))
    return intacte ? .done : .refused
  }

  private struct Constat: Presentable {
    let reply: VerifyBackup.Reply
    let intacte: Bool

    func json(_ output: inout JSONOutput) { output.document(reply.json) }

    func texte(_ page: inout TextPage) {
      page.paragraphe(verdict.texte, ton: verdict.ton)
      reply.sauvegarde?.champs(&page)
      page.liste(reply.fautes, ton: .alerte)
      if !intacte { page.paragraphe("Faites-en une autre par « guichetctl sauvegarde faire ».") }
    }

    private var verdict: (texte: String, ton: TextStyle.Ton) {
      if intacte { return ("La sauvegarde est intacte.", .bon) }
      // Nothing was found in it, and nothing vouches for it.
      guard let found = reply.sauvegarde, found.sha256 == nil, found.fautesTrouvees == nil else {
        return ("La sauvegarde n’est pas intacte.", .alerte)
      }
      return ("La sauvegarde n’a pas pu être contrôlée en entier.", .attention)
    }
  }
}
