import Guichet

// What passed between the office and the family, and what it found for its children.

extension Conteur {
  func contact(_ contact: Contact, _ qui: String) -> String {
    let way = "par \(contact.canal.libelle)"
    var text: String
    switch contact.sens {
    case .sortant: text = "\(qui) a cherché à joindre la famille \(way)"
    case .entrant: text = "la famille s’est tournée vers le bureau \(way), ce que note \(qui)"
    }
    if let dialled = contact.numeroAppele { text += " au \(Telephone.compose(dialled))" }
    text += " : \(contact.resultat.libelle)"
    if !contact.themes.isEmpty {
      text += " ; la famille a été informée de : \(contact.themes.map(\.libelle).joined(separator: ", "))"
    }
    if let moment = contact.aRappelerLe { text += " ; elle a demandé à être rappelée le \(fuseau.enMots(moment))" }
    return text + cite(contact.note)
  }

  func issue(_ issue: IssueDeRecherche) -> String {
    switch issue {
    case .solution(let solution):
      var text = solution.mode.libelle
      if solution.estProvisoire { text += ", provisoire" }
      if let debut = solution.debut { text += ", à partir du \(debut.enToutesLettres)" }
      if let hours = solution.heuresParSemaine { text += ", \(hours) h par semaine" }
      if let code = solution.commune { text += ", à \(noms.communes[code] ?? code)" }
      switch solution.souhaitDit {
      case true?: text += ", ce que la famille souhaitait"
      case false?: text += ", faute de ce que la famille souhaitait"
      case nil: break
      }
      return text
    case .attente(let attente):
      let day = attente.le.map { (attente.nature == .commission ? " le " : " depuis le ") + $0.enToutesLettres } ?? ""
      return "en attente, \(attente.nature.libelle)\(day)" + (attente.mode.map { " (\($0.libelle))" } ?? "")
    case .sansSolution(let raison):
      return "aucune solution (\(raison.libelle))"
    }
  }

  func venue(_ enfant: Enfant) -> String {
    switch enfant.etape {
    case .naissance(let date)?: ", né le \(date.enToutesLettres)"
    case .naissancePrevue(let date)?: ", dont la naissance est prévue le \(date.enToutesLettres)"
    case .adoptionPrevue(let date)?: ", dont l’adoption est prévue le \(date.enToutesLettres)"
    case nil: ""
    }
  }
}
