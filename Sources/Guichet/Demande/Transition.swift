/// One line of the life cycle: what may happen in which états, and to which it may lead.
///
/// The table is data so that the code that applies facts, the tests, the manual and the sentence of a refusal read the
/// same lines.
package struct Transition: Hashable, Sendable {
  package let nature: NatureFait
  /// The états in which it may happen; empty: it begins a demande.
  package let depuis: [Etat]
  /// The états it may lead to, by what the facts say.
  package let vers: [Etat]

  /// The whole life cycle, in the order of a demande's life.
  package static let table: [Transition] = {
    let open: [Etat] = [.aOrienter, .aContacter, .rendezVous, .enSuivi]
    let known: [Etat] = [.aContacter, .rendezVous, .enSuivi]
    return [
      Transition(nature: .recue, depuis: [], vers: [.aOrienter]),
      Transition(nature: .routee, depuis: open, vers: open),
      Transition(nature: .attribuee, depuis: open, vers: known),
      Transition(nature: .declinee, depuis: known, vers: [.aOrienter]),
      Transition(nature: .corrigee, depuis: open, vers: open),
      Transition(nature: .transfertPrevu, depuis: open, vers: open),
      Transition(nature: .transfertAbandonne, depuis: open, vers: open),
      Transition(nature: .saisie, depuis: open, vers: open),
      Transition(nature: .prise, depuis: open, vers: open),
      Transition(nature: .laissee, depuis: open, vers: open),
      // Families call and write whenever they like: what they say is noted wherever the demande stands.
      Transition(nature: .contact, depuis: Etat.allCases, vers: Etat.allCases),
      Transition(nature: .contactAnnule, depuis: Etat.allCases, vers: Etat.allCases),
      Transition(nature: .rendezVousFixe, depuis: known, vers: [.rendezVous]),
      // Its LINF may have declined it meanwhile: what was fixed is called off or filled in all the same.
      Transition(nature: .rendezVousDeplace, depuis: [.rendezVous], vers: [.rendezVous]),
      Transition(nature: .rendezVousHonore, depuis: [.rendezVous, .aOrienter], vers: [.enSuivi, .aOrienter]),
      Transition(
        nature: .rendezVousNonHonore, depuis: [.rendezVous, .aOrienter], vers: [.aContacter, .enSuivi, .aOrienter]),
      Transition(
        nature: .rendezVousExcuse, depuis: [.rendezVous, .aOrienter], vers: [.aContacter, .enSuivi, .aOrienter]),
      Transition(
        nature: .rendezVousAnnule, depuis: [.rendezVous, .aOrienter], vers: [.aContacter, .enSuivi, .aOrienter]),
      Transition(nature: .rappelRendezVous, depuis: [.rendezVous], vers: [.rendezVous]),
      Transition(nature: .solution, depuis: known, vers: known),
      Transition(nature: .solutionAnnulee, depuis: open, vers: open),
      Transition(nature: .enfantConfirme, depuis: open, vers: open),
      Transition(nature: .enfantAjoute, depuis: open, vers: open),
      Transition(nature: .enfantRetire, depuis: open, vers: open),
      Transition(nature: .fusionnee, depuis: open, vers: [.close]),
      Transition(nature: .defusionnee, depuis: [.close], vers: open),
      Transition(nature: .cloture, depuis: open, vers: [.close]),
      Transition(nature: .motifCorrige, depuis: [.close], vers: [.close]),
      Transition(nature: .rouverte, depuis: [.close], vers: [.aOrienter, .aContacter, .enSuivi]),
      Transition(nature: .echeanceFixee, depuis: open, vers: open),
      Transition(nature: .suspendue, depuis: open, vers: open),
      Transition(nature: .reprise, depuis: open, vers: open),
      Transition(nature: .escalade, depuis: open, vers: open),
      Transition(nature: .note, depuis: Etat.allCases, vers: Etat.allCases),
      Transition(nature: .silence, depuis: Etat.allCases, vers: Etat.allCases),
      // The last of all: nothing may follow it.
      Transition(nature: .effacee, depuis: [.close], vers: [.close]),
    ]
  }()

  /// The line of a nature; nil for facts that leave the life cycle alone.
  package static func line(of nature: NatureFait) -> Transition? {
    table.first { $0.nature == nature }
  }

  /// What may happen to a demande in that état (nil: not yet begun), in the table's order.
  package static func possible(from etat: Etat?) -> [NatureFait] {
    table.filter { line in
      if let etat { line.depuis.contains(etat) } else { line.depuis.isEmpty }
    }.map(\.nature)
  }
}

/// A fact that the life cycle does not allow where the demande stands.
package struct TransitionRefusee: Error, Hashable, Sendable {
  package let nature: NatureFait
  /// Nil: the demande has not begun.
  package let etat: Etat?
  /// What could be done instead, in the table's order.
  package let possibles: [NatureFait]

  /// - Parameter possibles: nil for all that the table allows in that état.
  package init(nature: NatureFait, etat: Etat?, possibles: [NatureFait]? = nil) {
    self.nature = nature
    self.etat = etat
    self.possibles = possibles ?? Transition.possible(from: etat)
  }

  /// One French sentence, with what is possible instead.
  package var message: String {
    let standing = etat.map { "Une demande « \($0.libelle) »" } ?? "Une demande qui n’est pas encore reçue"
    guard !possibles.isEmpty else { return "\(standing) et effacée n’admet plus rien." }
    let possible = possibles.map { "« \($0.libelle) »" }
    return "\(standing) n’admet pas « \(nature.libelle) » ; sont possibles : \(possible.joined(separator: ", "))."
  }
}
