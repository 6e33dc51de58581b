/// Finds who holds a place on a day: the most precise of the rattachements in force.
struct RechercheLinf {
  enum Resultat {
    /// The rattachement that decides; and the LINF that hold streets of the place, when its street could not be told
    /// from theirs.
    case tenu(Rattachement, voiesDe: [Int32])
    /// Several LINF are possible, and the place lacks what would tell.
    case imprecis([Int32])
    case libre
  }

  let table: TableReferentiel
  let jour: DateCivile

  /// - Parameter voie: the street line of the address, as typed.
  func chercher(_ place: Endroit, voie: String?) -> Resultat {
    let day = Int32(jour.daysSince1970)
    var street: VoieSaisie?
    var possible: [Int32] = []
    var streets: [Int32] = []
    for row in table.rattachements(commune: place.commune) where row.periode.contient(jourDepuis1970: day) {
      let covers = couvre(row, place)
      guard covers != false else { continue }
      if let rank = row.voie {
        let typed = street ?? VoieSaisie(voie)
        street = typed
        guard let isThis = est(typed, table.voies[Int(rank)], row.numeros) else {
          streets.append(row.linf)
          continue
        }
        guard isThis else { continue }
      }
      guard covers == true else {
        possible.append(row.linf)
        continue
      }
      if possible.contains(where: { $0 != row.linf }) { return .imprecis(unique(possible + [row.linf])) }
      return .tenu(row, voiesDe: unique(streets.filter { $0 != row.linf }))
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

  private func est(_ typed: VoieSaisie, _ voie: Voie, _ numbers: Rattachement.Numeros) -> Bool? {
    guard let isThis = typed.est(voie) else { return nil }
    guard isThis, !numbers.sontTous else { return isThis }
    return typed.numero.map(numbers.contiennent)
  }

  private func unique(_ linf: [Int32]) -> [Int32] { Set(linf).sorted() }
}
