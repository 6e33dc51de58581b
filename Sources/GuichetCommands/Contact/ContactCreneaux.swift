import ArgumentParser
import Guichet
import GuichetControl
import GuichetDocuments
import StrictJSON

struct ContactCreneaux: Commande {
  static let configuration = CommandConfiguration(
    commandName: "creneaux", abstract: "À quelles demi-journées les familles répondent.",
    usage: "guichetctl contact creneaux [--linf LINF] [OPTIONS]",
    discussion:
      "D’après les appels du bureau des \(Joignabilite.jours) derniers jours ; sous \(Joignabilite.minimum) appels, "
      + "rien n’est affirmé d’une demi-journée. Un faux numéro ne compte pas.")
  static let exemples = [
    Exemple("guichetctl contact creneaux", "De tous les lieux d’information que vous voyez."),
    Exemple("guichetctl contact creneaux --linf rpe-lomme", "D’un seul."),
  ]
  static let formats = Set<Format>.lignes

  @Option(help: ArgumentHelp("Seulement les appels de ce lieu d’information.", valueName: "LINF"), completion: .linf)
  var linf: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    try sortie(contexte).montrer(
      DemiJourneesPresentees(reply: try demon(contexte).call(ShowJoignabilite.self, .init(linf: linf))))
    return .done
  }
}

/// At which half-days families answer.
struct DemiJourneesPresentees: Presentable {
  let reply: ShowJoignabilite.Reply

  func json(_ output: inout JSONOutput) { output.document(reply.json) }

  var csv: CSVDocument? {
    var document = CSVDocument(colonnes: ["jour", "moment", "tentatives", "joints", "part"])
    for half in reply.demiJournees {
      document.append([
        .code(half.jour), .code(half.moment), .nombre(half.tentatives), .nombre(half.joints),
        half.part.map(CSVCell.nombre) ?? .vide,
      ])
    }
    return document
  }

  func texte(_ page: inout TextPage) {
    guard !reply.demiJournees.isEmpty else {
      return page.paragraphe("Aucun appel n’est noté depuis le \(Horodatage.jour(reply.depuis)).")
    }
    var table = TextTable([
      .init("DEMI-JOURNÉE"), .init("APPELS", isRight: true), .init("RÉPONSES", isRight: true),
      .init("PART", isRight: true),
    ])
    for half in reply.demiJournees {
      table.append([
        .init(half.nom), .init(half.tentatives.francais), .init(half.joints.francais),
        half.part.map { .init("\($0) %") } ?? .init("trop peu d’appels", .discret),
      ])
    }
    page.table(table)
    page.paragraphe(
      meilleures.map { "Le mieux : \($0)." }
        ?? "Aucune demi-journée n’a encore \(reply.minimum) appels : rien n’est affirmé.")
    page.paragraphe("Appels notés depuis le \(Horodatage.jour(reply.depuis)).", ton: .discret)
  }

  /// The best three of which something is known; nil where nothing is.
  var meilleures: String? {
    let known = reply.demiJournees.compactMap { half in half.part.map { (half, $0) } }
    guard !known.isEmpty else { return nil }
    return known.sorted { $0.1 > $1.1 }.prefix(3).map { "\($0.0.nom) (\($0.1) %)" }.joined(separator: ", ")
  }
}

extension Wire.Joignabilite {
  var nom: String { "\(jour) \(DemiJournee.Moment.libelle(moment))" }
}
