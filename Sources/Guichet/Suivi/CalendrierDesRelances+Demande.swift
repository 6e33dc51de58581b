extension CalendrierDesRelances {
  /// That of a demande whose family was informed; nil for any other.
  ///
  /// Delays after the information are put off by the time for which its clock was stopped. The days that are counted from
  /// the wished start stay where they are, but one that fell into such a time comes when the clock runs on.
  ///
  /// - Parameters:
  ///   - delais: of the LINF that has it.
  ///   - calendrier: in which open days and hours are counted.
  ///   - autres: see `init(depuis:estEntendueAlors:debut:_:autres:)`.
  init?(_ demande: Demande, _ delais: DelaisDEtape, in calendrier: CalendrierOuvert, autres: [Relance] = []) {
    guard let start = demande.debutDuSuivi, let informed = demande.informeeLe else { return nil }
    let fuseau = calendrier.fuseau
    let pauses = demande.suspensions.filter { $0.fin != nil }
    let debut = demande.formulaire.besoin.debut
    var candidates = delais.relances.compactMap { delai in
      calendrier.jour(delai, after: start, pauses: pauses).map { Relance(.apresInformation(delai), $0) }
    }
    if let debut {
      let around = [
        calendrier.jour(delais.avantDebut, before: debut).map { Relance(.avantDebut(delais.avantDebut), $0) },
        Relance(.debut, debut), Relance(.apresDebut(Self.apresDebut), debut.advanced(byDays: Self.apresDebut)),
      ]
      candidates += around.compactMap(\.self).map { Relance($0.motif, $0.jour.apres(pauses, fuseau)) }
    }
    if let lost = demande.rendezVousPerduLe, start < lost {
      let day = calendrier.jour(delais.rendezVous, after: lost, pauses: pauses)
      candidates += day.map { [Relance(.rendezVousPerdu, $0)] } ?? []
    }
    self.init(
      depuis: fuseau.date(of: start), estEntendueAlors: start == informed, debut: debut, candidates, autres: autres)
  }
}

extension CalendrierOuvert {
  /// The day by which a delay has passed; nil for an office that never opens.
  fileprivate func jour(_ delai: Delai, after start: Instant, pauses: [Pause]) -> DateCivile? {
    do throws(JamaisOuvert) {
      return try echeance(delai, from: start, pauses: pauses).instant.map(fuseau.date(of:))
    } catch {
      return nil
    }
  }

  /// The last day from which a delay leads to that day; nil for an office that never opens.
  fileprivate func jour(_ delai: Delai, before end: DateCivile) -> DateCivile? {
    switch delai {
    case .joursCalendaires(let days): return end.advanced(byDays: -days)
    case .heuresOuvertes(let hours):
      do throws(JamaisOuvert) {
        return fuseau.date(of: try subtracting(DureeOuverte(heures: hours), from: fuseau.start(of: end)))
      } catch {
        return nil
      }
    case .joursOuverts(let days):
      var left = days
      for back in 1...JamaisOuvert.limite {
        let day = end.advanced(byDays: -back)
        if !intervals(day: day.daysSince1970).isEmpty { left -= 1 }
        if left == 0 { return day }
      }
      return nil
    }
  }
}

extension DateCivile {
  /// The day itself, or the last day of the pause that it fell into.
  fileprivate func apres(_ pauses: [Pause], _ fuseau: Fuseau) -> DateCivile {
    pauses.reduce(self) { day, pause in
      guard let end = pause.fin.map(fuseau.date(of:)), fuseau.date(of: pause.debut) <= day else { return day }
      return Swift.max(day, end)
    }
  }
}
