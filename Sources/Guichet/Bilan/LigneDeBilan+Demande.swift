extension LigneDeBilan {
  /// What a demande counts for, by the facts that made it what it is.
  ///
  /// - Parameters:
  ///   - horloges: of the hours by which delays are counted.
  ///   - tentatives: of the rule on families that cannot be reached.
  package init(_ demande: Demande, _ horloges: Horloges, tentatives: Int) {
    let fuseau = horloges.heures.fuseau
    let reponses = demande.reponses(horloges, tentatives: tentatives)
    let contacts = demande.contacts
    numero = demande.numero
    mois = fuseau.date(of: demande.recueLe).mois
    recueLe = demande.recueLe
    origine = demande.formulaire.origine
    canal = demande.formulaire.demandeur.rappel?.canal
    codeInsee = demande.codeInsee
    linf = demande.linf
    raison = demande.raison
    var passages: [String] = []
    for attribution in demande.attributions {
      if let vers = attribution.vers, vers != demande.linf, !passages.contains(vers) { passages.append(vers) }
    }
    self.passages = passages
    sorties = demande.sorties
    debut = demande.formulaire.besoin.debut
    estHorsHabilitation = demande.marques.contains(.horsHabilitation)
    etat = demande.etat
    motif = demande.cloture?.motif
    estAbsorbee = demande.cloture?.motif == .doublon
    tentee = reponses[.tentee]
    repondue = reponses[.repondue]
    injoignable = reponses[.injoignable]
    contactsSortants = contacts.count { $0.contact.sens == .sortant }
    contactsEntrants = contacts.count - contactsSortants
    contactsPourRepondre = repondue.map { answer in
      contacts.count { $0.contact.sens == .sortant && $0.survenuLe <= answer.le }
    }
    rendezVous = demande.rendezVous.map { RendezVousCompte(statut: $0.statut, fin: $0.fin) }
    souhaites = demande.formulaire.besoin.modes
    besoin = BesoinParticulier(demande.formulaire.besoin)
    enfants = demande.enfantsDeBilan(fuseau)
  }

  /// Where it stands as to its answer: one class each, so that they add up to what was received.
  var suite: SuiteDonnee {
    if estAbsorbee { return .doublon }
    if repondue != nil { return .repondue }
    if injoignable != nil { return .injoignable }
    if etat == .close { return .closeSansReponse }
    return linf == nil ? .aOrienter : .enAttente
  }
}

/// What became of a demande as to its answer.
package enum SuiteDonnee: String, CodeLibelle {
  case repondue
  case injoignable
  /// With a LINF, which has not answered yet.
  case enAttente
  case aOrienter
  /// Closed for another reason before anybody answered.
  case closeSansReponse
  /// Answered under another numero.
  case doublon

  package var libelle: String {
    switch self {
    case .repondue: "répondues"
    case .injoignable: "familles injoignables"
    case .enAttente: "en attente de réponse"
    case .aOrienter: "à orienter"
    case .closeSansReponse: "closes sans réponse"
    case .doublon: "doublons, répondues sous un autre numéro"
    }
  }

  /// For the head of a column.
  var court: String {
    switch self {
    case .repondue: "répondues"
    case .injoignable: "injoignables"
    case .enAttente: "en attente"
    case .aOrienter: "à orienter"
    case .closeSansReponse: "sans réponse"
    case .doublon: "doublons"
    }
  }

  /// The same of a single demande.
  package var libelleDUne: String {
    switch self {
    case .repondue: "répondue"
    case .injoignable: "famille injoignable"
    case .enAttente: "en attente de réponse"
    case .aOrienter: "à orienter"
    case .closeSansReponse: "close sans réponse"
    case .doublon: "doublon, répondue sous un autre numéro"
    }
  }
}
