package import Guichet

extension TableauDeBord {
  /// The page that answers « est-ce que tout va bien, et sinon que faire ? », in one file that needs nothing else.
  ///
  /// For a screen of any width, light or dark, and for paper. What a chart shows stands beneath it as a table.
  package func page(_ fuseau: Fuseau) -> String {
    var page = PageHTML(
      titre: nom.isEmpty ? "Guichet" : "Guichet, \(nom)", style: StyleDuTableauDeBord.css,
      script: FraicheurDuTableau.script)
    page.ouvrir("main")
    entete(&page, fuseau)
    sante(&page)
    enBref(&page, fuseau)
    dessins(&page)
    parLinf(&page, fuseau)
    page.texte(
      "p",
      "Des nombres seuls, et rien d’une famille. Le détail : guichetctl etat, guichetctl demande lister --en-retard.",
      classe: "note")
    page.fermer("main")
    return page.html
  }

  private func entete(_ page: inout PageHTML, _ fuseau: Fuseau) {
    page.ouvrir("header")
    page.texte("h1", nom.isEmpty ? "Guichet" : nom)
    page.ouvrir("p", classe: "fraicheur")
    page.texte("span", "Données de")
    page.texte(
      "time", "\(fuseau.heure(le)), \(fuseau.date(of: le).avecJour)",
      attributs: ["id": "le", "datetime": fuseau.rfc3339(le)])
    page.texte("span", "", attributs: ["id": "age"])
    page.texte(
      "button", "Suspendre l’actualisation", attributs: ["id": "pause", "type": "button", "hidden": "hidden"])
    page.fermer("p")
    page.texte("p", "", attributs: ["id": "mort", "role": "alert"])
    page.ouvrir("noscript")
    page.texte(
      "p",
      "Sans JavaScript, cette page ne peut pas dire son âge. Comparez l’heure ci-dessus à celle d’une montre : au-delà de "
        + "deux minutes, le démon ne répond plus et rien de ce qui suit n’est à jour.")
    page.fermer("noscript")
    page.fermer("header")
  }

  // MARK: Health

  private func sante(_ page: inout PageHTML) {
    page.ouvrir("section", classe: "sante", attributs: ["aria-labelledby": "sante"])
    let (classe, titre) = verdict
    page.texte("h2", titre, classe: classe, attributs: ["id": "sante"])
    if enRetard > 0 {
      page.ouvrir("p", classe: "retards")
      page.texte("span", accorde(enRetard, "demande est", "demandes sont") + " en retard ; où :")
      page.texte("a", "le travail par LINF", attributs: ["href": "#linf"])
      page.fermer("p")
    }
    if !fautes.isEmpty {
      page.ouvrir("ul", classe: "fautes")
      for faute in fautes {
        page.ouvrir("li", classe: faute.gravite == .critique ? "panne" : "alerte")
        page.texte("strong", faute.gravite == .critique ? "Panne" : "À voir")
        page.texte("p", faute.message)
        page.texte("p", "Que faire : \(faute.remede)", classe: "remede")
        page.fermer("li")
      }
      page.fermer("ul")
    }
    page.fermer("section")
  }

  private var verdict: (classe: String, titre: String) {
    let broken = fautes.count { $0.gravite == .critique }
    let toSee = fautes.count - broken
    if broken > 0 {
      let rest = toSee == 0 ? "" : toSee == 1 ? ", un point à voir" : ", \(francais(toSee)) points à voir"
      return ("panne", (broken == 1 ? "Une panne" : "\(francais(broken)) pannes") + rest)
    }
    if toSee > 0 {
      let points = toSee == 1 ? "un point est à voir" : "\(francais(toSee)) points sont à voir"
      return ("alerte", "Le guichet fonctionne, \(points)")
    }
    return enRetard > 0 ? ("alerte", "Le guichet fonctionne, des demandes sont en retard") : ("bien", "Tout va bien")
  }

  // MARK: Figures

  private func enBref(_ page: inout PageHTML, _ fuseau: Fuseau) {
    page.ouvrir("section", attributs: ["aria-labelledby": "bref"])
    page.texte("h2", "En bref", attributs: ["id": "bref"])
    page.ouvrir("dl")
    chiffre(&page, "Reçues aujourd’hui", francais(recues.total), note: habitude)
    chiffre(&page, Etat.aOrienter.titre, francais(parEtat[.aOrienter] ?? 0), note: "attendent un LINF")
    chiffre(&page, Etat.aContacter.titre, francais(parEtat[.aContacter] ?? 0), note: sansTentative)
    chiffre(&page, Etat.rendezVous.titre, francais(parEtat[.rendezVous] ?? 0), note: "familles attendues")
    chiffre(&page, Etat.enSuivi.titre, francais(parEtat[.enSuivi] ?? 0), note: "recherche en cours")
    chiffre(
      &page, "En retard", francais(enRetard), note: enRetard == 0 ? "rien à rattraper" : "échéance passée",
      classe: enRetard > 0 ? "retard" : nil)
    chiffre(
      &page, "La plus ancienne sans tentative", plusAncienne.map { age($0, fuseau) } ?? "–",
      note: plusAncienne.map { "reçue le \(fuseau.date(of: $0).francaise)" } ?? "aucune n’attend")
    chiffre(
      &page, "Premiers contacts à temps", premiersContacts.partATemps.map { "\($0)\u{A0}%" } ?? "–",
      note: "\(PremiersContacts.jours) derniers jours")
    page.fermer("dl")
    page.fermer("section")
  }

  private func chiffre(
    _ page: inout PageHTML, _ nom: String, _ valeur: String, note: String, classe: String? = nil
  ) {
    page.ouvrir("div", classe: classe)
    page.texte("dt", nom)
    page.texte("dd", valeur)
    page.texte("dd", note, classe: "note")
    page.fermer("div")
  }

  /// `dont 3 sans aucune tentative`: others were tried already, and are to be tried again.
  private var sansTentative: String {
    guard parEtat[.aContacter] ?? 0 > 0 else { return "personne à joindre" }
    return aContacterSansTentative == 0
      ? "une tentative au moins pour chacune" : "dont \(francais(aContacterSansTentative)) sans aucune tentative"
  }

  /// `d’habitude 38 à cette heure (8 jeudis)`.
  private var habitude: String {
    guard let usual = recues.habituel else {
      return recues.ferie.map { "jour férié, \($0) : pas de jour comparable" } ?? "pas encore d’habitude connue"
    }
    let day = recues.jour.jourDeSemaine.rawValue
    return "d’habitude \(francais(usual)) à cette heure (\(accorde(recues.semaines, day, "\(day)s")))"
  }

  /// `12 jours`, `moins d’un jour`.
  private func age(_ instant: Instant, _ fuseau: Fuseau) -> String {
    let days = fuseau.date(of: le).daysSince1970 - fuseau.date(of: instant).daysSince1970
    return days <= 0 ? "aujourd’hui" : accorde(days, "jour", "jours")
  }

  // MARK: The work of each LINF

  private func parLinf(_ page: inout PageHTML, _ fuseau: Fuseau) {
    page.ouvrir("section", attributs: ["aria-labelledby": "linf"])
    page.texte("h2", "Le travail par LINF", attributs: ["id": "linf"])
    guard !travail.isEmpty else {
      page.texte("p", "Aucune demande n’est ouverte.")
      page.fermer("section")
      return
    }
    let most = travail.map(\.enRetard).max() ?? 0
    let rows = travail.map { line in
      TableDeChiffres.Ligne(
        line.nom,
        [
          .alerte(line.enRetard, sur: most), .nombre(line.aOrienter + line.aContacter), .nombre(line.sansTentative),
          .texte(line.plusAncienne.map { age($0, fuseau) } ?? "–"), .nombre(line.rendezVous), .nombre(line.enSuivi),
        ])
    }
    let total = TableDeChiffres.Ligne(
      "Ensemble",
      [
        .alerte(enRetard, sur: .max), .nombre((parEtat[.aOrienter] ?? 0) + (parEtat[.aContacter] ?? 0)),
        .nombre(travail.reduce(0) { $0 + $1.sansTentative }), .texte(plusAncienne.map { age($0, fuseau) } ?? "–"),
        .nombre(parEtat[.rendezVous] ?? 0),
        .nombre(parEtat[.enSuivi] ?? 0),
      ], estTotal: true)
    TableDeChiffres(
      titre: "Le travail par LINF", premiere: "LINF",
      colonnes: ["En retard", "En attente", "sans tentative", "depuis", "Rendez-vous", "En suivi"],
      lignes: [total] + rows
    ).ecrire(&page)
    page.texte(
      "p",
      "« En attente » : à contacter, ou à orienter où il n’y a pas de LINF ; « sans tentative » : celles que personne n’a "
        + "encore essayé de joindre ; « depuis » : l’âge de la plus ancienne de celles-ci. « En retard » : échéance passée, "
        + "quel que soit l’état. Closes depuis le début : \(francais(parEtat[.close] ?? 0)).", classe: "note")
    page.fermer("section")
  }
}

extension Etat {
  /// As the name of a figure.
  fileprivate var titre: String { libelle.prefix(1).uppercased() + libelle.dropFirst() }
}

/// `1 demande`, `12 demandes`, `0 demande`.
func accorde(_ nombre: Int, _ un: String, _ plusieurs: String) -> String {
  "\(francais(nombre))\u{A0}\(nombre > 1 ? plusieurs : un)"
}
