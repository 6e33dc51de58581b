/// One of two tables while they are compared, asked by codes, for ranks are its own.
struct TenantsCompares {
  let table: TableReferentiel
  /// The communes of the département.
  let communes: Set<CodeInsee>
  private let decoupage: Decoupage
  /// By code: rank of a delegated or associated commune; one of them may bear the code of its commune.
  private let parties: [CodeInsee: Int32]

  init(_ table: TableReferentiel) {
    self.table = table
    communes = Set(table.communes.lazy.filter { $0.departement == table.departement }.map(\.code))
    decoupage = Decoupage(table)
    parties = Dictionary(
      table.sousCommunes.enumerated().map { ($1.code, Int32($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// A place of a commune of which everything is known.
  struct Lieu: Hashable {
    /// The delegated or associated commune; nil in none that a rattachement names.
    var partie: CodeInsee?
    /// Nil only where the commune has none at all.
    var codePostal: CodePostal?
    /// A street line as a family would type it; nil on a street that no rattachement names.
    var voie: String?
  }

  /// A row by what it says, whatever the ranks and the order of its table.
  struct Ligne: Hashable {
    let linf: String
    let partie: CodeInsee?
    let codePostal: CodePostal?
    let voie: NomNormalise?
    let numeros: Rattachement.Numeros
    let periode: Periode
  }

  /// The rows that may bear on a commune; when the table knows it only as a part of another, on that part.
  func rattachements(_ commune: CodeInsee) -> [Rattachement] {
    guard let place = table.endroit(commune) else { return [] }
    let rows = table.rattachements(commune: place.commune)
    return place.sous.map { part in rows.filter { $0.sous == nil || $0.sous == part } } ?? Array(rows)
  }

  func lignes(_ commune: CodeInsee) -> Set<Ligne> {
    Set(
      rattachements(commune).map { row in
        Ligne(
          linf: table.linf[Int(row.linf)].id, partie: row.sous.map { table.sousCommunes[Int($0)].code },
          codePostal: row.codePostal, voie: row.voie.map { table.voies[Int($0)].cle }, numeros: row.numeros,
          periode: row.periode)
      })
  }

  func codesPostaux(_ commune: CodeInsee) -> [CodePostal] {
    guard let rank = rang(commune) else { return [] }
    return decoupage.codesPostaux(of: rank)
  }

  /// Whether a part of the commune may lie under a postal code.
  func partie(_ part: CodeInsee, atteint code: CodePostal) -> Bool {
    guard let sous = parties[part] else { return false }
    return table.sousCommunes[Int(sous)].codesPostaux.contains(code)
  }

  /// Whether these parts leave nothing of the commune under this postal code.
  func couvrent(_ parts: Set<CodeInsee>, _ commune: CodeInsee, _ code: CodePostal?) -> Bool {
    guard let rank = rang(commune) else { return false }
    let held = Set(parts.compactMap { parties[$0] })
    return code.map { decoupage.couvrent(held, rank, $0) } ?? decoupage.remplissent(held, rank, sous: nil)
  }

  /// The id of who holds the place on a day, as routing finds it; nil when nobody does.
  func tenant(_ lieu: Lieu, _ commune: CodeInsee, le day: Int32) -> String? {
    guard var place = table.endroit(commune), table.communes[Int(place.commune)].departement == table.departement
    else { return nil }
    place.codePostal = lieu.codePostal
    if place.sous == nil { place.sous = lieu.partie.flatMap { parties[$0] } ?? Endroit.horsDesParties }
    var search = RechercheLinf(table: table, jour: DateCivile(daysSince1970: Int(day)), voie: lieu.voie)
    switch search.chercher(place) {
    case .tenu(let rank, _): return table.linf[Int(table.rattachements[rank].linf)].id
    case .partage(let linf, _, _, _): return table.linf[Int(linf)].id
    case .imprecis, .libre: return nil
    }
  }

  func nom(partie code: CodeInsee) -> String? { parties[code].map { table.sousCommunes[Int($0)].nom } }

  func nom(commune code: CodeInsee) -> String? { rang(code).map { table.communes[Int($0)].nom } }

  /// Nil when the code is no current commune's.
  private func rang(_ commune: CodeInsee) -> Int32? {
    let rank = table.parCodeInsee[Int(commune.indice)]
    return rank > 0 ? rank - 1 : nil
  }
}
