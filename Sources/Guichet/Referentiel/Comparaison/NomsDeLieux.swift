/// How the places of one commune are told, as few and as broad as they can be.
struct NomsDeLieux {
  typealias Ecart = ComparaisonDeTenants.Ecart
  typealias Zone = ComparaisonDeTenants.Zone

  /// The commune's name.
  let commune: String
  private let sides: [TenantsCompares]
  private let zones: [Zone]

  init(commune code: CodeInsee, avant: TenantsCompares?, apres: TenantsCompares, zones: [Zone]) {
    sides = [apres, avant].compactMap { $0 }
    commune = sides.lazy.compactMap { $0.nom(commune: code) ?? $0.nom(partie: code) }.first ?? code.texte
    self.zones = zones
  }

  /// The areas that change: the whole commune, else each postal code, else each part, else a part under a postal code.
  func lieux(_ ecarts: [Zone: Ecart?]) -> [(lieu: String, ecart: Ecart)] {
    if let all = common(zones, ecarts) { return [("\(commune) (commune)", all)] }
    var told: Set<Zone> = []
    var places: [(lieu: String, ecart: Ecart)] = []
    for code in codes {
      let under = zones.filter { $0.codePostal == code }
      guard codes.count > 1, let one = common(under, ecarts) else { continue }
      places.append((designation(Zone(codePostal: code, partie: nil)), one))
      told.formUnion(under)
    }
    for part in parts {
      let inside = zones.filter { $0.partie == part }
      guard let one = common(inside, ecarts), !inside.contains(where: told.contains) else { continue }
      places.append(("\(nom(part)) (\(commune))", one))
      told.formUnion(inside)
    }
    for zone in zones where !told.contains(zone) {
      guard let one = ecarts[zone] ?? nil else { continue }
      places.append((designation(zone) + (zone.partie == nil && !parts.isEmpty ? ", reste de la commune" : ""), one))
    }
    return places
  }

  /// Where pieces of a street change alike: told once when they do in all of the zones that the street may be in.
  func lieux(
    _ pieces: [Zone: [Rattachement.Numeros]], sur there: [Zone]
  ) -> [(lieu: String, numeros: [Rattachement.Numeros])] {
    if let first = pieces.values.first, pieces.count == there.count, pieces.values.allSatisfy({ $0 == first }) {
      let one = there.count == 1 ? there[0] : nil
      let codes = Set(there.map(\.codePostal))
      let code = codes.count == 1 && self.codes.count > 1 ? codes.first ?? nil : nil
      return [(designation(one ?? Zone(codePostal: code, partie: nil)), first)]
    }
    return there.compactMap { zone in pieces[zone].map { (designation(zone), $0) } }
  }

  /// A street as a row writes it.
  func voie(_ key: NomNormalise) -> String {
    for side in sides {
      if let voie = side.table.voies.first(where: { $0.cle == key }) { return voie.texte }
    }
    return key.texte
  }

  private var codes: [CodePostal?] {
    var codes: [CodePostal?] = []
    for zone in zones where !codes.contains(zone.codePostal) { codes.append(zone.codePostal) }
    return codes
  }

  private var parts: [CodeInsee] { Set(zones.compactMap(\.partie)).sorted() }

  private func nom(_ part: CodeInsee) -> String { sides.lazy.compactMap { $0.nom(partie: part) }.first ?? part.texte }

  /// `Lille 59000`, `Lomme (Lille) 59160`; the postal code only where the commune has several.
  private func designation(_ zone: Zone) -> String {
    let name = zone.partie.map { "\(nom($0)) (\(commune))" } ?? commune
    guard codes.count > 1, let code = zone.codePostal else { return name }
    return "\(name) \(code)"
  }

  private func common(_ zones: [Zone], _ ecarts: [Zone: Ecart?]) -> Ecart? {
    guard let first = zones.first, let one = ecarts[first] ?? nil else { return nil }
    return zones.allSatisfy { ecarts[$0] == one } ? one : nil
  }
}
