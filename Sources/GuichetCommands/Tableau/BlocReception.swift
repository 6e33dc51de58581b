import GuichetControl

/// What comes in: whether forms are taken, how many came, what waits, what was refused; faults with what to do.
struct BlocReception: BlocTableau {
  let minimum = 2

  private static let names = 11
  /// Seconds over which a count says something.
  private static let parlante = 10

  func lignes(_ moment: TableauMoment, largeur: Int) -> [LigneEcran] {
    let etat = moment.etat
    var lines = prise(etat.intake, largeur)
    lines.append(champ("Reçues", recues(moment), largeur))
    lines += depot(etat.depot, moment, largeur)
    if etat.rejets.total > 0 {
      let blocked = etat.rejets.bloques > 0 ? ", dont \(etat.rejets.bloques.francais) au dépôt" : ""
      lines.append(
        champ(
          "Rejets",
          "\(etat.rejets.total.de("fichier refusé", "fichiers refusés"))\(blocked) : « guichetctl rejet lister »",
          largeur, .attention))
    }
    if etat.referentiel.version == 0 {
      lines.append(
        champ("Référentiel", "aucun : « guichetctl referentiel charger DOSSIER »", largeur, .alerte))
    }
    return lines
  }

  private func prise(_ intake: Wire.EtatIntake, _ largeur: Int) -> [LigneEcran] {
    guard intake.enPause else { return [champ("Réception", "en marche", largeur, .bon)] }
    let reason = LigneEcran.paragraphe(
      intake.raison ?? "La raison est au journal du système.", largeur: largeur, retrait: 2, .alerte)
    return [champ("Réception", "en pause", largeur, .alerte)] + reason
  }

  private func recues(_ moment: TableauMoment) -> String {
    guard let recues = moment.etat.recues else { return "ce démon ne les compte pas" }
    var text = "\(recues.aujourdhui.francais) aujourd’hui, \(recues.heure.francais) depuis 1 h"
    if let cadence = moment.cadence, cadence.secondes >= Self.parlante {
      text += ", \(cadence.recues.francais) depuis \(Horodatage.age(secondes: cadence.secondes))"
    }
    if let last = recues.derniere.flatMap(moment.secondes(depuis:)) {
      text += " ; dernière il y a \(Horodatage.age(secondes: last))"
    }
    return text
  }

  private func depot(_ depot: Wire.EtatDepot, _ moment: TableauMoment, _ largeur: Int) -> [LigneEcran] {
    var text = "\(depot.enAttente.francais) en attente"
    if let age = depot.plusAncien.flatMap(moment.secondes(depuis:)) {
      text += ", depuis \(Horodatage.age(secondes: age)) pour le plus ancien"
    }
    var lines = [champ("Dépôt", text, largeur, depot.enAttente > 0 ? .attention : .normal)]
    if depot.empeches > 0 {
      lines += LigneEcran.paragraphe(
        "\(depot.empeches.de("fichier ne peut pas être lu : vérifiez ses droits", "fichiers ne peuvent pas être lus : vérifiez leurs droits")) au dépôt.",
        largeur: largeur, retrait: 2, .alerte)
    }
    return lines
  }

  private func champ(
    _ name: String, _ value: String, _ largeur: Int, _ ton: TextStyle.Ton = .normal
  ) -> LigneEcran {
    var line = LigneEcran()
    line.colonne(name, Self.names, .discret)
    line.ajouter(" ")
    line.ajouter(value, ton)
    return line.coupee(a: largeur)
  }
}
