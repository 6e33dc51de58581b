package import Guichet

/// The agenda of a LINF as one iCalendar object (RFC 5545), for any calendar program to subscribe to.
package struct AgendaICalendar: Sendable {
  /// One rendez-vous.
  package struct Entree: Sendable {
    package let numero: Numero
    package let rendezVous: RendezVous
    /// What is shown of the family besides the numero; nil where the LINF's agenda shows no more.
    package let famille: String?
    package let telephone: String?
    /// Why it has to be moved; nil where it can stay.
    package let aDeplacer: RaisonDeplacement?

    package init(
      numero: Numero, rendezVous: RendezVous, famille: String?, telephone: String?, aDeplacer: RaisonDeplacement? = nil
    ) {
      self.numero = numero
      self.rendezVous = rendezVous
      self.famille = famille
      self.telephone = telephone
      self.aDeplacer = aDeplacer
    }
  }

  /// The calendar's name.
  package let nom: String
  /// Whose numbers these are: it makes the identifiers of two Caf differ.
  package let departement: String
  package let fuseau: Fuseau
  package let entrees: [Entree]
  /// A day that it covers even without a rendez-vous, for the rules of the time zone.
  package let jour: DateCivile

  package init(nom: String, departement: String, fuseau: Fuseau, entrees: [Entree], jour: DateCivile) {
    self.nom = nom
    self.departement = departement
    self.fuseau = fuseau
    self.entrees = entrees
    self.jour = jour
  }

  /// Equal for equal rendez-vous: no moment of writing stands in it.
  package var bytes: [UInt8] {
    var lines = ICalendarLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Guichet//guichetd//FR")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("METHOD", "PUBLISH")
    lines.add("X-WR-CALNAME", texte: nom)
    lines.add("X-WR-TIMEZONE", fuseau.nom)
    let days = entrees.map { fuseau.date(of: $0.rendezVous.debut) } + [jour]
    VTimezone(fuseau: fuseau, jours: (days.min() ?? jour)...(days.max() ?? jour)).write(to: &lines)
    for entree in entrees { write(entree, &lines) }
    lines.add("END", "VCALENDAR")
    return lines.bytes
  }

  private func write(_ entree: Entree, _ lines: inout ICalendarLines) {
    let rendezVous = entree.rendezVous
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", "rendez-vous-\(entree.numero.texte)-\(rendezVous.id)@\(departement).guichet")
    lines.add("DTSTAMP", ICalendarTime.utc(rendezVous.modifieLe))
    lines.add("LAST-MODIFIED", ICalendarTime.utc(rendezVous.modifieLe))
    lines.add("SEQUENCE", "\(rendezVous.sequence)")
    time("DTSTART", rendezVous.debut, &lines)
    time("DTEND", rendezVous.fin, &lines)
    // One that was called off stays, so that who holds it takes it off.
    lines.add("STATUS", rendezVous.statut.estLibere ? "CANCELLED" : "CONFIRMED")
    let famille = entree.famille.map { "\($0) (\(entree.numero.texte))" } ?? "Demande \(entree.numero.texte)"
    // One that has to be moved still holds: the family expects it until somebody has told it otherwise. So it stays
    // confirmed, and says so where every calendar shows it.
    let prefix = entree.aDeplacer == nil ? "" : "À DÉPLACER : "
    lines.add("SUMMARY", texte: "\(prefix)\(famille), \(rendezVous.place.mode.libelle)")
    if let lieu = rendezVous.place.lieu { lines.add("LOCATION", texte: lieu) }
    let details = [
      "Rendez-vous \(rendezVous.statut.libelle)", entree.aDeplacer.map { "À déplacer : \($0.libelle)" },
      entree.telephone.map { "Téléphone : \($0)" },
      "Poste \(rendezVous.place.poste)",
    ]
    lines.add("DESCRIPTION", texte: details.compactMap(\.self).joined(separator: "\n"))
    lines.add("END", "VEVENT")
  }

  /// By the clocks of the zone; in universal time where they show that hour twice.
  private func time(_ name: String, _ instant: Instant, _ lines: inout ICalendarLines) {
    let offset = fuseau.offset(at: instant)
    let civil = ICalendarTime.civil(instant, offset: offset)
    if fuseau.instants(on: civil.date, secondOfDay: civil.seconde).count == 1 {
      lines.add("\(name);TZID=\(fuseau.nom)", ICalendarTime.text(instant, offset: offset))
    } else {
      lines.add(name, ICalendarTime.utc(instant))
    }
  }
}
