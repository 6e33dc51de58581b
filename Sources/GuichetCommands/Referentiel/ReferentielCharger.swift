import ArgumentParser
import GuichetControl
import StrictJSON

struct ReferentielCharger: Commande {
  static let configuration = CommandConfiguration(
    commandName: "charger", abstract: "Mettre en vigueur un dossier de fichiers CSV, en entier ou pas du tout.",
    usage: "guichetctl referentiel charger DOSSIER [--rejouer DURÉE] [OPTIONS]",
    discussion: "Les fichiers sont contrôlés et comparés au référentiel en vigueur ; ce qui changerait est montré "
      + "avant que rien ne change.")
  static let exemples = [
    Exemple("guichetctl referentiel charger referentiel/", "Comparer, puis mettre en vigueur après votre accord.")
  ]

  @Argument(
    help: ArgumentHelp("Dossier des fichiers : communes.csv, linf.csv, …", valueName: "DOSSIER"), completion: .directory
  )
  var dossier: String

  @OptionGroup var rejeu: OptionsRejeu

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let lecture = try DossierReferentiel(dossier)
    let envoi = try EnvoiDeReferentiel(lecture, rejouer: rejeu.jours, to: try demon(contexte), contexte)
    try sortie(contexte).annoncer(ComparaisonPresentee(envoi: envoi))
    try contexte.confirmer("Mettre ce référentiel en vigueur ?", oui: globales.oui)
    // The door is opened anew: a person may read for longer than the daemon keeps an idle one open.
    let demon = try demon(contexte)
    let application = try contexte.patienter("Mise en vigueur…") { () throws(CommandFailure) in
      try demon.call(
        ApplyReferentiel.self, .init(chargement: envoi.chargement, version: envoi.comparaison.version))
    }
    try sortie(contexte).montrer(Resultat(envoi: envoi, application: application))
    return .done
  }

  private struct Resultat: Presentable {
    let envoi: EnvoiDeReferentiel
    let application: ApplyReferentiel.Reply

    /// What the comparison said, under the version that it led to.
    func json(_ output: inout JSONOutput) {
      guard case .object(let members) = envoi.comparaison.json else { return }
      output.document(
        .object(
          [
            JSONMember("version", .int(Int64(application.version))),
            JSONMember("compareeA", .int(Int64(envoi.comparaison.version))),
          ] + members.filter { $0.key != "version" } + [
            JSONMember("reorientees", .int(Int64(application.reorientees))),
            JSONMember("ignores", .array(envoi.dossier.ignores.map(JSONValue.string))),
          ]))
    }

    func texte(_ page: inout TextPage) {
      page.paragraphe("La version \(application.version) est en vigueur.", ton: .bon)
      if application.reorientees > 0 {
        let count = application.reorientees
        page.paragraphe(
          count.de("demande a été routée de nouveau", "demandes ont été routées de nouveau")
            + " ; voyez « guichetctl demande lister ».")
      }
    }
  }
}
