import Guichet
import Testing

/// A demande of Lomme with children, received on Monday 23/11/2026.
enum EnfantsTrouves {
  static func jour(_ iso: String) throws -> DateCivile { try #require(DateCivile(iso: iso)) }

  static func vie(
    _ enfants: [Enfant] = [Enfant(), Enfant()], modes: [Mode] = [.crecheCollective]
  ) throws -> Vie {
    var formulaire = AttributionTests.formulaire()
    formulaire.enfants = enfants
    formulaire.besoin.modes = modes
    return try AttributionTests.vie(formulaire)
  }

  static let creche = IssueDeRecherche.solution(Solution(mode: .crecheCollective))
  static let assistant = IssueDeRecherche.solution(Solution(mode: .assistantMaternel))
  static let enAttendant = IssueDeRecherche.solution(Solution(mode: .halteGarderie, estProvisoire: true))
  static let liste = IssueDeRecherche.attente(Attente(.listeAttente))
  static let rien = IssueDeRecherche.sansSolution(.aucunePlace)

  static func commission(_ iso: String) throws -> IssueDeRecherche { .attente(Attente(.commission, le: try jour(iso))) }
}

extension Vie {
  mutating func trouve(_ issue: IssueDeRecherche, _ enfant: Int? = nil, remplace: [Int] = []) throws {
    try happens(try demande.noter(issue, enfant: enfant, remplace: remplace))
  }

  func clore(_ motif: MotifCloture) throws -> [Evenement] {
    try demande.clore(motif, note: nil, injoignable: .non("Il manque une tentative."))
  }

  /// All that is derived from what was entered of the children.
  var vue: [String] {
    demande.enfants.map { rank in
      "\(rank) \(demande.etat(enfant: rank).rawValue) \(demande.issuesEnCours(enfant: rank).map(\.id))"
    } + ["\(demande.cloturePossible?.rawValue ?? "") \(demande.prochaineCommission?.iso ?? "")"]
  }
}
