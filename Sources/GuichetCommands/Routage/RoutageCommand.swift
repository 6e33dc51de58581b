import ArgumentParser
import GuichetControl

struct RoutageCommand: Commande {
  static let configuration = CommandConfiguration(
    commandName: "routage", abstract: "Où irait une demande, et pourquoi.",
    usage: """
      guichetctl routage LIEU [--le DATE] [OPTIONS]
      guichetctl routage --lot FICHIER [OPTIONS]
      """,
    discussion: "Rien n’est enregistré. Un fichier de lieux est un CSV dont la première ligne nomme les colonnes : "
      + "voie;codePostal;commune;codeInsee;date. Un jour s’écrit \(DateEnOption.formesDeJour).")
  static let exemples = [
    Exemple("guichetctl routage --code-postal 59160 --commune Lomme", "Le LINF de cette commune, et le raisonnement."),
    Exemple("guichetctl routage --code-insee 59350 --le 01/01/2027", "Ce qu’il en sera à une date."),
    Exemple("guichetctl routage --lot lieux.csv --json", "Un fichier de lieux, une réponse par ligne."),
  ]
  static let formats = Set<Format>.lignes

  @Option(help: ArgumentHelp("Numéro et voie.", valueName: "VOIE"))
  var voie: String?

  @Option(name: .customLong("code-postal"), help: ArgumentHelp("Code postal.", valueName: "CODE"))
  var codePostal: String?

  @Option(help: ArgumentHelp("Nom de la commune.", valueName: "NOM"))
  var commune: String?

  @Option(name: .customLong("code-insee"), help: ArgumentHelp("Code officiel de la commune.", valueName: "CODE"))
  var codeInsee: String?

  @Option(help: ArgumentHelp("Jour de la décision ; aujourd’hui à défaut.", valueName: "DATE"))
  var le: String?

  @Option(
    help: ArgumentHelp("Fichier de lieux ; « - » pour l’entrée standard.", valueName: "FICHIER"), completion: .file())
  var lot: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try DateEnOption.verifierJour(le)
    let place = [voie, codePostal, commune, codeInsee]
    if lot != nil, (place + [le]).contains(where: { $0 != nil }) {
      throw ValidationError("--lot porte ses propres lieux et dates : donnez-le seul.")
    }
    if lot == nil, place.allSatisfy({ $0?.isEmpty ?? true }) {
      throw ValidationError("Il manque le lieu : donnez au moins --code-insee, --code-postal ou --commune, ou --lot.")
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    if let lot { return try router(lot, contexte) }
    let lieu = Wire.Lieu(
      voie: voie, codePostal: codePostal, commune: commune, codeInsee: codeInsee, le: le.map(contexte.moment))
    guard let routage = try demon(contexte).call(Route.self, .init(lieux: [lieu])).routages.first else {
      throw CommandFailure(.unreachable, "Le démon n’a rien répondu pour ce lieu.", remede: "Relancez la commande.")
    }
    try sortie(contexte).montrer(UnRoutage(lieu: lieu, routage: routage))
    return .done
  }

  private func router(_ lot: String, _ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let file = try LotDeLieux(fichier: lot, console: contexte.console)
    let lieux = file.lieux
    if !file.ignorees.isEmpty {
      contexte.console.writeError("Colonnes qui ne sont pas lues : \(file.ignorees.joined(separator: ", ")).\n")
    }
    let demon = try demon(contexte)
    var routages: [Wire.Routage] = []
    try contexte.avecAvancement { avancement throws(CommandFailure) in
      for start in stride(from: 0, to: lieux.count, by: Route.maximum) {
        avancement.dire("\(start.francais) lieux sur \(lieux.count.francais)…")
        let batch = Array(lieux[start..<min(start + Route.maximum, lieux.count)])
        let answer = try demon.call(Route.self, .init(lieux: batch)).routages
        guard answer.count == batch.count else {
          throw CommandFailure(
            .unreachable, "Le démon a répondu pour \(answer.count) lieux au lieu de \(batch.count).",
            remede: "Vérifiez par « guichetctl version » que le démon et cette commande sont de la même version.")
        }
        routages += answer
      }
    }
    try sortie(contexte).montrer(LotRoute(lieux: lieux, routages: routages))
    return .done
  }
}
