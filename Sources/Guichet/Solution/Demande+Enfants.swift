// The children of a demande, and where the search for each stands.

extension Demande {
  /// Days after an expected birth or adoption from which somebody should ask whether the child has come.
  package static let delaiDeConfirmation = 7

  /// The ranks of all its children, from 1, less those that were entered by mistake.
  package var enfants: [Int] {
    formulaire.enfants.indices.map { $0 + 1 }.filter { !enfantsRetires.contains($0) }
  }

  /// Those for whom care is looked for: without those that are no longer expected.
  package var enfantsConcernes: [Int] { enfants.filter { !enfantsPlusAttendus.contains($0) } }

  /// What was entered of a child and holds: neither taken back, nor replaced by what holds.
  package func issuesEnCours(enfant: Int) -> [IssueNotee] {
    let replaced = Set(issues.filter { !$0.estAnnulee }.flatMap(\.remplace))
    return issues.filter { $0.enfant == enfant && !$0.estAnnulee && !replaced.contains($0.id) }
  }

  package func etat(enfant: Int) -> EtatEnfant {
    if enfantsPlusAttendus.contains(enfant) { return .plusAttendu }
    var etat = EtatEnfant.sansNouvelles
    for note in issuesEnCours(enfant: enfant) {
      switch note.issue {
      case .solution(let solution):
        if !solution.estProvisoire { return .solution }
        etat = .provisoire
      case .attente: if etat != .provisoire { etat = .enAttente }
      case .sansSolution: if etat == .sansNouvelles { etat = .sansSolution }
      }
    }
    return etat
  }

  /// Those whose expected coming has passed by a few days, and of whom nobody has said whether they came.
  package func enfantsAConfirmer(le jour: DateCivile) -> [Int] {
    enfantsConcernes.filter { rank in
      switch formulaire.enfants[rank - 1].etape {
      case .naissancePrevue(let date), .adoptionPrevue(let date):
        date.advanced(byDays: Self.delaiDeConfirmation) < jour
      case .naissance, nil: false
      }
    }
  }

  /// The first day on which a commission decides, or has decided and nobody has said what, of a child that is not settled:
  /// it drives when the family is asked next. Nil where no child waits for one.
  package var prochaineCommission: DateCivile? {
    enfantsConcernes.filter { !etat(enfant: $0).estRegle }.flatMap(issuesEnCours(enfant:)).compactMap { note in
      guard case .attente(let attente) = note.issue, attente.nature == .commission else { return nil }
      return attente.le
    }.min()
  }

  /// The reason for which it can be closed by what was found, once nothing more is to be found out; nil before, and once
  /// it is closed.
  package var cloturePossible: MotifCloture? {
    let etats = enfantsConcernes.map(etat(enfant:))
    guard etat != .close, !etats.isEmpty, etats.allSatisfy(\.estRegle) else { return nil }
    return etats.contains(.solution) ? .solutionTrouvee : .sansSolution
  }

  mutating func trouve(_ notee: SolutionNotee, _ fait: Fait) {
    issues.append(
      IssueNotee(
        id: notee.id, enfant: notee.enfant, issue: notee.issue, remplace: notee.remplace, seq: fait.seq,
        le: fait.survenuLe, auteur: fait.auteur))
  }

  mutating func annule(_ annulee: SolutionAnnulee) {
    guard let index = issues.firstIndex(where: { $0.id == annulee.id }) else { return }
    issues[index].estAnnulee = true
  }

  mutating func confirme(_ confirme: EnfantConfirme) {
    guard formulaire.enfants.indices.contains(confirme.enfant - 1) else { return }
    if let naissance = confirme.naissance {
      formulaire.enfants[confirme.enfant - 1].etape = .naissance(naissance)
      enfantsPlusAttendus.remove(confirme.enfant)
    } else {
      enfantsPlusAttendus.insert(confirme.enfant)
    }
  }
}
