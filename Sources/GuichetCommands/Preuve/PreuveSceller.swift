import ArgumentParser
import Guichet
import GuichetControl
import StrictJSON

struct PreuveSceller: Commande {
  static let configuration = CommandConfiguration(
    commandName: "sceller", abstract: "Fixer la preuve d’une année : son empreinte est au journal.",
    usage: "guichetctl preuve sceller [--annee A] --linf LINF --fichier FICHIER [--arrete-au JOUR] [OPTIONS]",
    discussion:
      "Le fichier est la preuve elle-même, en JSON : gardez-le tel quel. « preuve verifier » dit plus tard s’il "
      + "est intact, et si les faits d’alors donnent toujours les mêmes chiffres.")
  static let exemples = [
    Exemple(
      "guichetctl preuve sceller --annee 2026 --linf rpe-lomme --fichier preuve.json",
      "Telle qu’elle est maintenant.")
  ]

  @OptionGroup var options: OptionsDePreuve

  @Option(help: ArgumentHelp("Où écrire la preuve scellée.", valueName: "FICHIER"), completion: .file())
  var fichier: String

  @Option(help: ArgumentHelp("Dernier jour qui compte ; tout ce qui est connu à défaut.", valueName: "JOUR"))
  var arreteAu: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws { try DateEnOption.verifierJour(arreteAu) }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let place = try FichierAEcrire(fichier, contexte, oui: globales.oui)
    let reply = try demon(contexte).call(
      SealPreuve.self,
      .init(annee: options.annee(contexte), linf: options.linf, arreteAu: arreteAu.flatMap { contexte.jour($0)?.iso }))
    try place.ecrire(reply.document)
    try sortie(contexte).montrer(Scellee(fichier: fichier, empreinte: reply.empreinte))
    return .done
  }

  private struct Scellee: Presentable {
    let fichier: String
    let empreinte: String

    func json(_ output: inout JSONOutput) {
      output.document(["fichier": .string(fichier), "empreinte": .string(empreinte)])
    }

    func texte(_ page: inout TextPage) {
      page.paragraphe("Preuve scellée dans « \(fichier) ».", ton: .bon)
      page.paragraphe("SHA-256 : \(empreinte)")
    }
  }
}
