import StrictJSON

extension Examinateur {
  mutating func enfants(_ racine: inout LecteurObjet) -> [Enfant] {
    let before = recueil.nombreAnomalies
    guard var liste = racine.liste(.enfants, max: 20, &recueil), liste.nombre > 0 else {
      if recueil.nombreAnomalies == before {
        recueil.manque(
          racine.chemin("enfants"), rang: racine.rang,
          "L’enfant manque : donnez au moins sa naissance, sa naissancePrevue ou son adoptionPrevue.")
      }
      return []
    }
    var enfants: [Enfant] = []
    while let (element, chemin) = liste.next() {
      if let enfant = enfant(element, at: chemin) { enfants.append(enfant) }
    }
    return enfants
  }

  private mutating func enfant(_ element: JSON, at chemin: Chemin) -> Enfant? {
    guard element.kind == .object else {
      recueil.anomalie(chemin, element, Attendu.objet.message(pas: element))
      return nil
    }
    var objet = LecteurObjet(element, .enfants, index: chemin.index)
    var enfant = Enfant()
    enfant.prenom = objet.ligne("prenom", max: LongueurSaisie.nom, &recueil)
    let before = recueil.nombreAnomalies
    let etapes = etapes(&objet)
    objet.signalerInconnues(&recueil)
    if etapes.count == 1 {
      enfant.etape = etapes[0]
    } else if etapes.count > 1 {
      recueil.anomalie(
        chemin, element, "Un enfant a une seule date : sa naissance, sa naissancePrevue ou son adoptionPrevue.")
    } else if recueil.nombreAnomalies == before {
      recueil.anomalie(
        chemin, element, "La date de cet enfant manque : donnez sa naissance, sa naissancePrevue ou son adoptionPrevue."
      )
    }
    return enfant
  }

  mutating func etapes(_ objet: inout LecteurObjet) -> [Enfant.Etape] {
    var etapes: [Enfant.Etape] = []
    if let date = date(
      &objet, "naissance", BornesDeDates.naissance,
      avant: "Cette date de naissance est celle d’un adulte ; vérifiez l’année.",
      apres: "Cette date de naissance est dans l’avenir ; pour un enfant à naître, donnez naissancePrevue.")
    {
      etapes.append(.naissance(date))
    }
    if let date = date(
      &objet, "naissancePrevue", BornesDeDates.naissancePrevue,
      avant: "Cette naissance prévue est passée depuis longtemps ; si l’enfant est né, donnez sa naissance.",
      apres: "Cette naissance prévue est trop loin dans l’avenir ; vérifiez l’année.")
    {
      etapes.append(.naissancePrevue(date))
    }
    if let date = date(
      &objet, "adoptionPrevue", BornesDeDates.adoptionPrevue,
      avant: "Cette adoption prévue est passée depuis longtemps ; si l’enfant est là, donnez sa naissance.",
      apres: "Cette adoption prévue est trop loin dans l’avenir ; vérifiez l’année.")
    {
      etapes.append(.adoptionPrevue(date))
    }
    return etapes
  }
}
