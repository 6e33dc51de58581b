/// What came of the search for one child.
package enum IssueDeRecherche: Hashable, Sendable {
  case solution(Solution)
  case attente(Attente)
  case sansSolution(BesoinNonCouvert)

  package enum Genre: String, CodeLibelle {
    case solution
    case attente
    case sansSolution

    /// As shown to people.
    package var libelle: String {
      switch self {
      case .solution: "solution"
      case .attente: "en attente"
      case .sansSolution: "sans solution"
      }
    }
  }

  package var genre: Genre {
    switch self {
    case .solution: .solution
    case .attente: .attente
    case .sansSolution: .sansSolution
    }
  }

  /// A few words: `crèche collective, provisoire`, `sans solution (aucune place)`.
  package var phrase: String {
    switch self {
    case .solution(let solution): solution.mode.libelle + (solution.estProvisoire ? ", provisoire" : "")
    case .attente(let attente): attente.phrase
    case .sansSolution(let raison): "sans solution (\(raison.libelle))"
    }
  }
}

/// What was entered of a child, as it stands in the life of a demande.
package struct IssueNotee: Hashable, Sendable {
  /// Rank among those of its demande, from 1: never given twice.
  package let id: Int
  /// The rank of the child, from 1.
  package let enfant: Int
  package let issue: IssueDeRecherche
  /// The ids of those that it takes the place of.
  package let remplace: [Int]
  /// The fact that tells it.
  package let seq: Int64
  package let le: Instant
  /// Who entered it: the id of an agent.
  package let auteur: Int64
  /// A person took it back.
  package internal(set) var estAnnulee = false
}
