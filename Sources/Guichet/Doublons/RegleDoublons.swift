/// Whether two demandes are perhaps one family's, by what they say: never itself, none outside the window, and the same
/// whichever of the two is looked at first.
package struct RegleDoublons: Hashable, Sendable {
  /// How many days may lie between the two filings.
  package let fenetre: Int
  /// By what they may match; by nothing where it is empty.
  package let criteres: Set<CritereDoublon>

  package init(fenetre: Int, criteres: Set<CritereDoublon> = Set(CritereDoublon.allCases)) {
    self.fenetre = fenetre
    self.criteres = criteres
  }

  /// What the second is to the first; nil where they have nothing in common. What is not told, or was erased, is never the
  /// same.
  ///
  /// `certain`: the same nom and prénom with a child of the same date; or two criteria at once, where both do not bear
  /// different names. Everything else is `probable`: a couple that shares a phone, an e-mail or a home are two persons.
  package func rapprochement(_ first: DemandeComparee, _ second: DemandeComparee) -> Rapprochement? {
    guard first.numero != second.numero,
      abs(first.jour.daysSince1970 - second.jour.daysSince1970) <= fenetre
    else { return nil }
    let found = CritereDoublon.allCases.filter { criteres.contains($0) && $0.rapproche(first, second) }
    guard !found.isEmpty else { return nil }
    let isCertain = found.contains(.nomEnfant) || found.count > 1 && !Self.sontDeuxPersonnes(first, second)
    return Rapprochement(
      criteres: found, degre: isCertain ? .certain : .probable, genre: GenreDoublon(second.etat),
      estLie: Self.sontParentsSepares(first, second))
  }

  /// Which of these, matched with one demande, it is linked to. A demande links to the latest match before it, of each
  /// criterion; so one is linked to that, and to the first match after it, whose latest it is.
  package static func liens(of numero: Numero, _ found: [Numero: Rapprochement]) -> Set<Numero> {
    var liens: Set<Numero> = []
    for critere in CritereDoublon.allCases {
      let matches = found.filter { $0.value.criteres.contains(critere) }.keys
      liens.formUnion([matches.filter { $0 < numero }.max(), matches.filter { $0 > numero }.min()].compactMap(\.self))
    }
    return liens
  }

  /// Both tell nom and prénom, and not the same.
  package static func sontDeuxPersonnes(_ first: DemandeComparee, _ second: DemandeComparee) -> Bool {
    guard let one = first.nom, let other = second.nom else { return false }
    return one != other
  }

  /// Two persons with one child, who live in two communes.
  package static func sontParentsSepares(_ first: DemandeComparee, _ second: DemandeComparee) -> Bool {
    guard let one = first.codeInsee, let other = second.codeInsee, one != other else { return false }
    return sontDeuxPersonnes(first, second) && first.aUnEnfant(de: second)
  }
}

extension CritereDoublon {
  fileprivate func rapproche(_ first: DemandeComparee, _ second: DemandeComparee) -> Bool {
    func same<Value: Equatable>(_ value: (DemandeComparee) -> Value?) -> Bool {
      guard let one = value(first), let other = value(second) else { return false }
      return one == other
    }
    switch self {
    case .telephone: return same(\.telephone)
    case .courriel: return same(\.courriel)
    case .nomEnfant: return same(\.nom) && first.aUnEnfant(de: second)
    case .adresseEnfant: return same(\.adresse) && first.aUnEnfantProche(de: second)
    case .autreParent:
      let names =
        first.autreParent != nil && first.autreParent == second.nom
        || second.autreParent != nil && second.autreParent == first.nom
      return names && first.aUnEnfant(de: second)
    }
  }
}

extension GenreDoublon {
  fileprivate init(_ etat: Etat) {
    switch etat {
    case .aOrienter, .aContacter, .rendezVous: self = .doublon
    case .enSuivi, .close: self = .relance
    }
  }
}
