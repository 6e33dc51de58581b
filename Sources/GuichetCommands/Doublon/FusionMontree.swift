import Guichet
import GuichetControl

/// What the whole view of a demande shows of the others of its family, and of what its sender wrote since.
struct FusionMontree {
  let numero: String
  let fiche: Wire.Fiche

  /// What may be the same family's, and the refused files under its reference.
  func writeDoublons(to page: inout TextPage) {
    if let doublons = fiche.doublons, !doublons.isEmpty {
      page.titre("Doublons possibles")
      page.liste(doublons.map { $0.phrase(pour: numero) }, ton: .attention)
    }
    guard let conflits = fiche.conflits, !conflits.isEmpty else { return }
    page.titre("Fichiers refusés sous la même référence")
    for conflit in conflits {
      page.paragraphe("Rejet \(conflit.rejet), lu le \(Horodatage.court(conflit.recuLe)) :", retrait: 2)
      page.liste(conflit.champs.map(\.phrase))
    }
    page.paragraphe(
      "Reprenez ce qui a changé par « guichetctl demande corriger \(numero) » ; si c’est une autre demande, "
        + "« guichetctl rejet rejouer IDENTIFIANT --avec FICHIER » la fait entrer sous une autre référence.",
      retrait: 2, ton: .discret)
  }

  /// After its own history, those of what was merged into it.
  func writeHistoires(to page: inout TextPage) {
    for absorbee in fiche.absorbees ?? [] {
      page.titre("Histoire de la demande \(absorbee.numero), fusionnée dans celle-ci")
      page.champ("Référence", absorbee.reference)
      page.champ("LINF", absorbee.linf)
      page.champ("Motif", absorbee.motif)
      page.liste(absorbee.faits.map { "\(Horodatage.court($0.survenuLe)) : \($0.resume)" })
    }
  }
}

extension Wire.ChampCorrige {
  /// A field, what the demande says and what the file does.
  fileprivate var phrase: String {
    let name = Correction.libelle(ofChamp: chemin) ?? chemin
    return "\(name) : \(Self.valeur(avant)) → \(Self.valeur(apres))"
  }

  private static func valeur(_ text: String?) -> String { text.map { Horodatage.jour($0) } ?? "vide" }
}
