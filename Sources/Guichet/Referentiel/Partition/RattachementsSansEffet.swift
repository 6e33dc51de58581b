/// Parts of communes given to a LINF that never get there: all their postal codes are others', and a postal code is more
/// precise than a part.
enum RattachementsSansEffet {
  /// One sentence for each row, in an order of their own.
  static func phrases(_ rattachements: [Rattachement], _ territoire: Territoire, _ linf: [Linf]) -> [String] {
    let byCode = rattachements.filter { $0.regle == .codePostal }
    guard !byCode.isEmpty else { return [] }
    return rattachements.filter { $0.regle == .communeAssociee }.compactMap { row in
      guard let sous = row.sous else { return nil }
      let part = territoire.sousCommunes[Int(sous)]
      let isHidden =
        !part.codesPostaux.isEmpty
        && part.codesPostaux.allSatisfy { code in
          let others = byCode.filter {
            $0.commune == row.commune && $0.codePostal == code && ($0.sous == nil || $0.sous == sous)
          }
          return !others.contains { $0.linf == row.linf } && row.periode.sans(others.map(\.periode)).isEmpty
        }
      guard isHidden else { return nil }
      return "rattachements.csv : la ligne qui donne \(part.nom) (\(part.code)) à \(linf[Int(row.linf)].id), "
        + "\(row.periode.phrase), est sans effet : tous ses codes postaux (\(enumeration(part.codesPostaux.map(\.texte)))) "
        + "sont donnés à d’autres, et un code postal l’emporte sur une partie de commune ; retirer l’une ou l’autre."
    }.sorted()
  }
}
