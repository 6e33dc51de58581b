package import Guichet

extension Preuve {
  /// The preuve as one page that needs nothing else, for a screen and for A4.
  ///
  /// - Parameter empreinte: SHA-256 of its written form.
  package func page(empreinte: String) -> String {
    var page = PageHTML(titre: "Preuve \(annee), \(nom)", style: StyleDuBilan.css)
    page.ouvrir("main")
    page.ouvrir("header")
    page.texte("p", "Preuve \(annee)", classe: "annee")
    page.texte("h1", nom)
    page.texte(
      "p", "Arrêtée au \(jour.francaise), fait \(seq) du journal. Les constats sont ceux du guichet ; la Caf juge.")
    if !illisibles.isEmpty {
      page.texte(
        "p", "Illisibles, dans aucun chiffre : \(illisibles.map(\.texte).joined(separator: ", ")).", classe: "alerte")
    }
    page.fermer("header")
    for point in points { section(point, &page) }
    page.ouvrir("section")
    page.texte("h2", "Empreintes")
    page.texte("p", "SHA-256 de la preuve : \(empreinte)")
    page.texte("p", "Chaîne du journal au fait \(seq) : \(chaine)")
    page.fermer("section")
    page.fermer("main")
    return page.html
  }

  private func section(_ point: PointDePreuve, _ page: inout PageHTML) {
    page.ouvrir("section")
    page.texte("h2", "\(point.code.libelle) : \(point.constat.libelle)")
    page.ouvrir("dl")
    for chiffre in point.chiffres {
      page.ouvrir("div")
      page.texte("dt", chiffre.libelle)
      page.texte("dd", chiffre.valeur.map(francais) ?? "–")
      page.fermer("div")
    }
    page.fermer("dl")
    for repartition in point.repartitions {
      let parts = repartition.parts.filter { $0.valeur != 0 }.map {
        "\(repartition.code.libelle($0.code)) : \($0.valeur.map(francais) ?? "–")"
      }
      guard !parts.isEmpty else { continue }
      page.texte("h3", repartition.code.libelle)
      liste(parts, &page)
    }
    liste(point.delais.filter { $0.nombre > 0 }.map(\.phrase), &page)
    liste(point.periodes.map(\.phrase), &page)
    for lacune in point.lacunes {
      page.texte("p", lacune.phrase, classe: "alerte")
      liste(lacune.demandes.map(\.phrase), &page)
    }
    for list in point.listes where !list.demandes.isEmpty {
      page.texte("h3", list.code.libelle)
      liste(list.demandes.map(\.phrase), &page)
    }
    if point.code == .pieces {
      liste(
        pieces.map {
          "\($0.fait.genre.libelle) du \($0.fait.date.francaise), « \($0.fait.nom) », SHA-256 \($0.fait.empreinte)"
        }, &page)
    }
    page.fermer("section")
  }

  private func liste(_ items: [String], _ page: inout PageHTML) {
    guard !items.isEmpty else { return }
    page.ouvrir("ul")
    for item in items { page.texte("li", item) }
    page.fermer("ul")
  }
}

extension Preuve.DemandeCitee {
  /// `2026-000017, répondue`.
  package var phrase: String { "\(numero.texte), \(suite.libelleDUne)" }
}

extension PointDePreuve.Lacune {
  package var phrase: String {
    let when = du == au ? "Le \(du.francaise)" : "Du \(du.francaise) au \(au.francaise)"
    let count =
      switch demandes.count {
      case 0: "aucune demande reçue"
      case 1: "1 demande reçue"
      default: "\(francais(demandes.count)) demandes reçues"
      }
    return "\(when), \(manque.libelle) : \(count)."
  }
}

extension PeriodeDeDroit {
  package var phrase: String {
    let right = genre == .habilitation ? "Habilitation" : "Référencement"
    return "\(right) : \(estTenu ? "oui" : "non"), "
      + (du == au ? "le \(du.francaise)" : "du \(du.francaise) au \(au.francaise)") + "."
  }
}

extension PointDePreuve.Delai {
  package var phrase: String {
    func time(_ minutes: Int?) -> String { minutes.map { DureeOuverte(heures: 0, minutes: $0).phrase } ?? "–" }
    return
      "\(degre.libelle), \(depuis.libelle) : \(francais(nombre)), dont \(francais(aTemps)) à temps ; en temps ouvert, "
      + "médiane \(time(ouvertMediane)), moyenne \(time(ouvertMoyenne)) ; en temps écoulé, médiane "
      + "\(time(calendaireMediane)), moyenne \(time(calendaireMoyenne))."
  }
}
