// By when an informed family is asked what it found.

extension Horloges {
  /// The relances of a demande; nil where the family was not informed.
  package func relances(of demande: Demande) -> CalendrierDesRelances? {
    CalendrierDesRelances(
      demande, delais(of: demande.linf), in: calendrier(of: demande.linf), autres: demande.relancesDesEnfants)
  }

  /// What is to be done next in suivi; nil elsewhere, and for a family that asked to be left alone.
  package func suivi(of demande: Demande) -> EtapeDeSuivi? {
    guard demande.etat == .enSuivi, !demande.estSilencieuse else { return nil }
    return relances(of: demande)?.prochaine(apres: demande.passages(heures.fuseau))
  }

  /// By when that is due: the last open hour of its day, or of the first open day of the LINF after it.
  func suiviDu(_ demande: Demande) -> EtapeDue? {
    guard let suivi = suivi(of: demande) else { return nil }
    let start = heures.fuseau.start(of: suivi.jour)
    let own = calendrier(of: demande.linf)
    // One that is closed for good leaves the Caf's days.
    let ownClose = own.close(reaching: start)
    let calendar = ownClose == nil ? heures.calendrier : own
    let end = heures.fuseau.start(of: suivi.jour.advanced(byDays: 1))
    let due = enPlace(ownClose ?? calendar.close(reaching: start) ?? end, demande, calendar)
    return EtapeDue(
      NatureEcheance(suivi), due, estFixee: false, urgente: demande.estUrgente, in: calendar,
      estALaCaf: ownClose == nil, suivi: suivi)
  }

  /// Why it is due then, French sentences.
  func explicationDuSuivi(_ demande: Demande) -> [String] {
    guard let relances = relances(of: demande), let suivi = suivi(of: demande) else {
      return demande.estSilencieuse ? ["La famille a demandé à ne plus être relancée : rien n’est dû."] : []
    }
    let fuseau = heures.fuseau
    let reopened = !relances.estEntendueAlors
    var sentences = [
      (reopened ? "Rouverte le " : "Famille informée le ") + relances.depuis.avecJour
        + (demande.formulaire.besoin.debut.map { " ; début souhaité le \($0.avecJour)" } ?? "") + "."
    ]
    let last = demande.passages(fuseau).last?.jour
    sentences += relances.relances.map { relance in
      let standing =
        switch suivi {
        case .relance(let next) where next == relance: "à faire"
        case .relance(let next) where next.jour < relance.jour: "à venir"
        case .relance, .conclusion:
          last.map { relance.jour <= $0 } == true ? "passée" : "inutile, la famille vient d’être entendue"
        }
      return "Relance \(relance.motif.phrase) : \(relance.jour.avecJour), \(standing)."
    }
    if case .conclusion(let day) = suivi {
      sentences.append(
        "Plus aucune relance : à conclure \(CalendrierDesRelances.avantConclusion) jours après la dernière ou le dernier "
          + "contact, \(day.avecJour).")
    }
    guard let etape = suiviDu(demande) else { return sentences }
    guard case .le(let due) = etape.echeance else {
      if case .suspendue(let rest) = etape.echeance {
        sentences.append("Délai suspendu : il reste \(rest.phrase) de temps ouvert.")
      }
      return sentences
    }
    let calendar = calendrier(of: demande.linf)
    var day = suivi.jour
    while day < fuseau.date(of: due) {
      if let reason = calendar.jour(day).raison { sentences.append("\(day.jourEtMois) : \(reason.phrase)") }
      day = day.advanced(byDays: 1)
    }
    sentences.append("Échéance : \(fuseau.phrase(due)), dernière heure ouverte de ce jour.")
    return sentences
  }
}
