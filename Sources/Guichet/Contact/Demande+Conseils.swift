extension Demande {
  /// What an adviser should know before dialling, or do instead, French sentences.
  package var conseilsDAppel: [String] {
    let demandeur = formulaire.demandeur
    var conseils: [String] = []
    if let closeLe, let last = contacts.last, last.contact.sens == .entrant, closeLe <= last.enregistreLe {
      conseils.append(
        "La famille est revenue depuis la clôture, et la demande reste close : si elle attend une réponse, rouvrez-la par "
          + "« guichetctl demande rouvrir \(numero.texte) ».")
    }
    switch demandeur.rappel?.canal {
    case .ecritSeulement: conseils.append("La famille demande à n’être jointe que par écrit.")
    case .sms: conseils.append("La famille préfère un SMS.")
    case .courriel: conseils.append("La famille préfère un courriel.")
    case .telephone, nil: break
    }
    let numbers = numeros
    if let other = numbers.first(where: \.estAutreLecture), !other.estFaux {
      let why = numbers.contains { !$0.estAutreLecture } ? "est faux" : "ne peut être appelé en France"
      conseils.append("Le numéro saisi \(why) ; il peut être belge : composez le \(Telephone.compose(other.e164)).")
    }
    guard numbers.isEmpty || tousNumerosFaux else { return conseils }
    let lack = numbers.isEmpty ? "Aucun numéro ne peut être appelé" : "Tous ses numéros sont faux"
    if demandeur.courriel != nil {
      conseils.append("\(lack) : écrivez-lui un courriel.")
    } else if demandeur.adresse?.voie != nil {
      conseils.append("\(lack) : envoyez-lui la lettre de « guichetctl demande lettre \(numero.texte) ».")
    } else {
      conseils.append("\(lack), et elle n’a laissé ni courriel ni adresse postale entière.")
    }
    return conseils
  }
}
