extension Horloges {
  /// What to say of a rendez-vous that is taken all the same: by phone where the family asked to be written to only, or
  /// later than it should wait for it. Nil where there is nothing to say.
  ///
  /// - Parameter demande: as it was before it was given that one.
  package func avertissement(_ rendezVous: RendezVous, de demande: Demande, at now: Instant) -> String? {
    if rendezVous.place.mode == .telephone, demande.formulaire.demandeur.rappel?.canal == .ecritSeulement {
      return "La famille a demandé à n’être jointe que par écrit ; assurez-vous qu’elle attend un appel."
    }
    guard demande.informeeLe == nil else { return nil }
    let delai = delais(of: demande.linf).rendezVous
    // Who is given one at the first call was reached by it.
    let reached =
      [demande.jointeLe, demande.rendezVousPerduLe].compactMap(\.self).max() ?? demande.rendezVousPrevu?.modifieLe
      ?? now
    do throws(JamaisOuvert) {
      let due = try calendrier(of: demande.linf).echeance(
        delai, from: reached, pauses: demande.suspensions.filter { $0.fin != nil })
      guard let due = due.instant, due < rendezVous.debut else { return nil }
      return
        "C’est plus tard que \(delai.phrase) après le contact (\(heures.fuseau.phrase(due))) ; il est pris tout de même."
    } catch {
      return nil
    }
  }
}
