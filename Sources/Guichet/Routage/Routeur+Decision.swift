extension Routeur {
  /// Finds the LINF of a place.
  ///
  /// - Parameters:
  ///   - adresse: where the family lives.
  ///   - lieu: where it looks for care, when it says so.
  ///   - origine: habilitation is checked for `monenfantFr` only.
  ///   - jour: the day whose rattachements count, in the Caf's time zone.
  ///   - jourDepot: the day on which the demande was filed, whose habilitations count.
  package func decider(
    adresse: Adresse?, lieu wanted: Adresse?, origine: Origine?, jour: DateCivile, jourDepot: DateCivile
  ) -> Decision {
    guard let table = referentiel?.table else {
      return Decision(
        issue: .aOrienter(.referentielAbsent, candidats: [], departement: nil), lieu: .adresse, jour: jour,
        etapes: [Etape(.referentielAbsent)])
    }
    var enCours = DecisionEnCours(table: table, jour: jour)
    let home = adresse.flatMap { $0.namesPlace ? $0 : nil }
    let search = wanted.flatMap { $0.namesPlace ? $0 : nil }
    switch (lieu, search, home) {
    case (_, nil, nil):
      enCours.etapes.append(Pas(.aucunLieu))
      return enCours.aOrienter(.communeInconnue)
    case (.recherche, let search?, let home?):
      enCours.choisir(recherche: search, sinon: home)
    case (_, let search?, nil):
      enCours.examiner(search, .recherche)
    case (_, _, let home?):
      enCours.examiner(home, .adresse)
    }
    return enCours.decider(
      deposeeEnLigne: origine == .monenfantFr ? jourDepot : nil, sansHabilitation: sansHabilitation)
  }
}

/// A decision while it is being reasoned out.
struct DecisionEnCours {
  let table: TableReferentiel
  let jour: DateCivile
  var etapes: [Pas] = []
  private var marques: [Marque] = []
  private var lieu = Decision.Lieu.adresse
  private var voie: String?
  private var trouvaille = RechercheCommune.Resultat.inconnu([])
  private var codeInsee: String?
  private var rattachements = Raisonnement.Porteurs.aucun

  init(table: TableReferentiel, jour: DateCivile) {
    self.table = table
    self.jour = jour
    etapes.reserveCapacity(6)
  }

  // MARK: Which place

  mutating func examiner(_ adresse: Adresse, _ lieu: Decision.Lieu) {
    etapes.append(Pas(lieu == .recherche ? .lieuDeRecherche : .adresse))
    adopter(adresse, lieu, chercher(adresse))
  }

  /// The place where care is looked for, when it is in the département; else the address.
  mutating func choisir(recherche: Adresse, sinon home: Adresse) {
    let found = chercher(recherche)
    switch found.resultat {
    case .trouve(let place) where table.estDuDepartement(place):
      etapes.append(Pas(.lieuDeRecherche))
      adopter(recherche, .recherche, found)
    case .ambigu(let places) where places.contains(where: table.estDuDepartement):
      etapes.append(Pas(.lieuDeRecherche))
      adopter(recherche, .recherche, found)
    case .trouve(let place):
      etapes.append(Pas(.lieuHorsDepartement, .endroit(place)))
      adopter(home, .adresse, chercher(home))
    case .horsDepartement(let departement):
      etapes.append(Pas(.lieuHorsDepartement, .departement(departement)))
      adopter(home, .adresse, chercher(home))
    case .ambigu, .inconnu:
      etapes.append(Pas(.lieuNonReconnu))
      marquer(.aVerifier)
      adopter(home, .adresse, chercher(home))
    }
  }

  private typealias Trouvaille = (resultat: RechercheCommune.Resultat, recherche: RechercheCommune)

  private func chercher(_ adresse: Adresse) -> Trouvaille {
    var recherche = RechercheCommune(table)
    return (recherche.chercher(adresse), recherche)
  }

  private mutating func adopter(_ adresse: Adresse, _ lieu: Decision.Lieu, _ found: Trouvaille) {
    self.lieu = lieu
    voie = adresse.voie
    trouvaille = found.resultat
    etapes += found.recherche.etapes
    if found.recherche.estAVerifier { marquer(.aVerifier) }
  }

  // MARK: Which LINF

  /// - Parameter deposeeEnLigne: the filing day of a demande whose LINF must be habilité; nil for any other.
  mutating func decider(deposeeEnLigne: DateCivile?, sansHabilitation: Routeur.SansHabilitation) -> Decision {
    switch trouvaille {
    case .inconnu(let places):
      return aOrienter(.communeInconnue, candidats(zip(places, tenants(places)).map { ($0, $1.linf) }))
    case .horsDepartement(let departement): return horsDepartement([], departement)
    case .ambigu(let places): return parmi(places, deposeeEnLigne, sansHabilitation)
    case .trouve(let place):
      codeInsee = table.code(place).texte
      guard table.estDuDepartement(place) else { return horsDepartement([], departement(place)) }
      var search = RechercheLinf(table: table, jour: jour, voie: voie)
      switch search.chercher(place) {
      case .tenu(let rank, let streets):
        rattachements = .un(Int32(rank))
        etapes.append(pas(rank))
        signaler(streets, place)
        return confier(
          table.rattachements[rank].linf, table.rattachements[rank].regle, deposeeEnLigne, sansHabilitation)
      case .partage(let linf, let regle, let ranks, let streets):
        rattachements = .plusieurs(ranks)
        marquer(.communeAPreciser)
        etapes.append(Pas(.partagesDUnSeulLinf, .commune(place.commune), .linf(linf), .jour(jourDepuis1970)))
        signaler(streets, place)
        return confier(linf, regle, deposeeEnLigne, sansHabilitation)
      case .imprecis(let linf):
        etapes.append(Pas(.lieuImprecis, .commune(place.commune), .plusieursLinf(linf)))
        return aOrienter(.lieuImprecis, linf.map { candidat(place, tenuPar: $0) })
      case .libre:
        etapes.append(Pas(.sansLinf, .endroit(place), .jour(jourDepuis1970)))
        return aOrienter(.sansLinf)
      }
    }
  }

  /// Never guessed between; but where all belong to one LINF, the demande goes there.
  private mutating func parmi(
    _ places: [Endroit], _ deposeeEnLigne: DateCivile?, _ sansHabilitation: Routeur.SansHabilitation
  ) -> Decision {
    let inside = places.count(where: table.estDuDepartement)
    guard inside > 0 else {
      let all = Set(places.map(departement))
      return horsDepartement(places, all.count == 1 ? all.first : nil)
    }
    let held = tenants(places)
    guard inside == places.count, let linf = held.first?.linf, held.allSatisfy({ $0.linf == linf }) else {
      return aOrienter(.communeAmbigue, candidats(zip(places, held).map { ($0, $1.linf) }))
    }
    rattachements = .plusieurs(held.reduce(into: []) { $0.formUnion($1.rattachements.rangs) })
    marquer(.communeAPreciser)
    etapes.append(Pas(.candidatsDUnSeulLinf, .linf(linf), .jour(jourDepuis1970)))
    let withStreets = zip(places, held).filter { !$1.voiesDe.isEmpty }.map(\.0).min { table.code($0) < table.code($1) }
    signaler(held.flatMap(\.voiesDe), withStreets ?? places[0])
    return confier(linf, .candidats, deposeeEnLigne, sansHabilitation)
  }

  /// Who holds a place: nobody for sure where there is no LINF, or another Caf's places.
  private typealias Tenant = (linf: Int32?, rattachements: Raisonnement.Porteurs, voiesDe: [Int32])

  private func tenants(_ places: [Endroit]) -> [Tenant] {
    var search = RechercheLinf(table: table, jour: jour, voie: voie)
    return places.map { place in
      guard table.estDuDepartement(place) else { return (nil, .aucun, []) }
      return switch search.chercher(place) {
      case .tenu(let rank, let streets): (table.rattachements[rank].linf, .un(Int32(rank)), streets)
      case .partage(let linf, _, let ranks, let streets): (linf, .plusieurs(ranks), streets)
      case .imprecis, .libre: (nil, .aucun, [])
      }
    }
  }

  private mutating func confier(
    _ rank: Int32, _ regle: Regle, _ deposeeEnLigne: DateCivile?, _ sansHabilitation: Routeur.SansHabilitation
  ) -> Decision {
    if let day = deposeeEnLigne, table.connaitLesHabilitations {
      let depot = Mention.jour(Int32(day.daysSince1970))
      if table.tenants[Int(rank)].estHabilite(le: day) {
        etapes.append(Pas(.habilite, .nomDuLinf(rank), depot))
      } else {
        switch sansHabilitation {
        case .signaler:
          marquer(.horsHabilitation)
          etapes.append(Pas(.nonHabiliteSignale, .nomDuLinf(rank), depot))
        case .orienter:
          etapes.append(Pas(.nonHabiliteOriente, .nomDuLinf(rank), depot))
          return aOrienter(.linfNonHabilite)
        }
      }
    }
    return decision(.linf(table.tenants[Int(rank)].id, regle: regle))
  }

  // MARK: Outcome

  func aOrienter(_ raison: RaisonAOrienter, _ candidats: [CommuneCandidate] = []) -> Decision {
    decision(.aOrienter(raison, candidats: candidats, departement: nil))
  }

  private mutating func horsDepartement(_ places: [Endroit], _ departement: String?) -> Decision {
    etapes.append(Pas(.horsDepartement, departement.map { .departement($0) } ?? .rien))
    return decision(
      .aOrienter(.horsDepartement, candidats: candidats(places.map { ($0, nil) }), departement: departement))
  }

  private func decision(_ issue: Decision.Issue) -> Decision {
    Decision(
      issue: issue, marques: marques, codeInsee: codeInsee, lieu: lieu, jour: jour,
      Raisonnement(etapes, rattachements, in: table))
  }

  /// One for each commune, by code.
  private func candidats(_ places: [(endroit: Endroit, linf: Int32?)]) -> [CommuneCandidate] {
    let sorted = places.map { (code: table.code($0.endroit), endroit: $0.endroit, linf: $0.linf) }
      .sorted { $0.code < $1.code }
    var candidates: [CommuneCandidate] = []
    candidates.reserveCapacity(sorted.count)
    var rank = 0
    while rank < sorted.count {
      var (place, linf) = (sorted[rank].endroit, sorted[rank].linf)
      let code = sorted[rank].code
      rank += 1
      while rank < sorted.count, sorted[rank].code == code {
        // Two parts of one commune are that commune, and their LINF is told where they have the same.
        if sorted[rank].endroit.sous != place.sous { place = Endroit(commune: place.commune) }
        if sorted[rank].linf != linf { linf = nil }
        rank += 1
      }
      candidates.append(candidat(place, tenuPar: linf))
    }
    return candidates
  }

  private func candidat(_ place: Endroit, tenuPar linf: Int32?) -> CommuneCandidate {
    CommuneCandidate(
      codeInsee: table.code(place).texte, nom: table.nom(place), linf: linf.map { table.tenants[Int($0)].id })
  }

  private mutating func marquer(_ marque: Marque) {
    if !marques.contains(marque) { marques.append(marque) }
  }

  private mutating func signaler(_ streets: [Int32], _ place: Endroit) {
    guard !streets.isEmpty else { return }
    marquer(.voieNonReconnue)
    etapes.append(Pas(.voieNonReconnue, .commune(place.commune), .plusieursLinf(Set(streets).sorted())))
  }

  private func departement(_ place: Endroit) -> String { table.communes[Int(place.commune)].departement }

  private var jourDepuis1970: Int32 { Int32(jour.daysSince1970) }

  /// - Parameter rank: of the rattachement that decides.
  private func pas(_ rank: Int) -> Pas {
    let code: Etape.Code =
      switch table.rattachements[rank].regle {
      case .voie: .regleVoie
      case .codePostal: .regleCodePostal
      case .communeAssociee: .regleCommuneAssociee
      case .commune, .candidats: .regleCommune
      }
    return Pas(
      code, .rattachement(Int32(rank)), .linf(table.rattachements[rank].linf), .periodeDuRattachement(Int32(rank)),
      .jour(jourDepuis1970))
  }
}
