/// The time in which a LINF gives rendez-vous, with how many advisers work in parallel: its horaires for that use, of the
/// week's parity, without fermetures and holidays, through clock changes.
package struct PostesOuverts: Sendable {
  package let calendrier: CalendrierOuvert
  /// The rows for rendez-vous or for any use.
  private let horaires: [Horaire]
  /// It has no row at all and keeps the hours of the Caf, one adviser in them.
  private let suitLaCaf: Bool

  /// - Parameters:
  ///   - horaires: all rows of the LINF, of any use and date.
  ///   - fermetures: its own, and those of all LINF.
  package init(nom: String, horaires: [Horaire], fermetures: [Fermeture], caf: HeuresDeLaCaf) {
    calendrier = caf.calendrier(nom: nom, horaires: horaires, fermetures: fermetures, usage: .rendezVous)
    self.horaires = horaires.filter { $0.usage == nil || $0.usage == .rendezVous }
    suitLaCaf = horaires.isEmpty
  }

  /// A stretch of a day in which as many advisers are there all the time.
  package struct Plage: Hashable, Sendable {
    package let debut: Instant
    package let fin: Instant
    /// 1 or more.
    package let postes: Int
    /// Where, when not at the LINF's own address and the same for all of them.
    package let lieu: String?
  }

  /// The stretches of a civil day, in order; none where it gives no rendez-vous.
  package func plages(_ date: DateCivile) -> [Plage] {
    let day = date.daysSince1970
    let open = calendrier.intervals(day: day)
    guard !open.isEmpty, !suitLaCaf else {
      return open.map { Plage(debut: $0.debut, fin: $0.fin, postes: 1, lieu: nil) }
    }
    let rows = lignes(date).map { row in
      (row: row, debut: instant(day, row.plage.de), fin: instant(day, row.plage.a))
    }
    let bounds = Set(rows.flatMap { [$0.debut, $0.fin] }).sorted()
    return zip(bounds, bounds.dropFirst()).compactMap { start, end in
      let there = rows.filter { $0.debut <= start && end <= $0.fin }
      guard let first = there.first else { return nil }
      return Plage(
        debut: start, fin: end, postes: there.reduce(0) { $0 + $1.row.postes },
        lieu: there.allSatisfy { $0.row.lieu == first.row.lieu } ? first.row.lieu : nil)
    }
  }

  /// How many advisers are there from one instant until another without a gap; 0 where it is not open all the while.
  package func postes(de debut: Instant, a fin: Instant) -> Int {
    // Whoever lives through a midnight that comes twice may stand a day behind its first.
    let days = calendrier.day(of: debut)...calendrier.day(of: fin) + 1
    var least = Int.max
    var reached = debut
    for plage in days.lazy.map(DateCivile.init(daysSince1970:)).flatMap(plages)
    where plage.debut < fin && reached < plage.fin {
      guard plage.debut <= reached else { return 0 }
      least = min(least, plage.postes)
      reached = plage.fin
    }
    return reached >= fin && least < .max ? least : 0
  }

  /// The first of the advisers who is there and free all the while; nil where none is.
  package func posteLibre(de debut: Instant, a fin: Instant, parmi postes: Int, _ occupes: [PosteOccupe]) -> Int? {
    guard postes > 0 else { return nil }
    let taken = Set(occupes.filter { $0.rencontre(debut, fin) }.map(\.poste))
    return (1...postes).first { !taken.contains($0) }
  }

  private func lignes(_ date: DateCivile) -> [Horaire] {
    let parity: Horaire.Semaine = date.numeroDeSemaine.isMultiple(of: 2) ? .paire : .impaire
    return horaires.filter {
      $0.plage.jour == date.jourDeSemaine && ($0.semaine ?? parity) == parity && $0.periode.contient(date)
    }
  }

  private func instant(_ day: Int, _ minute: Int) -> Instant {
    let civil = Int64(day) * 86_400 + Int64(minute) * 60
    return Instant(microseconds: calendrier.fuseau.firstSecond(reaching: civil) * 1_000_000)
  }
}

extension Referentiel {
  /// The time in which one of its LINF gives rendez-vous.
  package func postesOuverts(of linf: Linf, caf: HeuresDeLaCaf) -> PostesOuverts {
    PostesOuverts(
      nom: linf.designation, horaires: horaires(of: linf.id),
      fermetures: fermetures.filter { $0.linf == nil || $0.linf == linf.id }, caf: caf)
  }
}

extension PostesOuverts {
  /// Whether a fermeture keeps it closed on the day of that moment.
  package func estFerme(le instant: Instant) -> Bool {
    if case .fermeture = calendrier.jour(calendrier.fuseau.date(of: instant)).raison { true } else { false }
  }

  /// Where it receives at that moment, when not at its own address.
  package func lieu(le instant: Instant) -> String? {
    plages(calendrier.fuseau.date(of: instant)).first { $0.debut <= instant && instant < $0.fin }?.lieu
  }
}
