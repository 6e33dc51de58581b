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
