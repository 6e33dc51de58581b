/// That a demande, of the territory of a LINF by the rules, is with it no more or never came to it, and why.
package struct SortieDeBilan: Hashable, Sendable {
  package let linf: String
  package let cause: CauseDeSortie
}

/// Why a demande is not with the LINF to which the rules gave it.
package enum CauseDeSortie: String, CodeLibelle {
  case declinee
  case personne
  case rattachement
  case correction

  package var libelle: String {
    switch self {
    case .declinee: "déclinée par le LINF"
    case .personne: "confiée à un autre par une personne"
    case .rattachement: "rattachement changé"
    case .correction: "adresse ou commune corrigée"
    }
  }

  fileprivate init(_ mode: Attribution.Mode) {
    switch mode {
    case .decline: self = .declinee
    case .manuel: self = .personne
    case .automatique(.correction, _), .automatique(.acceptation, _): self = .correction
    case .automatique: self = .rattachement
    }
  }
}

extension Demande {
  /// The LINF to which the rules ever gave it and that do not have it, in the order in which they did.
  var sorties: [SortieDeBilan] {
    var ruled: [String] = []
    for attribution in attributions {
      if case .automatique = attribution.mode, let vers = attribution.vers, !ruled.contains(vers) { ruled.append(vers) }
    }
    if let last = routage?.decision.linf, !ruled.contains(last) { ruled.append(last) }
    return ruled.filter { $0 != linf }.map { id in
      let left = attributions.last { $0.de == id && $0.vers != id }
      return SortieDeBilan(linf: id, cause: left.map { CauseDeSortie($0.mode) } ?? .personne)
    }
  }
}
