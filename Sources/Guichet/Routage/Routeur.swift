/// Finds the single LINF of a place, or the reason why a person must.
///
/// A value over the référentiel in force: a new référentiel makes a new router, and whoever routes meanwhile goes on with
/// the one it holds.
package struct Routeur: Sendable {
  /// What becomes of an online demande whose LINF had no right to receive it on the filing day.
  package enum SansHabilitation: String, CaseIterable, Sendable {
    /// It goes there all the same, marked.
    case signaler
    /// A person decides.
    case orienter
  }

  package let referentiel: Referentiel?
  package let sansHabilitation: SansHabilitation
  /// The place that is looked at first.
  package let lieu: Decision.Lieu

  package init(
    referentiel: Referentiel?, sansHabilitation: SansHabilitation = .signaler, lieu: Decision.Lieu = .recherche
  ) {
    self.referentiel = referentiel
    self.sansHabilitation = sansHabilitation
    self.lieu = lieu
  }

  /// Whether that LINF may receive a demande of this origin, filed on that day: its habilitation counts for online ones
  /// only, and only where the référentiel tells habilitations.
  package func admet(_ linf: Linf, origine: Origine?, jourDepot: DateCivile) -> Bool {
    guard origine == .monenfantFr, referentiel?.table.connaitLesHabilitations == true else { return true }
    return linf.estHabilite(le: jourDepot)
  }
}
