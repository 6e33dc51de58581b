/// Finds who holds a place on a day: the most precise of the rattachements in force.
struct RechercheLinf {
  enum Resultat {
    /// The rattachement that decides, by its rank in the table; and the LINF that hold streets of the place, when its street could not be told
    /// from theirs.
    case tenu(parRang: Int, voiesDe: [Int32])
    /// The place lacks what would tell its parts apart, but all of them are held by this LINF; the least precise rule,
    /// and the rattachements of the parts.
    case partage(linf: Int32, regle: Regle, parRangs: Set<Int32>, voiesDe: [Int32])
    /// Several LINF are possible, or part of the place is nobody's, and the place lacks what would tell.
    case imprecis([Int32])
    case libre
  }

  private let table: TableReferentiel
  /// Days since 1970.
  private let jour: Int32
  private let voie: String?
  /// The street line, read once one of the commune's streets has a rule.
  private lazy var saisie = VoieSaisie(voie)

  /// - Parameter voie: the street line of the address, as typed.
  init(table: TableReferentiel, jour: DateCivile, voie: String?) {
    self.table = table
    self.jour = Int32(jour.daysSince1970)
    self.voie = voie
  }

  mutating func chercher(_ place: Endroit) -> Resultat {
    let found = tenant(place)
    guard case .imprecis = found else { return found }
    return partage(place) ?? found
  }

  /// One LINF that holds every postal code of a place that names none; nil when two do, or when one is nobody's.
  private mutating func partage(_ place: Endroit) -> Resultat? {
    guard place.codePostal == nil else { return nil }
    let codes =
      place.rangDeLaPartie.map { table.sousCommunes[$0].codesPostaux[...] } ?? table.codesPostaux(of: place.commune)
    var holder: (linf: Int32, regle: Regle)?
    var ranks: Set<Int32> = []
    var streets: [Int32] = []
    for code in codes {
      let part = table.precise(Endroit(commune: place.commune, sous: place.sous, codePostal: code))
      guard case .tenu(let rank, let others) = tenant(part) else { return nil }
      let (linf, regle) = (table.rattachements[rank].linf, table.rattachements[rank].regle)
      guard holder.map({ $0.linf == linf }) ?? true else { return nil }
      if holder.map({ $0.regle.precision < regle.precision }) ?? true { holder = (linf, regle) }
      ranks.insert(Int32(rank))
      streets += others
    }
    return holder.map { .partage(linf: $0.linf, regle: $0.regle, parRangs: ranks, voiesDe: streets) }
  }

  private mutating func tenant(_ place: Endroit) -> Resultat {
    let rows = table.rangs(commune: place.commune)
    // Streets come first, for they are the most precise.
    let end = rows.first { table.rattachements[$0].voie == nil } ?? rows.upperBound
    let streets = voies(rows.lowerBound..<end, place)
    if let (rank, length) = streets.sure {
      let linf = table.rattachements[rank].linf
      // A rule that may have the place only stands against a sure one where it names the street more closely.
      let others = streets.possibles.filter { $0.longueur > length && $0.linf != linf }.map(\.linf)
      return others.isEmpty
        ? .tenu(parRang: rank, voiesDe: streets.linf(sauf: linf)) : .imprecis(unique(others + [linf]))
    }
    var possible = streets.possibles.map(\.linf)
    // By rank, and field by field: most rows are passed over after a look at their days.
    for rank in end..<rows.upperBound where estEnVigueur(rank) {
      let covers = couvre(rank, place)
      guard covers != false else { continue }
      let linf = table.rattachements[rank].linf
      guard covers == true else {
        possible.append(linf)
        continue
      }
      if possible.contains(where: { $0 != linf }) { return .imprecis(unique(possible + [linf])) }
      return .tenu(parRang: rank, voiesDe: streets.linf(sauf: linf))
    }
    return possible.isEmpty ? .libre : .imprecis(unique(possible))
  }

  /// Whether the place lies in what the row names, its street apart; nil when that cannot be told.
  private func couvre(_ rank: Int, _ place: Endroit) -> Bool? {
    var isSure = true
    if let code = table.rattachements[rank].codePostal {
      if let known = place.codePostal {
        guard known == code else { return false }
      } else {
        if let part = place.rangDeLaPartie, !table.sousCommunes[part].codesPostaux.contains(code) { return false }
        isSure = false
      }
    }
    if let sous = table.rattachements[rank].sous, sous != place.sous {
      guard place.sous == nil else { return false }
      if let known = place.codePostal {
        guard table.sousCommunes[Int(sous)].codesPostaux.contains(known) else { return false }
        isSure = isSure && table.sousCommunes[Int(sous)].codesPropres.contains(known)
      } else {
        isSure = false
      }
    }
    return isSure ? true : nil
  }

  // MARK: Streets

  /// What the street rules say of a place.
  private struct VoiesDuLieu {
    /// The row that surely has the place, and how many words of the line its street is: of several, that of the longest.
    var sure: (rang: Int, longueur: Int)?
    /// LINF of streets that the line names, when the place lacks what would tell whether they have it.
    var possibles: [(linf: Int32, longueur: Int)] = []
    /// The street of the place is one of those that the commune has rules for, by its very name.
    var estNommee = false
    /// LINF of streets that are nearly the one typed; of no account once that is named.
    var proches: [Int32] = []
    /// LINF of parts of the very street, where the house number does not tell.
    var parties: [Int32] = []

    /// LINF that may have the place instead. Empty, most often: then nothing is made for it.
    func linf(sauf linf: Int32) -> [Int32] {
      let doubtful = estNommee ? parties : proches
      return doubtful.isEmpty ? [] : unique(doubtful.filter { $0 != linf })
    }
  }

  /// - Parameter rows: ranks of the commune's street rules.
  private mutating func voies(_ rows: Range<Int>, _ place: Endroit) -> VoiesDuLieu {
    var streets = VoiesDuLieu()
    for rank in rows where estEnVigueur(rank) {
      let covers = couvre(rank, place)
      guard covers != false, let voie = table.rattachements[rank].voie else { continue }
      if let name = saisie.nom(table.voies[Int(voie)]) {
        streets.estNommee = true
        noter(rank, name, isSure: covers == true, &streets)
      } else if !streets.estNommee, saisie.pourraitEtre(table.voies[Int(voie)]) {
        streets.proches.append(table.rattachements[rank].linf)
      }
    }
    return streets
  }

  private func estEnVigueur(_ rank: Int) -> Bool {
    table.rattachements[rank].periode.contient(jourDepuis1970: jour)
  }

  /// Takes down a rule whose street the line names.
  private mutating func noter(_ rank: Int, _ name: VoieSaisie.Nom, isSure: Bool, _ streets: inout VoiesDuLieu) {
    let numbers = table.rattachements[rank].numeros
    let linf = table.rattachements[rank].linf
    guard let isInside = numbers.sontTous ? true : saisie.numeroEst(parmi: numbers, name.avant) else {
      streets.parties.append(linf)
      return
    }
    guard isInside else { return }
    if !isSure {
      streets.possibles.append((linf, name.mots.count))
    } else if streets.sure.map({ $0.longueur < name.mots.count }) ?? true {
      streets.sure = (rank, name.mots.count)
    }
  }
}

private func unique(_ linf: [Int32]) -> [Int32] { Set(linf).sorted() }
