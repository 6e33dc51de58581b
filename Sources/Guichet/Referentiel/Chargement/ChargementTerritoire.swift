// Reading the official files: the code of communes, and La Poste's postal codes.

extension Chargement {
  mutating func lireCommunes(_ fichier: FichierReferentiel) {
    struct Part {
      let code: CodeInsee
      let genre: SousCommune.Genre
      let nom: String
      let parent: CodeInsee
      let ligne: Int
    }
    var table = TableCSV<ColonneCommunes>(fichier)
    var parts: [Part] = []
    var orphans: [Part] = []
    while table.next() {
      let type = table.texte(.type)
      let genre = SousCommune.Genre(rawValue: type)
      guard type == "COM" || genre != nil else {
        table.fault(
          .type, "« \(montre(type)) » n’est pas un type connu (COM, COMA, COMD, ARM) : reprendre le fichier de l’INSEE."
        )
        continue
      }
      guard let code = table.codeInsee(.code) else { continue }
      let name = table.texte(.nom)
      guard !name.isEmpty else {
        table.fault(.nom, "le nom de la commune \(code) manque : reprendre le fichier de l’INSEE.")
        continue
      }
      if let genre {
        guard let parent = table.codeInsee(.parent) else { continue }
        parts.append(Part(code: code, genre: genre, nom: name, parent: parent, ligne: table.ligne))
      } else if !territoire.ajouterCommune(code, nom: name) {
        table.fault(.code, "la commune \(code) est déjà décrite plus haut : n’en garder qu’une ligne.")
      }
    }
    for part in parts
    where !territoire.ajouterSousCommune(part.code, genre: part.genre, nom: part.nom, dans: part.parent) {
      orphans.append(part)
    }
    departementsOfficiels = Set(territoire.communes.map(\.departement))
    conclure(table, .communes)
    // One for all: a file that was cut off has hundreds. Where rows were refused theirs may be the commune that is missing.
    guard let first = orphans.first, table.fautes.isEmpty else { return }
    let others =
      switch orphans.count {
      case 1: ""
      case 2: ", ni celle d’une autre ligne"
      case let count: ", ni celles de \(count - 1) autres lignes"
      }
    let fault = FauteReferentiel(
      fichier: fichier.nom, ligne: first.ligne, colonne: ColonneCommunes.parent.noms[0],
      message:
        "la commune \(first.parent), à laquelle appartient \(first.nom), n’est pas dans le fichier\(others) : reprendre le "
        + "fichier de l’INSEE en entier.")
    fautes.append(fault)
    communesManquantes = fault
  }

  mutating func lireCodesPostaux(_ fichier: FichierReferentiel) {
    var table = TableCSV<ColonneCodesPostaux>(fichier)
    var unknown: [CodeInsee] = []
    var lost: Set<CodeInsee> = []
    while table.next() {
      guard let code = table.codeInsee(.codeInsee), let codePostal = table.codePostal(.codePostal) else { continue }
      let name = NomNormalise(octets: table.octets(.nom))
      var former: Endroit?
      if territoire.endroit(code) == nil {
        if let ancien = territoire.anciennes.parCode[code] {
          former = ancien.endroit
          if former == nil { lost.insert(code) }
        } else {
          // Overseas collectivities are not in the INSEE file; the postal file is then their only source.
          _ = territoire.ajouterCommune(code, nom: table.texte(.nom))
          if !Self.horsCodeOfficiel.contains(code.departement) { unknown.append(code) }
        }
      }
      guard let place = former.map({ ($0.commune, $0.sous) }) ?? territoire.endroit(code) else { continue }
      territoire.desservir(
        codePostal, place, nom: name, acheminement: optionalName(table.octets(.acheminement)),
        ligne5: optionalName(table.octets(.ligne5)), ancien: former != nil)
    }
    territoire.completer()
    conclure(table, .codesPostaux)
    if !unknown.isEmpty {
      let codes = unknown.map(\.texte).sorted()
      avertissements.append(
        "Codes INSEE de \(fichier.nom) absents de communes.csv (\(codes.count)) : \(enumeration(codes)) ; les deux "
          + "fichiers sont sans doute d’années différentes.")
    }
    if !lost.isEmpty {
      let codes = lost.map(\.texte).sorted()
      avertissements.append(
        "Codes INSEE de \(fichier.nom) qui ne mènent à aucune commune actuelle, ou à plusieurs (\(codes.count)) : "
          + "\(enumeration(codes)) ; leurs lignes sont sans effet.")
    }
  }

  /// Collectivities that the official code file of communes leaves out; 99 is abroad, where the postal file has Monaco.
  static let horsCodeOfficiel: Set<String> = ["975", "977", "978", "984", "986", "987", "988", "989", "99"]

  private func optionalName(_ bytes: ArraySlice<UInt8>) -> NomNormalise? {
    bytes.isEmpty ? nil : NomNormalise(octets: bytes)
  }
}
