// Which département the référentiel is of, and whether the official file has it.

extension Chargement {
  /// The one that was asked for, or that of most rattachements; empty when there is none.
  mutating func departement(_ wanted: String?) -> String {
    let departement = wanted ?? deduit
    if let departement, !illisibles.contains(.communes), !estOfficiel(departement) {
      var echoes = communesInconnues[departement] ?? []
      if let fault = communesManquantes { echoes.insert(fault) }
      fautes.removeAll(where: echoes.contains)
      // Rows that were refused may be the ones that it lacks.
      if !fautes.contains(where: { $0.ligne != nil && $0.fichier.lowercased() == communes.nomDeFichier }) {
        fautes.append(sansCommune(departement, wanted))
      }
    }
    if departement == nil, fautes.isEmpty {
      fautes.append(
        FauteReferentiel(
          fichier: FichierReferentiel.Genre.rattachements.nomDeFichier,
          message: "aucun rattachement : écrire qui tient quelle commune, le département s’en déduit."))
    }
    return departement ?? ""
  }

  /// Of most rattachements, those of communes that are nowhere included.
  private var deduit: String? {
    var counts = communesInconnues.mapValues(\.count)
    for ligne in lignes {
      switch ligne.cible {
      case .endroit(let commune, _): counts[territoire.communes[Int(commune)].departement, default: 0] += 1
      case .epci(let communes):
        for commune in communes { counts[territoire.communes[Int(commune)].departement, default: 0] += 1 }
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private var communes: FichierReferentiel.Genre { .communes }

  /// `communes.csv` has no commune of the département.
  private func sansCommune(_ departement: String, _ wanted: String?) -> FauteReferentiel {
    let isNamed =
      communesInconnues[departement] != nil || territoire.communes.contains { $0.departement == departement }
    var remedy = "y remettre \(communes.provenance ?? ""), en entier"
    if wanted != nil, !isNamed { remedy = "corriger le département de la Caf (59, 2A, 974…), ou \(remedy)" }
    return FauteReferentiel(
      fichier: communes.nomDeFichier, message: "aucune commune du département « \(montre(departement)) » : \(remedy).")
  }

  /// Whether the official file has communes of the département, or needs none.
  func estOfficiel(_ departement: String) -> Bool {
    departementsOfficiels.contains(departement)
      || (Self.horsCodeOfficiel.contains(departement)
        && territoire.communes.contains { $0.departement == departement })
  }

  /// Families give postal codes: a commune of the département that has none is found by its name only.
  func communesSansCodePostal(_ departement: String) -> String? {
    guard !illisibles.contains(.codesPostaux) else { return nil }
    let without = territoire.communes.indices.filter {
      territoire.communes[$0].departement == departement && codesPostaux(of: Int32($0)).isEmpty
    }
    guard !without.isEmpty else { return nil }
    let names = without.map { "\(territoire.communes[$0].nom) (\(territoire.communes[$0].code))" }.sorted()
    return "Communes du département \(departement) sans code postal dans codes-postaux.csv (\(names.count)) : "
      + "\(enumeration(names)) ; leurs familles ne sont reconnues que par le nom ou le code INSEE : reprendre "
      + "\(FichierReferentiel.Genre.codesPostaux.provenance ?? "")."
  }
}
