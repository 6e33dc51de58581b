import StrictJSON

extension Examinateur {
  /// - Parameter demandeur: with the phone and e-mail read before.
  mutating func rappel(_ parent: inout LecteurObjet, _ demandeur: Demandeur) -> Rappel? {
    guard var objet = parent.objet(.rappel, &recueil) else { return nil }
    var rappel = Rappel()
    rappel.canal = canal(&objet, demandeur)
    rappel.creneaux = creneaux(&objet)
    objet.signalerInconnues(&recueil)
    return rappel.isEmpty ? nil : rappel
  }

  /// A way to call back that the form gives no number or address for is none.
  private mutating func canal(_ objet: inout LecteurObjet, _ demandeur: Demandeur) -> Rappel.Canal? {
    guard let canal = objet.code("canal", Rappel.Canal.self, &recueil), let value = objet.json["canal"] else {
      return nil
    }
    switch canal {
    case .telephone, .sms:
      if demandeur.telephone?.e164 != nil { return canal }
      recueil.anomalie(
        objet.chemin("canal"), value,
        "La famille veut être jointe par téléphone, et n’a pas donné de numéro qui convienne.")
      return nil
    case .courriel:
      if demandeur.courriel != nil { return canal }
      recueil.anomalie(
        objet.chemin("canal"), value,
        "La famille veut être jointe par courriel, et n’a pas donné d’adresse qui convienne.")
      return nil
    case .ecritSeulement: return canal
    }
  }

  private mutating func creneaux(_ parent: inout LecteurObjet) -> [Rappel.Creneau] {
    guard var liste = parent.liste(.creneaux, max: 28, &recueil) else { return [] }
    var creneaux: [Rappel.Creneau] = []
    while let (element, chemin) = liste.next() {
      guard let creneau = creneau(element, at: chemin) else { continue }
      if creneaux.contains(creneau) {
        repetition(at: chemin, element)
      } else {
        creneaux.append(creneau)
      }
    }
    return creneaux
  }

  /// A créneau with a fault is dropped whole: without its day, « Monday evening » would mean every evening.
  private mutating func creneau(_ element: JSON, at chemin: Chemin) -> Rappel.Creneau? {
    guard element.kind == .object else {
      recueil.anomalie(chemin, element, Attendu.objet.message(pas: element))
      return nil
    }
    let before = recueil.nombreAnomalies
    var objet = LecteurObjet(element, .creneaux, index: chemin.index)
    let jour = objet.code("jour", JourDeSemaine.self, &recueil)
    let moment = objet.code("moment", Rappel.Moment.self, &recueil)
    objet.signalerInconnues(&recueil)
    guard recueil.nombreAnomalies == before else { return nil }
    guard jour != nil || moment != nil else {
      recueil.anomalie(chemin, element, "Ce créneau ne dit ni jour ni moment ; donnez l’un des deux, ou ôtez-le.")
      return nil
    }
    return Rappel.Creneau(jour: jour, moment: moment)
  }

  /// Said twice, meant once: kept once.
  mutating func repetition(at chemin: Chemin, _ json: JSON) {
    recueil.avertissement(
      chemin, json, "Cet élément répète un autre de la liste ; il n’est retenu qu’une fois.")
  }
}
