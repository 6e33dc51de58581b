import GuichetControl
import GuichetDocuments
import StrictJSON

/// Where one place goes, with the reasoning.
struct UnRoutage: Presentable {
  let lieu: Wire.Lieu
  let routage: Wire.Routage

  func json(_ output: inout JSONOutput) { output.document(routage.json) }

  var csv: CSVDocument? { LotRoute(lieux: [lieu], routages: [routage]).csv }

  func texte(_ page: inout TextPage) {
    page.champ("LINF", routage.linf, ton: .bon)
    page.champ(
      "À orienter", Libelles.raison(routage.raison, departement: routage.departement), ton: .attention)
    page.champ("Commune", routage.codeInsee)
    page.champ("À noter", Libelles.marques(routage.marques), ton: .attention)
    page.champ("Candidats", Libelles.candidats(routage.candidats))
    page.champ("Décidé le", routage.jour.map { Horodatage.jour($0) })
    page.champ("Référentiel", routage.version.map { $0 == 0 ? "aucun" : "version \($0)" })
    page.liste(routage.explication)
  }
}

/// Where many places go: one line each, in their order.
struct LotRoute: Presentable {
  let lieux: [Wire.Lieu]
  let routages: [Wire.Routage]

  func json(_ output: inout JSONOutput) {
    for routage in routages { output.ligne(routage.json) }
  }

  var csv: CSVDocument? {
    var document = CSVDocument(colonnes: [
      "voie", "codePostal", "commune", "codeInsee", "date", "linf", "raison", "marques", "communeRetenue", "candidats",
      "explication", "jour", "version", "departement",
    ])
    for (lieu, routage) in zip(lieux, routages) {
      document.append([
        .texte(lieu.voie), .code(lieu.codePostal), .texte(lieu.commune), .code(lieu.codeInsee), .code(lieu.le),
        .code(routage.linf), .code(routage.raison), .texte(routage.marques.joined(separator: " ")),
        .code(routage.codeInsee), .texte(Libelles.candidatsCSV(routage.candidats)),
        .texte(routage.explication.joined(separator: " ")), .code(routage.jour),
        routage.version.map(CSVCell.nombre) ?? .vide, .code(routage.departement),
      ])
    }
    return document
  }

  func texte(_ page: inout TextPage) {
    guard !lieux.isEmpty else { return page.paragraphe("Aucun lieu.") }
    var table = TextTable([
      .init("LIEU", minimum: 16), .init("RETENUE"), .init("LINF", minimum: 12), .init("À NOTER", minimum: 8),
    ])
    for (lieu, routage) in zip(lieux, routages) {
      table.append([
        .init([lieu.voie, lieu.codePostal, lieu.commune, lieu.codeInsee].compactMap(\.self).joined(separator: " ")),
        .init(routage.codeInsee),
        routage.linf.map { .init($0) }
          ?? .init(Libelles.raison(routage.raison, departement: routage.departement), .attention),
        .init(Libelles.marques(routage.marques), .discret),
      ])
    }
    page.table(table)
    let unrouted = routages.count { $0.linf == nil }
    page.paragraphe("\(routages.count.de("lieu", "lieux")), dont \(unrouted.francais) à orienter", ton: .discret)
  }
}
