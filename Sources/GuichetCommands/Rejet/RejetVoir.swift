import ArgumentParser
import Guichet
import GuichetControl
import StrictJSON

struct RejetVoir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "voir", abstract: "Un fichier refusé : pourquoi, et ce qu’il contient.",
    usage: "guichetctl rejet voir IDENTIFIANT [OPTIONS]")
  static let exemples = [
    Exemple("guichetctl rejet voir 20261123T081500Z-3f2a", "Ses fautes et son contenu.")
  ]

  @Argument(help: ArgumentHelp("Identifiant donné par « rejet lister ».", valueName: "IDENTIFIANT"))
  var id: String

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let reply = try demon(contexte).call(ShowRejet.self, .init(id: id))
    try sortie(contexte).montrer(Dossier(reply: reply))
    return .done
  }

  private struct Dossier: Presentable {
    let reply: ShowRejet.Reply

    private var rejet: Wire.Rejet { reply.rejet }

    /// The fields of the list, and the content as base64.
    func json(_ output: inout JSONOutput) {
      guard case .object(let row) = rejet.json else { return }
      let content = reply.contenu.map { JSONValue.string(Base64.encode($0)) } ?? .null
      output.document(.object(row + [JSONMember("contenu", content)]))
    }

    func texte(_ page: inout TextPage) {
      page.titre("Refus \(rejet.id)")
      page.champ("Fichier", rejet.fichier)
      page.champ("Refusé le", page.moment(rejet.recuLe))
      page.champ("Motif", Motif.Code.libelle(rejet.code))
      page.champ("État", rejet.etatAffiche)
      page.champ("SHA-256", rejet.sha256)
      page.titre("Fautes")
      page.liste(rejet.erreurs.map(\.phrase), ton: .alerte)
      page.titre("Contenu")
      guard let content = reply.contenu else {
        return page.paragraphe("Il ne peut pas être montré : trop gros, ou pas un fichier.", retrait: 2)
      }
      page.texte(String(decoding: content, as: UTF8.self), retrait: 2)
    }
  }
}
