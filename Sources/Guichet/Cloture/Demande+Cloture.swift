// How a demande ends, and begins again: each act gives the facts to record, or says why not.

extension Demande {
  /// A person closes it; on one that is closed already, corrects the reason.
  ///
  /// - Parameters:
  ///   - injoignable: what the rule of that reason says of it, see `peutEtreInjoignable(tentatives:fuseau:)`.
  ///   - sansNouvelle: the same, see `peutEtreSansNouvelle(_:at:)`; nil where nobody has looked.
  package func clore(
    _ motif: MotifCloture, note: String?, injoignable: Injoignable, sansNouvelle: SansNouvelle? = nil
  ) throws(ActeRefuse) -> [Evenement] {
    try admettreSansFusion()
    try admettreNonEffacee()
    try admettreMotif(motif, note, injoignable, sansNouvelle)
    guard let cloture else {
      try admettre(.cloture)
      return [.cloture(Cloture(motif: motif, note: note))]
    }
    try admettre(.motifCorrige)
    guard cloture.motif != motif || note != nil && cloture.note != note else {
      throw ActeRefuse(.dejaLa, "Elle est déjà close pour ce motif (\(motif.libelle)) ; rien ne change.")
    }
    return [.motifCorrige(Cloture(motif: motif, note: note))]
  }

  /// A person opens it again, and its clocks run from then on. Where the LINF that had it is no more, or nobody had it,
  /// the rules decide by what is in force now.
  package func rouvrir(
    motif: String, _ routeur: Routeur, _ jours: JoursDeRoutage, version: Int
  ) throws(ActeRefuse) -> [Evenement] {
    try admettreSansFusion()
    try admettre(.rouverte)
    return [.rouverte(Rouverte(motif: motif))] + routageALaReouverture(routeur, jours, version: version)
  }

  /// Where the rules send it once it is open again; nothing where its LINF is there still.
  func routageALaReouverture(_ routeur: Routeur, _ jours: JoursDeRoutage, version: Int) -> [Evenement] {
    guard linf == nil || !sonLinfEstConnu(de: routeur.referentiel) else { return [] }
    var open = self
    open.cloture = nil
    open.passe(a: open.etatDeSesFaits)
    guard let routed = open.reroutage(routeur, jours, version: version, cause: .agent) else { return [] }
    return [.routee(routed)]
  }

  /// A person writes something down about it.
  package func noter(_ texte: String) throws(ActeRefuse) -> [Evenement] {
    try admettre(.note)
    return [.note(NoteEcrite(texte: texte))]
  }

  /// The family asked to be left alone: no more relances or mails, no reason asked.
  package func taire() throws(ActeRefuse) -> [Evenement] {
    try admettre(.silence)
    guard !estSilencieuse else {
      throw ActeRefuse(.dejaLa, "La famille n’est déjà plus relancée ; rien ne change.")
    }
    return [.silence]
  }

  /// Some reasons are found by a rule, whatever a person thinks of it; one must name the other demande.
  private func admettreMotif(
    _ motif: MotifCloture, _ note: String?, _ injoignable: Injoignable, _ sansNouvelle: SansNouvelle?
  ) throws(ActeRefuse) {
    switch motif {
    case .injoignable:
      if case .non(let manque) = injoignable { throw ActeRefuse(.regle, manque) }
    case .sansNouvelle:
      if sansNouvelle == .oui { return }
      if case .non(let manque) = sansNouvelle { throw ActeRefuse(.regle, manque) }
      throw ActeRefuse(
        .regle,
        "« \(motif.libelle) » est constaté par la règle des relances restées sans réponse ; donnez un autre motif.")
    case .doublon:
      guard note != nil else {
        throw ActeRefuse(
          .regle,
          "Dites de quelle demande elle est le doublon, par une note ; ou fusionnez-la dans l’autre par « guichetctl "
            + "demande fusionner ».")
      }
    case .solutionTrouvee, .sansSolution:
      try admettreIssues(motif)
    case .informationDonnee, .sansSuite, .transmiseAutreCaf, .demenagement,
      .indesirable:
      return
    }
  }

  mutating func cloture(_ fact: Cloture, _ fait: Fait) {
    cloture = fact
    closeLe = fait.survenuLe
    // What was to come does not come any more.
    echeanceFixee = nil
    suspensionsPassees += suspensions.map { Pause(debut: $0.debut, fin: $0.fin ?? max($0.debut, fait.survenuLe)) }
    suspensions = []
    motifSuspension = nil
    escalades = []
  }

  mutating func rouvre(_ fait: Fait) {
    cloture = nil
    closeLe = nil
    rouverteLe = fait.survenuLe
  }
}
