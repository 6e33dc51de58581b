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
  /// Ranks in `nomsParCodePostal.noms` of every name of the département.
  let nomsDuDepartement: [NomNormalise: [Int32]]
  /// The postal codes of each commune, in the order of communes.
  let codesPostaux: [CodePostal]
  /// By commune: where its postal codes begin; one more entry at the end.
  let debutDesCodes: [Int32]
  let linf: [Linf]
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
  let avertissements: [String]
  /// When communes of the département change hands.
  let changements: ChangementsDeTenant

  init(
    departement: String, territoire: Territoire, linf: [Linf], voies: [Voie], rattachements: [Rattachement],
    connaitLesHabilitations: Bool, horaires: [String: [Horaire]], fermetures: [Fermeture], avertissements: [String]
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
    nomsDuDepartement = Self.index(nomsParCodePostal, of: departement, communes)
    self.linf = linf
    self.voies = voies
    let sorted = rattachements.sorted {
      ($0.commune, $0.regle.precision, $0.ligne) < ($1.commune, $1.regle.precision, $1.ligne)
    }
    var starts = [Int32](repeating: 0, count: communes.count + 1)
    for rattachement in sorted { starts[Int(rattachement.commune) + 1] += 1 }
    for rank in communes.indices { starts[rank + 1] += starts[rank] }
    self.rattachements = sorted
    debutParCommune = starts
    self.connaitLesHabilitations = connaitLesHabilitations
    self.horaires = horaires
    self.fermetures = fermetures
    self.avertissements = avertissements
    changements = ChangementsDeTenant(sorted, communes: communes, departement: departement)
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
    nomsDuDepartement = Self.index(other.nomsParCodePostal, of: departement, other.communes)
    linf = other.linf
    voies = other.voies
    rattachements = other.rattachements
    debutParCommune = other.debutParCommune
    connaitLesHabilitations = other.connaitLesHabilitations
    anciennes = other.anciennes
    horaires = other.horaires
    fermetures = other.fermetures
    avertissements = other.avertissements
    changements = ChangementsDeTenant(rattachements, communes: communes, departement: departement)
  }

  private static func index(
    _ names: NomsParCodePostal, of departement: String, _ communes: [Commune]
  ) -> [NomNormalise: [Int32]] {
    var index: [NomNormalise: [Int32]] = [:]
    let isInside = communes.map { $0.departement == departement }
    for (rank, name) in names.noms.enumerated() where isInside[Int(name.commune)] {
      index[NomNormalise(dejaNormalise: names.cle(name)), default: []].append(Int32(rank))
    }
    return index
  }
}

// MARK: Look-ups

extension TableReferentiel {
  func commune(_ place: Endroit) -> Commune { communes[Int(place.commune)] }

  func sousCommune(_ place: Endroit) -> SousCommune? {
    place.sous.flatMap { $0 == Endroit.horsDesParties ? nil : sousCommunes[Int($0)] }
  }

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
    noms(code).contains { $0.commune == commune }
  }

  /// The places that a postal code covers, one for each commune.
  func endroits(_ code: CodePostal) -> [Endroit] {
    var places: [Endroit] = []
    for name in noms(code) where places.last?.commune != name.commune {
      places.append(precise(Endroit(commune: name.commune, codePostal: code)))
    }
    return places
  }

  /// The same place with what follows from what is known of it: the only postal code of its commune or of its part, or
  /// the part that its postal code is for alone.
  func precise(_ place: Endroit) -> Endroit {
    var place = place
    if place.codePostal == nil {
      if let part = sousCommune(place), part.codesPostaux.count == 1 {
        place.codePostal = part.codesPostaux[0]
      } else {
        let codes = codesPostaux(of: place.commune)
        place.codePostal = codes.count == 1 ? codes.first : nil
      }
    }
    guard place.sous == nil, let code = place.codePostal else { return place }
    for name in noms(code) where name.commune == place.commune {
      if let sous = name.sous, sousCommunes[Int(sous)].codesPropres.contains(code) {
        place.sous = sous
        break
      }
    }
    return place
  }

  /// The postal codes of a commune, in their order.
  func codesPostaux(of commune: Int32) -> ArraySlice<CodePostal> {
    codesPostaux[Int(debutDesCodes[Int(commune)])..<Int(debutDesCodes[Int(commune) + 1])]
  }

  /// The rattachements of a commune, most precise first.
  func rattachements(commune: Int32) -> ArraySlice<Rattachement> {
    rattachements[Int(debutParCommune[Int(commune)])..<Int(debutParCommune[Int(commune) + 1])]
  }

  /// The code that is given for a place: an arrondissement's own, otherwise the commune's.
  func code(_ place: Endroit) -> CodeInsee {
    if let part = sousCommune(place), part.genre == .arrondissement { return part.code }
    return commune(place).code
  }

  /// `Lille (59350)`, or `Lomme, commune associée à Lille (59350)`.
  func designation(_ place: Endroit) -> String {
    let commune = commune(place)
    guard let part = sousCommune(place), part.nom != commune.nom else { return "\(commune.nom) (\(commune.code))" }
    switch part.genre {
    case .associee: return "\(part.nom), commune associée à \(commune.nom) (\(commune.code))"
    case .deleguee: return "\(part.nom), commune déléguée de \(commune.nom) (\(commune.code))"
    case .arrondissement: return "\(part.nom) (\(part.code))"
    }
  }

  func candidate(_ place: Endroit) -> CommuneCandidate {
    let part = sousCommune(place)
    let name = part?.genre == .arrondissement ? part?.nom ?? "" : commune(place).nom
    return CommuneCandidate(codeInsee: code(place).texte, nom: name)
  }
}
