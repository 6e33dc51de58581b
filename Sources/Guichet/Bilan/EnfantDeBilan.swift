/// What one child counts for in a year's figures.
package struct EnfantDeBilan: Hashable, Sendable {
  package let age: ClasseDAge
  package let etat: EtatEnfant
  /// What was found and holds, once each.
  package let modes: [ModeDAccueil]
  /// One of them is what the family wished for.
  package let estSouhaite: Bool
  /// Why nothing was found.
  package let raison: BesoinNonCouvert?
}

extension Demande {
  /// Its children, less those that were entered by mistake, in their order.
  func enfantsDeBilan(_ fuseau: Fuseau) -> [EnfantDeBilan] {
    let jour = formulaire.besoin.debut ?? fuseau.date(of: deposeeLe)
    return enfants.map { rank in
      var modes: [ModeDAccueil] = []
      var raison: BesoinNonCouvert?
      var isWished = false
      for note in issuesEnCours(enfant: rank) {
        switch note.issue {
        case .solution(let solution):
          if !modes.contains(solution.mode) { modes.append(solution.mode) }
          isWished = isWished || solution.estSouhaitee(parmi: formulaire.besoin.modes) == true
        case .sansSolution(let why): raison = why
        case .attente: break
        }
      }
      let etat = etat(enfant: rank)
      return EnfantDeBilan(
        age: ClasseDAge(formulaire.enfants[rank - 1], le: jour), etat: etat, modes: modes, estSouhaite: isWished,
        raison: etat == .sansSolution ? raison : nil)
    }
  }
}
