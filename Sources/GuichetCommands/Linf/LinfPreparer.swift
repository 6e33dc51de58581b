import ArgumentParser
import GuichetControl
import GuichetDocuments
import StrictJSON

/// The daemon belongs to no group of a LINF: whoever administers the machine makes the folders.
struct LinfPreparer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "preparer", abstract: "Les lignes tmpfiles.d qui créent les dossiers des LINF.",
    usage: "guichetctl linf preparer [OPTIONS]",
    discussion: """
      Le groupe d’un dossier est linf.<id>.groupe, ou celui de ses conseillers s’il \
      n’y en a qu’un (acces.conseillers). Un LINF sans groupe, ou dont la machine ne \
      connaît pas le groupe, est mis en commentaire, avec ce qui manque. Puis : \
      « systemd-tmpfiles --create guichet-linf.conf ».
      """)
  static let exemples = [
    Exemple("guichetctl linf preparer > /etc/tmpfiles.d/guichet-linf.conf", "Les lignes, dans leur fichier."),
    Exemple("guichetctl linf preparer --json", "Les mêmes dossiers, avec ce qui empêche d’y écrire."),
  ]

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    var dossiers: [Wire.DossierDeSortie] = []
    try demon(contexte).stream(ListDossiers.self, .init()) { dossiers += $0.dossiers }
    try sortie(contexte).montrer(Lignes(dossiers: dossiers))
    return .done
  }

  private struct Lignes: Presentable {
    let dossiers: [Wire.DossierDeSortie]

    func json(_ output: inout JSONOutput) { output.document(.array(dossiers.map(\.json))) }

    func texte(_ page: inout TextPage) {
      page.verbatim("# Les dossiers où chaque LINF trouve son agenda et sa feuille du matin.")
      if dossiers.isEmpty { page.verbatim("# Aucun LINF : chargez un référentiel, puis recommencez.") }
      for dossier in dossiers {
        let line = LigneTmpfiles(
          chemin: dossier.chemin, proprietaire: dossier.proprietaire, groupe: dossier.groupe ?? "GROUPE")
        switch (dossier.groupe, dossier.groupeExiste) {
        case (nil, _):
          page.verbatim(
            "# \(dossier.linf) n’a pas un groupe à lui, ses conseillers en ayant plusieurs ou aucun : donnez-lui "
              + "linf.\(dossier.linf).groupe.")
          page.verbatim("#\(line.texte)")
        case (let groupe?, false):
          page.verbatim("# Le groupe « \(groupe) » n’existe pas : groupadd \(groupe), puis recommencez.")
          page.verbatim("#\(line.texte)")
        case (_, true):
          page.verbatim(line.texte)
        }
      }
    }
  }
}
