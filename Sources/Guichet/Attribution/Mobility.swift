/// Whether the rules may move a demande, as it stands under a référentiel.
package enum Mobility: Hashable, Sendable {
  /// It waits, or the family has not been reached: the rules decide.
  case free
  /// A person put it where it is.
  case locked
  /// It is further on than « à contacter »: it stays with who knows the family.
  case advanced
  /// It is further on, at a LINF that the référentiel no longer has: nobody knows the family any more, the rules decide.
  case orphan
  /// A person gave it to a LINF that the référentiel no longer has: a person must choose anew.
  case lockLost
  /// It waits for that person; no rule chooses in their stead.
  case awaitsPerson
  /// Its corrected place would go elsewhere: it stays until a person has answered.
  case proposed

  /// - Parameters:
  ///   - linfEstConnu: the référentiel has the LINF that has it.
  ///   - attendUnePersonne: see `Demande.attendUnePersonne`.
  ///   - estProposee: see `Demande.proposition`.
  package init(
    etat: Etat, estVerrouillee: Bool, linfEstConnu: Bool, attendUnePersonne: Bool, estProposee: Bool = false
  ) {
    self =
      switch etat {
      case .aOrienter: attendUnePersonne ? .awaitsPerson : .free
      case .close: .advanced
      case .aContacter, .rendezVous, .enSuivi:
        switch (estVerrouillee, linfEstConnu) {
        case (true, let isKnown): isKnown ? .locked : .lockLost
        case (false, let isKnown) where etat == .aContacter: isKnown && estProposee ? .proposed : .free
        case (false, let isKnown): isKnown ? .advanced : .orphan
        }
      }
  }
}

extension Demande {
  /// A person gave it to a LINF that has left the référentiel since, and none has chosen anew.
  package var attendUnePersonne: Bool {
    linf == nil && raison == .sansLinf && routage?.decision.etapes.last?.code == .linfDisparu
  }

  /// - Parameter referentiel: nil where none is loaded, which says nothing of any LINF.
  package func mobility(in referentiel: Referentiel?) -> Mobility {
    Mobility(
      etat: etat, estVerrouillee: estVerrouillee, linfEstConnu: sonLinfEstConnu(de: referentiel),
      attendUnePersonne: attendUnePersonne, estProposee: proposition != nil)
  }

  /// True too where no LINF has it.
  func sonLinfEstConnu(de referentiel: Referentiel?) -> Bool {
    guard let linf, let referentiel else { return true }
    return referentiel.linf(linf) != nil
  }

  /// What the référentiel makes of it by itself; nil where it stays.
  package func suivre(_ routeur: Routeur, _ jours: JoursDeRoutage) -> Decision? {
    switch mobility(in: routeur.referentiel) {
    case .locked, .advanced, .awaitsPerson: nil
    case .free, .orphan: decider(routeur, jours)
    case .lockLost: deciderSansSonLinf(routeur, jours)
    case .proposed: accord(routeur, jours)
    }
  }

  /// Where the rules have come to give its corrected place to the LINF that has it, there is no answer left to give.
  private func accord(_ routeur: Routeur, _ jours: JoursDeRoutage) -> Decision? {
    let decision = decider(routeur, jours)
    return decision.linf == linf ? decision : nil
  }

  /// Its place resolved as ever, but no LINF: the one that a person chose is no more, or was not when it began to wait.
  /// What the rules would have done is only offered to the person who chooses.
  func deciderSansSonLinf(_ routeur: Routeur, _ jours: JoursDeRoutage) -> Decision {
    var decision = decider(routeur, jours)
    var candidats = decision.candidats
    if let linf = decision.linf, let code = decision.codeInsee {
      candidats = [
        CommuneCandidate(codeInsee: code, nom: routeur.referentiel?.nom(ofCommune: code) ?? code, linf: linf)
      ]
    }
    decision.issue = .aOrienter(.sansLinf, candidats: candidats, departement: nil)
    decision.marques.removeAll { $0 == .horsHabilitation }
    decision.marques.append(.linfRetire)
    decision.ajouter(Etape(.linfDisparu, linf ?? linfDisparu ?? ""))
    return decision
  }

  /// The LINF that had it by a person's choice, as its id was; nil unless it waits for that.
  private var linfDisparu: String? {
    guard attendUnePersonne, let last = routage?.decision.etapes.last else { return nil }
    return last.arguments.first
  }
}
