/// By which way a demande came.
package enum Origine: String, CodeLibelle {
  case monenfantFr = "monenfant.fr"
  case telephone
  case guichet
  case courrier
  case partenaire

  /// As shown to people, after « reçu ».
  package var libelle: String {
    switch self {
    case .monenfantFr: "de monenfant.fr"
    case .telephone: "par téléphone"
    case .guichet: "au guichet"
    case .courrier: "par courrier"
    case .partenaire: "d’un partenaire"
    }
  }
}
