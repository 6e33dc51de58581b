/// What two demandes have in common that makes them perhaps one family's.
package struct Rapprochement: Hashable, Sendable {
  /// By what they match, in the order of `CritereDoublon`; never empty.
  package let criteres: [CritereDoublon]
  package let degre: DegreDoublon
  /// What the other is to the first.
  package let genre: GenreDoublon
  /// Two persons, parents of one child, in two communes: told of each other, never merged.
  package let estLie: Bool
}

/// By what two demandes match.
package enum CritereDoublon: String, CodeLibelle {
  case telephone
  case courriel
  /// The same nom and prénom, and a child of the same date.
  case nomEnfant
  /// The same street and postal code, and a child whose date is at most `CleDoublon.ecartDesDates` days off.
  case adresseEnfant
  /// One names the other as the other parent of a child of the same date.
  case autreParent

  /// As shown to people.
  package var libelle: String {
    switch self {
    case .telephone: "même téléphone"
    case .courriel: "même courriel"
    case .nomEnfant: "même nom et même enfant"
    case .adresseEnfant: "même adresse et même âge d’enfant"
    case .autreParent: "l’une nomme l’autre comme autre parent"
    }
  }
}

/// How sure it is that two demandes are one person's.
package enum DegreDoublon: String, CodeLibelle {
  case certain
  case probable

  /// As shown to people.
  package var libelle: String {
    switch self {
    case .certain: "certain"
    case .probable: "probable"
    }
  }
}

/// What another demande of the same family is.
package enum GenreDoublon: String, CodeLibelle {
  /// It waits for an answer too.
  case doublon
  /// The family was answered, or the demande is closed: it asks again.
  case relance

  /// As shown to people.
  package var libelle: String {
    switch self {
    case .doublon: "doublon"
    case .relance: "nouvelle demande après réponse"
    }
  }
}
