/// What a child waits for.
package struct Attente: Hashable, Sendable {
  package enum Nature: String, CodeLibelle {
    case listeAttente
    /// A commission decides on places on a day that is known.
    case commission

    /// As shown to people.
    package var libelle: String {
      switch self {
      case .listeAttente: "liste d’attente"
      case .commission: "commission d’attribution"
      }
    }
  }

  package let nature: Nature
  /// When the commission sits, or since when the child is on the list; always there for a commission.
  package let le: DateCivile?
  /// The place that is waited for; nil where that is not known.
  package let mode: ModeDAccueil?

  package init(_ nature: Nature, le: DateCivile? = nil, mode: ModeDAccueil? = nil) {
    self.nature = nature
    self.le = le
    self.mode = mode
  }

  /// `commission d’attribution le 15/12/2026 (crèche collective)`.
  package var phrase: String {
    let day = le.map { nature == .commission ? " le \($0.francaise)" : " depuis le \($0.francaise)" } ?? ""
    return nature.libelle + day + (mode.map { " (\($0.libelle))" } ?? "")
  }
}
