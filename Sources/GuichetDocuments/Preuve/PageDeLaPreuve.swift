package import Guichet

extension Preuve {
  /// The preuve as one page that needs nothing else, for a screen of any width, light or dark, and for A4.
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
    TablePage(titre: "Constats", colonnes: ["point", "constat", "raison"]).ecrire(
      points.map { [$0.code.libelle, $0.constat.libelle, $0.raison] }, &page)
    for point in points { section(point, &page) }
    page.ouvrir("section")
    page.texte("h2", "Empreintes")
    page.texte("p", "SHA-256 de la preuve : \(empreinte)")
    page.texte("p", "Chaîne du journal au fait \(seq) : \(chaine)")
    page.texte("p", "SHA-256 des délais et horaires configurés : \(delais)")
    page.fermer("section")
    page.fermer("main")
    return page.html
  }

  private func section(_ point: PointDePreuve, _ page: inout PageHTML) {
    page.ouvrir("section")
    page.texte("h2", "\(point.code.libelle) : \(point.constat.libelle)")
    page.texte("p", point.raison)
    page.ouvrir("dl")
    for chiffre in point.chiffres {
      page.ouvrir("div")
      page.texte("dt", chiffre.libelle)
      page.texte("dd", nombre(chiffre.valeur))
      page.fermer("div")
    }
    page.fermer("dl")
    for repartition in point.repartitions {
      let parts = repartition.parts.filter { $0.valeur != 0 }
      TablePage(
        titre: repartition.code == .issues ? "Enfants par issue" : "Demandes " + repartition.code.libelle,
        colonnes: ["", "nombre"], droite: true
      ).ecrire(
        parts.map { [repartition.code.libelle($0.code), nombre($0.valeur)] }, &page)
    }
    delais(point.delais.filter { $0.nombre > 0 }, &page)
    TablePage(titre: "Périodes", colonnes: ["droit", "du", "au", "tenu"]).ecrire(
      point.periodes.map {
        [
          $0.genre == .habilitation ? "Habilitation" : "Référencement", $0.du.francaise, $0.au.francaise,
          $0.estTenu ? "oui" : "non",
        ]
      }, &page)
    for lacune in point.lacunes {
      page.texte("p", lacune.phrase, classe: "alerte")
      citees(lacune.demandes, &page)
    }
    for list in point.listes where !list.demandes.isEmpty {
      page.texte("h3", list.code.libelle)
      citees(list.demandes, &page)
    }
    if point.code == .pieces {
      TablePage(titre: "Pièces jointes", colonnes: ["type", "date", "nom du fichier", "SHA-256"]).ecrire(
        pieces.map { [$0.fait.genre.libelle, $0.fait.date.francaise, $0.fait.nom, $0.fait.empreinte] }, &page)
    }
    page.fermer("section")
  }

  private func delais(_ delais: [PointDePreuve.Delai], _ page: inout PageHTML) {
    func time(_ minutes: Int?) -> String { minutes.map { DureeOuverte(heures: 0, minutes: $0).phrase } ?? "–" }
    TablePage(
      titre: "Délais",
      colonnes: [
        "réponse", "nombre", "à temps", "médiane, temps ouvert", "moyenne, temps ouvert",
        "médiane, temps écoulé", "moyenne, temps écoulé",
      ], droite: true
    ).ecrire(
      delais.map { delai in
        ["\(delai.degre.libelle), \(delai.depuis.libelle)", francais(delai.nombre), francais(delai.aTemps)]
          + [delai.ouvertMediane, delai.ouvertMoyenne, delai.calendaireMediane, delai.calendaireMoyenne].map(time)
      }, &page)
  }

  /// One list for each answer, so that hundreds of demandes are read as what became of them.
  private func citees(_ demandes: [DemandeCitee], _ page: inout PageHTML) {
    let groups = SuiteDonnee.allCases.map { suite in (suite, demandes.filter { $0.suite == suite }) }
    page.ouvrir("ul")
    for (suite, own) in groups where !own.isEmpty {
      page.texte(
        "li", "\(suite.libelleDUne) (\(francais(own.count))) : \(own.map(\.numero.texte).joined(separator: ", "))")
    }
    page.fermer("ul")
  }

  private func nombre(_ valeur: Int?) -> String { valeur.map(francais) ?? "–" }
}

/// A table whose first cells head their rows; without any row it is left out.
private struct TablePage {
  let titre: String
  let colonnes: [String]
  /// Columns hold figures.
  var droite = false

  func ecrire(_ lignes: [[String]], _ page: inout PageHTML) {
    guard !lignes.isEmpty else { return }
    page.ouvrir("div", classe: "large", attributs: ["tabindex": "0", "role": "region", "aria-label": titre])
    page.ouvrir("table", classe: droite ? "chiffres" : "texte")
    page.texte("caption", titre)
    page.ouvrir("thead")
    page.ouvrir("tr")
    for (rank, colonne) in colonnes.enumerated() {
      if rank == 0, colonne.isEmpty {
        page.texte("td", "")
      } else {
        page.texte("th", colonne, attributs: ["scope": "col"])
      }
    }
    page.fermer("tr")
    page.fermer("thead")
    page.ouvrir("tbody")
    for ligne in lignes {
      page.ouvrir("tr")
      for (rank, cell) in ligne.enumerated() {
        if rank == 0 { page.texte("th", cell, attributs: ["scope": "row"]) } else { page.texte("td", cell) }
      }
      page.fermer("tr")
    }
    page.fermer("tbody")
    page.fermer("table")
    page.fermer("div")
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
