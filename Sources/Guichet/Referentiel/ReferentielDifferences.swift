/// What loading a référentiel would change, looked at before it is applied.
package struct ReferentielDifferences: Hashable, Sendable {
  /// A commune whose LINF are not the same on the day that was looked at.
  package struct Changement: Hashable, Sendable {
    package let codeInsee: String
    package let nom: String
    /// Ids of those that hold it or part of it, in their order; empty for none.
    package let avant: [String]
    package let apres: [String]
  }

  /// Ids of LINF that only the new one knows, and that only the old one knew.
  package let linfAjoutes: [String]
  package let linfRetires: [String]
  package let communes: [Changement]
  /// Gaps that open, and that close.
  package let lacunesOuvertes: [Lacune]
  package let lacunesComblees: [Lacune]

  package var isEmpty: Bool {
    linfAjoutes.isEmpty && linfRetires.isEmpty && communes.isEmpty && lacunesOuvertes.isEmpty
      && lacunesComblees.isEmpty
  }
}

extension Referentiel {
  /// What differs between the référentiel in force and this one.
  ///
  /// - Parameters:
  ///   - current: nil when none is loaded yet.
  ///   - jour: the day on which holders are compared, and from which gaps count.
  package func differences(avec current: Referentiel?, le jour: DateCivile) -> ReferentielDifferences {
    let ids = Set(linf.map(\.id))
    let oldIds = Set(current?.linf.map(\.id) ?? [])
    let holders = tenants(le: jour)
    let oldHolders = current?.tenants(le: jour) ?? [:]
    let changed = Set(holders.keys).union(oldHolders.keys).filter {
      holders[$0] ?? [] != oldHolders[$0] ?? []
    }.sorted()
    let gaps = lacunes(aPartirDu: jour)
    let oldGaps = current?.lacunes(aPartirDu: jour) ?? []
    return ReferentielDifferences(
      linfAjoutes: ids.subtracting(oldIds).sorted(), linfRetires: oldIds.subtracting(ids).sorted(),
      communes: changed.map { code in
        ReferentielDifferences.Changement(
          codeInsee: code, nom: nom(ofCommune: code) ?? current?.nom(ofCommune: code) ?? code,
          avant: oldHolders[code] ?? [],
          apres: holders[code] ?? [])
      },
      lacunesOuvertes: gaps.filter { !oldGaps.contains($0) },
      lacunesComblees: oldGaps.filter { !gaps.contains($0) })
  }

  /// By code INSEE: the ids of the LINF that hold each commune of the département, or part of it, on a day.
  private func tenants(le jour: DateCivile) -> [String: [String]] {
    var holders: [String: [String]] = [:]
    for rank in table.communes.indices where table.communes[rank].departement == departement {
      let ids = table.rattachements(commune: Int32(rank)).filter { $0.periode.contient(jour) }
        .map { table.linf[Int($0.linf)].id }
      holders[table.communes[rank].code.texte] = Set(ids).sorted()
    }
    return holders
  }
}
