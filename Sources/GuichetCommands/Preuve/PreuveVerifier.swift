import ArgumentParser
import GuichetControl
import LinuxSystem
import StrictJSON

struct PreuveVerifier: Commande {
  static let configuration = CommandConfiguration(
    commandName: "verifier", abstract: "Vérifier une preuve scellée : où elle s’écarte de ce que disent les faits.",
    usage: "guichetctl preuve verifier FICHIER [OPTIONS]",
    discussion: "Code de sortie 0 si le sceau est au journal et que les faits d’alors donnent toujours ce document ; 1 "
      + "sinon.")
  static let exemples = [
    Exemple("guichetctl preuve verifier preuve.json", "Le fichier que « preuve sceller » a écrit.")
  ]

  /// Bytes, below what one message of the daemon may have.
  private static let limit = 3 << 20

  @Argument(help: ArgumentHelp("La preuve scellée.", valueName: "FICHIER"), completion: .file())
  var fichier: String

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try WholeFile.read(fichier, limit: Self.limit)
    } catch {
      throw CommandFailure(
        .refused, TerminalSafety.line(error.message), remede: "Donnez le fichier que « preuve sceller » a écrit.")
    }
    guard let document = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(
        .refused, "Ce fichier n’est pas un texte en UTF-8 : ce n’est pas une preuve, ou il est abîmé.",
        remede: "Donnez le fichier que « preuve sceller » a écrit.")
    }
    let reply = try demon(contexte).call(VerifyPreuve.self, .init(document: document))
    try sortie(contexte).montrer(Verdict(reply: reply))
    return reply.scellee && reply.identique ? .done : .refused
  }

  private struct Verdict: Presentable {
    let reply: VerifyPreuve.Reply

    func json(_ output: inout JSONOutput) { output.document(reply.json) }

    func texte(_ page: inout TextPage) {
      if reply.scellee, let le = reply.scelleeLe {
        page.paragraphe("Scellée le \(Horodatage.court(le)), SHA-256 \(reply.empreinte).", ton: .bon)
      } else {
        page.paragraphe(
          "Aucun sceau du journal n’est de ce fichier : il n’a pas été scellé, ou il a changé.", ton: .alerte)
      }
      guard !reply.identique else {
        return page.paragraphe("Les faits d’alors donnent toujours ce document.", ton: .bon)
      }
      if reply.delaisChanges {
        page.paragraphe(
          "Les délais configurés ont changé depuis : ce qui en dépend ne se refait plus, et s’en écarte sans que personne "
            + "ait touché au document.", ton: .attention)
        page.paragraphe("Par les délais d’aujourd’hui, les faits d’alors donnent :")
      } else {
        page.paragraphe("Il s’écarte de ce que donnent les faits :", ton: .alerte)
      }
      page.liste(reply.differences)
    }
  }
}
