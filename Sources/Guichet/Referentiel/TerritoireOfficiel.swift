/// The official map while it is being read: communes, what is inside them, and the names under each postal code.
struct Territoire: Sendable {
  private(set) var communes: [Commune] = []
  private(set) var sousCommunes: [SousCommune] = []
  private(set) var parCodeInsee = [Int32](repeating: 0, count: CodeInsee.nombre)

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
    communes.append(Commune(code: code, nom: nom, departement: code.departement))
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
    sousCommunes.append(SousCommune(code: code, genre: genre, nom: nom, commune: commune))
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

  // MARK: Postal codes

  /// One line of the postal file.
  mutating func desservir(
    _ codePostal: CodePostal, _ place: (commune: Int32, sous: Int32?), nom: NomNormalise, acheminement: NomNormalise?,
    ligne5: NomNormalise?
  ) {
    let isWhole = place.sous.map { sousCommunes[Int($0)].genre == .arrondissement } ?? true
    ajouter(nom, codePostal, place, isWhole ? .commune : .sousCommune)
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
          debut: UInt32(cles.count), longueur: UInt16(name.octets.count), classe: classe, commune: place.commune,
          sous: place.sous)))
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

  /// The names sorted by postal code and commune, each once; where the names of each postal code begin; the keys.
  func nomsParCodePostal() -> (noms: [NomDesservi], debuts: [Int32], cles: [UInt8]) {
    var starts = [Int32](repeating: 0, count: CodePostal.nombre + 1)
    for entree in entrees { starts[Int(entree.codePostal.indice) + 1] += 1 }
    for code in 0..<CodePostal.nombre { starts[code + 1] += starts[code] }
    var places = starts
    var sorted = entrees
    for entree in entrees {
      sorted[Int(places[Int(entree.codePostal.indice)])] = entree
      places[Int(entree.codePostal.indice)] += 1
    }
    var names: [NomDesservi] = []
    names.reserveCapacity(entrees.count)
    var keys: [UInt8] = []
    keys.reserveCapacity(cles.count)
    var begins = [Int32](repeating: 0, count: CodePostal.nombre + 1)
    for code in 0..<CodePostal.nombre {
      begins[code] = Int32(names.count)
      guard starts[code] < starts[code + 1] else { continue }
      let group = sorted[Int(starts[code])..<Int(starts[code + 1])].sorted {
        ($0.nom.commune, $0.nom.classe.rawValue, $0.nom.debut) < ($1.nom.commune, $1.nom.classe.rawValue, $1.nom.debut)
      }
      for entree in group {
        let key = cles[Int(entree.nom.debut)..<Int(entree.nom.debut) + Int(entree.nom.longueur)]
        let isKnown = names[Int(begins[code])...].contains {
          $0.commune == entree.nom.commune
            && keys[Int($0.debut)..<Int($0.debut) + Int($0.longueur)].elementsEqual(key)
        }
        guard !isKnown else { continue }
        names.append(
          NomDesservi(
            debut: UInt32(keys.count), longueur: entree.nom.longueur, classe: entree.nom.classe,
            commune: entree.nom.commune, sous: entree.nom.sous))
        keys.append(contentsOf: key)
      }
    }
    begins[CodePostal.nombre] = Int32(names.count)
    return (names, begins, keys)
  }
}
