import ArgumentParser
import GuichetControl
import StrictJSON

struct RgpdEffacer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "effacer", abstract: "Effacer une famille à sa demande ; sans --executer, le montrer.",
    usage: "guichetctl rgpd effacer NUMÉRO… [--executer] [OPTIONS]",
    discussion: """
      Ce qui était en cours est annulé. Noms, moyens de joindre, adresse, textes et notes s’en vont du registre et des \
      dossiers ; les bilans gardent leurs chiffres, et le journal reste entier. Les demandes fusionnées avec elle s’en vont \
      avec elle. Aucune sauvegarde restaurée ne la ramène, et son formulaire redéposé est refusé.
      """)
  static let exemples = [
    Exemple("guichetctl rgpd effacer 2026-000123", "Montre ce qui serait effacé ; rien n’est touché."),
    Exemple("guichetctl rgpd effacer 2026-000123 --executer", "L’efface ; les dernières copies s’en vont cette nuit."),
    Exemple("guichetctl rgpd effacer 123 --executer --tout-de-suite", "Les ôte aussitôt ; la réception attend un peu."),
  ]

  @Argument(
    help: ArgumentHelp("Numéro, AAAA-NNNNNN, ou le nombre seul pour cette année.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numeros: [String]

  @Flag(help: "Le faire ; sans cette option, montrer seulement ce qui serait fait.")
  var executer = false

  @Flag(name: .customLong("tout-de-suite"), help: "Ôter aussitôt les copies qui restent dans le fichier du registre.")
  var toutDeSuite = false

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try numeros.verifierNumeros()
    guard executer || !toutDeSuite else {
      throw ValidationError("--tout-de-suite demande --executer : sans lui, rien n’est effacé.")
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let demon = try demon(contexte)
    var last: EraseDemandes.Reply?
    try contexte.patienter("Effacement…") { () throws(CommandFailure) in
      try demon.stream(
        EraseDemandes.self,
        .init(numeros: numeros.numerosUniques, executer: executer, toutDeSuite: toutDeSuite ? true : nil)
      ) { last = $0 }
    }
    guard let last, last.etape == nil else { throw .sansReponse }
    try sortie(contexte).montrer(Constat(reply: last, executer: executer))
    return last.demandes.allSatisfy(\.fait) ? .done : .refused
  }

  private struct Constat: Presentable {
    let reply: EraseDemandes.Reply
    let executer: Bool

    func json(_ output: inout JSONOutput) { output.document(reply.json) }

    func texte(_ page: inout TextPage) {
      for demande in reply.demandes {
        page.paragraphe("\(demande.numero) : \(demande.message)", ton: demande.fait ? .normal : .alerte)
      }
      if !reply.rejets.isEmpty {
        page.paragraphe(
          "\(reply.rejets.count.de("fichier refusé", "fichiers refusés")) de la même famille : "
            + reply.rejets.joined(separator: ", ") + ".")
      }
      let proches = reply.demandes.flatMap(\.proches)
      if !proches.isEmpty {
        page.paragraphe(
          "Peut-être de la même famille, et laissées : \(proches.joined(separator: ", ")). Regardez-les par « guichetctl "
            + "demande voir », et effacez-les aussi si la famille le demande.", ton: .attention)
      }
      guard reply.demandes.contains(where: \.fait) else { return }
      guard executer else {
        return page.paragraphe("Rien n’a été touché ; --executer le fait, et rien ne le défait.")
      }
      page.paragraphe(
        reply.complet == true
          ? "Il n’en reste aucune copie dans le registre."
          : "Des copies peuvent rester dans le fichier du registre jusqu’à l’entretien de cette nuit.",
        ton: reply.complet == true ? .bon : .attention)
      if let kept = reply.sauvegardes, kept > 0 {
        page.paragraphe(
          kept == 1
            ? "1 sauvegarde peut en garder une copie jusqu’à son retrait ; restaurée, elle l’efface de nouveau par "
              + "effacements.log, à garder avec elle."
            : "\(kept.de("sauvegarde", "sauvegardes")) peuvent en garder une copie jusqu’à leur retrait ; restaurées, elles "
              + "l’effacent de nouveau par effacements.log, à garder avec elles.", ton: .discret)
      }
      if let aside = reply.misDeCote, aside > 0 {
        page.paragraphe(
          aside == 1
            ? "1 registre mis de côté par une restauration peut en garder une copie jusqu’à ce que l’entretien l’ôte."
            : "\(aside) registres mis de côté par des restaurations peuvent en garder une copie jusqu’à ce que l’entretien "
              + "les ôte.", ton: .attention)
      }
    }
  }
}
