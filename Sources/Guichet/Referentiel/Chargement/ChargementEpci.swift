// Reading `epci.csv`: the communes of each group of communes.

extension Chargement {
  /// A list of an earlier year may name former communes: the commune that they are part of today follows them, unless it
  /// is listed itself, or they were of different groups.
  mutating func lireEpci(_ fichier: FichierReferentiel) {
    var table = TableCSV<ColonneEpci>(fichier)
    var listed: Set<Int32> = []
    var parLesAnciennes: [Int32: Set<Int>] = [:]
    var sansSuite: Set<CodeInsee> = []
    while table.next() {
      guard let code = table.codeInsee(.codeInsee) else { continue }
      guard let siren = table.siren(.siren) else { continue }
      if nomsDEpci[siren] == nil { nomsDEpci[siren] = table.texteOuRien(.nom) }
      if let place = territoire.endroit(code), place.sous == nil {
        communesParEpci[siren, default: []].append(place.commune)
        listed.insert(place.commune)
      } else if let commune = territoire.endroit(code)?.commune ?? territoire.anciennes.parCode[code]?.endroit?.commune
      {
        parLesAnciennes[commune, default: []].insert(siren)
      } else {
        sansSuite.insert(code)
      }
      // An EPCI whose communes are all elsewhere is known all the same.
      communesParEpci[siren, default: []] += []
    }
    conclure(table, .epci)
    suivre(parLesAnciennes.filter { !listed.contains($0.key) }, fichier.nom)
    if !sansSuite.isEmpty {
      avertissements.append(
        "Codes INSEE de \(fichier.nom) qui ne mènent à aucune commune actuelle, ou à plusieurs (\(sansSuite.count)) : "
          + "\(enumeration(sansSuite.map(\.texte).sorted())) ; leurs lignes sont sans effet.")
    }
  }

  private mutating func suivre(_ members: [Int32: Set<Int>], _ file: String) {
    var disputed: [String] = []
    for (commune, sirens) in members.sorted(by: { $0.key < $1.key }) {
      if let siren = sirens.first, sirens.count == 1 {
        communesParEpci[siren, default: []].append(commune)
      } else {
        let names = sirens.sorted().map { "\($0)" }
        disputed.append("\(territoire.designation(Endroit(commune: commune))), de \(enumeration(names))")
      }
    }
    guard !disputed.isEmpty else { return }
    avertissements.append(
      "Communes dont les anciennes communes sont, dans \(file), de plusieurs EPCI (\(disputed.count)) : "
        + "\(enumeration(disputed)) ; elles ne sont prises dans aucun.")
  }

  /// Those that reach into a département, by name.
  func epci(of departement: String) -> [Epci] {
    communesParEpci.compactMap { siren, communes in
      let codes = Set(communes).map { territoire.communes[Int($0)] }.filter { $0.departement == departement }
        .map(\.code.texte).sorted()
      guard !codes.isEmpty else { return nil }
      let key = pad(siren, 9)
      return Epci(siren: key, nom: nomsDEpci[siren] ?? key, communes: codes)
    }.sorted { ($0.nom, $0.siren) < ($1.nom, $1.siren) }
  }
}
