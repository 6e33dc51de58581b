// What persons do about the rendez-vous of a demande: each act gives the facts to record, or says why not.

/// A rendez-vous as it is wished for.
package struct RendezVousSouhaite: Hashable, Sendable {
  package let debut: Instant
  /// Minutes.
  package let duree: Int
  package let mode: RendezVous.Mode
  package let lieu: String?
  /// Even where the LINF gives no rendez-vous at that time.
  package let horsHoraires: Bool

  package init(debut: Instant, duree: Int, mode: RendezVous.Mode, lieu: String? = nil, horsHoraires: Bool = false) {
    self.debut = debut
    self.duree = duree
    self.mode = mode
    self.lieu = lieu
    self.horsHoraires = horsHoraires
  }

  package var fin: Instant { debut.advanced(bySeconds: Int64(duree) * 60) }
}

/// What came of a rendez-vous.
package enum ResultatRendezVous: String, CaseIterable, Sendable {
  case honore
  case nonHonore
  case excuse
}

extension Demande {
  /// The one that is not over, ahead or past and still to be filled in; there is at most one.
  package var rendezVousPrevu: RendezVous? { rendezVous.last { $0.statut == .prevu } }

  /// Whether the family can be called: a number that can be dialled is known.
  package var aUnTelephone: Bool { formulaire.demandeur.telephone?.e164 != nil && !tousNumerosFaux }

  /// A person gives the family a rendez-vous.
  ///
  /// - Parameters:
  ///   - ouverts: of the LINF that has it.
  ///   - occupes: the time of its advisers that others have around then.
  package func fixer(
    _ souhait: RendezVousSouhaite, _ ouverts: PostesOuverts, _ occupes: [PosteOccupe], now: Instant
  ) throws(ActeRefuse) -> [Evenement] {
    try admettre(.rendezVousFixe)
    if let prevu = rendezVousPrevu {
      let quand = ouverts.calendrier.fuseau.phrase(prevu.debut)
      throw ActeRefuse(
        .dejaLa,
        prevu.estARenseigner(at: now)
          ? "Son rendez-vous du \(quand) est à renseigner d’abord : honoré, non honoré ou excusé."
          : "Elle a déjà un rendez-vous le \(quand) ; déplacez-le ou annulez-le.")
    }
    guard let linf else { throw ActeRefuse(.sansLinf, "Aucun LINF ne l’a : il faut d’abord l’orienter.") }
    let place = try place(souhait, ouverts, occupes, now: now)
    return [.rendezVousFixe(RendezVousPose(id: rendezVous.count + 1, linf: linf, place: place))]
  }

  /// A person moves it; where the demande has gone to another LINF meanwhile, that one gives a new one in its stead.
  package func deplacer(
    _ souhait: RendezVousSouhaite, _ ouverts: PostesOuverts, _ occupes: [PosteOccupe], now: Instant
  ) throws(ActeRefuse) -> [Evenement] {
    try admettre(.rendezVousDeplace)
    let prevu = try prevu()
    if prevu.estARenseigner(at: now) {
      throw ActeRefuse(
        .rendezVousPasse,
        "Son rendez-vous du \(ouverts.calendrier.fuseau.phrase(prevu.debut)) est passé : renseignez-le, puis fixez-en "
          + "un autre.")
    }
    guard let linf else { throw ActeRefuse(.sansLinf, "Aucun LINF ne l’a : il faut d’abord l’orienter.") }
    let place = try place(souhait, ouverts, occupes, now: now)
    if prevu.linf == linf {
      if prevu.place == place { throw ActeRefuse(.dejaLa, "Son rendez-vous est déjà là ; rien ne change.") }
      return [.rendezVousDeplace(RendezVousPose(id: prevu.id, linf: linf, place: place))]
    }
    return [
      .rendezVousAnnule(RendezVousVise(id: prevu.id)),
      .rendezVousFixe(RendezVousPose(id: rendezVous.count + 1, linf: linf, place: place)),
    ]
  }

  /// It is called off: by the family, which is excused, or by the LINF.
  package func annulerRendezVous(parLaFamille: Bool) throws(ActeRefuse) -> [Evenement] {
    try admettre(parLaFamille ? .rendezVousExcuse : .rendezVousAnnule)
    let vise = RendezVousVise(id: try prevu().id)
    return [parLaFamille ? .rendezVousExcuse(vise) : .rendezVousAnnule(vise)]
  }

  /// A person says what came of it.
  package func renseigner(_ resultat: ResultatRendezVous, in fuseau: Fuseau, now: Instant) throws(ActeRefuse)
    -> [Evenement]
  {
    let nature: NatureFait =
      switch resultat {
      case .honore: .rendezVousHonore
      case .nonHonore: .rendezVousNonHonore
      case .excuse: .rendezVousExcuse
      }
    try admettre(nature)
    let prevu = try prevu()
    // What is ahead can be called off, but nobody knows yet whether it will be kept.
    if resultat != .excuse, now < prevu.debut {
      throw ActeRefuse(
        .rendezVousAVenir,
        "Son rendez-vous est à venir, le \(fuseau.phrase(prevu.debut)) ; il se renseigne une fois commencé.")
    }
    let vise = RendezVousVise(id: prevu.id)
    return switch resultat {
    case .honore: [.rendezVousHonore(vise)]
    case .nonHonore: [.rendezVousNonHonore(vise)]
    case .excuse: [.rendezVousExcuse(vise)]
    }
  }

  private func prevu() throws(ActeRefuse) -> RendezVous {
    guard let prevu = rendezVousPrevu else {
      throw ActeRefuse(.sansRendezVous, "Elle n’a pas de rendez-vous prévu ; fixez-en un.")
    }
    return prevu
  }

  /// Where it can be put.
  private func place(
    _ souhait: RendezVousSouhaite, _ ouverts: PostesOuverts, _ occupes: [PosteOccupe], now: Instant
  ) throws(ActeRefuse) -> PlaceRendezVous {
    let fuseau = ouverts.calendrier.fuseau
    guard PlaceRendezVous.estSurLaGrille(debut: souhait.debut, duree: souhait.duree) else {
      throw ActeRefuse(
        .horsHoraires,
        "Un rendez-vous commence et dure par tranches de 5 minutes, et dure au plus "
          + "\(PlaceRendezVous.dureeMaximale / 60) heures.")
    }
    guard now < souhait.debut else {
      throw ActeRefuse(.rendezVousPasse, "Le \(fuseau.phrase(souhait.debut)) est passé ; choisissez un moment à venir.")
    }
    if souhait.mode == .telephone, !aUnTelephone {
      throw ActeRefuse(
        .sansTelephone,
        "Aucun téléphone de cette famille ne peut être appelé ; fixez-le sur place ou en visio, ou corrigez son numéro."
      )
    }
    let open = ouverts.postes(de: souhait.debut, a: souhait.fin)
    guard open > 0 || souhait.horsHoraires else {
      let jour = ouverts.calendrier.jour(fuseau.date(of: souhait.debut))
      throw ActeRefuse(
        .horsHoraires,
        "\(ouverts.calendrier.nom) ne donne pas de rendez-vous le \(fuseau.phrase(souhait.debut)) pour "
          + "\(souhait.duree) minutes" + (jour.raison.map { " : \($0.phrase)." } ?? "."))
    }
    // Outside its hours one adviser comes on purpose.
    guard let poste = ouverts.posteLibre(de: souhait.debut, a: souhait.fin, parmi: max(1, open), occupes) else {
      throw ActeRefuse(
        .complet,
        "Le \(fuseau.phrase(souhait.debut)) est pris : \(max(1, open) > 1 ? "tous les postes le sont" : "il n’y a qu’un poste")."
      )
    }
    return PlaceRendezVous(
      debut: souhait.debut, duree: souhait.duree, mode: souhait.mode, lieu: souhait.lieu, poste: poste,
      horsHoraires: open == 0, malgreFermeture: open == 0 && ouverts.estFerme(le: souhait.debut))
  }
}

extension Demande {
  /// The one that the last of these facts tells of.
  package func rendezVousDe(_ evenements: [Evenement]) -> RendezVous? {
    let id: Int? =
      switch evenements.last {
      case .rendezVousFixe(let pose), .rendezVousDeplace(let pose): pose.id
      case .rendezVousAnnule(let vise), .rendezVousExcuse(let vise), .rendezVousHonore(let vise),
        .rendezVousNonHonore(let vise):
        vise.id
      default: nil
      }
    return rendezVous.first { $0.id == id }
  }
}
