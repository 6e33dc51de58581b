/// Two LINF that hold the same place, at equal precision, on the same day: the référentiel is refused for it.
struct Chevauchement {
  let fichier: String
  let territoire: Territoire
  let linf: [Linf]
  let voies: [Voie]

  /// One fault for each pair of rows, at the line of the later one, with both holders, the place and the days.
  func fautes(of rattachements: [Rattachement]) -> [FauteReferentiel] {
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
          guard let days = jours(earlier, rows[later]) else { continue }
          faults.append(
            faute(
              rows[later],
              "\(designation(earlier)) et \(designation(rows[later])) tiennent tous deux \(lieu(rows[later])), "
                + "\(days.phrase) : un seul doit le tenir, corriger les dates ou retirer l’une des deux lignes."))
        }
      }
    }
    return faults + entreVoies(groups)
  }

  private struct Groupe: Hashable {
    let commune: Int32
    let regle: Regle
    let voie: NomNormalise?
  }

  /// « Rue du 8 mai » and « rue du 8 mai 1945 »: one address may be on either, for what families write after the name
  /// of their street cannot be told from the end of a longer one.
  private func entreVoies(_ groups: [Groupe: [Rattachement]]) -> [FauteReferentiel] {
    var faults: [FauteReferentiel] = []
    for (group, rows) in groups {
      guard let name = group.voie else { continue }
      for other in Set(VoieSaisie(name.texte).noms) where other != name {
        let shorter = groups[Groupe(commune: group.commune, regle: group.regle, voie: other)] ?? []
        for row in rows {
          for short in shorter {
            guard let days = jours(short, row) else { continue }
            let (earlier, later) = short.ligne < row.ligne ? (short, row) : (row, short)
            faults.append(
              faute(
                later,
                "\(designation(earlier)) tient \(voie(earlier)) et \(designation(later)) \(voie(later)), à "
                  + "\(commune(row, row.codePostal ?? short.codePostal)), \(days.phrase) : une même adresse se lit des "
                  + "deux façons. Si c’est une seule voie, l’écrire d’une seule façon et la donner à un seul LINF, ou "
                  + "partager ses numéros ; sinon, donner les deux au même LINF."))
          }
        }
      }
    }
    return faults
  }

  /// The days on which both hold a common place; nil when there is none, or when they are of one LINF.
  private func jours(_ left: Rattachement, _ right: Rattachement) -> Periode? {
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

  // MARK: Words

  private func faute(_ row: Rattachement, _ message: String) -> FauteReferentiel {
    FauteReferentiel(fichier: fichier, ligne: Int(row.ligne), message: message)
  }

  private func designation(_ row: Rattachement) -> String { "\(linf[Int(row.linf)].id) (ligne \(row.ligne))" }

  private func lieu(_ row: Rattachement) -> String {
    let text = commune(row, row.codePostal)
    return row.voie.map { "\(text), \(voies[Int($0)].texte)\(row.numeros.phrase)" } ?? text
  }

  private func commune(_ row: Rattachement, _ code: CodePostal?) -> String {
    let commune = territoire.communes[Int(row.commune)]
    var text = "\(commune.nom) (\(commune.code))"
    if let sous = row.sous {
      let part = territoire.sousCommunes[Int(sous)]
      text = "\(part.nom) (\(part.code)), à \(text)"
    }
    if let code { text += ", code postal \(code)" }
    return text
  }

  private func voie(_ row: Rattachement) -> String {
    row.voie.map { "« \(voies[Int($0)].texte) »\(row.numeros.phrase)" } ?? ""
  }
}
