import Guichet

// How a demande came, and where the rules sent it.

extension Conteur {
  /// How and when it was received, which may be long after it was filed.
  func reception(_ recue: Recue, _ fait: Fait) -> String {
    let origine = recue.formulaire.origine.map { " \($0.libelle)" } ?? ""
    var text = "Le \(fuseau.enMots(fait.enregistreLe)), la demande a été reçue\(origine)"
    text += " sous la référence \(recue.formulaire.reference)"
    if fait.survenuLe.seconds / 60 != fait.enregistreLe.seconds / 60 {
      text += " ; la famille l’avait déposée le \(fuseau.enMots(fait.survenuLe))"
    }
    switch recue.anomalies.count {
    case 0: break
    case 1: text += " ; un champ n’a pu être lu"
    case let count: text += " ; \(count) champs n’ont pu être lus"
    }
    return text + "."
  }

  func routage(_ routee: Routee) -> String {
    let base = routee.version == 0 ? "" : ", d’après la version \(routee.version) du référentiel"
    let cause = routee.cause == .reception ? "" : ", \(routee.cause.libelle)"
    var text: String
    switch routee.decision.issue {
    case .linf(let id, let regle):
      text = "la règle l’a \(routee.reste ? "laissée" : "confiée") à \(linf(id)) (\(regle.libelle))\(cause)\(base)"
    case .aOrienter(let raison, _, let departement):
      let why = raison.libelle(departement: departement, marques: routee.decision.marques)
      text = "la règle n’a trouvé personne à qui la confier\(cause)\(base) : \(why)"
    }
    let reasons = routee.decision.explication.map(\.sansPoint)
    if !reasons.isEmpty { text += ". Pourquoi : \(reasons.joined(separator: ". "))" }
    return text
  }

  static func venue(_ origine: Origine) -> String {
    switch origine {
    case .guichet: "venue au guichet"
    case .telephone: "qui était au téléphone"
    case .courrier: "d’après son courrier"
    case .partenaire, .monenfantFr: "d’après ce qu’un partenaire avait transmis"
    }
  }

  static func alerte(_ escalade: Escalade, _ fuseau: Fuseau) -> String {
    let due = "du \(fuseau.enMots(escalade.echeance))"
    if escalade.estOmise { return "l’alerte de l’échéance \(due) n’a pas été dite, il était trop tard" }
    return switch escalade.niveau {
    case .avant: "le bureau a été prévenu que l’échéance \(due) approchait"
    case .echeance: "le bureau a été prévenu que l’échéance \(due) était atteinte"
    case .apres: "le bureau a été prévenu que l’échéance \(due) était passée depuis longtemps"
    }
  }
}
