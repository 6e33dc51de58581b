/// Part of the département that no LINF holds from one day to another: a commune of the official list, or some postal
/// codes of it.
package struct Lacune: Hashable, Sendable {
  package let codeInsee: String
  package let nom: String
  /// The postal codes that nobody holds; empty when the whole commune is not.
  package let codesPostaux: [String]
  package let periode: Periode

  /// `Anor (59012), à partir du 23/11/2026`.
  package var phrase: String {
    let part = codesPostaux.isEmpty ? "" : ", code postal \(codesPostaux.joined(separator: ", "))"
    return "\(nom) (\(codeInsee))\(part), \(periode.phrase)"
  }
}

extension Referentiel {
  /// What nobody holds on some day from this one on, against the official list of the département's communes and not
  /// against the table itself; in the order of codes, then days.
  package func lacunes(aPartirDu jour: DateCivile) -> [Lacune] {
    let recherche = RechercheDeLacunes(table: table, premier: Int32(jour.daysSince1970))
    return table.communes.indices.lazy
      .filter { table.communes[$0].departement == table.departement }
      .sorted { table.communes[$0].code < table.communes[$1].code }
      .flatMap { recherche.lacunes(Int32($0)) }
  }

  /// The warnings of loading, and the gaps from this day on: everything that deserves a look, one French sentence each.
  package func avertissements(le jour: DateCivile) -> [String] {
    let gaps = lacunes(aPartirDu: jour)
    guard !gaps.isEmpty else { return avertissements }
    let communes = Set(gaps.map(\.codeInsee)).count
    let sentence =
      "Communes du département \(departement) sans LINF certains jours à venir (\(communes) sur \(communesCount)) : "
      + "\(enumeration(gaps.map(\.phrase)))."
    return avertissements + [sentence]
  }
}

/// Looks at each commune day by day, or rather from one change of its rattachements to the next.
private struct RechercheDeLacunes {
  let table: TableReferentiel
  /// Days since 1970.
  let premier: Int32
  private let decoupage: Decoupage

  init(table: TableReferentiel, premier: Int32) {
    self.table = table
    self.premier = premier
    decoupage = Decoupage(table)
  }

  func lacunes(_ commune: Int32) -> [Lacune] {
    let rows = table.rattachements(commune: commune).filter { $0.voie == nil }
    var starts: Set<Int32> = [premier]
    for row in rows {
      let (begin, after) = row.periode.bornes
      for day in [begin, after] {
        if let day, day > premier { starts.insert(day) }
      }
    }
    var gaps: [Lacune] = []
    var open: (codes: [CodePostal], since: Int32)?
    func close(before day: Int32?) {
      guard let gap = open else { return }
      open = nil
      let last = day.map { DateCivile(daysSince1970: Int($0) - 1) }
      guard let periode = Periode(du: DateCivile(daysSince1970: Int(gap.since)), au: last) else { return }
      gaps.append(
        Lacune(
          codeInsee: table.communes[Int(commune)].code.texte, nom: table.communes[Int(commune)].nom,
          codesPostaux: gap.codes.map(\.texte), periode: periode))
    }
    for day in starts.sorted() {
      let missing = manque(commune, rows.filter { $0.periode.contient(jourDepuis1970: day) })
      if let gap = open, gap.codes == missing { continue }
      close(before: day)
      if let missing { open = (missing, day) }
    }
    close(before: nil)
    return gaps
  }

  /// The postal codes that these rows leave out, none for all of them; nil when everything is held.
  private func manque(_ commune: Int32, _ rows: [Rattachement]) -> [CodePostal]? {
    if rows.contains(where: { $0.codePostal == nil && $0.sous == nil }) { return nil }
    let known = decoupage.codesPostaux(of: commune)
    guard !known.isEmpty else {
      return decoupage.remplissent(Set(rows.compactMap(\.sous)), commune, sous: nil) ? nil : []
    }
    let missing = known.filter { code in
      let there = rows.filter { $0.codePostal == nil || $0.codePostal == code }
      return !there.contains { $0.sous == nil } && !decoupage.couvrent(Set(there.compactMap(\.sous)), commune, code)
    }
    if missing.isEmpty { return nil }
    return missing.count == known.count ? [] : missing
  }
}
