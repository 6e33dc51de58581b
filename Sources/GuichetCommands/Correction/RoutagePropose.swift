import GuichetControl

/// Where the rules would send a demande since its form was corrected, and how a person answers.
struct RoutagePropose {
  private let numero: String
  /// The LINF that has it.
  private let linf: String?
  private let verrou: Bool
  private let routage: Wire.Routage

  init(_ numero: String, chez linf: String?, verrou: Bool = false, _ routage: Wire.Routage) {
    self.numero = numero
    self.linf = linf
    self.verrou = verrou
    self.routage = routage
  }

  /// What is asked at once of who corrected.
  var question: String {
    "\(constat). " + (routage.linf == nil ? "L’y mettre maintenant ?" : "L’y envoyer maintenant ?")
  }

  /// What is left to be decided, and by which commands.
  var attente: [String] { ["\(constat) ; \(reste).", reponses] }

  /// The commands alone, for who has just said no.
  var reponses: String {
    "« guichetctl demande router \(numero) --accepter » l’y \(routage.linf == nil ? "met" : "envoie"), « guichetctl "
      + "demande router \(numero) --garder --motif TEXTE » la garde\(linf.map { " à \($0)" } ?? "")."
  }

  func write(to page: inout TextPage) {
    page.titre("Routage proposé")
    for sentence in attente { page.paragraphe(sentence, ton: .attention) }
    page.liste(routage.explication)
  }

  private var constat: String {
    let why = routage.raison == "contactManquant" ? "Sans moyen de joindre la famille" : "D’après le nouveau lieu"
    guard let target = routage.linf else {
      let raison = Libelles.raison(routage.raison, departement: routage.departement).map { " (\($0))" }
      return "\(why), les règles la mettraient à orienter\(raison ?? "")"
    }
    // A référentiel that came since may have settled it.
    return "\(why), les règles " + (target == linf ? "la laisseraient" : "l’enverraient") + " à \(target)"
  }

  private var reste: String {
    verrou
      ? "la décision d’une personne la garde\(linf.map { " à \($0)" } ?? "")"
      : "elle reste\(linf.map { " à \($0)" } ?? "") jusqu’à ce qu’une personne décide"
  }
}
