/// What a caller may be to the office; one person may be several.
package enum Role: Hashable, Sendable {
  /// Anybody who can reach the socket.
  case observateur
  /// Works for that LINF, and sees its demandes only.
  case conseiller(linf: String)
  case superviseur
  case dpo
  case controleur
  case administrateur
}

extension Role {
  /// The roles without what they are for.
  package enum Kind: String, CaseIterable, Sendable {
    case observateur, conseiller, superviseur, dpo, controleur, administrateur
  }

  package var kind: Kind {
    switch self {
    case .observateur: .observateur
    case .conseiller: .conseiller
    case .superviseur: .superviseur
    case .dpo: .dpo
    case .controleur: .controleur
    case .administrateur: .administrateur
    }
  }
}
