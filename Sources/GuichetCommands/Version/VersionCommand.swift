import ArgumentParser
import GuichetControl
import StrictJSON

struct VersionCommand: Commande {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "La version de cette commande et celle du démon.",
    usage: "guichetctl version [OPTIONS]")
  static let exemples = [
    Exemple("guichetctl version", "Les deux versions, qui doivent être la même.")
  ]

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    var version: String?
    do throws(CommandFailure) {
      version = try demon(contexte).version()
    } catch  where error.status == .unreachable {
      // A daemon that does not answer is no reason not to tell one's own version.
      version = nil
    }
    try sortie(contexte).montrer(Versions(guichetd: version))
    return .done
  }

  private struct Versions: Presentable {
    let guichetd: String?

    func json(_ output: inout JSONOutput) {
      output.document([
        "guichetctl": .string(GuichetVersion.texte), "guichetd": guichetd.map(JSONValue.string) ?? .null,
      ])
    }

    func texte(_ page: inout TextPage) {
      page.champ("guichetctl", GuichetVersion.texte)
      page.champ("guichetd", guichetd ?? "injoignable")
    }
  }
}
