import ArgumentParser
import Guichet
import GuichetControl
import StrictJSON

struct ReferentielCharger: Commande {
  static let configuration = CommandConfiguration(
    commandName: "charger", abstract: "Mettre en vigueur un dossier de fichiers CSV, en entier ou pas du tout.",
    usage: "guichetctl referentiel charger DOSSIER [OPTIONS]",
    discussion: "Les fichiers sont contrôlés et comparés au référentiel en vigueur ; les différences sont montrées "
      + "avant que rien ne change.")

  @Argument(help: ArgumentHelp("Dossier des fichiers : communes.csv, linf.csv, …", valueName: "DOSSIER"))
  var dossier: String

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let lecture = try DossierReferentiel(dossier)
    let demon = try demon(contexte)
    let chargement = try demon.call(OpenReferentiel.self, .init()).chargement
    for fichier in lecture.fichiers {
      var start = 0
      repeat {
        let end = min(start + SendReferentiel.maximum, fichier.contenu.count)
        let piece = Array(fichier.contenu[start..<end])
        _ = try demon.call(
          SendReferentiel.self, .init(chargement: chargement, fichier: fichier.nom, contenu: piece))
        start = end
      } while start < fichier.contenu.count
    }
    let comparaison = try demon.call(CompareReferentiel.self, .init(chargement: chargement))
    try sortie(contexte).annoncer(Comparaison(ignores: lecture.ignores, reply: comparaison))
    try contexte.confirmer("Mettre ce référentiel en vigueur ?", oui: globales.oui)
    let application = try demon.call(
      ApplyReferentiel.self, .init(chargement: chargement, version: comparaison.version))
    try sortie(contexte).montrer(Resultat(comparaison: comparaison, application: application))
    return .done
  }

  private struct Comparaison: Presentable {
    let ignores: [String]
    let reply: CompareReferentiel.Reply

    func json(_ output: inout JSONOutput) { output.document(reply.json) }

    func texte(_ page: inout TextPage) {
      if !ignores.isEmpty { page.paragraphe("Fichiers laissés de côté : \(ignores.joined(separator: ", ")).") }
      page.paragraphe(
        reply.version == 0
          ? "Aucun référentiel n’est encore en vigueur." : "Comparé à la version \(reply.version), en vigueur.")
      if reply.differences.isEmpty { page.paragraphe("Aucune différence.") }
      page.liste(reply.differences)
      if !reply.avertissements.isEmpty {
        page.titre("Avertissements")
        page.liste(reply.avertissements, ton: .attention)
      }
    }
  }

  private struct Resultat: Presentable {
    let comparaison: CompareReferentiel.Reply
    let application: ApplyReferentiel.Reply

    func json(_ output: inout JSONOutput) {
      output.document([
        "version": .int(Int64(application.version)),
        "compareeA": .int(Int64(comparaison.version)),
        "avertissements": .array(comparaison.avertissements.map(JSONValue.string)),
        "differences": .array(comparaison.differences.map(JSONValue.string)),
        "reorientees": .int(Int64(application.reorientees)),
      ])
    }

    func texte(_ page: inout TextPage) {
      page.paragraphe("La version \(application.version) est en vigueur.", ton: .bon)
      if application.reorientees > 0 {
        let count = application.reorientees
        page.paragraphe(
          count.de("demande en attente a été routée de nouveau", "demandes en attente ont été routées de nouveau")
            + " ; voyez « guichetctl demande lister ».")
      }
    }
  }
}
