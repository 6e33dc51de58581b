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

extension PremierContact {
  /// Why ``echeance(from:pauses:)`` falls when it does, French sentences: the days of whose hours decide, and what the
  /// other comes to.
  ///
  /// - Throws: as that does.
  package func explanation(from start: Instant, pauses: [Pause] = []) throws(JamaisOuvert) -> [String] {
    switch try echeance(from: start, pauses: pauses).borne {
    case .linf:
      try linf.explanation(delai, from: start, pauses: pauses).phrases
        + [outcome(caf, plafond, from: start, pauses, "Le plafond, \(plafond.phrase) de la Caf,")]
    case .plafond:
      [outcome(linf, delai, from: start, pauses, "\(linf.nom), \(delai.phrase),"), "Le plafond de la Caf vient avant."]
        + (try caf.explanation(plafond, from: start, pauses: pauses).phrases)
    }
  }

  private func outcome(
    _ calendar: CalendrierOuvert, _ delai: Delai, from start: Instant, _ pauses: [Pause], _ subject: String
  ) -> String {
    do {
      switch try calendar.echeance(delai, from: start, pauses: pauses) {
      case .le(let instant): return "\(subject) mène au \(calendar.fuseau.phrase(instant))."
      case .suspendue(let rest): return "\(subject) est suspendu : il reste \(rest.phrase)."
      }
    } catch {
      return error.message
    }
  }
}
