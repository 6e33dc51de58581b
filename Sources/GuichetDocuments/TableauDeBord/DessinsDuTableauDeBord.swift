import Guichet

extension TableauDeBord {
  private static let (largeur, hauteur) = (420, 230)

  /// The three charts, each with its figures beneath.
  func dessins(_ page: inout PageHTML) {
    page.ouvrir("div", classe: "dessins")
    receptions(&page)
    rendezVous(&page)
    contacts(&page)
    page.fermer("div")
  }

  private func receptions(_ page: inout PageHTML) {
    let hours = heuresMontrees
    let rows = hours.map { hour in
      (hour, [recues.parHeure[hour]] + (recues.habitude.isEmpty ? [] : [recues.habitude[hour]]))
    }
    let series = ["aujourd’hui"] + (recues.habitude.isEmpty ? [] : ["d’habitude"])
    let usual = recues.habituel.map { " D’habitude à cette heure : \(francais($0))." } ?? ""
    figure(
      &page, titre: "Reçues aujourd’hui, par heure", phrase: "\(francais(recues.total)) depuis minuit.\(usual)",
      Graphiques.Barres(
        id: "receptions", titre: "Demandes reçues aujourd’hui, par heure", series: series,
        classes: rows.map { ("\($0.0)\u{A0}h", $0.1) }, largeur: Self.largeur, hauteur: Self.hauteur,
        seSuivent: true),
      TableDeChiffres(
        titre: "Reçues aujourd’hui, par heure", premiere: "Heure", colonnes: series,
        lignes: rows.map { hour, values in
          TableDeChiffres.Ligne("\(hour)\u{A0}h", values.map { .nombre($0) })
        }))
  }

  /// Office hours, and whatever else has something to show.
  private var heuresMontrees: ClosedRange<Int> {
    let used = (0..<24).filter { recues.parHeure[$0] > 0 || (recues.habitude.isEmpty ? 0 : recues.habitude[$0]) > 0 }
    return min(8, used.first ?? 8)...max(18, used.last ?? 18)
  }

  private func rendezVous(_ page: inout PageHTML) {
    let days = semaine.filter { $0.jour.jourDeSemaine.rang < 5 || $0.estPris }
    let series = ["à venir", "honorés", "non honorés", "à renseigner"]
    let due = semaine.reduce(0) { $0 + $1.aRenseigner }
    let ahead = semaine.reduce(0) { $0 + $1.prevus }
    let freed = semaine.reduce(0) { $0 + $1.liberes }
    var sentence = "\(francais(ahead)) à venir"
    if due > 0 { sentence += ", \(francais(due)) à renseigner" }
    if freed > 0 { sentence += ", \(accorde(freed, "annulé ou excusé", "annulés ou excusés"))" }
    figure(
      &page, titre: "Rendez-vous de la semaine", phrase: sentence + ".",
      Graphiques.Barres(
        id: "semaine", titre: "Rendez-vous de la semaine, par jour", series: series,
        classes: days.map { day in
          ("\(day.jour.jourDeSemaine.rawValue.prefix(3)). \(day.jour.jour)", day.valeurs)
        }, largeur: Self.largeur, hauteur: Self.hauteur, sontEmpilees: true),
      TableDeChiffres(
        titre: "Rendez-vous de la semaine", premiere: "Jour", colonnes: series + ["annulés ou excusés"],
        lignes: days.map { day in
          TableDeChiffres.Ligne(
            "\(day.jour.jourDeSemaine.rawValue) \(day.jour.francaise)",
            (day.valeurs + [day.liberes]).map { .nombre($0) })
        }))
  }

  private func contacts(_ page: inout PageHTML) {
    let median = premiersContacts.medianeOuverte.map {
      " La moitié en \(DureeOuverte(heures: 0, minutes: $0).phrase) d’ouverture au plus, depuis le dépôt."
    }
    var sentence = "Aucun premier contact ces \(PremiersContacts.jours) derniers jours."
    if premiersContacts.faits > 0 {
      sentence =
        "\(francais(premiersContacts.aTemps)) à temps sur \(francais(premiersContacts.faits))" + "." + (median ?? "")
    }
    if premiersContacts.enSouffrance > 0 {
      sentence +=
        " \(accorde(premiersContacts.enSouffrance, "famille attend", "familles attendent")) encore, en retard."
    }
    let classes = ClasseDeDelai.allCases.map { ($0, premiersContacts.parClasse[$0] ?? 0) }
    figure(
      &page, titre: "Premier contact, \(PremiersContacts.jours) derniers jours", phrase: sentence,
      Graphiques.Barres(
        id: "contacts", titre: "Premiers contacts, par jours ouverts depuis le dépôt", series: ["premiers contacts"],
        classes: classes.map { ($0.court, [$1]) }, largeur: Self.largeur, hauteur: Self.hauteur),
      TableDeChiffres(
        titre: "Premiers contacts", premiere: "Délai", colonnes: ["premiers contacts"],
        lignes: classes.map { TableDeChiffres.Ligne($0.libelle, [.nombre($1)]) }))
  }

  private func figure(
    _ page: inout PageHTML, titre: String, phrase: String, _ barres: Graphiques.Barres, _ table: TableDeChiffres
  ) {
    page.ouvrir("section", attributs: ["aria-labelledby": "\(barres.id)-titre"])
    page.texte("h2", titre, attributs: ["id": "\(barres.id)-titre"])
    page.texte("p", phrase)
    page.ouvrir("figure")
    page.dessin(barres.dessin)
    page.fermer("figure")
    page.ouvrir("details")
    page.texte("summary", "Les chiffres")
    table.ecrire(&page)
    page.fermer("details")
    page.fermer("section")
  }
}

extension RendezVousDuJour {
  fileprivate var valeurs: [Int] { [prevus, honores, nonHonores, aRenseigner] }

  fileprivate var estPris: Bool { (valeurs + [liberes]).contains { $0 > 0 } }
}

extension ClasseDeDelai {
  /// For beneath a bar.
  fileprivate var court: String {
    switch self {
    case .memeJour: "0\u{A0}j"
    case .jour1: "1\u{A0}j"
    case .jour2: "2\u{A0}j"
    case .jour3: "3\u{A0}j"
    case .jour4: "4\u{A0}j"
    case .jour5: "5\u{A0}j"
    case .jours6a10: "6–10\u{A0}j"
    case .plusDe10: "plus"
    }
  }
}
