import Guichet
import GuichetTestSupport

/// Random rattachements of a few communes, judged row by row by rules of its own: it knows nothing of the index, and
/// counts days and numbers one by one.
struct TableAleatoire {
  struct Row: Hashable {
    var linf: String
    /// A commune, or a part of one; empty for the EPCI.
    var codeInsee: String
    var codePostal = ""
    var voie = ""
    var numeroDe: Int?
    var numeroA: Int?
    var cote = ""
    var du: Int
    /// Nil for ever.
    var au: Int?

    var isPart: Bool { TableAleatoire.parts[codeInsee] != nil }

    var communes: [String] {
      codeInsee.isEmpty ? TableAleatoire.epci : [TableAleatoire.parts[codeInsee]?.commune ?? codeInsee]
    }

    /// 0 for the most precise.
    var level: Int { !voie.isEmpty ? 0 : !codePostal.isEmpty ? 1 : isPart ? 2 : 3 }

    /// Where the row holds, street apart.
    var codes: Set<String> {
      if !codePostal.isEmpty { return [codePostal] }
      return Set(TableAleatoire.parts[codeInsee].map { [$0.codePostal] } ?? communes.flatMap { codesPostaux[$0] ?? [] })
    }

    var csv: String {
      let place = codeInsee.isEmpty ? ";\(TableAleatoire.siren)" : "\(codeInsee);"
      let numbers = "\(numeroDe.map(String.init) ?? "");\(numeroA.map(String.init) ?? "");\(cote)"
      return "\(linf);\(place);\(codePostal);\(voie);\(numbers);\(day(du).iso);\(au.map { day($0).iso } ?? "")"
    }

    func isInForce(_ day: Int) -> Bool { du <= day && day <= au ?? .max }

    func has(_ number: Int) -> Bool {
      guard number >= numeroDe ?? 1, number <= numeroA ?? .max else { return false }
      return cote.isEmpty || number.isMultiple(of: 2) == (cote == "pair")
    }

    /// In how many communes the two hold a place in common, at equal precision, on some day.
    func overlaps(_ other: Row) -> Int {
      guard linf != other.linf, level == other.level, voie == other.voie, !codes.isDisjoint(with: other.codes),
        level == 0 || isPart == other.isPart || level == 1, (1...60).contains(where: { has($0) && other.has($0) }),
        (0...60).contains(where: { isInForce($0) && other.isInForce($0) })
      else { return 0 }
      return Set(communes).intersection(other.communes).count
    }

    func holds(_ place: Place, _ day: Int) -> Bool {
      communes.contains(place.commune) && codes.contains(place.codePostal) && isInForce(day)
        && (voie.isEmpty || (voie == place.voie && has(place.numero)))
    }
  }

  struct Place: Hashable {
    var commune: String
    var nom: String
    var codePostal: String
    var voie: String
    var numero: Int
  }

  static let siren = "200000001"
  static let epci = ["59128", "59346", "59512"]
  /// Each has a postal code that no other part of its commune has.
  static let parts: [String: (commune: String, codePostal: String)] = [
    "59355": ("59350", "59160"), "59298": ("59350", "59260"), "59070": ("59006", "59570"),
  ]
  static let codesPostaux = [
    "59350": ["59000", "59160", "59260", "59800"], "59006": ["59144", "59570"], "59128": ["59160"], "59346": ["59260"],
    "59512": ["59100"],
  ]
  static let noms = [
    "59350": "Lille", "59006": "L’Orée de Mormal", "59128": "Capinghem", "59346": "Lezennes", "59512": "Roubaix",
  ]
  static let voies = ["rue Vauban", "place Foch", "quai Noir"]
  static let linf = ["rpe-centre", "rpe-sud", "rpe-lomme"]

  /// Every place that can be told apart, with a few numbers of streets.
  static let places = codesPostaux.keys.sorted().flatMap { commune in
    (codesPostaux[commune] ?? []).flatMap { code in
      voies.flatMap { voie in
        [1, 4, 12, 17, 31].map {
          Place(commune: commune, nom: noms[commune] ?? "", codePostal: code, voie: voie, numero: $0)
        }
      }
    }
  }

  static func day(_ number: Int) -> DateCivile { jour("2026-01-01").advanced(byDays: number) }

  var rows: [Row]

  init(rows: [Row]) {
    self.rows = rows
  }

  init(_ count: Int, using generator: inout SeededGenerator) {
    rows = (0..<count).map { _ in Self.row(using: &generator) }
  }

  private static func row(using generator: inout SeededGenerator) -> Row {
    let code =
      ["59350", "59350", "59355", "59298", "59006", "59070", "59128", "59512", ""].randomElement(using: &generator)
      ?? ""
    let first = Int.random(in: 0..<40, using: &generator)
    var row = Row(
      linf: linf.randomElement(using: &generator) ?? "", codeInsee: code, du: first,
      au: Bool.random(using: &generator) ? first + Int.random(in: 0..<12, using: &generator) : nil)
    guard !code.isEmpty else { return row }
    if Bool.random(using: &generator) {
      row.codePostal =
        (parts[code].map { [$0.codePostal] } ?? codesPostaux[code] ?? []).randomElement(using: &generator) ?? ""
    }
    guard Int.random(in: 0..<3, using: &generator) == 0 else { return row }
    row.voie = ["rue Vauban", "place Foch"].randomElement(using: &generator) ?? ""
    let number = Int.random(in: 1...20, using: &generator)
    if Bool.random(using: &generator) { row.numeroDe = number }
    if Bool.random(using: &generator) { row.numeroA = number + Int.random(in: 0...20, using: &generator) }
    row.cote = ["", "pair", "impair"].randomElement(using: &generator) ?? ""
    // A single number that is not on its side is refused for itself.
    if let only = row.numeroDe, only == row.numeroA, !row.has(only) { row.cote = "" }
    return row
  }

  /// The same without the rows that overlap one before them.
  var sansChevauchement: TableAleatoire {
    var kept: [Row] = []
    for row in rows where !kept.contains(where: { $0.overlaps(row) > 0 }) { kept.append(row) }
    return TableAleatoire(rows: kept)
  }

  /// Who holds the place: all that the most precise rows in force say.
  func tenants(_ place: Place, _ day: Int) -> Set<String> {
    let holding = rows.filter { $0.holds(place, day) }
    let level = holding.map(\.level).min()
    return Set(holding.filter { $0.level == level }.map(\.linf))
  }

  var petit: PetitReferentiel {
    var petit = PetitReferentiel()
    petit.departement = "59"
    petit.fichiers["epci.csv"] =
      (["siren;nom;codeInsee"] + Self.epci.map { "\(Self.siren);CC;\($0)" }).joined(separator: "\n") + "\n"
    petit.fichiers["rattachements.csv"] =
      (["linf;codeInsee;epci;codePostal;voie;numeroDe;numeroA;cote;du;au"] + rows.map(\.csv)).joined(separator: "\n")
      + "\n"
    return petit
  }
}
