extension Demande {
  /// What the demande is once that fact has happened.
  ///
  /// - Parameter demande: what it was before; nil for the fact that begins it.
  /// - Throws: `TransitionRefusee` when the life cycle's table does not allow it.
  package static func apply(_ fait: Fait, to demande: Demande?) throws(TransitionRefusee) -> Demande {
    guard let line = Transition.line(of: fait.nature), line.allows(from: demande?.etat) else {
      throw TransitionRefusee(nature: fait.nature, etat: demande?.etat)
    }
    guard var demande else {
      guard case .recue(let recue) = fait.evenement, let numero = fait.numero else {
        throw TransitionRefusee(nature: fait.nature, etat: nil)
      }
      return Demande(numero: numero, recueLe: fait.enregistreLe, deposeeLe: fait.survenuLe, recue: recue)
    }
    switch fait.evenement {
    case .routee(let routee): demande.route(routee, fait)
    case .attribuee(let attribuee): demande.attribue(attribuee, fait)
    case .declinee(let declinee): demande.decline(declinee, fait)
    case .corrigee(let corrigee): demande.corrige(corrigee)
    case .transfertPrevu(let prevu):
      demande.transfertLe = prevu.le
      demande.transfertVers = prevu.vers
    case .transfertAbandonne: demande.transfertLe = nil
    case .prise(let prise): demande.prise = Prise(agent: fait.auteur, jusqua: prise.jusqua)
    case .laissee: demande.prise = nil
    case .saisie: demande.estSaisie = true
    case .contact(let contact): demande.contacte(contact, fait)
    case .contactAnnule(let annule): demande.oublie(annule)
    case .cloture(let cloture): demande.cloture(cloture, fait)
    case .motifCorrige(let cloture): demande.cloture = cloture
    case .rouverte: demande.rouvre(fait)
    case .note(let note): demande.notes.append(Demande.Note(seq: fait.seq, le: fait.survenuLe, texte: note.texte))
    case .silence: demande.estSilencieuse = true
    case .echeanceFixee(let fixee): demande.echeanceFixee = fixee.le == nil ? nil : fixee
    case .suspendue(let suspendue): demande.suspend(suspendue, fait)
    case .reprise: demande.reprend(fait)
    case .escalade(let escalade): demande.escalades.append(escalade)
    case .rendezVousFixe(let pose), .rendezVousDeplace(let pose): demande.pose(pose, fait)
    case .rendezVousAnnule(let vise): demande.acheve(vise, .annule, fait)
    case .rendezVousExcuse(let vise): demande.acheve(vise, .excuse, fait)
    case .rendezVousHonore(let vise): demande.acheve(vise, .honore, fait)
    case .rendezVousNonHonore(let vise): demande.acheve(vise, .nonHonore, fait)
    case .solution(let notee): demande.trouve(notee, fait)
    case .solutionAnnulee(let annulee): demande.annule(annulee)
    case .enfantConfirme(let confirme): demande.confirme(confirme)
    case .enfantAjoute(let ajoute): demande.formulaire.enfants.append(ajoute.enfant)
    case .enfantRetire(let retire): demande.enfantsRetires.insert(retire.enfant)
    case .rappelRendezVous(let rappel): demande.rappelsDeRendezVous.append(rappel)
    case .fusionnee(let fusionnee): demande.fusionne(fusionnee, fait)
    case .defusionnee: demande.defusionne(fait)
    case .recue, .rejet, .rejetRejoue, .referentielCharge, .rattachementsChanges, .pieceAjoutee, .preuveScellee,
      .rejetExpire, .registreRestaure, nil:
      throw TransitionRefusee(nature: fait.nature, etat: demande.etat)
    }
    demande.passe(a: demande.etatDeSesFaits)
    demande.libereLeRendezVous(fait)
    return demande
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
