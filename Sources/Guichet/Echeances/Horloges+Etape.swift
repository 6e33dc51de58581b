// By when the next step of a demande is due, by its facts and these clocks alone.

extension Horloges {
  /// Nil where no clock runs: closed, or a family in suivi that asked to be left alone, without an échéance that a person
  /// set.
  package func etape(of demande: Demande) -> EtapeDue? {
    guard let nature = NatureEcheance(demande) else { return nil }
    let start = demande.debutDEtape
    if let fixee = demande.echeanceFixee?.le { return etape(nature, fixee: fixee, demande) }
    let delais = delais(of: demande.linf)
    switch nature {
    case .orientation:
      let delai = delais.orientation
      let compute = { self.etape(.orientation, delai, demande, from: start) }
      return delai.isOpenDays && demande.suspensions.isEmpty
        ? etape(nature, linf: nil, from: start, compute) : compute()
    case .premierContact:
      let compute = { self.premierContact(demande, delais, from: start) }
      let isUsual =
        !demande.estUrgente && demande.suspensions.isEmpty && delais.premierContact.isOpenDays
        && delais.plafond.isOpenDays
      return isUsual ? etape(nature, linf: demande.linf, from: start, compute) : compute()
    case .rendezVous: return rendezVousADonner(demande, delais.rendezVous, from: start)
    case .renseignement: return renseignement(demande)
    case .suivi, .conclusion: return suiviDu(demande)
    }
  }

  private func rendezVousADonner(_ demande: Demande, _ delai: Delai, from start: Instant) -> EtapeDue? {
    let own = calendrier(of: demande.linf)
    for (calendar, isOfCaf) in [(own, false), (heures.calendrier, true)] {
      do throws(JamaisOuvert) {
        let due = try calendar.echeance(delai, from: start, pauses: demande.suspensions)
        return etape(.rendezVous, due, demande, estALaCaf: isOfCaf)
      } catch {
        // A LINF that is closed for good leaves the Caf's days.
        continue
      }
    }
    return nil
  }

  /// Due when it is over: whoever held it knows what came of it.
  private func renseignement(_ demande: Demande) -> EtapeDue? {
    guard let rendezVous = demande.rendezVousPrevu else { return nil }
    let due = enPlace(rendezVous.fin, demande, calendrier(of: demande.linf))
    return etape(.renseignement, due, demande, estALaCaf: estFerme(demande, rendezVous.fin))
  }

  /// A moment that no pause moves: it is only silent while the clock stands still. What was late before stays late.
  func enPlace(_ due: Instant, _ demande: Demande, _ calendar: CalendrierOuvert) -> Echeance {
    guard let pause = demande.suspensions.last, pause.fin == nil, pause.debut < due else { return .le(due) }
    return .suspendue(reste: calendar.openTime(from: pause.debut, to: due))
  }

  /// A LINF that is closed on that day is stood in for.
  private func estFerme(_ demande: Demande, _ instant: Instant) -> Bool {
    let calendar = calendrier(of: demande.linf)
    return demande.linf == nil || calendar.fermeture(calendar.fuseau.date(of: instant)) != nil
  }

  private func premierContact(_ demande: Demande, _ delais: DelaisDEtape, from start: Instant) -> EtapeDue? {
    let contact = contact(demande, delais)
    do throws(JamaisOuvert) {
      let (due, bound) = try contact.echeance(from: start, pauses: demande.suspensions)
      // Where the Caf's ceiling decides, its LINF may be closed for weeks: the Caf's hours tell.
      return etape(.premierContact, due, demande, estALaCaf: bound == .plafond)
    } catch {
      return nil
    }
  }

  private func contact(_ demande: Demande, _ delais: DelaisDEtape) -> PremierContact {
    PremierContact(
      linf: calendrier(of: demande.linf), caf: heures.calendrier,
      delai: demande.estUrgente ? delais.urgence : delais.premierContact, plafond: delais.plafond)
  }

  private func etape(
    _ nature: NatureEcheance, _ delai: Delai, _ demande: Demande, from start: Instant
  ) -> EtapeDue? {
    do throws(JamaisOuvert) {
      let due = try heures.calendrier.echeance(delai, from: start, pauses: demande.suspensions)
      return etape(nature, due, demande, estALaCaf: true)
    } catch {
      return nil
    }
  }

  private func etape(
    _ nature: NatureEcheance, _ due: Echeance, _ demande: Demande, estFixee: Bool = false, estALaCaf: Bool,
    suivi: EtapeDeSuivi? = nil
  ) -> EtapeDue {
    EtapeDue(
      nature, due, estFixee: estFixee, urgente: demande.estUrgente,
      in: estALaCaf ? heures.calendrier : calendrier(of: demande.linf), estALaCaf: estALaCaf, suivi: suivi)
  }

  /// What a person set stands as it is; it is only silent while the clock stands still.
  private func etape(_ nature: NatureEcheance, fixee: Instant, _ demande: Demande) -> EtapeDue {
    let calendar = calendrier(of: demande.linf)
    var due = Echeance.le(fixee)
    if let pause = demande.suspensions.last, pause.fin == nil {
      due = .suspendue(reste: calendar.openTime(from: pause.debut, to: fixee))
    }
    return etape(
      nature, due, demande, estFixee: true, estALaCaf: estFerme(demande, fixee), suivi: suivi(of: demande))
  }
}

extension Horloges {
  /// Why the next step is due when it is, French sentences; none where no clock runs.
  package func explication(of demande: Demande) -> [String] {
    guard let nature = NatureEcheance(demande) else { return [] }
    return paused(demande) + sentences(nature, demande)
  }

  private func sentences(_ nature: NatureEcheance, _ demande: Demande) -> [String] {
    if let fixee = demande.echeanceFixee, let le = fixee.le {
      let motif = fixee.motif.map { " : \($0)" } ?? ""
      return [
        "Échéance fixée par une personne au \(heures.fuseau.phrase(le))\(motif).",
        "Aucune règle ne la change ; « --selon-regle » la rend à la règle.",
      ]
    }
    let delais = delais(of: demande.linf)
    do throws(JamaisOuvert) {
      switch nature {
      case .orientation:
        return try heures.calendrier.explanation(
          delais.orientation, from: demande.debutDEtape, pauses: demande.suspensions
        ).phrases
      case .premierContact:
        return try contact(demande, delais).explanation(from: demande.debutDEtape, pauses: demande.suspensions)
      case .rendezVous:
        return try ["La famille a été jointe : il reste à lui donner un rendez-vous, ou à l’informer."]
          + calendrier(of: demande.linf).explanation(
            delais.rendezVous, from: demande.debutDEtape, pauses: demande.suspensions
          ).phrases
      case .renseignement:
        return demande.rendezVousPrevu.map {
          ["Son rendez-vous finit le \(heures.fuseau.phrase($0.fin)) : il est à renseigner ensuite."]
        } ?? []
      case .suivi, .conclusion:
        return explicationDuSuivi(demande)
      }
    } catch {
      return [error.message]
    }
  }

  private func paused(_ demande: Demande) -> [String] {
    guard let pause = demande.suspensions.last, pause.fin == nil else { return [] }
    let motif = demande.motifSuspension.map { " : \($0)" } ?? ""
    return ["Suspendue depuis le \(heures.fuseau.phrase(pause.debut))\(motif)."]
  }
}

extension Delai {
  /// Whether it ends with an open day, whatever the hour that it begins.
  var isOpenDays: Bool {
    if case .joursOuverts = self { true } else { false }
  }
}
