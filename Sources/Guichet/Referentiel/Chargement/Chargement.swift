/// Builds a référentiel from its files, and collects every fault of all of them.
struct Chargement {
  var territoire = Territoire()
  var fautes: [FauteReferentiel] = []
  var avertissements: [String] = []
  /// What the folder has.
  var presents: Set<FichierReferentiel.Genre> = []
  /// Files that are missing or could not be read to their end: that is told once, and not again at each row that refers
  /// to them.
  var illisibles: Set<FichierReferentiel.Genre> = []
  /// Files that are not needed and have no row.
  var sansLigne: Set<FichierReferentiel.Genre> = []
  /// Départements of which `communes.csv` has a commune.
  var departementsOfficiels: Set<String> = []
  /// The fault of parts of communes whose commune is not in the file.
  var communesManquantes: FauteReferentiel?
  /// Faults of rows whose commune is nowhere, by its département: where that is missing as a whole, they are not told.
  var communesInconnues: [String: Set<FauteReferentiel>] = [:]
  /// Communes of which rows name a postal code although they have none: told once each.
  var sansCodePostal: Set<String> = []
  var fiches: [FicheLinf] = []
  /// Ids that `linf.csv` gives and that were refused, without case and signs.
  var linfRefuses: Set<[UInt8]> = []
  /// By id: rank in `fiches`.
  var rangDuLinf: [String: Int32] = [:]
  /// By rank in `fiches`.
  var habilitations: [Int32: [Habilitation]] = [:]
  /// By id of their LINF.
  var horaires: [String: [Horaire]] = [:]
  var fermetures: [Fermeture] = []
  /// By SIREN.
  var communesParEpci: [Int: [Int32]] = [:]
  var nomsDEpci: [Int: String] = [:]
  var voies: [Voie] = []
  var rangDeLaVoie: [Voie: Int32] = [:]
  var lignes: [LigneDeRattachement] = []

  /// Reads everything; the département, if not given, is that of most rattachements.
  mutating func charger(
    _ fichiers: [FichierReferentiel], departement wanted: String?
  ) throws(ReferentielRefuse) -> TableReferentiel {
    let byGenre = trier(fichiers)
    if let file = byGenre[.communes] { lireCommunes(file) }
    if let file = byGenre[.mouvements] { lireMouvements(file) }
    if let file = byGenre[.codesPostaux] { lireCodesPostaux(file) }
    if let file = byGenre[.linf] { lireLinf(file) }
    if let file = byGenre[.habilitations] { lireHabilitations(file) }
    if let file = byGenre[.horaires] { lireHoraires(file) }
    if let file = byGenre[.fermetures] { lireFermetures(file) }
    if let file = byGenre[.epci] { lireEpci(file) }
    if let file = byGenre[.rattachements] { lireRattachements(file) }
    let departement = departement(wanted)
    let (linf, ranks) = linfTries()
    let rattachements = developper(in: departement, ranks)
    avertir(of: byGenre, rattachements, linf, departement)
    if let file = byGenre[.rattachements] {
      fautes += Chevauchement(fichier: file.nom, territoire: territoire, linf: linf, voies: voies)
        .fautes(of: rattachements)
    }
    guard fautes.isEmpty else { throw ReferentielRefuse(enOrdre(fautes)) }
    return TableReferentiel(
      departement: departement, territoire: territoire, linf: linf, voies: voies, rattachements: rattachements,
      connaitLesHabilitations: byGenre[.habilitations] != nil, horaires: horaires, fermetures: fermetures,
      epci: epci(of: departement), avertissements: avertissements)
  }

  /// Takes over what reading a file brought up.
  mutating func conclure<Colonne: ColonneCSV>(_ table: TableCSV<Colonne>, _ genre: FichierReferentiel.Genre) {
    fautes += table.fautes
    avertissements += table.avertissements
    if !table.isWhole { illisibles.insert(genre) } else if table.isEmpty { conclureSansLigne(genre, table.fichier) }
  }

  /// A file that has its header only, as an export gone wrong leaves it.
  private mutating func conclureSansLigne(_ genre: FichierReferentiel.Genre, _ file: String) {
    let remedy = genre.provenance.map { "y remettre \($0)" }
    let sentence = "le fichier n’a que son en-tête"
    if FichierReferentiel.Genre.requis.contains(genre) {
      illisibles.insert(genre)
      let ours =
        genre == .linf ? "y décrire les LINF, un par ligne" : "y écrire qui tient quelle commune, une par ligne"
      fautes.append(FauteReferentiel(fichier: file, message: "\(sentence) : \(remedy ?? ours)."))
    } else if let remedy {
      sansLigne.insert(genre)
      avertissements.append("\(file) : \(sentence) ; \(remedy), ou retirer ce fichier du dossier.")
    } else if genre == .habilitations {
      avertissements.append(
        "\(file) : \(sentence), aucun LINF n’est donc habilité ; y écrire les habilitations, ou retirer ce fichier du "
          + "dossier pour qu’elles ne soient pas vérifiées.")
    }
  }

  /// The files by what they are; a file that is missing or there twice is a fault, one that is not of the référentiel a
  /// warning.
  private mutating func trier(_ fichiers: [FichierReferentiel]) -> [FichierReferentiel.Genre: FichierReferentiel] {
    var byGenre: [FichierReferentiel.Genre: FichierReferentiel] = [:]
    var resembling: [FichierReferentiel.Genre: String] = [:]
    for fichier in fichiers {
      guard let genre = fichier.genre else {
        var sentence = "\(montre(fichier.nom)) n’est pas un fichier du référentiel : il n’est pas lu."
        if let meant = fichier.genreVoisin {
          resembling[meant] = montre(fichier.nom)
          sentence += " S’il devait l’être, l’enregistrer sous le nom \(meant.nomDeFichier)."
        }
        avertissements.append(sentence)
        continue
      }
      if byGenre.updateValue(fichier, forKey: genre) != nil {
        fautes.append(
          FauteReferentiel(fichier: fichier.nom, message: "le fichier est là deux fois : n’en garder qu’un."))
      }
    }
    presents = Set(byGenre.keys)
    for genre in FichierReferentiel.Genre.requis where byGenre[genre] == nil {
      illisibles.insert(genre)
      let remedy =
        resembling[genre].map { "enregistrer « \($0) » sous ce nom si c’est lui" }
        ?? "l’ajouter au dossier" + (genre.provenance.map { " (\($0))" } ?? "")
      fautes.append(
        FauteReferentiel(
          fichier: genre.nomDeFichier,
          message: "le fichier manque : \(remedy), rien ne peut être orienté sans lui."))
    }
    return byGenre
  }

  /// The rattachements, those of an EPCI written out for its communes of the département.
  private func developper(in departement: String, _ ranks: [Int32]) -> [Rattachement] {
    var all: [Rattachement] = []
    all.reserveCapacity(lignes.count)
    for ligne in lignes {
      let places: [(commune: Int32, sous: Int32?)] =
        switch ligne.cible {
        case .endroit(let commune, let sous): [(commune, sous)]
        case .epci(let communes):
          communes.filter { territoire.communes[Int($0)].departement == departement }.map { ($0, nil) }
        }
      for place in places {
        all.append(
          Rattachement(
            linf: ranks[Int(ligne.linf)], commune: place.commune, sous: place.sous, codePostal: ligne.codePostal,
            voie: ligne.voie, numeros: ligne.numeros, periode: ligne.periode, ligne: Int32(ligne.ligne)))
      }
    }
    return all
  }

  private mutating func avertir(
    of byGenre: [FichierReferentiel.Genre: FichierReferentiel], _ rattachements: [Rattachement], _ linf: [Linf],
    _ departement: String
  ) {
    if byGenre[.habilitations] == nil {
      avertissements.append(
        "habilitations.csv n’est pas dans le dossier : l’habilitation des LINF n’est pas vérifiée à l’orientation.")
    }
    let elsewhere = Set(rattachements.map(\.commune)).map { territoire.communes[Int($0)] }
      .filter { $0.departement != departement }.map { "\($0.nom) (\($0.code))" }.sorted()
    if !elsewhere.isEmpty {
      avertissements.append(
        "Communes rattachées hors du département \(departement) (\(elsewhere.count)) : \(enumeration(elsewhere)) ; leurs "
          + "familles relèvent d’une autre Caf, ces rattachements sont sans effet.")
    }
    let vains = lignes.filter { ligne in
      guard case .epci(let communes) = ligne.cible else { return false }
      return !communes.contains { territoire.communes[Int($0)].departement == departement }
    }
    if !vains.isEmpty {
      avertissements.append(
        "Lignes de rattachements.csv dont l’EPCI n’a aucune commune du département \(departement) (\(vains.count)) : "
          + "\(enumeration(vains.map { String($0.ligne) })) ; elles sont sans effet.")
    }
    avertissements += suppleantsFermes()
    if let sentence = communesSansCodePostal(departement) { avertissements.append(sentence) }
    avertissements += RattachementsSansEffet.phrases(rattachements, territoire, linf)
    let busy = Set(rattachements.map(\.linf))
    let idle = linf.indices.filter { !busy.contains(Int32($0)) }.map { linf[$0].id }
    if !idle.isEmpty {
      avertissements.append("LINF qui ne tiennent aucun lieu (\(idle.count)) : \(enumeration(idle)).")
    }
  }

  /// Causes first: by file, those that others refer to before these; in a file what is wrong with the whole of it, then
  /// its header, then its rows.
  private func enOrdre(_ faults: [FauteReferentiel]) -> [FauteReferentiel] {
    let order: [FichierReferentiel.Genre] = [
      .communes, .mouvements, .codesPostaux, .epci, .linf, .rattachements, .habilitations, .horaires, .fermetures,
    ]
    let ranks = Dictionary(order.enumerated().map { ($1.nomDeFichier, $0) }, uniquingKeysWith: min)
    return faults.enumerated().sorted { left, right in
      let leftRank = ranks[left.element.fichier.lowercased()] ?? .max
      let rightRank = ranks[right.element.fichier.lowercased()] ?? .max
      return (leftRank, left.element.ligne ?? 0, left.offset) < (rightRank, right.element.ligne ?? 0, right.offset)
    }.map(\.element)
  }

  /// The postal codes of a commune.
  func codesPostaux(of commune: Int32) -> [CodePostal] { territoire.codesPostaux(of: commune) }
}
