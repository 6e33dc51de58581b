/// Finds who holds a place on a day: the most precise of the rattachements in force.
struct RechercheLinf {
  enum Resultat {
    /// The rattachement that decides; and the LINF that hold streets of the place, when its street could not be told
    /// from theirs.
    case tenu(Rattachement, voiesDe: [Int32])
    /// The place lacks what would tell its parts apart, but all of them are held by this LINF; the least precise rule.
    case partage(linf: Int32, regle: Regle, voiesDe: [Int32])
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
    let codes = table.sousCommune(place)?.codesPostaux[...] ?? table.codesPostaux(of: place.commune)
    var holder: Rattachement?
    var streets: [Int32] = []
    for code in codes {
      let part = table.precise(Endroit(commune: place.commune, sous: place.sous, codePostal: code))
      guard case .tenu(let row, let others) = tenant(part), holder.map({ $0.linf == row.linf }) ?? true else {
        return nil
      }
      if holder.map({ $0.regle.precision < row.regle.precision }) ?? true { holder = row }
      streets += others
    }
    return holder.map { .partage(linf: $0.linf, regle: $0.regle, voiesDe: streets) }
  }

  private mutating func tenant(_ place: Endroit) -> Resultat {
    var possible: [Int32] = []
    var streets = VoiesDouteuses()
    for row in table.rattachements(commune: place.commune) where row.periode.contient(jourDepuis1970: jour) {
      let covers = couvre(row, place)
      guard covers != false, row.voie.map({ estSur($0, row, &streets) }) ?? true else { continue }
      guard covers == true else {
        possible.append(row.linf)
        continue
      }
      if possible.contains(where: { $0 != row.linf }) { return .imprecis(unique(possible + [row.linf])) }
      return .tenu(row, voiesDe: streets.linf(sauf: row.linf))
    }
    return possible.isEmpty ? .libre : .imprecis(unique(possible))
  }

  /// Whether the place lies in what the row names, its street apart; nil when that cannot be told.
  private func couvre(_ row: Rattachement, _ place: Endroit) -> Bool? {
    var isSure = true
    if let code = row.codePostal {
      if let known = place.codePostal {
        guard known == code else { return false }
      } else {
        if let part = table.sousCommune(place), !part.codesPostaux.contains(code) { return false }
        isSure = false
      }
    }
    if let sous = row.sous, sous != place.sous {
      guard place.sous == nil else { return false }
      let part = table.sousCommunes[Int(sous)]
      if let known = place.codePostal {
        guard part.codesPostaux.contains(known) else { return false }
        isSure = isSure && part.codesPropres.contains(known)
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
  private mutating func estSur(_ voie: Int32, _ row: Rattachement, _ streets: inout VoiesDouteuses) -> Bool {
    guard let isThis = saisie.est(table.voies[Int(voie)]) else {
      streets.proches.append(row.linf)
      return false
    }
    guard isThis else { return false }
    streets.estNommee = true
    guard !row.numeros.sontTous else { return true }
    guard let isInside = saisie.numeroEst(parmi: row.numeros) else {
      streets.parties.append(row.linf)
      return false
    }
    return isInside
  }
}

private func unique(_ linf: [Int32]) -> [Int32] { Set(linf).sorted() }
