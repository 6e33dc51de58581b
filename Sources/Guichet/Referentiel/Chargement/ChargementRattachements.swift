// Reading `rattachements.csv`: who holds what, from when until when.

extension Chargement {
  /// A rattachement as read; one that names an EPCI stands for all its communes.
  struct LigneDeRattachement: Hashable {
    let linf: Int32
    let cible: Cible
    let codePostal: CodePostal?
    let voie: Int32?
    let numeros: Rattachement.Numeros
    let periode: Periode
    var ligne: Int

    enum Cible: Hashable {
      case endroit(commune: Int32, sous: Int32?)
      case epci([Int32])
    }
  }

  mutating func lireRattachements(_ fichier: FichierReferentiel) {
    var table = TableCSV<ColonneRattachements>(fichier)
    var suivis = RattachementsSuivis()
    var premieres: [LigneDeRattachement: Int] = [:]
    var repetees: [String] = []
    while table.next() {
      let before = table.fautes.count
      let linf = rang(linf: table.texte(.linf), in: &table, .linf)
      let cible = cible(in: &table, &suivis)
      let codePostal = codePostal(in: &table, of: cible)
      let voie = voie(in: &table, of: cible)
      let numeros = numeros(in: &table)
      let periode = table.periode(du: .du, au: .au)
      guard table.fautes.count == before, let linf, let cible, let codePostal, let periode else { continue }
      var ligne = LigneDeRattachement(
        linf: linf, cible: cible, codePostal: codePostal, voie: voie, numeros: numeros, periode: periode, ligne: 0)
      if let first = premieres.updateValue(table.ligne, forKey: ligne) {
        repetees.append("ligne \(table.ligne) comme la \(first)")
      }
      ligne.ligne = table.ligne
      lignes.append(ligne)
    }
    conclure(table, .rattachements)
    avertissements += suivis.avertissements(fichier.nom)
    if !repetees.isEmpty {
      avertissements.append(
        "Lignes de \(fichier.nom) qui en répètent une autre (\(repetees.count)) : \(enumeration(repetees)) ; en retirer une."
      )
    }
  }

  private mutating func cible(
    in table: inout TableCSV<ColonneRattachements>, _ suivis: inout RattachementsSuivis
  ) -> LigneDeRattachement.Cible? {
    switch (table.texteOuRien(.codeInsee), table.texteOuRien(.epci)) {
    case (nil, nil):
      table.fault(.codeInsee, "le lieu manque : donner le code INSEE d’une commune, ou le SIREN d’un EPCI.")
      return nil
    case (_?, _?):
      table.fault(.epci, "un code INSEE et un EPCI sur la même ligne : n’en garder qu’un, ou écrire deux lignes.")
      return nil
    case (_?, nil):
      guard let code = table.codeInsee(.codeInsee) else { return nil }
      if let place = territoire.endroit(code) { return .endroit(commune: place.commune, sous: place.sous) }
      guard !illisibles.contains(.communes) else { return nil }
      if estOfficiel(code.departement), let ancien = territoire.anciennes.parCode[code] {
        return suivis.cible(ancien, in: &table, territoire)
      }
      table.fault(
        .codeInsee,
        "la commune \(code) n’est pas dans communes.csv : elle a pu changer de code ou fusionner, écrire le code de la "
          + "commune actuelle.")
      communesInconnues[code.departement, default: []].formUnion(table.fautes.suffix(1))
      return nil
    case (nil, _?):
      guard let key = table.siren(.epci) else { return nil }
      if let communes = communesParEpci[key] { return .epci(communes) }
      guard !illisibles.contains(.epci) else { return nil }
      guard presents.contains(.epci), !sansLigne.contains(.epci) else {
        illisibles.insert(.epci)
        let lack = sansLigne.contains(.epci) ? "n’a que son en-tête" : "n’est pas dans le dossier"
        table.fault(
          .epci,
          "un EPCI est nommé mais epci.csv \(lack) : y mettre "
            + "\(FichierReferentiel.Genre.epci.provenance ?? ""), ou écrire une ligne par commune.")
        return nil
      }
      table.fault(.epci, "l’EPCI \(pad(key, 9)) n’est pas dans epci.csv : corriger son numéro SIREN.")
      return nil
    }
  }

  /// Nil for one that cannot be, whether or not that is told again.
  private mutating func codePostal(
    in table: inout TableCSV<ColonneRattachements>, of target: LigneDeRattachement.Cible?
  ) -> CodePostal?? {
    guard table.texteOuRien(.codePostal) != nil else { return .some(nil) }
    guard let code = table.codePostal(.codePostal) else { return nil }
    switch target {
    case .endroit(let commune, let sous):
      let part = sous.map { territoire.sousCommunes[Int($0)] }
      let known = part?.codesPostaux ?? codesPostaux(of: commune)
      guard !known.contains(code) else { return code }
      guard !illisibles.contains(.codesPostaux) else { return code }
      let name = part?.nom ?? territoire.communes[Int(commune)].nom
      guard !known.isEmpty else {
        guard sansCodePostal.insert(name).inserted else { return nil }
        table.fault(
          .codePostal,
          "codes-postaux.csv n’a aucun code postal \(de(name)), ni donc \(code) : reprendre "
            + "\(FichierReferentiel.Genre.codesPostaux.provenance ?? "").")
        return nil
      }
      table.fault(
        .codePostal,
        "\(code) n’est pas un code postal \(de(name)) d’après codes-postaux.csv : écrire l’un de "
          + "\(enumeration(known.map(\.texte))).")
    case .epci:
      table.fault(.codePostal, "un code postal ne précise pas un EPCI : écrire une ligne par commune.")
    case nil: break
    }
    return nil
  }

  private mutating func voie(
    in table: inout TableCSV<ColonneRattachements>, of target: LigneDeRattachement.Cible?
  ) -> Int32? {
    guard let text = table.texteLibre(.voie) else { return nil }
    if case .epci = target {
      table.fault(.voie, "une voie ne précise pas un EPCI : écrire le code INSEE de sa commune.")
      return nil
    }
    guard let voie = Voie(text) else {
      table.fault(.voie, "« \(montre(text)) » n’est pas le nom d’une voie : l’écrire comme « boulevard Vauban ».")
      return nil
    }
    if let rank = rangDeLaVoie[voie] { return rank }
    if let fault = FauteDeVoie.trouve(text, voie) {
      table.fault(.voie, fault.message(text))
      return nil
    }
    let rank = Int32(voies.count)
    rangDeLaVoie[voie] = rank
    voies.append(voie)
    return rank
  }

  private func numeros(in table: inout TableCSV<ColonneRattachements>) -> Rattachement.Numeros {
    var numeros = Rattachement.Numeros()
    guard let first = table.numero(.numeroDe), let last = table.numero(.numeroA) else { return numeros }
    (numeros.de, numeros.a) = (first, last)
    let side = table.texte(.cote)
    switch side.lowercased() {
    case "": break
    case "pair", "pairs", "p": numeros.cote = .pair
    case "impair", "impairs", "i": numeros.cote = .impair
    case "tous", "les deux": break
    default: table.fault(.cote, "« \(montre(side)) » n’est pas un côté de voie : écrire pair, impair, ou rien.")
    }
    if let first, let last, first > last {
      table.fault(.numeroA, "le dernier numéro (\(last)) précède le premier (\(first)) : les échanger.")
    } else if let first, first == last, let cote = numeros.cote, !numeros.contiennent(Int(first)) {
      table.fault(.cote, "le seul numéro, \(first), n’est pas \(cote.rawValue) : corriger l’un ou l’autre.")
    }
    if !numeros.sontTous, table.texteOuRien(.voie) == nil {
      table.fault(.voie, "des numéros sans voie : donner le nom de la voie, ou retirer les numéros.")
    }
    return numeros
  }
}
