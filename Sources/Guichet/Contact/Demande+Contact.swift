// Contacts with the family: each act gives the facts to record, or says why not.

extension Demande {
  /// A person enters a contact, now or afterwards; who had the demande in hand to make it has it no more.
  ///
  /// - Parameters:
  ///   - survenuLe: never to come, nor before the family filed its demande.
  ///   - now: of the entry.
  package func noter(
    _ contact: Contact, survenuLe: Instant, par agent: Int64, at now: Instant, fuseau: Fuseau
  ) throws(ActeRefuse) -> [Evenement] {
    try admettre(.contact)
    guard etat != .close || contact.sens == .entrant else {
      throw ActeRefuse(
        .transition,
        "Une demande « \(etat.libelle) » n’admet que les contacts venus de la famille (--entrant) ; pour la contacter, "
          + "rouvrez-la d’abord par « guichetctl demande rouvrir ».")
    }
    guard survenuLe <= now else {
      throw ActeRefuse(
        .incoherent,
        "Un contact a eu lieu avant d’être noté, et \(fuseau.phrase(survenuLe)) est à venir ; corrigez le moment.")
    }
    let filed = min(deposeeLe, recueLe)
    guard survenuLe >= filed else {
      throw ActeRefuse(
        .incoherent,
        "La famille a déposé sa demande \(fuseau.phrase(filed)) ; un contact ne peut être d’avant, corrigez le moment.")
    }
    try admettre(contact, survenuLe: survenuLe, fuseau)
    var contact = contact
    if contact.canal.composeUnNumero, contact.sens == .sortant, contact.numeroAppele == nil {
      contact = contact.avec(numeroAppele: numeros.first?.e164)
      guard contact.numeroAppele != nil else {
        throw ActeRefuse(
          .incoherent,
          "Aucun numéro de cette famille ne peut être appelé : donnez celui qui l’a été, ou notez un courriel ou un courrier."
        )
      }
    }
    let facts: [Evenement] = [.contact(contact)]
    guard let prise, prise.agent == agent, prise.court(at: now) else { return facts }
    return facts + [.laissee(Laissee(agent: agent))]
  }

  private func admettre(_ contact: Contact, survenuLe: Instant, _ fuseau: Fuseau) throws(ActeRefuse) {
    guard contact.resultat.convient(a: contact.canal, contact.sens) else {
      let possible = ResultatContact.allCases.filter { $0.convient(a: contact.canal, contact.sens) }
      throw ActeRefuse(
        .incoherent,
        "Un contact \(contact.sens.libelle) par \(contact.canal.libelle) ne peut être « \(contact.resultat.libelle) » ; "
          + "sont possibles : \(possible.map { "« \($0.libelle) »" }.joined(separator: ", ")).")
    }
    guard contact.themes.isEmpty || contact.resultat == .joint else {
      throw ActeRefuse(
        .incoherent, "Seule une famille jointe a été informée ; ôtez les thèmes, ou notez-la « joint ».")
    }
    guard let moment = contact.aRappelerLe else {
      guard contact.resultat != .aRappeler else {
        throw ActeRefuse(.incoherent, "Il manque le moment pour lequel la famille demande à être rappelée.")
      }
      return
    }
    guard moment > survenuLe else {
      throw ActeRefuse(.incoherent, "Le rappel demandé \(fuseau.phrase(moment)) précède le contact ; corrigez-le.")
    }
    guard moment <= survenuLe.advanced(bySeconds: 366 * 86_400) else {
      throw ActeRefuse(.incoherent, "Le rappel demandé \(fuseau.phrase(moment)) est dans plus d’un an ; corrigez-le.")
    }
  }

  /// Who entered the last contact takes it back, on the day on which it was entered: later it is the history that others
  /// have worked by.
  package func annulerContact(
    _ seq: Int64, par agent: Int64, at now: Instant, fuseau: Fuseau
  ) throws(ActeRefuse) -> [Evenement] {
    try admettre(.contactAnnule)
    guard let last = contacts.last, last.seq == seq else {
      throw ActeRefuse(.incoherent, "Ce n’est pas son dernier contact ; seul le dernier peut être annulé.")
    }
    guard last.auteur == agent else {
      throw ActeRefuse(.incoherent, "Une autre personne a noté ce contact ; elle seule peut l’annuler.")
    }
    guard fuseau.date(of: last.enregistreLe) == fuseau.date(of: now) else {
      throw ActeRefuse(.incoherent, "Ce contact n’a pas été noté aujourd’hui ; il ne peut plus être annulé.")
    }
    return [.contactAnnule(ContactAnnule(seq: seq))]
  }

  mutating func contacte(_ contact: Contact, _ fait: Fait) {
    contacts.append(
      ContactNote(
        contact: contact, seq: fait.seq, survenuLe: fait.survenuLe, enregistreLe: fait.enregistreLe,
        auteur: fait.auteur, linf: linf))
    // In suivi a contact is the step that a person set for then; one that is made long before leaves it to come.
    if etat == .enSuivi, let le = echeanceFixee?.le, le.advanced(bySeconds: -86_400) <= fait.survenuLe {
      echeanceFixee = nil
    }
  }

  mutating func oublie(_ annule: ContactAnnule) {
    contacts.removeAll { $0.seq == annule.seq }
  }
}

extension Contact {
  func avec(numeroAppele: String?) -> Contact {
    Contact(
      sens: sens, canal: canal, resultat: resultat, themes: themes, note: note, aRappelerLe: aRappelerLe,
      numeroAppele: numeroAppele)
  }
}
