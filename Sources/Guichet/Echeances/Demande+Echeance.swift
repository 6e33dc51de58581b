// What persons do to the clock of a demande: each act gives the facts to record, or says why not.

extension Demande {
  /// From when the clock of its next step runs: since it is where it is, or was opened again.
  package var debutDHorloge: Instant {
    [rouverteLe, defusionneeLe].compactMap(\.self).reduce(depuis, max)
  }

  /// When its LINF first spoke with the family since then; nil where it has not.
  package var jointeLe: Instant? {
    contactsIci.filter { note in
      note.contact.resultat.estUneReponse && rouverteLe.map { note.survenuLe >= $0 } ?? true
    }.map(\.survenuLe).min()
  }

  /// From when the clock of the step that it is at runs: since it is there, since the family was reached, since its last
  /// rendez-vous came to nothing, or since it was informed.
  package var debutDEtape: Instant {
    switch etat {
    case .aContacter: [debutDHorloge, jointeLe, rendezVousPerduLe].compactMap(\.self).max() ?? debutDHorloge
    case .enSuivi: debutDuSuivi ?? debutDHorloge
    case .aOrienter, .rendezVous, .close: debutDHorloge
    }
  }

  /// Whether a person stopped its clock.
  package var estSuspendue: Bool { suspensions.last.map { $0.fin == nil } ?? false }

  /// A person sets by when its next step is due, or gives it back to the rule.
  ///
  /// - Parameter le: nil for the rule.
  package func fixerEcheance(le: Instant?, motif: String?) throws(ActeRefuse) -> [Evenement] {
    try admettre(.echeanceFixee)
    guard le != echeanceFixee?.le else {
      throw ActeRefuse(
        .dejaLa,
        le == nil
          ? "Son échéance suit déjà la règle ; rien ne change."
          : "Son échéance est déjà fixée à ce moment ; rien ne change."
      )
    }
    return [.echeanceFixee(EcheanceFixee(le: le, motif: motif))]
  }

  /// A person stops its clock.
  package func suspendre(motif: String) throws(ActeRefuse) -> [Evenement] {
    try admettre(.suspendue)
    guard !estSuspendue else {
      throw ActeRefuse(.dejaLa, "Son délai est déjà suspendu ; « guichetctl demande reprendre » le fait repartir.")
    }
    return [.suspendue(Suspendue(motif: motif))]
  }

  /// A person lets its clock run on.
  package func reprendre() throws(ActeRefuse) -> [Evenement] {
    try admettre(.reprise)
    guard let pause = suspensions.last, pause.fin == nil else {
      throw ActeRefuse(.dejaLa, "Son délai court déjà ; rien ne change.")
    }
    return [.reprise(Reprise(suspendueLe: pause.debut))]
  }

  mutating func suspend(_ suspendue: Suspendue, _ fait: Fait) {
    suspensions.append(Pause(debut: fait.survenuLe, fin: nil))
    motifSuspension = suspendue.motif
  }

  mutating func reprend(_ fait: Fait) {
    guard let last = suspensions.popLast() else { return }
    suspensions.append(Pause(debut: last.debut, fin: max(last.debut, fait.survenuLe)))
    motifSuspension = nil
  }

  /// It stands in that état from now on. What a person set for the step before ends with it.
  mutating func passe(a next: Etat) {
    if next != etat { echeanceFixee = nil }
    etat = next
  }
}
