// A code INSEE beside a name that is not that of its commune.

extension RechercheCommune {
  /// Whether the name is one of the commune of this place, or near one, under any of its postal codes.
  func porte(_ place: Endroit, _ name: NomSaisi) -> Bool {
    let own = NomNormalise(table.communes[Int(place.commune)].nom)
    return name.formes.contains { $0.sansArticle == own.sansArticle }
      || table.codesPostaux(of: place.commune).contains { code in
        table.endroits(code, nommes: name).contains { $0.commune == place.commune }
          || table.endroits(code, proches: name).contains { $0.commune == place.commune }
      }
  }

  /// What the code INSEE means as a postal code, where it is one of other communes too and no postal code speaks for the
  /// commune that it names: then nothing tells which field it was typed into. Empty where the code may be believed.
  func autresParLeCodePostal(_ code: CodeInsee, _ place: Endroit, _ lieu: LieuSaisi, _ name: NomSaisi) -> [Endroit] {
    if let typed = lieu.codePostal, table.dessert(typed, commune: place.commune) { return [] }
    guard let postal = CodePostal(code.texte) else { return [] }
    if case .trouve(let named) = essayer(postal, name).resultat {
      return named.commune == place.commune ? [] : [named]
    }
    return table.endroits(postal).filter { $0.commune != place.commune }
  }
}
