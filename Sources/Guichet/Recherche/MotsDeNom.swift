/// Names in the form in which they are looked for: `NOM PRENOM`, letters without accents or case, the words of each part
/// run together.
///
/// So « De Smet », « Desmet » and « de-smet » are one name, and what stands before the only blank is the family's.
package enum MotsDeNom {
  /// The names that a form bears, without repetition: of who asks, and of the other parent.
  package static func mots(of formulaire: Formulaire) -> [String] {
    let demandeur = formulaire.demandeur
    var mots: [String] = []
    for (nom, prenom) in [
      (demandeur.nom, demandeur.prenom), (demandeur.autreParent?.nom, demandeur.autreParent?.prenom),
    ] {
      guard let mot = mot(nom, prenom), !mots.contains(mot) else { continue }
      mots.append(mot)
    }
    return mots
  }

  /// Nil where the family gave no name.
  private static func mot(_ nom: String?, _ prenom: String?) -> String? {
    guard let nom = nom.map(uni), !nom.isEmpty else { return nil }
    let prenom = prenom.map(uni) ?? []
    return String(decoding: prenom.isEmpty ? nom : nom + [blanc] + prenom, as: UTF8.self)
  }

  private static func uni(_ text: String) -> [UInt8] { NomNormalise.plie(text.utf8).filter { $0 != blanc } }

  private static let blanc = UInt8(ascii: " ")
}
