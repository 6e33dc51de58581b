// Looking names up in the index.

extension TableReferentiel {
  /// The places under a postal code that bear this name: those whose own it is before those of which it is a part, and
  /// the name as typed before its other forms.
  func endroits(_ code: CodePostal, nommes name: NomSaisi) -> [Endroit] {
    for form in name.formes {
      let letters = EmpreinteDeLettres(form.octets)
      let found = meilleurs(code) { known in
        known.lettres == letters && Int(known.longueur) == form.octets.count && cle(known).elementsEqual(form.octets)
      }
      if !found.isEmpty { return found }
    }
    for form in name.formes {
      let bare = form.sansArticle
      let letters = EmpreinteDeLettres(bare)
      let found = meilleurs(code) { known in
        Int(known.longueur) >= bare.count && known.lettres.peutContenir(letters)
          && NomNormalise.sansArticle(cle(known)).elementsEqual(bare)
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The places under a postal code whose name is a letter or two from this one, or begins or ends where it does
  /// (« Hellemmes » for Hellemmes-Lille, « Lille Sud » for Lille).
  func endroits(_ code: CodePostal, proches name: NomSaisi) -> [Endroit] {
    let form = name.plusCourt.octets[...]
    let letters = EmpreinteDeLettres(form)
    let limit = DistanceDeNoms.tolerance(longueur: form.count)
    let near = noms(code).filter { known in
      if known.lettres.peutEtre(letters, aMoinsDe: limit),
        DistanceDeNoms.entre(form, cle(known), limite: limit) != nil
      {
        return true
      }
      return (known.lettres.peutContenir(letters) || letters.peutContenir(known.lettres))
        && Self.partagent(form, cle(known))
    }
    return endroits(near, code)
  }

  /// The places of the département that bear this name.
  func endroits(nommes name: NomSaisi) -> [Endroit] {
    for form in name.formes {
      let ranks = nomsParDepartement.rangs(form, departement, nomsParCodePostal, communes)
      guard !ranks.isEmpty else { continue }
      // What a commune or a part of one is called comes before localities of the same name.
      let names = ranks.map { nomsParCodePostal.noms[Int($0)] }
      let official = names.filter { $0.classe != .localite }
      return endroits(official.isEmpty ? names : official, nil)
    }
    return []
  }

  /// The places that bore this name before they were renamed or merged, under a postal code or in the département, and
  /// one of those names.
  func endroits(anciennementNommes name: NomSaisi, _ code: CodePostal?) -> (places: [Endroit], nom: AncienNom)? {
    for form in name.formes {
      guard let known = anciennes.parNom[NomNormalise(dejaNormalise: form.sansArticle)] else { continue }
      for names in [known.filter { $0.cle == form }, known] {
        var places: [Endroit] = []
        var first: AncienNom?
        for name in names {
          let found = endroits(name.code).compactMap { sous(code, $0) }
          if !found.isEmpty, first == nil { first = name }
          for place in found where !places.contains(where: { $0.commune == place.commune }) { places.append(place) }
        }
        if let first { return (places, first) }
      }
    }
    return nil
  }

  /// The place under a postal code, or in the département; nil when it is not there.
  private func sous(_ code: CodePostal?, _ place: Endroit) -> Endroit? {
    guard let code else { return estDuDepartement(place) ? place : nil }
    guard dessert(code, commune: place.commune) else { return nil }
    // A part of the commune under the postal code of another part: the commune is sure, the part is not.
    if let part = sousCommune(place), !part.codesPostaux.isEmpty, !part.codesPostaux.contains(code) {
      return Endroit(commune: place.commune)
    }
    return precise(Endroit(commune: place.commune, sous: place.sous, codePostal: code))
  }

  /// The places of the names under a postal code that read as wanted, of those of the best class.
  private func meilleurs(_ code: CodePostal, _ reads: (NomDesservi) -> Bool) -> [Endroit] {
    var best: [NomDesservi] = []
    for name in noms(code) where reads(name) {
      if let known = best.first, known.classe != name.classe {
        guard name.classe < known.classe else { continue }
        best.removeAll()
      }
      best.append(name)
    }
    return endroits(best, code)
  }

  /// One place for each commune, as precise as all its names agree.
  private func endroits(_ names: [NomDesservi], _ code: CodePostal?) -> [Endroit] {
    if names.count == 1 {
      return [precise(Endroit(commune: names[0].commune, sous: names[0].sous, codePostal: code))]
    }
    var places: [Endroit] = []
    for name in names {
      if let rank = places.firstIndex(where: { $0.commune == name.commune }) {
        if places[rank].sous != name.sous { places[rank].sous = nil }
      } else {
        places.append(Endroit(commune: name.commune, sous: name.sous, codePostal: code))
      }
    }
    return places.map(precise)
  }

  /// Whether one of the two begins with all the words of the other, which must tell something.
  private static func partagent(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    guard short.count >= 4, long.count > short.count, long.starts(with: short) else { return false }
    return long[long.startIndex + short.count] == UInt8(ascii: " ")
  }
}
