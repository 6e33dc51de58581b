/// Why an échéance falls when it does: day by day, in sentences whose times add up to the minute.
package struct Explication: Hashable, Sendable {
  /// One day, or days in a row that are closed for the same reason; for calendar days, one pause.
  package struct Ligne: Hashable, Sendable {
    package let premier: DateCivile
    package let dernier: DateCivile
    /// The open time that counts, in minutes; those of all lines add up to `total`.
    package let minutes: Int
    /// `mercredi 25/11 : 14:00–17:00, 3 h`
    package let texte: String
  }

  package let debut: String
  package let lignes: [Ligne]
  package let fin: String
  /// The open time from the start to the échéance without pauses, in minutes.
  package let total: Int

  /// All sentences in order.
  package var phrases: [String] { [debut] + lignes.map(\.texte) + [fin] }
}

extension CalendrierOuvert {
  /// Explains what ``echeance(_:from:pauses:)`` computes.
  ///
  /// - Throws: `JamaisOuvert` as that does.
  package func explanation(
    _ delai: Delai, from start: Instant, pauses: [Pause] = []
  ) throws(JamaisOuvert) -> Explication {
    let due = try echeance(delai, from: start, pauses: pauses)
    let merged = Pause.merged(pauses, from: start)
    // A pause that lasts ends the tale where it begins.
    let end = due.instant ?? merged.last?.debut ?? start
    var writer = ExplicationWriter(calendrier: self, delai: delai, start: start, end: end, pauses: merged)
    if delai.isOpenTime {
      // An échéance at midnight belongs to the day that it ends.
      let last = Instant(microseconds: max(start.microseconds, end.microseconds - 1))
      for day in day(of: start)...day(of: last) { writer.add(day: day) }
      writer.endRun()
    } else {
      writer.addPauses()
    }
    return Explication(
      debut: "À partir du \(fuseau.phrase(start)) : \(delai.phrase).", lignes: writer.lines,
      fin: Self.conclusion(due, in: fuseau, minutes: writer.counted.minutes, delai), total: writer.counted.minutes)
  }

  private static func conclusion(_ due: Echeance, in zone: Fuseau, minutes: Int, _ delai: Delai) -> String {
    switch due {
    case .suspendue(let rest):
      "Délai suspendu : il reste \(rest.phrase)\(delai.isOpenTime ? " de temps ouvert" : "")."
    case .le(let instant):
      delai.isOpenTime
        ? "Échéance : \(zone.phrase(instant)), après \(DureeOuverte.phrase(minutes: minutes)) de temps ouvert."
        : "Échéance : \(zone.phrase(instant))."
    }
  }
}

extension Delai {
  /// Whether only open hours count.
  package var isOpenTime: Bool {
    if case .joursCalendaires = self { false } else { true }
  }

  /// `4 heures ouvertes`, `1 jour ouvert`, `15 jours calendaires`.
  package var phrase: String {
    switch self {
    case .joursOuverts(let days): "\(days) \(days > 1 ? "jours ouverts" : "jour ouvert")"
    case .heuresOuvertes(let hours): "\(hours) \(hours > 1 ? "heures ouvertes" : "heure ouverte")"
    case .joursCalendaires(let days): "\(days) \(days > 1 ? "jours calendaires" : "jour calendaire")"
    }
  }
}
