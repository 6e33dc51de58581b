/// Two LINF that hold the same place, at equal precision, on the same day: the référentiel is refused for it.
enum Chevauchement {
  /// One fault for each pair of rows, at the line of the later one, with both holders, the place and the days.
  static func fautes(
    of rattachements: [Rattachement], fichier: String, territoire: Territoire, linf: [Linf], voies: [Voie]
  ) -> [FauteReferentiel] {
    var groups: [Groupe: [Rattachement]] = [:]
    for rattachement in rattachements {
      let key = Groupe(
        commune: rattachement.commune, regle: rattachement.regle,
        voie: rattachement.voie.map { voies[Int($0)].cle })
      groups[key, default: []].append(rattachement)
    }
    var faults: [FauteReferentiel] = []
    for group in groups.values where group.count > 1 {
      let rows = group.sorted { $0.ligne < $1.ligne }
      for later in rows.indices {
        for earlier in rows[..<later] {
          guard let days = jours(earlier, rows[later], territoire) else { continue }
          let place = lieu(rows[later], territoire, voies)
          faults.append(
            FauteReferentiel(
              fichier: fichier, ligne: Int(rows[later].ligne),
              message: "\(linf[Int(earlier.linf)].id) (ligne \(earlier.ligne)) et \(linf[Int(rows[later].linf)].id) "
                + "(ligne \(rows[later].ligne)) tiennent tous deux \(place), \(days.phrase) : un seul doit le tenir, "
                + "corriger les dates ou retirer l’une des deux lignes."))
        }
      }
    }
    return faults
  }

  private struct Groupe: Hashable {
    let commune: Int32
    let regle: Regle
    let voie: NomNormalise?
  }

  /// The days on which both hold a common place; nil when there is none, or when they are of one LINF.
  private static func jours(_ left: Rattachement, _ right: Rattachement, _ territoire: Territoire) -> Periode? {
    guard left.linf != right.linf, left.numeros.chevauchent(right.numeros) else { return nil }
    if let code = left.codePostal, let other = right.codePostal, code != other { return nil }
    if let sous = left.sous, let other = right.sous, sous != other { return nil }
    if let sous = left.sous ?? right.sous, let code = left.codePostal ?? right.codePostal,
      !territoire.sousCommunes[Int(sous)].codesPostaux.contains(code)
    {
      return nil
    }
    return left.periode.commune(avec: right.periode)
  }

  private static func lieu(_ row: Rattachement, _ territoire: Territoire, _ voies: [Voie]) -> String {
    let commune = territoire.communes[Int(row.commune)]
    var text = "\(commune.nom) (\(commune.code))"
    if let sous = row.sous {
      let part = territoire.sousCommunes[Int(sous)]
      text = "\(part.nom) (\(part.code)), à \(text)"
    }
    if let code = row.codePostal { text += ", code postal \(code)" }
    if let voie = row.voie { text += ", \(voies[Int(voie)].texte)\(row.numeros.phrase)" }
    return text
  }
}
