import Guichet
import GuichetControl

extension Wire.Correction {
  /// What it changed, a line for each value: when, who, which field, before and after.
  var phrases: [String] {
    champs.map { champ in
      let name = Correction.libelle(ofChamp: champ.chemin) ?? champ.chemin
      return "\(Horodatage.court(le)), par \(auteur) : \(name) : \(Self.valeur(champ.avant)) → "
        + Self.valeur(champ.apres)
    }
  }

  private static func valeur(_ text: String?) -> String { text.map { Horodatage.jour($0) } ?? "vide" }
}
