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
      enCours.etapes.append(Etape(.aucunLieu))
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
  /// The day as sentences give it, written once.
  private let jourEcrit: String
  var etapes: [Etape] = []
  private var marques: [Marque] = []
  private var lieu = Decision.Lieu.adresse
  private var voie: String?
  private var trouvaille = RechercheCommune.Resultat.inconnu([])
  private var codeInsee: String?

  init(table: TableReferentiel, jour: DateCivile) {
    self.table = table
    self.jour = jour
    jourEcrit = jour.francaise
    etapes.reserveCapacity(6)
  }

  // MARK: Which place

  mutating func examiner(_ adresse: Adresse, _ lieu: Decision.Lieu) {
    etapes.append(Etape(lieu == .recherche ? .lieuDeRecherche : .adresse))
    adopter(adresse, lieu, chercher(adresse))
  }

  /// The place where care is looked for, when it is in the département; else the address.
  mutating func choisir(recherche: Adresse, sinon home: Adresse) {
    let found = chercher(recherche)
    switch found.resultat {
    case .trouve(let place) where table.estDuDepartement(place):
      etapes.append(Etape(.lieuDeRecherche))
      adopter(recherche, .recherche, found)
    case .ambigu(let places) where places.contains(where: table.estDuDepartement):
      etapes.append(Etape(.lieuDeRecherche))
      adopter(recherche, .recherche, found)
    case .trouve(let place):
      etapes.append(Etape(.lieuHorsDepartement, table.designation(place)))
      adopter(home, .adresse, chercher(home))
    case .horsDepartement(let departement):
      etapes.append(Etape(.lieuHorsDepartement, Departement.designation(departement)))
      adopter(home, .adresse, chercher(home))
    case .ambigu, .inconnu:
      etapes.append(Etape(.lieuNonReconnu))
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
    case .inconnu(let candidates): return aOrienter(.communeInconnue, candidates)
    case .horsDepartement(let departement): return horsDepartement([], departement)
    case .ambigu(let places): return parmi(places, deposeeEnLigne, sansHabilitation)
    case .trouve(let place):
      codeInsee = table.code(place).texte
      guard table.estDuDepartement(place) else { return horsDepartement([], departement(place)) }
      var search = RechercheLinf(table: table, jour: jour, voie: voie)
      switch search.chercher(place) {
      case .tenu(let rank, let streets):
        etapes.append(etape(rank))
        signaler(streets, place)
        return confier(
          table.rattachements[rank].linf, table.rattachements[rank].regle, deposeeEnLigne, sansHabilitation)
      case .partage(let linf, let regle, let streets):
        marquer(.communeAPreciser)
        etapes.append(Etape(.partagesDUnSeulLinf, nom(place), designation(linf), jourEcrit))
        signaler(streets, place)
        return confier(linf, regle, deposeeEnLigne, sansHabilitation)
      case .imprecis(let linf):
        etapes.append(Etape(.lieuImprecis, nom(place), enumeration(linf.map(designation))))
        return aOrienter(.lieuImprecis)
      case .libre:
        etapes.append(Etape(.sansLinf, table.designation(place), jourEcrit))
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
    guard inside == places.count, let (linf, streets, place) = seulTenant(places) else {
      return aOrienter(.communeAmbigue, places)
    }
    marquer(.communeAPreciser)
    etapes.append(Etape(.candidatsDUnSeulLinf, designation(linf), jourEcrit))
    signaler(streets, place)
    return confier(linf, .candidats, deposeeEnLigne, sansHabilitation)
  }

  /// The LINF that holds all of these places, those that hold streets of them which could not be told apart, and the
  /// first place by code that has such streets; nil when there are two LINF, or a place that nobody holds for sure.
  private func seulTenant(_ places: [Endroit]) -> (linf: Int32, voiesDe: [Int32], endroit: Endroit)? {
    var search = RechercheLinf(table: table, jour: jour, voie: voie)
    var holder: Int32?
    var streets: [Int32] = []
    var withStreets: [Endroit] = []
    for place in places {
      let (linf, others): (Int32, [Int32])
      switch search.chercher(place) {
      case .tenu(let rank, let found): (linf, others) = (table.rattachements[rank].linf, found)
      case .partage(let one, _, let found): (linf, others) = (one, found)
      case .imprecis, .libre: return nil
      }
      guard holder == nil || holder == linf else { return nil }
      holder = linf
      streets += others
      if !others.isEmpty { withStreets.append(place) }
    }
    guard let holder else { return nil }
    return (holder, streets, withStreets.min { table.code($0) < table.code($1) } ?? places[0])
  }

  private mutating func confier(
    _ rank: Int32, _ regle: Regle, _ deposeeEnLigne: DateCivile?, _ sansHabilitation: Routeur.SansHabilitation
  ) -> Decision {
    let nom = table.tenants[Int(rank)].nom
    if let day = deposeeEnLigne, table.connaitLesHabilitations {
      let written = day == jour ? jourEcrit : day.francaise
      if table.tenants[Int(rank)].estHabilite(le: day) {
        etapes.append(Etape(.habilite, nom, written))
      } else {
        switch sansHabilitation {
        case .signaler:
          marquer(.horsHabilitation)
          etapes.append(Etape(.nonHabiliteSignale, nom, written))
        case .orienter:
          etapes.append(Etape(.nonHabiliteOriente, nom, written))
          return aOrienter(.linfNonHabilite)
        }
      }
    }
    return decision(.linf(table.tenants[Int(rank)].id, regle: regle))
  }

  // MARK: Outcome

  func aOrienter(_ raison: RaisonAOrienter, _ places: [Endroit] = []) -> Decision {
    decision(.aOrienter(raison, candidats: candidats(places), departement: nil))
  }

  private mutating func horsDepartement(_ places: [Endroit], _ departement: String?) -> Decision {
    etapes.append(Etape(.horsDepartement, departement.map(Departement.designation) ?? ""))
    return decision(.aOrienter(.horsDepartement, candidats: candidats(places), departement: departement))
  }

  private func decision(_ issue: Decision.Issue) -> Decision {
    Decision(issue: issue, marques: marques, codeInsee: codeInsee, lieu: lieu, jour: jour, etapes: etapes)
  }

  private func candidats(_ places: [Endroit]) -> [CommuneCandidate] {
    var candidates: [CommuneCandidate] = []
    var last: CodeInsee?
    for place in places.map({ (code: table.code($0), place: $0) }).sorted(by: { $0.code < $1.code })
    where place.code != last {
      candidates.append(table.candidate(place.place))
      last = place.code
    }
    return candidates
  }

  private mutating func marquer(_ marque: Marque) {
    if !marques.contains(marque) { marques.append(marque) }
  }

  private mutating func signaler(_ streets: [Int32], _ place: Endroit) {
    guard !streets.isEmpty else { return }
    marquer(.voieNonReconnue)
    etapes.append(
      Etape(.voieNonReconnue, nom(place), enumeration(Set(streets).sorted().map(designation))))
  }

  private func designation(_ rank: Int32) -> String { table.tenants[Int(rank)].designation }

  private func nom(_ place: Endroit) -> String { table.communes[Int(place.commune)].nom }

  private func departement(_ place: Endroit) -> String { table.communes[Int(place.commune)].departement }

  /// - Parameter rank: of the rattachement that decides.
  private func etape(_ rank: Int) -> Etape {
    let code: Etape.Code =
      switch table.rattachements[rank].regle {
      case .voie: .regleVoie
      case .codePostal: .regleCodePostal
      case .communeAssociee: .regleCommuneAssociee
      case .commune, .candidats: .regleCommune
      }
    return Etape(
      code, table.rattachements[rank].designation, designation(table.rattachements[rank].linf),
      table.rattachements[rank].dates, jourEcrit)
  }
}
