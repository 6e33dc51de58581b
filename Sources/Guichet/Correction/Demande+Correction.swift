// What a correction does to where a demande stands: the rules read its place again, and a person decides whether it follows.

extension Demande {
  /// A person corrects its form.
  ///
  /// Where the place changes, or whether the family can be reached, the rules decide again: at once while it waits, and
  /// where they give it to the LINF that has it; else what they say is only proposed. Where it waits for a person to choose
  /// its LINF anew, it keeps waiting.
  package func corriger(
    _ correction: Correction, _ routeur: Routeur, _ jours: JoursDeRoutage, version: Int
  ) throws(ActeRefuse) -> [Evenement] {
    try admettre(.corrigee)
    var corrected = self
    corrected.formulaire = correction.applied(to: formulaire)
    guard correction.changesPlace || corrected.formulaire.isReachable != formulaire.isReachable else {
      return [.corrigee(Corrigee(correction: correction))]
    }
    // A person is to choose its LINF: its commune follows the place, and the rules still do not choose.
    let decision =
      attendUnePersonne ? corrected.deciderSansSonLinf(routeur, jours) : corrected.decider(routeur, jours)
    let routee = routee(decision, version, .correction)
    if linf == nil || linf == decision.linf && !estVerrouillee {
      return [.corrigee(Corrigee(correction: correction)), .routee(routee)]
    }
    return [.corrigee(Corrigee(correction: correction, propose: routee))]
  }

  /// A person lets it go where the rules would send it since its place was corrected: by the référentiel and the day of
  /// now, whatever they were when it was proposed.
  package func accepter(_ routeur: Routeur, _ jours: JoursDeRoutage, version: Int) throws(ActeRefuse) -> [Evenement] {
    try admettre(.routee)
    try admettreUneReponse()
    return [.routee(routee(decider(routeur, jours), version, .acceptation))]
  }

  /// A person keeps it at the LINF that has it, although its corrected place goes elsewhere, and locks it there.
  package func garder(motif: String, version: Int) throws(ActeRefuse) -> [Evenement] {
    try admettre(.attribuee)
    let linf = try admettreUneReponse()
    let marques = marquesDAttribution.filter { $0 == .aVerifier || $0 == .horsHabilitation }
    return [.attribuee(Attribuee(linf: linf, motif: motif, version: version, marques: marques))]
  }

  /// - Returns: the LINF that has it while it is proposed elsewhere.
  @discardableResult
  private func admettreUneReponse() throws(ActeRefuse) -> String {
    guard proposition != nil, let linf else {
      throw ActeRefuse(.sansProposition, "Aucun autre routage n’est proposé pour elle ; rien ne change.")
    }
    return linf
  }

  mutating func corrige(_ corrigee: Corrigee) {
    formulaire = corrigee.correction.applied(to: formulaire)
    guard let propose = corrigee.propose else { return }
    codeInsee = propose.decision.codeInsee
    proposition = propose.decision.linf == linf ? nil : propose
    // It was to follow the commune that it had.
    if proposition != nil { transfertLe = nil }
  }
}

extension Correction {
  /// Whether it changes what routing reads.
  fileprivate var changesPlace: Bool { adresse != .garde || lieu != .garde }
}
