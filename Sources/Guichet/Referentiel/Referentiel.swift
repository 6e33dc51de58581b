/// The loaded, dated table of communes, LINF, rattachements and habilitations: whole, or refused.
///
/// Immutable and cheap to copy. Who holds a reference goes on with the table it began with while another takes its place.
package struct Referentiel: Sendable {
  let table: TableReferentiel

  /// Reads the files of a référentiel's folder.
  ///
  /// - Parameters:
  ///   - fichiers: in any order; their names tell what they are. `communes.csv`, `codes-postaux.csv`, `linf.csv` and
  ///     `rattachements.csv` are needed.
  ///   - departement: that of the Caf (`59`, `2A`, `974`); nil takes the one of most rattachements.
  /// - Throws: every fault of every file at once. Nothing is loaded unless all is right.
  package static func charger(
    _ fichiers: [FichierReferentiel], departement: String? = nil
  ) throws(ReferentielRefuse) -> Referentiel {
    var chargement = Chargement()
    return Referentiel(table: try chargement.charger(fichiers, departement: departement))
  }

  package var departement: String { table.departement }

  /// The same référentiel as the Caf of another département sees it, sharing all but its index of names: for tables that
  /// tell of the whole country. Warnings, and the communes for which an EPCI stands, stay those of the one loaded.
  package func vu(de departement: String) -> Referentiel {
    Referentiel(table: TableReferentiel(table, vuDe: departement))
  }

  /// How many communes of the département the official file has.
  package var communesCount: Int {
    table.communes.count { $0.departement == table.departement }
  }

  /// In the order of their ids.
  package var linf: [Linf] { table.linf }

  package func linf(_ id: String) -> Linf? {
    var (low, high) = (0, table.linf.count)
    while low < high {
      let middle = (low + high) / 2
      if table.linf[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < table.linf.count && table.linf[low].id == id ? table.linf[low] : nil
  }

  /// The official name of a commune, by its code as decisions give it, or the last name of a commune that is gone, by the
  /// code that it had; nil when the files do not know it.
  package func nom(ofCommune code: String) -> String? {
    guard let code = CodeInsee(code) else { return nil }
    return table.endroit(code).map { table.nom($0) } ?? table.anciennes.parCode[code]?.nom
  }

  /// Every code under which what happened in a commune may have been recorded: its own, then in their order those of its
  /// parts and every former one that leads to it today. The code alone, when it leads to no single commune.
  ///
  /// - Parameter code: of a commune, of a part of one, or a former one. An arrondissement of Paris, Lyon or Marseille has
  ///   no other code than its own.
  package func codes(ofCommune code: String) -> [String] {
    guard let key = CodeInsee(code) else { return [code] }
    let places = table.endroits(key)
    guard places.count == 1, let place = places.first else { return [code] }
    guard table.sousCommune(place)?.genre != .arrondissement else { return [table.code(place).texte] }
    let current = table.commune(place).code
    let parts = table.sousCommunes.lazy.filter { $0.commune == place.commune }.map(\.code)
    let former = table.anciennes.parCode.values.lazy.filter { $0.endroit?.commune == place.commune }.map(\.code)
    return [current.texte] + Set(parts).union(former).subtracting([current]).sorted().map(\.texte)
  }

  package var rattachementsCount: Int { table.rattachements.count }

  /// What was loaded but deserves a look, one French sentence each. Gaps depend on the day: see `lacunes`.
  package var avertissements: [String] { table.avertissements }
}
