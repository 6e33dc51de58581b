// Reading the Caf's own directory: the LINF and their habilitations.

extension Chargement {
  /// What a LINF is before its habilitations are known.
  struct FicheLinf {
    let id: String
    let ligne: Int
    let nom: String
    var champs: [ColonneLinf: String] = [:]
  }

  mutating func lireLinf(_ fichier: FichierReferentiel) {
    var table = TableCSV<ColonneLinf>(fichier)
    while table.next() {
      let id = table.texte(.linf)
      guard Self.isValidId(id) else {
        table.fault(
          .linf,
          "« \(montre(id)) » ne peut pas désigner un LINF : employer de 1 à 64 lettres minuscules sans accent, chiffres "
            + "ou traits d’union, comme rpe-lomme.")
        linfRefuses.insert(Self.plie(id))
        continue
      }
      if let first = rangDuLinf[id] {
        table.fault(
          .linf,
          "le LINF \(id) est déjà décrit à la ligne \(fiches[Int(first)].ligne) : n’en garder qu’une, ou donner un autre "
            + "nom à celui-ci.")
        continue
      }
      var fiche = FicheLinf(id: id, ligne: table.ligne, nom: table.texteLibre(.nom) ?? id)
      for column in ColonneLinf.allCases where column != .linf && column != .nom {
        fiche.champs[column] = table.texteLibre(column)
      }
      if fiche.champs[.codePostal] != nil { _ = table.codePostal(.codePostal) }
      if let phone = fiche.champs[.telephone], let message = Self.phoneFault(phone) { table.fault(.telephone, message) }
      if let mail = fiche.champs[.courriel], case .failure = Courriel.lire(mail) {
        table.fault(
          .courriel,
          "« \(montre(mail)) » n’est pas une adresse de courriel : en écrire une seule, comme rpe@exemple.fr.")
      }
      rangDuLinf[id] = Int32(fiches.count)
      fiches.append(fiche)
    }
    conclure(table, .linf)
  }

  mutating func lireHabilitations(_ fichier: FichierReferentiel) {
    var table = TableCSV<ColonneHabilitations>(fichier)
    while table.next() {
      let linf = rang(linf: table.texte(.linf), in: &table, .linf)
      let genre = genre(in: &table)
      let unique = guichetUnique(in: &table)
      guard let periode = table.periode(du: .du, au: .au), let linf, let genre, let unique else { continue }
      habilitations[linf, default: []].append(
        Habilitation(genre: genre, periode: periode, guichetUnique: unique))
    }
    conclure(table, .habilitations)
  }

  /// The rank of a LINF that another file names; nil when `linf.csv` does not describe it, with a fault unless that file
  /// has one already that explains it.
  func rang<Colonne: ColonneCSV>(linf id: String, in table: inout TableCSV<Colonne>, _ column: Colonne) -> Int32? {
    if let rank = rangDuLinf[id] { return rank }
    guard !id.isEmpty else {
      table.fault(column, "le LINF manque : écrire son nom tel qu’il figure dans linf.csv.")
      return nil
    }
    guard !illisibles.contains(.linf), !linfRefuses.contains(Self.plie(id)) else { return nil }
    let key = Self.plie(id)
    if let meant = fiches.first(where: { Self.plie($0.id) == key }) {
      table.fault(
        column,
        "« \(montre(id)) » n’est pas dans linf.csv mais « \(meant.id) » y est : l’écrire de même, sans majuscule, espace "
          + "ni caractère invisible.")
    } else if DegatDeTableur.isNumber(id),
      let whole = fiches.first(where: { Self.sansZeros($0.id) == Self.sansZeros(id) })
    {
      table.fault(
        column,
        "« \(montre(id)) » n’est pas dans linf.csv mais « \(whole.id) » y est : un tableur a pu ôter les zéros, mettre la "
          + "colonne au format texte.")
    } else {
      table.fault(
        column, "le LINF « \(montre(id)) » n’est pas dans linf.csv : l’y ajouter, ou corriger son nom ici.")
    }
    return nil
  }

  /// The LINF in the order of their ids, and for each rank in `fiches` its place in that order.
  func linfTries() -> (linf: [Linf], rangs: [Int32]) {
    let order = fiches.indices.sorted { fiches[$0].id < fiches[$1].id }
    var ranks = [Int32](repeating: 0, count: fiches.count)
    for (place, rank) in order.enumerated() { ranks[rank] = Int32(place) }
    let linf = order.map { rank in
      let fiche = fiches[rank]
      return Linf(
        id: fiche.id, nom: fiche.nom, type: fiche.champs[.type], gestionnaire: fiche.champs[.gestionnaire],
        telephone: fiche.champs[.telephone], courriel: fiche.champs[.courriel], voie: fiche.champs[.voie],
        codePostal: fiche.champs[.codePostal], commune: fiche.champs[.commune],
        habilitations: (habilitations[Int32(rank)] ?? []).sorted { $0.ordre < $1.ordre })
    }
    return (linf, ranks)
  }

  private func genre(in table: inout TableCSV<ColonneHabilitations>) -> Habilitation.Genre? {
    guard let text = table.texteOuRien(.type) else { return .habilitation }
    let key = NomNormalise.plie(text.utf8)
    if let genre = Habilitation.Genre.allCases.first(where: { NomNormalise.plie($0.rawValue.utf8) == key }) {
      return genre
    }
    table.fault(.type, "« \(montre(text)) » n’est pas un type connu : écrire habilitation ou referencement.")
    return nil
  }

  private func guichetUnique(in table: inout TableCSV<ColonneHabilitations>) -> Bool? {
    let text = table.texte(.guichetUnique)
    switch text.lowercased() {
    case "oui", "vrai", "o", "1", "true": return true
    case "", "non", "faux", "n", "0", "false": return false
    default:
      table.fault(.guichetUnique, "« \(montre(text)) » ne dit ni oui ni non : écrire oui ou non.")
      return nil
    }
  }

  private static func isValidId(_ id: String) -> Bool {
    (1...64).contains(id.utf8.count)
      && id.utf8.allSatisfy {
        ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
          || $0 == UInt8(ascii: "-")
      }
  }

  /// What remains of an id when it is typed otherwise: « RPE Lomme » and « rpe-lomme » are meant to be one.
  private static func plie(_ id: String) -> [UInt8] { NomNormalise.plie(id.utf8) }

  private static func sansZeros(_ id: String) -> Substring { id.drop { $0 == "0" } }

  /// Numbers of services are in order (3230), a word in place of a number is not.
  private static func phoneFault(_ text: String) -> String? {
    let shown = montre(text)
    switch DegatDeTableur(text, longueur: 10) {
    case .exposant:
      return "« \(shown) » est un numéro de téléphone réécrit par un tableur : mettre la colonne au format texte et "
        + "ressaisir le numéro."
    case .zeroPerdu:
      return "« \(shown) » est un numéro de téléphone qui a perdu son zéro initial dans un tableur : mettre la colonne "
        + "au format texte et écrire « 0\(shown) »."
    case .decimales where text.utf8.count { !DegatDeTableur.isDigit($0) } == 1:
      return "« \(shown) » est un numéro de téléphone réécrit par un tableur avec des décimales : mettre la colonne au "
        + "format texte et ressaisir le numéro."
    case .decimales, nil:
      guard text.utf8.count(where: DegatDeTableur.isDigit) < 4 else { return nil }
      return "« \(shown) » n’est pas un numéro de téléphone : l’écrire comme 03 53 01 00 00, ou laisser vide."
    }
  }
}

extension Habilitation {
  /// Whatever the order of the rows, habilitations are kept in this one.
  fileprivate var ordre: String {
    "\(periode.du?.iso ?? "") \(periode.au?.iso ?? "9999") \(genre.rawValue) \(guichetUnique)"
  }
}
