/// What the published page tells of the whole office at one instant.
///
/// Counts and moments alone: whoever has an account on the server may read it, and nothing in it is of one family.
package struct TableauDeBord: Hashable, Sendable {
  /// Of the Caf.
  package let nom: String
  /// The instant of which all of it tells.
  package let le: Instant
  /// What is wrong now, the gravest first.
  package let fautes: [Panne]
  /// The demandes in each état; one without a demande may be left out.
  package let parEtat: [Etat: Int]
  /// The work that is open, by LINF; what waits for a LINF is the line without one.
  package let travail: [TravailDeLinf]
  package let recues: RecuesDuJour
  /// Of the demandes that were received in the last `PremiersContacts.jours` days.
  package let premiersContacts: PremiersContacts
  /// The seven days of the week, from Monday.
  package let semaine: [RendezVousDuJour]

  package init(
    nom: String, le: Instant, fautes: [Panne], parEtat: [Etat: Int], travail: [TravailDeLinf], recues: RecuesDuJour,
    premiersContacts: PremiersContacts, semaine: [RendezVousDuJour]
  ) {
    self.nom = nom
    self.le = le
    self.fautes = fautes.sorted { $0.gravite > $1.gravite }
    self.parEtat = parEtat
    self.travail = travail
    self.recues = recues
    self.premiersContacts = premiersContacts
    self.semaine = semaine
  }

  /// Open demandes past their échéance.
  package var enRetard: Int { travail.reduce(0) { $0 + $1.enRetard } }

  /// Demandes that nobody has tried to reach yet, of those that are with their LINF.
  package var aContacterSansTentative: Int { travail.reduce(0) { $0 + $1.sansTentative - $1.aOrienter } }

  /// Of the demandes that wait for a LINF, or that nobody has tried to reach yet, the oldest: when it was received.
  package var plusAncienne: Instant? { travail.compactMap(\.plusAncienne).min() }
}

/// What is open at one LINF, or waits for one.
package struct TravailDeLinf: Hashable, Sendable {
  /// Nil for what waits for a LINF.
  package let linf: String?
  /// As people read it; the id where the référentiel does not have it any more.
  package let nom: String
  /// To be assigned; none where there is a LINF.
  package let aOrienter: Int
  package let aContacter: Int
  package let rendezVous: Int
  package let enSuivi: Int
  /// Of all these, those past their échéance.
  package let enRetard: Int
  /// Of those to be assigned or contacted, those that nobody has tried to reach yet.
  package let sansTentative: Int
  /// When the first of these was received.
  package let plusAncienne: Instant?

  package init(
    linf: String?, nom: String, aOrienter: Int = 0, aContacter: Int = 0, rendezVous: Int = 0, enSuivi: Int = 0,
    enRetard: Int = 0, sansTentative: Int = 0, plusAncienne: Instant? = nil
  ) {
    self.linf = linf
    self.nom = nom
    self.aOrienter = aOrienter
    self.aContacter = aContacter
    self.rendezVous = rendezVous
    self.enSuivi = enSuivi
    self.enRetard = enRetard
    self.sansTentative = sansTentative
    self.plusAncienne = plusAncienne
  }
}

/// What became of the rendez-vous of one day.
package struct RendezVousDuJour: Hashable, Sendable {
  package let jour: DateCivile
  /// Still ahead, or going on.
  package let prevus: Int
  /// Past, and nobody has said what came of it.
  package let aRenseigner: Int
  package let honores: Int
  package let nonHonores: Int
  /// Called off, by the family or by the LINF.
  package let liberes: Int

  package init(
    jour: DateCivile, prevus: Int = 0, aRenseigner: Int = 0, honores: Int = 0, nonHonores: Int = 0, liberes: Int = 0
  ) {
    self.jour = jour
    self.prevus = prevus
    self.aRenseigner = aRenseigner
    self.honores = honores
    self.nonHonores = nonHonores
    self.liberes = liberes
  }

  /// - Parameter rendezVous: of that day, whatever became of them.
  package init(
    jour: DateCivile, _ rendezVous: some Sequence<(statut: RendezVous.Statut, fin: Instant)>, at now: Instant
  ) {
    var counts: [RendezVous.Statut: Int] = [:]
    var due = 0
    for one in rendezVous {
      if one.statut == .prevu, one.fin <= now { due += 1 } else { counts[one.statut, default: 0] += 1 }
    }
    self.init(
      jour: jour, prevus: counts[.prevu] ?? 0, aRenseigner: due, honores: counts[.honore] ?? 0,
      nonHonores: counts[.nonHonore] ?? 0, liberes: (counts[.excuse] ?? 0) + (counts[.annule] ?? 0))
  }
}
