import Guichet

extension FeuilleDuMatin {
  /// The sheet as a page of tables, with a box to tick before each line; the families to call may run over to further
  /// pages, each line whole.
  package var html: String {
    var page = PageHTML(
      titre: "Feuille du \(fuseau.date(of: le).avecJour), \(nom)",
      style: """
        @page { margin: 12mm; }
        body { font-size: 10pt; }
        h1 { font-size: 14pt; margin: 0; }
        h2 { font-size: 11pt; margin: 5mm 0 1mm 0; break-after: avoid; }
        p { margin: 0; }
        table { width: 100%; border-collapse: collapse; }
        tr { break-inside: avoid; }
        th, td { border: 0.2mm solid #666; padding: 1mm 1.5mm; text-align: left; vertical-align: top; }
        th { background: #eee; }
        td:first-child { width: 5mm; }
        """)
    page.ouvrir("main")
    page.texte("h1", nom)
    page.texte("p", "Feuille du \(fuseau.date(of: le).avecJour), faite à \(fuseau.heure(le))")
    let attendus = ["", "Heure", "Numéro", "Famille", "Téléphone", "Comment"]
    let appels = ["", "Numéro", "Famille", "Téléphone", "Échéance"]
    for section in sections {
      page.texte("h2", "\(section.titre) (\(section.nombre))")
      if !section.attendus.isEmpty {
        table(&page, attendus, section.attendus.map { cellules($0, avecJour: section.avecJour) })
      }
      if !section.appels.isEmpty { table(&page, appels, section.appels.map(cellules)) }
      if section.nombre == 0 { page.texte("p", "rien") }
      if section.autres > 0 { page.texte("p", "et \(section.autres) de plus : guichetctl demande lister") }
    }
    page.fermer("main")
    return page.html
  }

  private func table(_ page: inout PageHTML, _ head: [String], _ rows: [[String]]) {
    page.ouvrir("table")
    page.ouvrir("thead")
    ligne(&page, "th", head)
    page.fermer("thead")
    page.ouvrir("tbody")
    for row in rows { ligne(&page, "td", [""] + row) }
    page.fermer("tbody")
    page.fermer("table")
  }

  private func ligne(_ page: inout PageHTML, _ cell: String, _ texts: [String]) {
    page.ouvrir("tr")
    for text in texts { page.texte(cell, text) }
    page.fermer("tr")
  }

  private func cellules(_ attendu: Attendu, avecJour: Bool) -> [String] {
    let rendezVous = attendu.entree.rendezVous
    let day = avecJour ? "\(fuseau.date(of: rendezVous.debut).francaise) " : ""
    let how = [
      attendu.entree.aDeplacer.map { "À DÉPLACER : \($0.libelle)" }, rendezVous.place.mode.libelle,
      rendezVous.place.lieu,
    ]
    return [
      "\(day)\(fuseau.heure(rendezVous.debut))–\(fuseau.heure(rendezVous.fin))", attendu.entree.numero.texte,
      attendu.entree.famille ?? "", attendu.entree.telephone ?? "", how.compactMap(\.self).joined(separator: ", "),
    ]
  }

  private func cellules(_ appel: Appel) -> [String] {
    let due = appel.echeance.map { "\(fuseau.date(of: $0).francaise) \(fuseau.heure($0))" } ?? ""
    return [
      appel.numero.texte, appel.famille, appel.telephone ?? "sans téléphone",
      due + (appel.estUrgent ? ", urgent" : "") + (appel.estEnRetard ? ", en retard" : ""),
    ]
  }
}
