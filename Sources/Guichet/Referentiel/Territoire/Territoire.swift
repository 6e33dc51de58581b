/// The official map while it is being read: communes, what is inside them, and the names under each postal code.
struct Territoire: Sendable {
  private(set) var communes: [Commune] = []
  private(set) var sousCommunes: [SousCommune] = []
  private(set) var parCodeInsee = [Int32](repeating: 0, count: CodeInsee.nombre)
  /// None before `suivre`.
  private(set) var anciennes = AnciennesCommunes()

  /// A line of the postal file, as far as the territory keeps it.
  private struct Desserte {
    let codePostal: CodePostal
    let commune: Int32
    let sous: Int32?
  }

  private struct Entree {
    let codePostal: CodePostal
    let nom: NomDesservi
  }

  private var clesDesCommunes: [NomNormalise] = []
  private var sousParCommune: [Int32: [(sous: Int32, cle: NomNormalise)]] = [:]
  private var dessertes: [Desserte] = []
  private var entrees: [Entree] = []
  private var cles: [UInt8] = []
  private var codesParCommune: [Int32: [CodePostal]] = [:]

  // MARK: Official code

  /// False when the code is already a commune's.
  mutating func ajouterCommune(_ code: CodeInsee, nom: String) -> Bool {
    guard parCodeInsee[Int(code.indice)] <= 0 else { return false }
    communes.append(Commune(code: code, nom: nom))
    clesDesCommunes.append(NomNormalise(nom))
    parCodeInsee[Int(code.indice)] = Int32(communes.count)
    return true
  }

  /// False when the commune that it is part of is not known; all communes are added before.
  mutating func ajouterSousCommune(
    _ code: CodeInsee, genre: SousCommune.Genre, nom: String, dans parent: CodeInsee
  ) -> Bool {
    let commune = parCodeInsee[Int(parent.indice)] - 1
    guard commune >= 0 else { return false }
    sousCommunes.append(
      SousCommune(code: code, genre: genre, nom: nom, dans: commune))
    let rank = Int32(sousCommunes.count)
    if parCodeInsee[Int(code.indice)] == 0 { parCodeInsee[Int(code.indice)] = -rank }
    sousParCommune[commune, default: []].append((rank - 1, NomNormalise(nom)))
    return true
  }

  func endroit(_ code: CodeInsee) -> (commune: Int32, sous: Int32?)? {
    let rank = parCodeInsee[Int(code.indice)]
    if rank > 0 { return (rank - 1, nil) }
    return rank < 0 ? (sousCommunes[Int(-rank - 1)].commune, -rank - 1) : nil
  }

  /// The commune or the part of one that bears a code; nil when the file has it as the other, or not at all.
  func endroit(_ etat: Mouvement.Etat) -> (commune: Int32, sous: Int32?)? {
    guard let place = endroit(etat.code) else { return nil }
    guard let partie = etat.partie else { return place.sous == nil ? place : nil }
    if let sous = place.sous { return sousCommunes[Int(sous)].genre == partie ? place : nil }
    let part = sousParCommune[place.commune]?.first {
      sousCommunes[Int($0.sous)].code == etat.code && sousCommunes[Int($0.sous)].genre == partie
    }
    return part.map { (place.commune, $0.sous) }
  }

  /// Whether a commune, or a part of it, bears this name today.
  func estNomme(_ name: NomNormalise, _ commune: Int32) -> Bool {
    clesDesCommunes[Int(commune)] == name || sousParCommune[commune]?.contains { $0.cle == name } == true
  }

  // MARK: Official changes

  /// Follows the changes to what the official file has today; it must have been read before.
  mutating func suivre(_ mouvements: Mouvements) {
    anciennes = AnciennesCommunes(mouvements, dans: self)
  }

  /// The code that names a place today: the part's, where no commune bears it too.
  func code(_ place: Endroit) -> CodeInsee {
    let commune = communes[Int(place.commune)].code
    guard let sous = place.sous, parCodeInsee[Int(sousCommunes[Int(sous)].code.indice)] < 0 else { return commune }
    return sousCommunes[Int(sous)].code
  }

  /// `Lille (59350)`, or `Lomme (59355)` for a part.
  func designation(_ place: Endroit) -> String {
    let code = code(place)
    let isPart = code != communes[Int(place.commune)].code
    let name = isPart ? place.sous.map { sousCommunes[Int($0)].nom } : communes[Int(place.commune)].nom
    return "\(name ?? "") (\(code))"
  }

  // MARK: Postal codes

  /// One line of the postal file.
  ///
  /// - Parameter ancien: the line names the place by a code of earlier years.
  mutating func desservir(
    _ codePostal: CodePostal, _ place: (commune: Int32, sous: Int32?), nom: NomNormalise, acheminement: NomNormalise?,
    ligne5: NomNormalise?, ancien: Bool = false
  ) {
    let isWhole = place.sous.map { sousCommunes[Int($0)].genre == .arrondissement } ?? true
    ajouter(nom, codePostal, place, ancien ? .localite : isWhole ? .commune : .sousCommune)
    if let acheminement, acheminement != nom { ajouter(acheminement, codePostal, place, .localite) }
    var part = place.sous
    if let ligne5, ligne5 != clesDesCommunes[Int(place.commune)] {
      let named = sousParCommune[place.commune]?.first { $0.cle == ligne5 }?.sous
      part = named ?? part
      ajouter(ligne5, codePostal, (place.commune, part), named == nil ? .localite : .sousCommune)
    }
    dessertes.append(Desserte(codePostal: codePostal, commune: place.commune, sous: part))
  }

  private mutating func ajouter(
    _ name: NomNormalise, _ codePostal: CodePostal, _ place: (commune: Int32, sous: Int32?),
    _ classe: NomDesservi.Classe
  ) {
    guard !name.isEmpty, name.octets.count <= UInt16.max else { return }
    entrees.append(
      Entree(
        codePostal: codePostal,
        nom: NomDesservi(
          debut: UInt32(cles.count), longueur: UInt16(name.octets.count), classe: classe,
          lettres: EmpreinteDeLettres(name.octets), commune: place.commune, sous: place.sous)))
    cles.append(contentsOf: name.octets)
  }

  /// Once all lines are read: what belongs to each part of a commune, and its official names under its postal codes.
  mutating func completer() {
    var dessertesParCommune: [[Desserte]] = Array(repeating: [], count: communes.count)
    for desserte in dessertes { dessertesParCommune[Int(desserte.commune)].append(desserte) }
    for commune in communes.indices {
      let all = dessertesParCommune[commune]
      let codes = Set(all.map(\.codePostal)).sorted()
      codesParCommune[Int32(commune)] = codes
      for code in codes {
        ajouter(clesDesCommunes[commune], code, (Int32(commune), nil), .commune)
      }
      for (sous, cle) in sousParCommune[Int32(commune)] ?? [] {
        completer(sous, cle, all)
      }
    }
    dessertes = []
  }

  /// In their order; none before `completer`.
  func codesPostaux(of commune: Int32) -> [CodePostal] { codesParCommune[commune] ?? [] }

  private mutating func completer(_ sous: Int32, _ cle: NomNormalise, _ dessertes: [Desserte]) {
    let own = Set(dessertes.filter { $0.sous == sous }.map(\.codePostal))
    let shared = Set(dessertes.filter { $0.sous != sous }.map(\.codePostal))
    let codes = own.isEmpty ? shared : own
    let rank = Int(sous)
    sousCommunes[rank].codesPostaux = codes.sorted()
    sousCommunes[rank].codesPropres = own.subtracting(shared).sorted()
    let commune = sousCommunes[rank].commune
    guard cle != clesDesCommunes[Int(commune)] else { return }
    for code in sousCommunes[rank].codesPostaux { ajouter(cle, code, (commune, sous), .sousCommune) }
  }

  /// The names of each postal code, by commune, each once.
  func nomsParCodePostal() -> NomsParCodePostal {
    var groups: [CodePostal: [NomDesservi]] = [:]
    for entree in entrees { groups[entree.codePostal, default: []].append(entree.nom) }
    var index = NomsParCodePostal()
    for code in groups.keys.sorted() {
      let names = (groups[code] ?? []).sorted {
        ($0.commune, $0.classe.rawValue, $0.debut) < ($1.commune, $1.classe.rawValue, $1.debut)
      }
      index.ajouter(code, names, cles: cles)
    }
    return index
  }
}
