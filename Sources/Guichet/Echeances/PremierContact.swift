/// By when a family must have been called for the first time.
///
/// The LINF has so many of its open days, or open hours where it is urgent; but never longer than so many open days of the
/// Caf: a LINF closed in August does not stop the clock.
package struct PremierContact: Sendable {
  /// Which of the two comes first.
  package enum Borne: Hashable, Sendable {
    case linf
    case plafond
  }

  package let linf: CalendrierOuvert
  package let caf: CalendrierOuvert
  /// Of the LINF: the usual delay, or that of an urgent demande.
  package let delai: Delai
  /// Of the Caf.
  package let plafond: Delai

  package init(linf: CalendrierOuvert, caf: CalendrierOuvert, delai: Delai, plafond: Delai) {
    self.linf = linf
    self.caf = caf
    self.delai = delai
    self.plafond = plafond
  }

  /// - Throws: `JamaisOuvert` of the Caf when neither ever opens; a LINF that does not leaves the ceiling.
  package func echeance(
    from start: Instant, pauses: [Pause] = []
  ) throws(JamaisOuvert) -> (echeance: Echeance, borne: Borne) {
    let own: Echeance
    do {
      own = try linf.echeance(delai, from: start, pauses: pauses)
    } catch {
      return (try caf.echeance(plafond, from: start, pauses: pauses), .plafond)
    }
    let ceiling: Echeance
    do {
      ceiling = try caf.echeance(plafond, from: start, pauses: pauses)
    } catch {
      return (own, .linf)
    }
    // While both are paused, what is left is told in the hours of who calls; a ceiling that passed before the pause stands.
    switch (own, ceiling) {
    case (.le(let first), .le(let second)): return first <= second ? (own, .linf) : (ceiling, .plafond)
    case (.suspendue, .le): return (ceiling, .plafond)
    case (_, .suspendue): return (own, .linf)
    }
  }
}
