/// The children for whom nothing was found, by commune, age and particular need.
///
/// The three tables share their totals, so that what is hidden in one is not read in another.
struct BesoinsNonCouverts {
  private struct Enfant {
    let commune: String
    let age: ClasseDAge
    let besoin: BesoinParticulier
  }

  private let perimetre: Perimetre
  private let communes: CommunesComptees
  private let enfants: [Enfant]

  init(_ lignes: [LigneDeBilan], _ referentiel: Referentiel?, _ perimetre: Perimetre) {
    self.perimetre = perimetre
    let found = lignes.flatMap { ligne in
      ligne.enfants.filter { $0.etat == .sansSolution }.map { (ligne.codeInsee, $0.age, ligne.besoin) }
    }
    communes = CommunesComptees(found.map(\.0), referentiel)
    enfants = found.map { [communes] code, age, besoin in
      Enfant(commune: communes.rangee(code).code, age: age, besoin: besoin)
    }
  }

  var tableaux: [Bilan.Tableau] {
    var grille = Grille()
    let rows = communes.rangees
    let byAge = CalculDeBilan.compte(enfants.map { Paire($0.commune, $0.age.rawValue) })
    let byNeed = CalculDeBilan.compte(enfants.map { Paire($0.commune, $0.besoin.rawValue) })
    let across = CalculDeBilan.compte(enfants.map { Paire($0.besoin.rawValue, $0.age.rawValue) })
    let ages = ClasseDAge.allCases.map { Bilan.Intitule($0) }
    let needs = BesoinParticulier.allCases.map { Bilan.Intitule($0) }
    let ofRow = CalculDeBilan.compte(enfants.lazy.map(\.commune))
    let ofAge = CalculDeBilan.compte(enfants.lazy.map(\.age.rawValue))
    let ofNeed = CalculDeBilan.compte(enfants.lazy.map(\.besoin.rawValue))
    let total = grille.cellule(enfants.count)
    let rowTotals = rows.map { row in grille.cellule(ofRow[row.code, default: 0]) }
    let ageTotals = ages.map { age in grille.cellule(ofAge[age.code, default: 0]) }
    let needTotals = needs.map { need in grille.cellule(ofNeed[need.code, default: 0]) }
    let tables = [
      grille.croise(.nonCouvertsParAge, rows, rowTotals, ages, ageTotals, total) { byAge[Paire($0, $1), default: 0] },
      grille.croise(.nonCouvertsParBesoin, rows, rowTotals, needs, needTotals, total) {
        byNeed[Paire($0, $1), default: 0]
      },
      grille.croise(.besoinsParAge, needs, needTotals, ages, ageTotals, total) { across[Paire($0, $1), default: 0] },
    ]
    let values = grille.masquee
    return tables.map { $0.tableau(values) }
  }
}

extension CalculDeBilan {
  /// What was received and answered, by commune of today.
  func communes(_ lignes: [LigneDeBilan]) -> Bilan.Tableau {
    let communes = CommunesComptees(lignes.map(\.codeInsee), referentiel)
    let columns = [Bilan.Intitule(SuiteDonnee.repondue), .init(SuiteDonnee.injoignable), .init("autres", "autres")]
    let counts = Self.compte(
      lignes.map { ligne in
        let suite = ligne.suite == .repondue || ligne.suite == .injoignable ? ligne.suite.rawValue : "autres"
        return Paire(communes.rangee(ligne.codeInsee).code, suite)
      })
    var grille = Grille()
    let (ofRow, ofColumn) = counts.reduce(into: ([String: Int](), [String: Int]())) { sums, count in
      sums.0[count.key.ligne, default: 0] += count.value
      sums.1[count.key.colonne, default: 0] += count.value
    }
    let total = grille.cellule(lignes.count)
    let rows = communes.rangees
    let rowTotals = rows.map { row in grille.cellule(ofRow[row.code, default: 0]) }
    let columnTotals = columns.map { column in grille.cellule(ofColumn[column.code, default: 0]) }
    let table = grille.croise(.communes, rows, rowTotals, columns, columnTotals, total) {
      counts[Paire($0, $1), default: 0]
    }
    return table.tableau(grille.masquee)
  }
}

struct Paire: Hashable {
  let ligne, colonne: String

  init(_ ligne: String, _ colonne: String) {
    self.ligne = ligne
    self.colonne = colonne
  }
}

/// The communes of today that have a row of their own; those with few are told together, so that most of what is small is
/// not even there to be hidden.
struct CommunesComptees {
  private let parCode: [String: Bilan.Intitule]
  /// By name, what is told together last.
  let rangees: [Bilan.Intitule]

  private static let autres = Bilan.Intitule("autres", "autres communes")
  private static let inconnue = Bilan.Intitule("inconnue", "commune inconnue")

  /// - Parameter codes: one for each thing that is counted.
  init(_ codes: [String?], _ referentiel: Referentiel?) {
    var current: [String: Bilan.Intitule] = [:]
    for code in Set(codes.compactMap(\.self)) {
      let place = referentiel?.communeActuelle(code)
      current[code] = Bilan.Intitule(place?.code ?? code, place?.nom ?? referentiel?.nom(ofCommune: code) ?? code)
    }
    let counts = CalculDeBilan.compte(codes.lazy.compactMap { $0.flatMap { current[$0] } })
    parCode = current.mapValues { counts[$0, default: 0] < PetitesCellules.seuil ? Self.autres : $0 }
    var rows = Set(parCode.values).subtracting([Self.autres]).sorted {
      (Self.tri($0), $0.code) < (Self.tri($1), $1.code)
    }
    if parCode.values.contains(Self.autres) { rows.append(Self.autres) }
    if codes.contains(nil) { rows.append(Self.inconnue) }
    rangees = rows
  }

  private static func tri(_ intitule: Bilan.Intitule) -> String {
    String(decoding: NomNormalise.plie(intitule.libelle.utf8), as: UTF8.self)
  }

  func rangee(_ code: String?) -> Bilan.Intitule { code.flatMap { parCode[$0] } ?? Self.inconnue }
}

/// Cells of tables that share totals, and what adds up among them.
struct Grille {
  private var valeurs: [Int] = []
  private var sommes: [PetitesCellules.Somme] = []

  /// Where the cells of a table stand.
  struct Croise {
    let code: CodeDeTableau
    let colonnes: [Bilan.Intitule]
    let lignes: [(Bilan.Intitule, [Int])]

    func tableau(_ valeurs: [Int?]) -> Bilan.Tableau {
      Bilan.Tableau(
        code, colonnes: colonnes,
        lignes: lignes.map { intitule, cells in Bilan.Tableau.Ligne(intitule, cells.map { valeurs[$0] }) })
    }
  }

  /// The counts, nil where one is hidden.
  var masquee: [Int?] { PetitesCellules.masquer(valeurs, sommes) }

  mutating func cellule(_ valeur: Int) -> Int {
    valeurs.append(valeur)
    return valeurs.count - 1
  }

  /// A table with a column and a row of totals, whose cells are there already.
  mutating func croise(
    _ code: CodeDeTableau, _ rows: [Bilan.Intitule], _ rowTotals: [Int], _ columns: [Bilan.Intitule],
    _ columnTotals: [Int], _ total: Int, _ count: (_ row: String, _ column: String) -> Int
  ) -> Croise {
    let cells = rows.map { row in columns.map { column in cellule(count(row.code, column.code)) } }
    for (row, sum) in zip(cells, rowTotals) { sommes.append(.init(total: sum, parties: row)) }
    for (rank, sum) in columnTotals.enumerated() { sommes.append(.init(total: sum, parties: cells.map { $0[rank] })) }
    sommes.append(.init(total: total, parties: rowTotals))
    sommes.append(.init(total: total, parties: columnTotals))
    let lines = zip(rows, zip(cells, rowTotals)).map { ($0, $1.0 + [$1.1]) } + [(.total, columnTotals + [total])]
    return Croise(code: code, colonnes: columns + [.total], lignes: lines)
  }
}
