/// A child that care is sought for, born or expected.
package struct Enfant: Hashable, Sendable {
  package var prenom: String?
  /// Nil when the form gave no usable date, or several.
  package var etape: Etape?

  package init(prenom: String? = nil, etape: Etape? = nil) {
    self.prenom = prenom
    self.etape = etape
  }

  /// A first name as a person types it; nil where nothing was typed.
  package static func lire(prenom saisi: String?) throws(PrenomRefuse) -> String? {
    guard let saisi else { return nil }
    switch LigneSaisie.lire(saisi, max: LongueurSaisie.nom) {
    case .texte(let prenom, _): return prenom
    case .vide: return nil
    case .tropLong: throw PrenomRefuse(message: "Ce prénom est trop long : \(LongueurSaisie.nom) caractères au plus.")
    case .interdit: throw PrenomRefuse(message: "Ce prénom contient un caractère qui ne se voit pas ; retapez-le.")
    }
  }

  /// What is known of the child's coming.
  package enum Etape: Hashable, Sendable {
    case naissance(DateCivile)
    case naissancePrevue(DateCivile)
    case adoptionPrevue(DateCivile)

    package var date: DateCivile {
      switch self {
      case .naissance(let date), .naissancePrevue(let date), .adoptionPrevue(let date): date
      }
    }
  }
}

/// A first name that cannot be taken.
package struct PrenomRefuse: Error, Hashable, Sendable {
  /// What is wrong and what to do, one French sentence.
  package let message: String
}
