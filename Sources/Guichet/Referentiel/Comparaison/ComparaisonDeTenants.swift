/// Compares who holds each place of a commune by two tables, from a day on: the places that rattachements of either name,
/// and the rest of the commune.
struct ComparaisonDeTenants {
  typealias Changement = ReferentielDifferences.Changement

  /// Who holds a place before and after, from the day on which they begin to differ.
  struct Ecart: Hashable {
    let avant: String?
    let apres: String?
    let jour: Int32
  }

  /// A postal code inside a part, or outside of all parts that rattachements name.
  struct Zone: Hashable {
    let codePostal: CodePostal?
    let partie: CodeInsee?
  }

  /// Nil when no référentiel is in force yet.
  let avant: TenantsCompares?
  let apres: TenantsCompares
  /// Days since 1970.
  let premier: Int32

  /// The changes of one commune; none when its rows say the same in both tables.
  func changements(_ commune: CodeInsee) -> [Changement] {
    let isOld = avant?.communes.contains(commune) == true
    if isOld, apres.communes.contains(commune), let avant, avant.lignes(commune) == apres.lignes(commune) { return [] }
    let days = jours(commune)
    var ecarts: [Zone: Ecart?] = [:]
    let zones = zones(commune)
    for zone in zones { ecarts[zone] = .some(ecart(zone, nil, commune, days)) }
    let names = NomsDeLieux(commune: commune, avant: avant, apres: apres, zones: zones)
    let areas = names.lieux(ecarts).map { changement($0.ecart, $0.lieu, commune, names) }
    return areas + voies(commune, zones, ecarts, days, names)
  }

  /// The first day looked at, and every later one on which a row of either begins or has just ended.
  private func jours(_ commune: CodeInsee) -> [Int32] {
    var days: Set<Int32> = [premier]
    for row in lignes(commune) {
      let (begin, after) = row.periode.bornes
      for day in [begin, after] {
        if let day, day > premier { days.insert(day) }
      }
    }
    return days.sorted()
  }

  private func lignes(_ commune: CodeInsee) -> [Rattachement] {
    (avant?.rattachements(commune) ?? []) + apres.rattachements(commune)
  }

  private func zones(_ commune: CodeInsee) -> [Zone] {
    let sides = [avant, apres].compactMap { $0 }
    let codes = Set(sides.flatMap { $0.codesPostaux(commune) }).sorted()
    let parts = Set(sides.flatMap { side in side.lignes(commune).compactMap(\.partie) }).sorted()
    return (codes.isEmpty ? [nil] : codes.map(CodePostal?.some)).flatMap { code in
      var zones = parts.filter { part in
        // What is a part in one table and a commune in the other is compared under its own code.
        guard part == commune || !sides.contains(where: { $0.communes.contains(part) }) else { return false }
        return code.map { code in sides.contains { $0.partie(part, atteint: code) } } ?? true
      }.map { Zone(codePostal: code, partie: $0) }
      if !sides.contains(where: { $0.couvrent(Set(parts), commune, code) }) {
        zones.append(Zone(codePostal: code, partie: nil))
      }
      return zones
    }
  }

  private func ecart(_ zone: Zone, _ voie: String?, _ commune: CodeInsee, _ days: [Int32]) -> Ecart? {
    let place = TenantsCompares.Lieu(partie: zone.partie, codePostal: zone.codePostal, voie: voie)
    for day in days {
      let before = avant?.tenant(place, commune, le: day)
      let after = apres.tenant(place, commune, le: day)
      if before != after { return Ecart(avant: before, apres: after, jour: day) }
    }
    return nil
  }

  /// The streets that rattachements name, where they do not change as their surroundings do.
  private func voies(
    _ commune: CodeInsee, _ zones: [Zone], _ ecarts: [Zone: Ecart?], _ days: [Int32], _ names: NomsDeLieux
  ) -> [Changement] {
    var rows: [NomNormalise: [TenantsCompares.Ligne]] = [:]
    for ligne in [avant, apres].compactMap({ $0 }).flatMap({ $0.lignes(commune) }) {
      if let voie = ligne.voie { rows[voie, default: []].append(ligne) }
    }
    var changes: [Changement] = []
    for (voie, rows) in rows.sorted(by: { $0.key.texte < $1.key.texte }) {
      let pieces = TronconDeVoie.decoupe(rows.map(\.numeros))
      let there = zones.filter { zone in
        rows.contains { row in
          (row.codePostal == nil || row.codePostal == zone.codePostal)
            && (row.partie == nil || row.partie == zone.partie)
        }
      }
      var found: [Ecart: [Zone: [Rattachement.Numeros]]] = [:]
      for zone in there {
        for piece in pieces {
          let typed = piece.exemple.map { "\($0) \(voie.texte)" } ?? voie.texte
          guard let ecart = ecart(zone, typed, commune, days), ecart != ecarts[zone] ?? nil else { continue }
          found[ecart, default: [:]][zone, default: []].append(piece.numeros)
        }
      }
      let name = names.voie(voie)
      for (ecart, zones) in found.sorted(by: { $0.key.ordre < $1.key.ordre }) {
        for (place, numeros) in names.lieux(zones, sur: there) {
          for piece in TronconDeVoie.reunis(numeros) {
            changes.append(changement(ecart, "\(name)\(piece.phrase) à \(place)", commune, names))
          }
        }
      }
    }
    return changes
  }

  private func changement(
    _ ecart: Ecart, _ lieu: String, _ commune: CodeInsee, _ names: NomsDeLieux
  ) -> Changement {
    Changement(
      codeInsee: commune.texte, nom: names.commune, lieu: lieu, avant: ecart.avant, apres: ecart.apres,
      aPartirDu: DateCivile(daysSince1970: Int(ecart.jour)))
  }
}

extension ComparaisonDeTenants.Ecart {
  fileprivate var ordre: String { "\(pad(Int(jour), 9)) \(avant ?? "") \(apres ?? "")" }
}
