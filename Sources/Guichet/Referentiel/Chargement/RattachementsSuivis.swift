/// What becomes of the rows of `rattachements.csv` that name a commune by a former code.
struct RattachementsSuivis {
  /// Rows whose commune only changed its code.
  private var repris: [String] = []
  /// Lines that ended before their commune did.
  private var passes: [String] = []

  /// The commune of today, where it is the same under another code. What ended before its commune did is history; any
  /// other row must say which commune it means today.
  mutating func cible(
    _ ancien: AncienCode, in table: inout TableCSV<ColonneRattachements>, _ territoire: Territoire
  ) -> Chargement.LigneDeRattachement.Cible? {
    if let place = ancien.endroit, ancien.aChangeDeCodeSeul {
      repris.append("ligne \(table.ligne), \(ancien.code) lu \(territoire.designation(place))")
      return .endroit(commune: place.commune, sous: place.sous)
    }
    let end = ancien.evenements.first?.date
    if let end, let last = Self.dernierJour(table), last < end {
      passes.append(String(table.ligne))
      return nil
    }
    let remedy: String
    switch ancien.issue {
    case .lieu(let place): remedy = "aujourd’hui \(territoire.designation(place)) : écrire \(territoire.code(place))"
    case .partage(let places):
      remedy =
        "son territoire est aujourd’hui partagé entre \(enumeration(places.map(territoire.designation))) : écrire le code "
        + "de l’une d’elles"
    case .supprime: remedy = "aucune commune ne lui succède : retirer la ligne"
    case .absent(let code):
      remedy =
        "son successeur, \(code), n’est pas dans communes.csv : reprendre le fichier de l’INSEE, ou retirer la ligne"
    }
    let before = end.map {
      ", ou, si la ligne ne vaut que pour le passé, écrire au plus tard "
        + "\($0.advanced(byDays: -1).francaise) dans la colonne « au »"
    }
    table.fault(
      .codeInsee,
      "la commune \(ancien.code) (\(ancien.nom)) n’existe plus (\(ancien.histoire)), \(remedy)\(before ?? "").")
    return nil
  }

  /// One sentence for each kind.
  func avertissements(_ file: String) -> [String] {
    var sentences: [String] = []
    if !repris.isEmpty {
      sentences.append(
        "Communes de \(file) qui n’ont changé que de code (\(repris.count)) : \(enumeration(repris)) ; écrire le code "
          + "d’aujourd’hui.")
    }
    if !passes.isEmpty {
      sentences.append(
        "Lignes de \(file) terminées avant que leur commune ne disparaisse (\(passes.count)) : "
          + "\(enumeration(passes)) ; elles sont gardées sans effet.")
    }
    return sentences
  }

  /// Nil where there is none; one that is no day is told when the period is read.
  private static func dernierJour(_ table: TableCSV<ColonneRattachements>) -> DateCivile? {
    let text = table.texte(.au)
    return DateCivile(iso: text) ?? DateCivile(francaise: text)
  }
}
