import Guichet
import GuichetControl
import GuichetDocuments
import StrictJSON

/// The rendez-vous of some days: as a list by day, a week on a wide terminal as one column a day.
struct AgendaMontre: Presentable {
  let rendezVous: [Wire.RendezVous]
  /// The Monday of the week that is shown; nil for a day.
  let lundi: DateCivile?
  /// Columns of the terminal; nil where there is none.
  let largeur: Int?

  /// Columns from which a week has one for each of its days.
  private static let large = 120

  func json(_ output: inout JSONOutput) { output.document(.array(rendezVous.map(\.json))) }

  var csv: CSVDocument? {
    var document = CSVDocument(colonnes: [
      "numero", "id", "linf", "debut", "fin", "mode", "lieu", "poste", "statut", "aRenseigner", "aDeplacer", "nom",
      "telephone",
    ])
    for one in rendezVous {
      document.append([
        .code(one.numero), .code(String(one.id)), .code(one.linf), .code(one.debut), .code(one.fin), .code(one.mode),
        .texte(one.lieu), .code(String(one.poste)), .code(one.statut), .ouiNon(one.aRenseigner), .code(one.aDeplacer),
        .texte(one.nom), .code(one.telephone),
      ])
    }
    return document
  }

  func texte(_ page: inout TextPage) {
    guard !rendezVous.isEmpty else { return page.paragraphe("Aucun rendez-vous.") }
    if let lundi, let largeur, largeur >= Self.large {
      semaine(lundi, &page)
    } else {
      let severalLinf = Set(rendezVous.map(\.linf)).count > 1
      var rest = rendezVous[...]
      while let first = rest.first {
        let day = rest.prefix { $0.jour == first.jour }
        page.titre(first.jour)
        page.table(table(day, severalLinf))
        rest = rest.dropFirst(day.count)
      }
    }
    page.paragraphe(rendezVous.count.de("rendez-vous", "rendez-vous"), ton: .discret)
  }

  private func table(_ rows: ArraySlice<Wire.RendezVous>, _ severalLinf: Bool) -> TextTable {
    var columns: [TextTable.Column] = [.init("HEURE"), .init("NUMÉRO")]
    if severalLinf { columns.append(.init("LINF", minimum: 10)) }
    columns += [
      .init("FAMILLE", minimum: 12), .init("TÉLÉPHONE"), .init("COMMENT", minimum: 12), .init("SITUATION", minimum: 12),
    ]
    var table = TextTable(columns)
    for one in rows {
      let (situation, ton) = one.situation
      var cells: [TextTable.Cell] = [.init(one.heures), .init(one.numero)]
      if severalLinf { cells.append(.init(one.linf)) }
      cells += [.init(one.nom), .init(one.telephone), .init(one.comment), .init(situation, ton)]
      table.append(cells)
    }
    return table
  }

  /// The days that have any, and always Monday to Friday; each of their rendez-vous in two lines.
  private func semaine(_ lundi: DateCivile, _ page: inout TextPage) {
    let days = (0..<7).map { lundi.advanced(byDays: $0) }.compactMap { day -> (DateCivile, [Wire.RendezVous])? in
      let rows = rendezVous.filter { $0.debut.hasPrefix(day.iso) }
      return rows.isEmpty && day.jourDeSemaine.rang > 4 ? nil : (day, rows)
    }
    var table = TextTable(days.map { .init($0.0.avecJour, minimum: 14) })
    for rank in 0..<(days.map(\.1.count).max() ?? 0) {
      let row = days.map { rank < $0.1.count ? $0.1[rank] : nil }
      table.append(row.map { .init($0.map { "\(Horodatage.heure($0.debut)) \($0.nom ?? $0.numero)" }) })
      table.append(row.map { one in .init(one.map { "  \($0.situation.texte)" }, one?.situation.ton ?? .normal) })
    }
    page.table(table)
  }
}
