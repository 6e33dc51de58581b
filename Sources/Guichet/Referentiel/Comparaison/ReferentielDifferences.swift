/// What loading a référentiel would change, looked at before it is applied.
package struct ReferentielDifferences: Hashable, Sendable {
  /// A place that another LINF holds, from some day on.
  package struct Changement: Hashable, Sendable {
    package let codeInsee: String
    /// The commune's.
    package let nom: String
    /// `Lille 59800`, `boulevard Vauban à Lille 59000`, `Gouy (commune)`.
    package let lieu: String
    /// Ids; nil for nobody.
    package let avant: String?
    package let apres: String?
    /// The first day on which the two tables differ about it.
    package let aPartirDu: DateCivile
  }

  /// A LINF that both know and describe otherwise.
  package struct LinfModifie: Hashable, Sendable {
    package let id: String
    /// What changed, in words: `téléphone : « 03 53 01 00 01 » devient « 03 53 01 00 02 »`.
    package let champs: [String]
  }

  /// Ids of LINF that only the new one knows, and that only the old one knew.
  package let linfAjoutes: [String]
  package let linfRetires: [String]
  package let linfModifies: [LinfModifie]
  /// By commune: places whose LINF is not the same on that day or a later one, each told once.
  package let changements: [Changement]
  /// Days without a LINF that the new one brings about, and that it ends.
  package let lacunesOuvertes: [Lacune]
  package let lacunesComblees: [Lacune]
  /// Communes of the département that only the new official file knows, and that only the old one knew.
  package let communesApparues: [CommuneCandidate]
  package let communesDisparues: [CommuneCandidate]
  package let fermeturesChangent: Bool

  /// Whether every place stays with its LINF, every gap as it is.
  package var isEmpty: Bool {
    linfAjoutes.isEmpty && linfRetires.isEmpty && changements.isEmpty && lacunesOuvertes.isEmpty
      && lacunesComblees.isEmpty
  }

  /// Whether in addition all that is said of the LINF and of the communes is the same.
  package var toutEstIdentique: Bool {
    isEmpty && linfModifies.isEmpty && communesApparues.isEmpty && communesDisparues.isEmpty && !fermeturesChangent
  }
}

extension Referentiel {
  /// What differs between the référentiel in force and this one.
  ///
  /// Holders are compared on the day and on every later one on which a row of either table begins or has just ended; they
  /// are those that routing finds.
  ///
  /// - Parameters:
  ///   - current: nil when none is loaded yet.
  ///   - jour: the first day that counts.
  package func differences(avec current: Referentiel?, le jour: DateCivile) -> ReferentielDifferences {
    let ids = Set(linf.map(\.id))
    let oldIds = Set(current?.linf.map(\.id) ?? [])
    let apres = TenantsCompares(table)
    let avant = current.map { TenantsCompares($0.table) }
    let comparison = ComparaisonDeTenants(avant: avant, apres: apres, premier: Int32(jour.daysSince1970))
    let communes = apres.communes
    let oldCommunes = avant?.communes ?? []
    let gaps = lacunes(aPartirDu: jour)
    let oldGaps = current?.lacunes(aPartirDu: jour) ?? []
    return ReferentielDifferences(
      linfAjoutes: ids.subtracting(oldIds).sorted(), linfRetires: oldIds.subtracting(ids).sorted(),
      linfModifies: linf.compactMap { linf in current?.linf(linf.id).flatMap { linfModifie($0, linf, current) } },
      changements: communes.union(oldCommunes).sorted().flatMap(comparison.changements),
      lacunesOuvertes: Lacune.difference(gaps, oldGaps), lacunesComblees: Lacune.difference(oldGaps, gaps),
      communesApparues: avant == nil ? [] : nommees(communes.subtracting(oldCommunes), apres),
      communesDisparues: avant.map { nommees(oldCommunes.subtracting(communes), $0) } ?? [],
      fermeturesChangent: current.map { $0.fermetures != fermetures } ?? !fermetures.isEmpty)
  }

  private func nommees(_ communes: Set<CodeInsee>, _ side: TenantsCompares) -> [CommuneCandidate] {
    communes.sorted().map { CommuneCandidate(codeInsee: $0.texte, nom: side.nom(commune: $0) ?? $0.texte) }
  }

  private func linfModifie(
    _ old: Linf, _ new: Linf, _ current: Referentiel?
  ) -> ReferentielDifferences.LinfModifie? {
    let texts: [(String, String?, String?)] = [
      ("nom", old.nom, new.nom), ("type", old.type, new.type), ("gestionnaire", old.gestionnaire, new.gestionnaire),
      ("téléphone", old.telephone, new.telephone), ("courriel", old.courriel, new.courriel),
      ("voie", old.voie, new.voie), ("code postal", old.codePostal, new.codePostal),
      ("commune", old.commune, new.commune),
    ]
    var changes = texts.filter { $0.1 != $0.2 }.map { name, old, new in
      switch (old, new) {
      case (let old?, let new?): "\(name) : « \(montre(old)) » devient « \(montre(new)) »"
      case (let old?, nil): "\(name) : « \(montre(old)) » disparaît"
      case (nil, let new): "\(name) : « \(montre(new ?? "")) » apparaît"
      }
    }
    if old.habilitations != new.habilitations { changes.append("ses habilitations changent") }
    if current?.horaires(of: old.id) != horaires(of: new.id) { changes.append("ses horaires changent") }
    return changes.isEmpty ? nil : ReferentielDifferences.LinfModifie(id: new.id, champs: changes)
  }
}

extension Lacune {
  /// The days of these gaps that are none in the others.
  static func difference(_ gaps: [Lacune], _ others: [Lacune]) -> [Lacune] {
    let known = Dictionary(grouping: others, by: \.lieu)
    return gaps.flatMap { gap in
      gap.periode.sans((known[gap.lieu] ?? []).map(\.periode)).map {
        Lacune(codeInsee: gap.codeInsee, nom: gap.nom, codesPostaux: gap.codesPostaux, periode: $0)
      }
    }
  }

  private var lieu: [String] { [codeInsee] + codesPostaux }
}
