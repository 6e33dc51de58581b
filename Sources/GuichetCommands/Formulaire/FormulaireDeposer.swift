import ArgumentParser
import LinuxSystem
import StrictJSON

struct FormulaireDeposer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "deposer", abstract: "Mettre des formulaires au dépôt, à l’abri d’une coupure.",
    usage: "guichetctl formulaire deposer FICHIER … [OPTIONS]",
    discussion: "Chaque fichier est copié tel quel, écrit sur le disque, puis seulement nommé. Rien n’est écrasé : "
      + "si le nom est déjà pris, la copie en reçoit un autre.")
  static let exemples = [
    Exemple("guichetctl formulaire deposer demande.json", "Au dépôt du démon, par son nom."),
    Exemple("guichetctl formulaire deposer --depot /srv/depot *.json", "Plusieurs, dans un autre dossier de dépôt."),
  ]

  @Argument(help: ArgumentHelp("Formulaire JSON.", valueName: "FICHIER"), completion: .formulaires)
  var fichiers: [String]

  @Option(
    help: ArgumentHelp("Dossier de dépôt, au lieu de celui du démon.", valueName: "DOSSIER"), completion: .directory)
  var depot: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let chemin = depot ?? Places(globales, contexte.environnement).depot
    let dossier: Depot
    do {
      dossier = try Depot(chemin)
    } catch {
      throw CommandFailure(
        error.isPermission ? .denied : .refused, TerminalSafety.line(error.message),
        remede: "Indiquez le dossier de dépôt par --depot ou --racine.")
    }
    var depots: [Depose] = []
    var echecs: [String] = []
    try contexte.avecAvancement { avancement throws(CommandFailure) in
      for (index, fichier) in fichiers.enumerated() {
        avancement.dire("\(index.francais) formulaires sur \(fichiers.count.francais)…")
        do throws(SystemError) {
          let bytes = try WholeFile.read(fichier, limit: Self.limit)
          guard let nom = try dossier.deposer(bytes, nomme: fichier) else {
            echecs.append("« \(TerminalSafety.line(fichier)) » ne peut pas donner de nom au dépôt : renommez-le.")
            continue
          }
          depots.append(Depose(fichier: fichier, chemin: "\(chemin)/\(nom)"))
        } catch {
          echecs.append(TerminalSafety.line(error.message))
        }
      }
    }
    try sortie(contexte).montrer(Rapport(depots: depots))
    guard echecs.isEmpty else {
      throw CommandFailure(
        .refused, "\(echecs.count.de("fichier n’a pas été déposé", "fichiers n’ont pas été déposés")).",
        details: echecs, remede: "Corrigez cela et déposez ceux-là à nouveau ; les autres sont au dépôt.")
    }
    return .done
  }

  /// Larger files are no forms, whatever the daemon's own limit.
  private static let limit = 16 << 20

  private struct Depose {
    let fichier: String
    let chemin: String
  }

  private struct Rapport: Presentable {
    let depots: [Depose]

    func json(_ output: inout JSONOutput) {
      output.document(
        .array(depots.map { ["fichier": .string($0.fichier), "chemin": .string($0.chemin)] }))
    }

    func texte(_ page: inout TextPage) {
      for depose in depots { page.paragraphe("\(depose.fichier) : déposé sous « \(depose.chemin) ».") }
    }
  }
}
