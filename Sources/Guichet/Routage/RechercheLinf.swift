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
    var possible: [Int32] = []
    var streets = VoiesDouteuses()
    // By rank, and field by field: a copy of a row would touch its texts, and most rows are passed over.
    for rank in table.rangs(commune: place.commune)
    where table.rattachements[rank].periode.contient(jourDepuis1970: jour) {
      let covers = couvre(rank, place)
      guard covers != false, table.rattachements[rank].voie.map({ estSur($0, rank, &streets) }) ?? true else {
        continue
      }
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

  /// Streets that the place could be on.
  private struct VoiesDouteuses {
    /// The street of the place is one of those that the commune has rules for, by its very name.
    var estNommee = false
    /// LINF of streets that are nearly the one typed.
    var proches: [Int32] = []
    /// LINF of parts of the very street, where the house number does not tell.
    var parties: [Int32] = []

    /// Empty, most often: then nothing is made for it.
    func linf(sauf linf: Int32) -> [Int32] {
      let doubtful = estNommee ? parties : proches
      return doubtful.isEmpty ? [] : unique(doubtful.filter { $0 != linf })
    }
  }

  /// Whether the place is surely on the row's street, at its numbers; what cannot be told is noted.
  private mutating func estSur(_ voie: Int32, _ rank: Int, _ streets: inout VoiesDouteuses) -> Bool {
    guard let isThis = saisie.est(table.voies[Int(voie)]) else {
      streets.proches.append(table.rattachements[rank].linf)
      return false
    }
    guard isThis else { return false }
    streets.estNommee = true
    let numbers = table.rattachements[rank].numeros
    guard !numbers.sontTous else { return true }
    guard let isInside = saisie.numeroEst(parmi: numbers) else {
      streets.parties.append(table.rattachements[rank].linf)
      return false
    }
    return isInside
  }
}

private func unique(_ linf: [Int32]) -> [Int32] { Set(linf).sorted() }
