import Guichet
import GuichetControl

/// The screen of a round: the family above, what was done and what is asked below.
enum TourneeVue {
  static func lignes(_ tournee: Tournee, _ style: TextStyle, hauteur: Int, maintenant: Instant) -> [String] {
    var top = TextPage(style, maintenant: maintenant)
    if case .creneau(let proposes) = tournee.attente {
      top.titre("Demande \(proposes.numero) : un rendez-vous \(proposes.mode.libelle) ?")
      if proposes.creneaux.isEmpty { top.paragraphe("Aucun créneau libre dans les deux semaines.", ton: .attention) }
      for line in proposes.lignes { top.paragraphe(line) }
    } else if let famille = tournee.famille {
      top.paragraphe(
        "Rappels : \(tournee.reste.de("famille", "familles")), \(tournee.notes.de("contact noté", "contacts notés")).",
        ton: .discret)
      if let meilleures = tournee.meilleures {
        top.paragraphe("Les familles répondent surtout : \(meilleures).", ton: .discret)
      }
      famille.write(to: &top)
    } else {
      top.titre("Rappels")
      top.paragraphe(
        tournee.estLue
          ? "Plus aucune famille à appeler maintenant."
          : "La famille suivante n’a pas pu être demandée : p pour réessayer.")
      let liste = tournee.liste
      if liste.plusTard > 0 {
        let next = liste.prochain.map { " ; prochain moment convenu : \(Horodatage.court($0))" } ?? ""
        top.paragraphe("\(liste.plusTard.de("est à appeler", "sont à appeler")) plus tard\(next).")
      }
      if liste.enMain > 0 {
        top.paragraphe("\(liste.enMain.de("est en main", "sont en main")) de quelqu’un d’autre.")
      }
    }
    var bottom = TextPage(style, maintenant: maintenant)
    if let note = tournee.note { bottom.paragraphe("Note du prochain contact : \(note)", ton: .discret) }
    for message in tournee.messages { bottom.paragraphe(message, ton: .attention) }
    if tournee.montreAide { for line in aide { bottom.paragraphe(line) } }
    bottom.paragraphe(question(tournee), ton: .titre)
    let below = lignes(bottom)
    let above = lignes(top)
    let room = max(0, hauteur - below.count - 1)
    let shown = above.count <= room ? above + [""] : Array(above.prefix(max(0, room - 1))) + ["…", ""]
    return Array((shown + below).suffix(hauteur))
  }

  private static func lignes(_ page: TextPage) -> [String] {
    String(decoding: page.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }

  private static let aide = [
    "j joint (puis les thèmes, puis un rendez-vous si la famille en veut un)",
    "m message laissé   s sans réponse   o occupé   f faux numéro",
    "r à rappeler (puis quand)   t tiers   x refus",
    "n note pour le prochain résultat   p passer   u annuler la dernière saisie   q quitter",
  ]

  private static func question(_ tournee: Tournee) -> String {
    switch tournee.attente {
    case .touche where tournee.famille == nil: "p relire la liste   u annuler la dernière saisie   q quitter : "
    case .touche: "Résultat : j m s o f r t x   n note   p passer   u annuler   q quitter   ? aide : "
    case .themes(let ligne):
      ThemeContact.allCases.enumerated().map { "\($0.offset + 1) \($0.element.libelle)" }.joined(separator: ", ")
        + " ; Entrée pour aucun, Échap pour revenir. Informée de : \(ligne.texte)▏"
    case .quand(let ligne): "À rappeler quand (demain 10:00 ; Échap pour revenir) : \(ligne.texte)▏"
    case .creneau(let proposes):
      (proposes.montres.isEmpty ? "" : "1 à \(proposes.montres.count) : fixer   ")
        + (proposes.creneaux.count > CreneauxProposes.parPage ? "s suite   " : "")
        + "m \(proposes.modeSuivant.libelle)   Entrée : aucun   u annuler   q quitter : "
    case .note(let ligne): "Note (Échap pour revenir) : \(ligne.texte)▏"
    }
  }
}
