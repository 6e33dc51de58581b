/// The open time of a Caf, and of every LINF that has no hours of its own.
package struct HeuresDeLaCaf: Sendable {
  package let fuseau: Fuseau
  package let zone: ZoneFeries
  /// The usual week of the Caf without the public holidays of its zone. Fermetures are those of LINF: they do not stop
  /// the Caf, whose ceiling runs on while all of them are closed.
  package let calendrier: CalendrierOuvert
  private let feries: FeriesCalcules
  private let semaines: SemainesDatees

  package init(fuseau: Fuseau, zone: ZoneFeries, horaires: HorairesSemaine) {
    self.fuseau = fuseau
    self.zone = zone
    feries = FeriesCalcules(zone)
    semaines = SemainesDatees(horaires.plages.map { Horaire(plage: $0) }, usage: nil)
    calendrier = CalendrierOuvert(
      nom: "La Caf", fuseau: fuseau, feries: feries, semaines: semaines, fermetures: [])
  }

  /// What is celebrated on that day; nil when it is no public holiday.
  package func ferie(_ jour: DateCivile) -> String? { feries.name(day: jour.daysSince1970) }

  /// The open time of a LINF.
  ///
  /// - Parameters:
  ///   - nom: the LINF as people know it.
  ///   - horaires: its own rows, of any date; without any it keeps the hours of the Caf.
  ///   - fermetures: its own, and those of all LINF.
  ///   - usage: only the hours for this use; nil for all, as clocks run.
  package func calendrier(
    nom: String, horaires: [Horaire], fermetures: [Fermeture], usage: Horaire.Usage? = nil
  ) -> CalendrierOuvert {
    CalendrierOuvert(
      nom: nom, fuseau: fuseau, feries: feries,
      semaines: horaires.isEmpty ? semaines : SemainesDatees(horaires, usage: usage), fermetures: fermetures)
  }
}

extension Referentiel {
  /// The open time of one of its LINF.
  ///
  /// - Parameter usage: only the hours for this use; nil for all, as clocks run.
  package func calendrier(
    of linf: Linf, caf: HeuresDeLaCaf, usage: Horaire.Usage? = nil
  ) -> CalendrierOuvert {
    caf.calendrier(
      nom: linf.designation, horaires: horaires(of: linf.id),
      fermetures: fermetures.filter { $0.linf == nil || $0.linf == linf.id }, usage: usage)
  }
}
