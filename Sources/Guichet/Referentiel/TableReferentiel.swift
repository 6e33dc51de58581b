/// The immutable index behind a référentiel: flat arrays, so that a look-up costs the same whatever the size, and so that
/// the whole country stays small in memory.
final class TableReferentiel: Sendable {
  let departement: String
  let communes: [Commune]
  let sousCommunes: [SousCommune]
  /// By `CodeInsee.indice`: 0 none, n the commune n − 1, −n the sous-commune n − 1.
  let parCodeInsee: [Int32]
  let anciennes: AnciennesCommunes
  let nomsParCodePostal: NomsParCodePostal
  let nomsParDepartement: NomsParDepartement
  let communesParCodePostal: CommunesParCodePostal
  /// The name of the département, which people add to that of their commune; nil for one that has none.
  let nomDuDepartement: NomNormalise?
  /// By code of a département: the ranks of its communes.
  private let communesParDepartement: [String: [Int32]]
  /// The postal codes of each commune, in the order of communes.
  let codesPostaux: [CodePostal]
  /// By commune: where its postal codes begin; one more entry at the end.
  let debutDesCodes: [Int32]
  let linf: [Linf]
  /// In the order of `linf`.
  let tenants: [LinfTenant]
  let voies: [Voie]
  /// Sorted by commune.
  let rattachements: [Rattachement]
  /// By commune: where its rattachements begin; one more entry at the end.
  let debutParCommune: [Int32]
  /// Whether `habilitations.csv` was given at all.
  let connaitLesHabilitations: Bool
  /// By id of their LINF.
  let horaires: [String: [Horaire]]
  let fermetures: [Fermeture]
  /// By name.
  let epci: [Epci]
  let avertissements: [String]
  /// When communes of the département change hands.
  let changements: ChangementsDeTenant

  init(
    departement: String, territoire: Territoire, linf: [Linf], voies: [Voie], rattachements: [Rattachement],
    connaitLesHabilitations: Bool, horaires: [String: [Horaire]], fermetures: [Fermeture], epci: [Epci],
    avertissements: [String]
  ) {
    self.departement = departement
    communes = territoire.communes
    sousCommunes = territoire.sousCommunes
    parCodeInsee = territoire.parCodeInsee
    anciennes = territoire.anciennes
    nomsParCodePostal = territoire.nomsParCodePostal()
    let codes = territoire.communes.indices.map { territoire.codesPostaux(of: Int32($0)) }
    codesPostaux = codes.flatMap(\.self)
    debutDesCodes = codes.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
    nomsParDepartement = NomsParDepartement(nomsParCodePostal, communes)
    communesParCodePostal = CommunesParCodePostal(nomsParCodePostal, sousCommunes)
    nomDuDepartement = Departement.nom(departement).map { NomNormalise($0) }
    communesParDepartement = Dictionary(
      grouping: communes.indices.map { Int32($0) }, by: { [communes] in communes[Int($0)].departement })
    self.linf = linf
    tenants = linf.map(LinfTenant.init)
    self.voies = voies
    let sorted = rattachements.sorted { Rattachement.precede($0, $1, voies) }
    var starts = [Int32](repeating: 0, count: communes.count + 1)
    for rattachement in sorted { starts[Int(rattachement.commune) + 1] += 1 }
    for rank in communes.indices { starts[rank + 1] += starts[rank] }
    self.rattachements = sorted
    debutParCommune = starts
    self.connaitLesHabilitations = connaitLesHabilitations
    self.horaires = horaires
    self.fermetures = fermetures
    self.epci = epci
    self.avertissements = avertissements
    changements = ChangementsDeTenant(
      sorted, debutParCommune: starts, communes: communesParDepartement[departement] ?? [])
  }

  /// The same table as the Caf of another département sees it.
  init(_ other: TableReferentiel, vuDe departement: String) {
    self.departement = departement
    communes = other.communes
    sousCommunes = other.sousCommunes
    parCodeInsee = other.parCodeInsee
    nomsParCodePostal = other.nomsParCodePostal
    codesPostaux = other.codesPostaux
    debutDesCodes = other.debutDesCodes
    nomsParDepartement = other.nomsParDepartement
    communesParCodePostal = other.communesParCodePostal
    nomDuDepartement = Departement.nom(departement).map { NomNormalise($0) }
    communesParDepartement = other.communesParDepartement
    linf = other.linf
    tenants = other.tenants
    voies = other.voies
    rattachements = other.rattachements
    debutParCommune = other.debutParCommune
    connaitLesHabilitations = other.connaitLesHabilitations
    anciennes = other.anciennes
    horaires = other.horaires
    fermetures = other.fermetures
    epci = other.epci
    avertissements = other.avertissements
    changements = ChangementsDeTenant(
      rattachements, debutParCommune: debutParCommune, communes: communesParDepartement[departement] ?? [])
  }
}

// MARK: Look-ups

extension TableReferentiel {
  // Routing reads fields of these where they stand: a copy of the whole would touch each of its texts.

  func commune(_ place: Endroit) -> Commune { communes[Int(place.commune)] }

  func sousCommune(_ place: Endroit) -> SousCommune? { place.rangDeLaPartie.map { sousCommunes[$0] } }

  func estDuDepartement(_ place: Endroit) -> Bool { communes[Int(place.commune)].departement == departement }

  /// The place that an official code names; a delegated or associated code implies its own postal code, where it has one.
  func endroit(_ code: CodeInsee) -> Endroit? {
    let rank = parCodeInsee[Int(code.indice)]
    if rank > 0 { return Endroit(commune: rank - 1) }
    guard rank < 0 else { return nil }
    let part = sousCommunes[Int(-rank - 1)]
    return precise(Endroit(commune: part.commune, sous: -rank - 1))
  }

  /// The places that a code names, today's or a former one: none, one, or several where its commune was shared out.
  func endroits(_ code: CodeInsee) -> [Endroit] {
    if let place = endroit(code) { return [place] }
    return anciennes.parCode[code]?.endroits.map(precise) ?? []
  }

  /// The names under a postal code; empty for a code that the official file does not list.
  func noms(_ code: CodePostal) -> ArraySlice<NomDesservi> { nomsParCodePostal[code] }

  func cle(_ name: NomDesservi) -> ArraySlice<UInt8> { nomsParCodePostal.cle(name) }

  func dessert(_ code: CodePostal, commune: Int32) -> Bool {
    endroits(code).contains { $0.commune == commune }
  }

  /// The places that a postal code covers, one for each commune.
  func endroits(_ code: CodePostal) -> ArraySlice<Endroit> {
    nomsParCodePostal.rang(code).map { communesParCodePostal[$0] } ?? []
  }

  /// The same place with what follows from what is known of it: the only postal code of its commune or of its part, or
  /// the part that its postal code is for alone.
  func precise(_ place: Endroit) -> Endroit {
    var place = place
    if place.codePostal == nil {
      if let part = place.rangDeLaPartie, sousCommunes[part].codesPostaux.count == 1 {
        place.codePostal = sousCommunes[part].codesPostaux[0]
      } else {
        let codes = codesPostaux(of: place.commune)
        place.codePostal = codes.count == 1 ? codes.first : nil
      }
    }
    guard place.sous == nil, let code = place.codePostal else { return place }
    place.sous = endroits(code).first { $0.commune == place.commune }?.sous
    return place
  }

  /// The postal codes of a commune, in their order.
  func codesPostaux(of commune: Int32) -> ArraySlice<CodePostal> {
    codesPostaux[Int(debutDesCodes[Int(commune)])..<Int(debutDesCodes[Int(commune) + 1])]
  }

  /// The rattachements of a commune, most precise first.
  func rattachements(commune: Int32) -> ArraySlice<Rattachement> { rattachements[rangs(commune: commune)] }

  /// Where the rattachements of a commune stand.
  func rangs(commune: Int32) -> Range<Int> {
    Int(debutParCommune[Int(commune)])..<Int(debutParCommune[Int(commune) + 1])
  }

  /// The code that is given for a place: an arrondissement's own, otherwise the commune's.
  func code(_ place: Endroit) -> CodeInsee {
    arrondissement(place).map { sousCommunes[$0].code } ?? communes[Int(place.commune)].code
  }

  /// `Lille (59350)`, or `Lomme, commune associée à Lille (59350)`.
  func designation(_ place: Endroit) -> String {
    let commune = communes[Int(place.commune)]
    return place.rangDeLaPartie.map { sousCommunes[$0].designation(dans: commune) } ?? commune.designation
  }

  /// `Lomme (Lille)` for a part that has a name of its own, the name alone for an arrondissement or a commune.
  func nom(_ place: Endroit) -> String {
    let commune = communes[Int(place.commune)].nom
    guard let part = place.rangDeLaPartie.map({ sousCommunes[$0] }), part.nom != commune else { return commune }
    return part.genre == .arrondissement ? part.nom : "\(part.nom) (\(commune))"
  }

  private func arrondissement(_ place: Endroit) -> Int? {
    place.rangDeLaPartie.flatMap { sousCommunes[$0].genre == .arrondissement ? $0 : nil }
  }
}
