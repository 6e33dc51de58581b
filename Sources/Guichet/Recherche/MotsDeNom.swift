/// Names in the form in which they are looked for: `NOM PRENOM`, letters without accents or case, the words of each part
/// run together.
///
/// So « De Smet », « Desmet » and « de-smet » are one name, and what stands before the only blank is the family's. A name
/// of several words is found from each of them on that is no particle, particles left out: « de La Tour d’Auvergne » is
/// `DELATOURDAUVERGNE`, `TOURAUVERGNE` and `AUVERGNE`.
package enum MotsDeNom {
  /// The names that a form bears, without repetition: of who asks, and of the other parent.
  package static func mots(of formulaire: Formulaire) -> [String] {
    let demandeur = formulaire.demandeur
    var mots: [String] = []
    for (nom, prenom) in [
      (demandeur.nom, demandeur.prenom), (demandeur.autreParent?.nom, demandeur.autreParent?.prenom),
    ] {
      guard let nom else { continue }
      let suite = prenom.map(LettresPliees.mots)?.joined() ?? ""
      for debut in debuts(LettresPliees.mots(nom)) {
        let mot = suite.isEmpty ? debut : debut + " " + suite
        if !mots.contains(mot) { mots.append(mot) }
      }
    }
    return mots
  }

  /// Nom and prénom of one person as the first of `mots` has them; nil unless both have a letter or a digit.
  package static func entier(_ nom: String?, _ prenom: String?) -> String? {
    guard let nom, let prenom else { return nil }
    let (debut, suite) = (LettresPliees.mots(nom).joined(), LettresPliees.mots(prenom).joined())
    return debut.isEmpty || suite.isEmpty ? nil : debut + " " + suite
  }

  /// The whole name, then what it is from each word on; none where it has no word.
  private static func debuts(_ mots: [String]) -> [String] {
    guard mots.count > 1 else { return mots }
    let bare = Particules.ote(mots)
    return [mots.joined()] + bare.indices.prefix(motsAuPlus).map { bare[$0...].joined() }
  }

  /// A text of a hundred words is no name, and makes no hundred rows.
  private static let motsAuPlus = 8
}
