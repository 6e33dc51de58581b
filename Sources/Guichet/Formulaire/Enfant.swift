/// A child that care is sought for, born or expected.
package struct Enfant: Hashable, Sendable {
  package var prenom: String?
  /// Nil when the form gave no usable date, or several.
  package var etape: Etape?

  package init(prenom: String? = nil, etape: Etape? = nil) {
    self.prenom = prenom
    self.etape = etape
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
