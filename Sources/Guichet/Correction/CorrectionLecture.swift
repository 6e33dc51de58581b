package import StrictJSON

/// A correction that cannot be taken: every fault, in document order. Nothing is changed.
package struct CorrectionRefusee: Error, Hashable, Sendable {
  package let erreurs: [Constat]

  package init(_ erreurs: [Constat]) {
    self.erreurs = erreurs
  }
}

extension Correction {
  /// Reads what a person typed, in the shape of a form with only the fields to change, by the form's own rules.
  ///
  /// - Parameters:
  ///   - json: `demandeur` (`telephone`, `courriel`, `adresse`), `enfants` (`rang` and its date), `besoin` (`lieu`,
  ///     `debut`); null empties a field.
  ///   - formulaire: what it corrects.
  ///   - now: dates are judged against it.
  /// - Throws: every fault at once; also where nothing would change.
  package init(_ json: JSON, of formulaire: Formulaire, now: Instant) throws(CorrectionRefusee) {
    var examinateur = Examinateur(recueLe: now, recueil: Recueil())
    let typed = examinateur.correction(json, enfants: formulaire.enfants.count)
    let recueil = examinateur.recueil
    var faults = recueil.erreursRangees()
    faults += recueil.anomaliesRangees().map { Constat(chemin: $0.chemin, message: $0.message) }
    if faults.isEmpty, recueil.estSuspect, let masquage = Masquage(json) {
      faults += masquage.constats.map { constat in
        Constat(
          chemin: constat.1.chemin,
          message: "Ce texte contient un numéro personnel (sécurité sociale ou allocataire) ; ôtez-le.")
      }
    }
    self = typed.reduced(to: formulaire)
    if faults.isEmpty, isEmpty {
      faults.append(Constat(chemin: "", message: "La correction ne change rien à ce que dit la demande."))
    }
    guard faults.isEmpty else { throw CorrectionRefusee(faults) }
  }
}

extension Examinateur {
  /// Reads the fields that may be corrected; any other is a fault.
  fileprivate mutating func correction(_ json: JSON, enfants count: Int) -> Correction {
    var correction = Correction()
    guard json.kind == .object else {
      recueil.erreur("", rang: 0, "Une correction est un objet { … } ; ce document n’en est pas un.")
      return correction
    }
    for duplicate in json.duplicateKeys {
      recueil.erreur(
        TexteMontre.of(duplicate.pointer.description), rang: duplicate.position.offset,
        "Cette clé est donnée deux fois dans le même objet ; n’en gardez qu’une.")
    }
    var racine = LecteurObjet(json, .racine)
    refuserLesAutres(racine, ["demandeur", "enfants", "besoin"])
    if var objet = racine.objet(.demandeur, &recueil) {
      refuserLesAutres(objet, ["telephone", "courriel", "adresse"])
      if let champ = champ("telephone", in: objet, telephone(&objet)) { correction.telephone = champ }
      if let champ = champ("courriel", in: objet, courriel(&objet)) { correction.courriel = champ }
      if let champ = champ("adresse", in: objet, adresse(&objet, .adresse)) { correction.adresse = champ }
    }
    if var objet = racine.objet(.besoin, &recueil) {
      refuserLesAutres(objet, ["lieu", "debut"])
      if let champ = champ("lieu", in: objet, adresse(&objet, .lieu)) { correction.lieu = champ }
      if let champ = champ("debut", in: objet, debut(&objet)) { correction.debut = champ }
    }
    correction.enfants = etapesParRang(&racine, count)
    return correction
  }

  /// Nil where the field is not named; one that is named and came to nothing is emptied, by null or by a blank text.
  private func champ<Value>(_ cle: String, in objet: LecteurObjet, _ value: Value?) -> Correction.Champ<Value>? {
    objet.json[cle] == nil ? nil : .devient(value)
  }

  private mutating func debut(_ objet: inout LecteurObjet) -> DateCivile? {
    date(
      &objet, "debut", BornesDeDates.debut,
      avant: "Ce début est passé depuis plus d’un an ; vérifiez l’année.",
      apres: "Ce début est trop loin dans l’avenir ; vérifiez l’année.")
  }

  private mutating func etapesParRang(_ racine: inout LecteurObjet, _ count: Int) -> [Int: Enfant.Etape] {
    var etapes: [Int: Enfant.Etape] = [:]
    guard var liste = racine.liste(.enfants, max: 20, &recueil) else { return etapes }
    while let (element, chemin) = liste.next() {
      guard element.kind == .object else {
        recueil.anomalie(chemin, element, Attendu.objet.message(pas: element))
        continue
      }
      var objet = LecteurObjet(element, .enfants, index: chemin.index)
      refuserLesAutres(objet, ["rang", "naissance", "naissancePrevue", "adoptionPrevue"])
      let found = self.etapes(&objet)
      guard let rank = element["rang"]?.int, (1...max(1, count)).contains(rank), rank <= count else {
        recueil.anomalie(
          objet.chemin("rang"), element["rang"] ?? element,
          count == 0
            ? "La demande n’a pas d’enfant dont corriger la date."
            : "Le rang d’un enfant va de 1 à \(count), dans l’ordre de la demande.")
        continue
      }
      guard let etape = found.first, found.count == 1 else {
        recueil.anomalie(
          chemin, element,
          "Donnez une seule date à cet enfant : sa naissance, sa naissancePrevue ou son adoptionPrevue.")
        continue
      }
      if etapes.updateValue(etape, forKey: rank) != nil {
        recueil.anomalie(objet.chemin("rang"), element, "L’enfant \(rank) est donné deux fois ; n’en gardez qu’un.")
      }
    }
    return etapes
  }

  private mutating func refuserLesAutres(_ objet: LecteurObjet, _ allowed: [String]) {
    for (key, value) in objet.json.members where !allowed.contains(key) {
      recueil.erreur(
        objet.chemin(key).pointeur, rang: value.position.offset,
        "Ce champ ne se corrige pas ; les champs possibles sont \(allowed.map { "« \($0) »" }.joined(separator: ", "))."
      )
    }
  }
}
