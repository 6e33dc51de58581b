// What persons and rules do about where a demande stands: each gives the facts to record, or says why not.

extension Demande {
  /// A person gives it to a LINF, and locks it there.
  ///
  /// - Parameters:
  ///   - version: the référentiel in force.
  ///   - isHabilite: whether the LINF had the right to receive it on its filing day.
  package func attribuer(
    a linf: Linf, motif: String, version: Int, isHabilite: Bool
  ) throws(ActeRefuse) -> [Evenement] {
    try admettre(.attribuee)
    if linf.id == self.linf, estVerrouillee, proposition == nil {
      throw ActeRefuse(.dejaLa, "Elle est déjà à \(linf.designation), par la décision d’une personne.")
    }
    let marques = marquesDAttribution.filter { $0 == .aVerifier } + (isHabilite ? [] : [.horsHabilitation])
    return [.attribuee(Attribuee(linf: linf.id, motif: motif, version: version, marques: marques))]
  }

  /// The LINF that has it declines it.
  package func decliner(
    _ raison: RaisonDeclin, note: String?, _ routeur: Routeur, _ jours: JoursDeRoutage, version: Int
  ) throws(ActeRefuse) -> [Evenement] {
    guard let linf else {
      throw ActeRefuse(.sansLinf, "Aucun LINF ne l’a : il n’y a rien à décliner, il faut l’orienter.")
    }
    try admettre(.declinee)
    let decision = decider(routeur, jours)
    return [
      .declinee(
        Declinee(
          linf: linf, raison: raison, note: note,
          rattachement: decision.linf == linf ? decision.rattachement : nil, version: version))
    ]
  }

  /// A person gives it back to the rules.
  package func rendreAuxRegles(_ routeur: Routeur, _ jours: JoursDeRoutage, version: Int) throws(ActeRefuse)
    -> [Evenement]
  {
    try admettre(.attribuee)
    let decision = decider(routeur, jours)
    if !estVerrouillee, !attendUnePersonne, proposition == nil, decision.linf == linf, decision.raison == raison {
      throw ActeRefuse(.dejaLa, "Les règles l’ont déjà mise où elle est ; rien ne change.")
    }
    return [.routee(routee(decision, version, .agent))]
  }

  /// A person lists it to follow its commune on that day to the LINF that was shown, although it is further on.
  package func prevoirTransfert(le jour: DateCivile, vers linf: String) throws(ActeRefuse) -> [Evenement] {
    try admettre(.transfertPrevu)
    guard transfertLe != jour || transfertVers != linf else {
      throw ActeRefuse(.dejaLa, "Son transfert à \(linf) est déjà prévu le \(jour.francaise).")
    }
    return [.transfertPrevu(TransfertPrevu(le: jour, vers: linf))]
  }

  /// The decision of the rules that would move it or change why it waits; nil where it stays as it is, see `Mobility`.
  package func reroutage(
    _ routeur: Routeur, _ jours: JoursDeRoutage, version: Int, cause: CauseRoutage
  ) -> Routee? {
    guard let decision = suivre(routeur, jours) else { return nil }
    let previous = routage?.decision
    let isSame =
      proposition == nil && decision.linf == linf && decision.raison == raison
      && (linf != nil
        || decision.candidats == previous?.candidats && decision.codeInsee == previous?.codeInsee
          && decision.departement == previous?.departement)
    return isSame ? nil : routee(decision, version, cause)
  }

  /// What becomes of its planned transfer once its day has come: it goes, wherever it stands, just where a person was
  /// shown that it would; else it stays, and the plan is dropped. Nil where none is due.
  package func transfert(_ routeur: Routeur, _ jours: JoursDeRoutage, version: Int) -> Evenement? {
    guard let le = transfertLe, le <= jours.decision else { return nil }
    let decision = decider(routeur, jours)
    guard let vers = transfertVers, decision.linf == vers else {
      return .transfertAbandonne(TransfertAbandonne(le: le, vers: transfertVers, version: version))
    }
    return .routee(routee(decision, version, .transfert))
  }

  /// What the rules decide for it; a LINF that declined it is spared while the same rattachement gives it the place.
  package func decider(_ routeur: Routeur, _ jours: JoursDeRoutage) -> Decision {
    var decision = routeur.decider(formulaire: formulaire, jour: jours.decision, jourDepot: jours.depot)
    guard let linf = decision.linf,
      exclusions.contains(where: { $0.linf == linf && $0.rattachement == decision.rattachement })
    else { return decision }
    decision.issue = .aOrienter(.decline, candidats: [], departement: nil)
    decision.marques.append(.tableAVerifier)
    decision.ajouter(Etape(.linfDecline, routeur.referentiel?.linf(linf)?.designation ?? linf))
    return decision
  }

  /// A decision to record, with whether it leaves the demande where it is.
  func routee(_ decision: Decision, _ version: Int, _ cause: CauseRoutage) -> Routee {
    Routee(decision: decision, version: version, cause: cause, reste: routage != nil && decision.linf == linf)
  }

  func admettre(_ nature: NatureFait) throws(ActeRefuse) {
    try admettreNonEffacee()
    guard let line = Transition.line(of: nature), line.allows(from: etat) else {
      throw ActeRefuse(
        .transition, TransitionRefusee(nature: nature, etat: etat, possibles: actesPossibles).message)
    }
  }

  /// What a person could do with it now: of what its état allows, what would not be refused a moment later.
  var actesPossibles: [NatureFait] {
    Transition.possible(from: etat).filter { nature in
      switch nature {
      case .recue, .routee, .saisie, .escalade, .rappelRendezVous, .transfertPrevu, .transfertAbandonne, .effacee: false
      case .laissee: prise != nil
      case .contactAnnule: !contacts.isEmpty
      case .rendezVousFixe: rendezVousPrevu == nil
      case .rendezVousDeplace, .rendezVousAnnule, .rendezVousExcuse, .rendezVousHonore, .rendezVousNonHonore:
        rendezVousPrevu != nil
      case .suspendue: !estSuspendue
      case .reprise: estSuspendue
      case .silence: !estSilencieuse
      case .solutionAnnulee: issues.contains { !$0.estAnnulee }
      case .rouverte, .motifCorrige: fusionneeDans == nil
      case .defusionnee: fusionneeDans != nil
      default: true
      }
    }
  }
}

/// The days that routing looks at, in the Caf's time zone.
package struct JoursDeRoutage: Hashable, Sendable {
  /// Whose rattachements count.
  package let decision: DateCivile
  /// On which the family filed, whose habilitations count.
  package let depot: DateCivile

  package init(decision: DateCivile, depot: DateCivile) {
    self.decision = decision
    self.depot = depot
  }
}
