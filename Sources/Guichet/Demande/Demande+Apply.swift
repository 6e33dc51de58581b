extension Demande {
  /// What the demande is once that fact has happened.
  ///
  /// - Parameter demande: what it was before; nil for the fact that begins it.
  /// - Throws: `TransitionRefusee` when the life cycle's table does not allow it.
  package static func apply(_ fait: Fait, to demande: Demande?) throws(TransitionRefusee) -> Demande {
    guard var demande else {
      guard Transition.line(of: fait.nature)?.allows(from: nil) == true, case .recue(let recue) = fait.evenement,
        let numero = fait.numero
      else { throw TransitionRefusee(nature: fait.nature, etat: nil) }
      return Demande(numero: numero, recueLe: fait.enregistreLe, deposeeLe: fait.survenuLe, recue: recue)
    }
    try demande.applique(fait)
    return demande
  }

  /// The same in place, without a copy, for whoever replays many facts; what it throws leaves it as it was.
  package mutating func applique(_ fait: Fait) throws(TransitionRefusee) {
    guard let line = Transition.line(of: fait.nature), line.allows(from: etat), effaceeLe == nil else {
      throw TransitionRefusee(nature: fait.nature, etat: etat, possibles: effaceeLe == nil ? nil : [])
    }
    switch fait.evenement {
    case .routee(let routee): route(routee, fait)
    case .attribuee(let attribuee): attribue(attribuee, fait)
    case .declinee(let declinee): decline(declinee, fait)
    case .corrigee(let corrigee): corrige(corrigee)
    case .transfertPrevu(let prevu):
      transfertLe = prevu.le
      transfertVers = prevu.vers
    case .transfertAbandonne: transfertLe = nil
    case .prise(let fact): prise = Prise(agent: fait.auteur, jusqua: fact.jusqua)
    case .laissee: prise = nil
    case .saisie: estSaisie = true
    case .contact(let contact): contacte(contact, fait)
    case .contactAnnule(let annule): oublie(annule)
    case .cloture(let fact): self.cloture(fact, fait)
    case .motifCorrige(let corrigee): cloture = corrigee
    case .rouverte: rouvre(fait)
    case .note(let note): notes.append(Demande.Note(seq: fait.seq, le: fait.survenuLe, texte: note.texte))
    case .silence: estSilencieuse = true
    case .echeanceFixee(let fixee): echeanceFixee = fixee.le == nil ? nil : fixee
    case .suspendue(let suspendue): suspend(suspendue, fait)
    case .reprise: reprend(fait)
    case .escalade(let escalade): escalades.append(escalade)
    case .rendezVousFixe(let fact), .rendezVousDeplace(let fact): pose(fact, fait)
    case .rendezVousAnnule(let vise): acheve(vise, .annule, fait)
    case .rendezVousExcuse(let vise): acheve(vise, .excuse, fait)
    case .rendezVousHonore(let vise): acheve(vise, .honore, fait)
    case .rendezVousNonHonore(let vise): acheve(vise, .nonHonore, fait)
    case .solution(let notee): trouve(notee, fait)
    case .solutionAnnulee(let fact): annule(fact)
    case .enfantConfirme(let fact): confirme(fact)
    case .enfantAjoute(let ajoute): formulaire.enfants.append(ajoute.enfant)
    case .enfantRetire(let retire): enfantsRetires.insert(retire.enfant)
    case .rappelRendezVous(let rappel): rappelsDeRendezVous.append(rappel)
    case .fusionnee(let fusionnee): fusionne(fusionnee, fait)
    case .defusionnee: defusionne(fait)
    case .effacee: efface(fait)
    case .recue, .rejet, .rejetRejoue, .referentielCharge, .rattachementsChanges, .pieceAjoutee, .preuveScellee,
      .rejetExpire, .registreRestaure, nil:
      throw TransitionRefusee(nature: fait.nature, etat: etat)
    }
    passe(a: etatDeSesFaits)
    libereLeRendezVous(fait)
  }

  private mutating func route(_ routee: Routee, _ fait: Fait) {
    let decision = routee.decision
    let isSame = routage != nil && decision.linf == linf && decision.raison == raison && !estVerrouillee
    if !isSame {
      var regle: Regle?
      if case .linf(_, let found) = decision.issue { regle = found }
      note(.automatique(routee.cause, regle), vers: decision.linf, decision.raison, routee.version, fait)
    }
    routage = routee
    codeInsee = decision.codeInsee
    proposition = nil
    marquesDAttribution = decision.marques
    if decision.linf != nil { exclusions = [] }
    move(to: decision.linf, decision.raison, fait)
    estVerrouillee = false
    if routee.cause == .transfert { transfertLe = nil }
  }

  private mutating func attribue(_ attribuee: Attribuee, _ fait: Fait) {
    note(.manuel(motif: attribuee.motif), vers: attribuee.linf, nil, attribuee.version, fait)
    marquesDAttribution = attribuee.marques
    move(to: attribuee.linf, nil, fait)
    estVerrouillee = true
    // What a person decides now stands against what was planned or proposed before.
    transfertLe = nil
    proposition = nil
  }

  private mutating func decline(_ declinee: Declinee, _ fait: Fait) {
    note(.decline(declinee.raison, note: declinee.note), vers: nil, .decline, declinee.version, fait)
    if let rattachement = declinee.rattachement {
      exclusions.append(Exclusion(linf: declinee.linf, rattachement: rattachement))
    }
    // What a person decided says nothing of the table, nor what a corrected place has overtaken.
    if !estVerrouillee, proposition == nil, !marquesDAttribution.contains(.tableAVerifier) {
      marquesDAttribution.append(.tableAVerifier)
    }
    move(to: nil, .decline, fait)
    estVerrouillee = false
    proposition = nil
  }

  private mutating func note(
    _ mode: Attribution.Mode, vers: String?, _ raison: RaisonAOrienter?, _ version: Int, _ fait: Fait
  ) {
    attributions.append(
      Attribution(
        mode: mode, de: linf, vers: vers, raison: raison, version: version, le: fait.enregistreLe, seq: fait.seq,
        auteur: fait.auteur))
  }

  /// With another LINF it is new again; where nobody has it, it waits.
  private mutating func move(to target: String?, _ reason: RaisonAOrienter?, _ fait: Fait) {
    if target != linf {
      if let linf { departs[linf] = fait.enregistreLe }
      if let target { departs[target] = nil }
      linf = target
      depuis = fait.enregistreLe
      depuisSeq = fait.seq
      transfertLe = nil
      prise = nil
      escalades = []
      rendezVousHonoreLe = nil
      rendezVousPerduLe = nil
    }
    raison = reason
  }
}

extension Transition {
  /// The nature may happen in that état (nil: the demande has not begun).
  package func allows(from etat: Etat?) -> Bool {
    if let etat { depuis.contains(etat) } else { depuis.isEmpty }
  }
}
