/// Where the search for one child stands; computed from what was entered of it.
package enum EtatEnfant: String, CodeLibelle {
  case sansNouvelles
  case enAttente
  /// Cared for, and the family goes on looking.
  case provisoire
  case solution
  case sansSolution
  /// A birth or an adoption that will not be.
  case plusAttendu

  /// As shown to people.
  package var libelle: String {
    switch self {
    case .sansNouvelles: "sans nouvelles"
    case .enAttente: "en attente"
    case .provisoire: "solution provisoire"
    case .solution: "solution trouvée"
    case .sansSolution: "sans solution"
    case .plusAttendu: "n’est plus attendu"
    }
  }

  /// Nothing more is to be found out of it.
  package var estRegle: Bool {
    switch self {
    case .solution, .sansSolution, .plusAttendu: true
    case .sansNouvelles, .enAttente, .provisoire: false
    }
  }
}
