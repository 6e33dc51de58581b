/// The communes of the country as the official files tell them, as far as a made-up directory needs them.
struct Carte {
  struct Commune {
    let code: String
    let departement: String
    /// As La Poste writes it.
    var nom = ""
    var codesPostaux: [String] = []
    /// Delegated and associated communes that a postal code is for alone: their code, and that postal code.
    var parties: [(code: String, codePostal: String)] = []
  }

  /// In the order of their codes; only those that mail is delivered to.
  let communes: [Commune]

  /// - Parameter dossier: holds `communes.csv` and `codes-postaux.csv`.
  init(dossier: String) throws(BenchFailure) {
    let official = try PlainTable.rows(of: "\(dossier)/communes.csv", ["TYPECOM", "COM", "NCC", "COMPARENT"])
    let postal = try PlainTable.rows(
      of: "\(dossier)/codes-postaux.csv", ["Code_commune_INSEE", "Nom_de_la_commune", "Code_postal", "Ligne_5"])
    var parents: [String: String] = [:]
    var parts: [String: [(code: String, nom: String)]] = [:]
    for row in official where row[0] != "COM" && row[1] != row[3] {
      parents[row[1]] = row[3]
      if row[0] != "ARM" { parts[row[3], default: []].append((row[1], Self.abbreviated(row[2]))) }
    }
    let current = Set(official.lazy.filter { $0[0] == "COM" }.map { $0[1] })
    let byCommune = Dictionary(grouping: postal) { row in
      current.contains(row[0]) ? row[0] : parents[row[0]] ?? row[0]
    }
    communes = byCommune.sorted { $0.key < $1.key }.map { code, rows in
      var commune = Commune(code: code, departement: Communes.departement(code))
      commune.nom = rows[0][1]
      commune.codesPostaux = Set(rows.map { $0[2] }).sorted()
      for part in parts[code] ?? [] {
        let own = Set(rows.filter { $0[3] == part.nom }.map { $0[2] })
        let shared = Set(rows.filter { $0[3] != part.nom }.map { $0[2] })
        if let only = own.subtracting(shared).first, own.count == 1 { commune.parties.append((part.code, only)) }
      }
      return commune
    }
    guard !communes.isEmpty else { throw BenchFailure("« \(dossier) » n’a aucune commune.") }
  }

  /// `ST POL SUR MER`, as La Poste writes what INSEE writes in full.
  private static func abbreviated(_ name: String) -> String {
    name.split(separator: " ").map { $0 == "SAINT" ? "ST" : $0 == "SAINTE" ? "STE" : $0 }.joined(separator: " ")
  }
}
