/// The names in the first line of a CSV file, compared with those that its columns may have.
package struct EnTete<Colonne: ColonneCSV> {
  private let keys: [[UInt8]]

  package init(_ headers: [String]) {
    keys = headers.map(Self.key)
  }

  /// Where a column stands; several places are a fault.
  package func rangs(of column: Colonne) -> [Int] {
    let accepted = column.noms.map(Self.key)
    return keys.indices.filter { accepted.contains(keys[$0]) }
  }

  /// The places of names that no column has.
  package var inconnus: [Int] {
    let known = Set(Colonne.allCases.flatMap(\.noms).map(Self.key))
    return keys.indices.filter { !known.contains(keys[$0]) }
  }

  /// Which of these columns the name was meant to be: one or two letters off, as between names of communes; in names of
  /// five letters or less the first one must be right.
  package func proches(_ rank: Int, parmi columns: [Colonne]) -> [Colonne] {
    columns.filter { column in
      column.noms.map(Self.key).contains { name in
        guard name.count > 5 || name.first == keys[rank].first else { return false }
        let tolerance = DistanceDeNoms.tolerance(longueur: name.count)
        return DistanceDeNoms.entre(keys[rank][...], name[...], limite: tolerance) != nil
      }
    }
  }

  /// Headers are compared without case, accents, blanks or punctuation: `Libellé d'acheminement` is
  /// `Libelle_d_acheminement`.
  private static func key(_ header: String) -> [UInt8] {
    NomNormalise.plie(header.utf8).filter { $0 != UInt8(ascii: " ") }
  }
}
