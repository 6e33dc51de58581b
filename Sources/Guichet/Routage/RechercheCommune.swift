/// Finds the commune that a place names, and tells its reasoning.
struct RechercheCommune {
  enum Resultat {
    /// One place, in whichever département.
    case trouve(Endroit)
    /// Several that fit, never guessed between.
    case ambigu([Endroit])
    /// None; those of the postal code are named to help whoever decides.
    case inconnu([Endroit])
    /// None was found, but the postal code is another département's.
    case horsDepartement(String)

    /// Whether the commune of this place is among those found.
    fileprivate func peutEtre(_ place: Endroit) -> Bool {
      switch self {
      case .trouve(let found): found.commune == place.commune
      case .ambigu(let found): found.contains { $0.commune == place.commune }
      case .inconnu, .horsDepartement: false
      }
    }
  }

  /// What a search by postal code and name came to.
  struct Essai {
    var resultat: Resultat
    var etapes: [Pas] = []
    var estAVerifier = false
    /// Found by the very name, not by one close to it.
    var estExact = true

    var endroit: Endroit? {
      guard case .trouve(let place) = resultat else { return nil }
      return place
    }
  }

  let table: TableReferentiel
  var etapes: [Pas] = []
  var estAVerifier = false

  init(_ table: TableReferentiel) {
    self.table = table
  }

  mutating func chercher(_ adresse: Adresse) -> Resultat {
    var lieu = LieuSaisi(adresse)
    let coded = codeInsee(&lieu)
    let name = lieu.nom.map { NomSaisi($0, departement: table.nomDuDepartement) }
    if !lieu.etapes.isEmpty { etapes = lieu.etapes + etapes }
    estAVerifier = estAVerifier || lieu.estAVerifier
    switch coded {
    case nil: return adopter(essayer(lieu.codePostal, name))
    case .actuel(let code, let place): return confronter(code, table.precise(place), nil, lieu, name)
    case .ancien(let ancien):
      if let place = ancien.endroit { return confronter(ancien.code, table.precise(place), ancien, lieu, name) }
      return departager(ancien, lieu, name)
    }
  }

  mutating func adopter(_ essai: Essai) -> Resultat {
    etapes += essai.etapes
    estAVerifier = estAVerifier || essai.estAVerifier
    return essai.resultat
  }

  // MARK: Code INSEE

  /// A code INSEE that leads to one commune or to several.
  private enum CodeLu {
    case actuel(CodeInsee, Endroit)
    case ancien(AncienCode)
  }

  /// What the code INSEE names, unless that is the postal code copied, or no code that leads anywhere.
  private mutating func codeInsee(_ lieu: inout LieuSaisi) -> CodeLu? {
    guard let typed = lieu.codeInsee else { return nil }
    if typed == lieu.codePostal?.texte {
      etapes.append(Pas(.codeInseeRecopie, .texte(typed)))
      return nil
    }
    let code = CodeInsee(typed)
    if let code, let place = table.endroit(code) { return .actuel(code, place) }
    let ancien = code.flatMap { table.anciennes.parCode[$0] }
    if let ancien, !ancien.endroits.isEmpty { return .ancien(ancien) }
    // What once was a commune's is no slip for a postal code, unless a name stands with it.
    if lieu.codePostal == nil, ancien == nil || lieu.nom != nil, let code = CodePostal(typed), !table.noms(code).isEmpty
    {
      lieu.lireLeCodeInseeCommeCodePostal(code)
      return nil
    }
    etapes.append(ancien.map(Self.etapeDuDisparu) ?? Pas(.codeInseeInconnu, .saisi(typed)))
    estAVerifier = true
    return nil
  }

  /// The code INSEE wins, unless the rest of the place plainly names another commune.
  private mutating func confronter(
    _ code: CodeInsee, _ coded: Endroit, _ ancien: AncienCode?, _ lieu: LieuSaisi, _ name: NomSaisi?
  ) -> Resultat {
    var place = coded
    let rest = essayer(lieu.codePostal, name)
    if let other = rest.endroit, rest.estExact {
      if other.commune == place.commune {
        place = preciser(place, other)
      } else if let read = lireCommeCodePostal(code, lieu, name) {
        return adopter(read)
      } else {
        etapes += rest.etapes
        if let ancien { etapes.append(etape(ancien, place)) }
        etapes.append(
          Pas(.codeInseeContredit, .codeInsee(code), .endroit(place), .endroit(other)))
        return .ambigu([place, other])
      }
    } else if !rest.resultat.peutEtre(place), let read = lireCommeCodePostal(code, lieu, name) {
      return adopter(read)
    } else {
      if let name, !rest.resultat.peutEtre(place), !porte(place, name) {
        let others = autresParLeCodePostal(code, place, lieu, name)
        guard others.isEmpty else {
          etapes.append(
            Pas(.codeInseeOuPostal, .codeInsee(code), .endroit(place), .endroits(others), .saisi(name.texte)))
          return .ambigu([place] + others)
        }
        etapes.append(Pas(.nomEcarte, .saisi(name.texte), .endroit(place)))
        estAVerifier = true
      }
      if let typed = lieu.codePostal { placer(&place, typed) }
    }
    etapes.append(ancien.map { etape($0, place) } ?? Pas(.codeInseeDesigne, .codeInsee(code), .endroit(place)))
    if let part = place.rangDeLaPartie, let implied = place.codePostal, implied != lieu.codePostal {
      etapes.append(Pas(.codePostalImplique, .partie(part), .codePostal(implied)))
    }
    return .trouve(place)
  }

  /// The postal code typed, where it is one of the commune that the code INSEE names.
  private mutating func placer(_ place: inout Endroit, _ typed: CodePostal) {
    if table.dessert(typed, commune: place.commune) {
      place = preciser(place, table.precise(Endroit(commune: place.commune, codePostal: typed)))
    } else if !table.noms(typed).isEmpty {
      etapes.append(Pas(.codePostalEcarte, .codePostal(typed), .endroit(place)))
      estAVerifier = true
    }
  }

  /// What both tell of the same commune, together; where they disagree on a part of it, nothing more precise is known.
  private func preciser(_ place: Endroit, _ other: Endroit) -> Endroit {
    func merged<Value: Equatable>(_ left: Value?, _ right: Value?) -> Value? {
      guard let left else { return right }
      return right == nil || left == right ? left : nil
    }
    if let left = place.sous, let right = other.sous, left != right { return Endroit(commune: place.commune) }
    if let left = place.codePostal, let right = other.codePostal, left != right {
      return Endroit(commune: place.commune)
    }
    return Endroit(
      commune: place.commune, sous: merged(place.sous, other.sous),
      codePostal: merged(place.codePostal, other.codePostal))
  }

  /// A postal code typed as code INSEE, where no other was given and the name agrees with it as such.
  func lireCommeCodePostal(_ code: CodeInsee, _ lieu: LieuSaisi, _ name: NomSaisi?) -> Essai? {
    guard lieu.codePostal == nil, let name, let postal = CodePostal(code.texte), !table.noms(postal).isEmpty
    else { return nil }
    var essai = essayer(postal, name)
    guard essai.endroit != nil else { return nil }
    essai.etapes.insert(Pas(.codeInseeLuCommeCodePostal, .codePostal(postal)), at: 0)
    essai.estAVerifier = true
    return essai
  }

  // MARK: Postal code and name

  func essayer(_ codePostal: CodePostal?, _ name: NomSaisi?) -> Essai {
    switch (codePostal, name) {
    case (nil, nil): Essai(resultat: .inconnu([]), etapes: [Pas(.lieuAbsent)])
    case (nil, let name?): parLeNomSeul(name)
    case (let code?, _) where table.noms(code).isEmpty: parUnCodeInconnu(code, name)
    case (let code?, nil): parLeCodeSeul(code)
    case (let code?, let name?): parLeCodeEtLeNom(code, name)
    }
  }

  private func parLeCodeSeul(_ code: CodePostal) -> Essai {
    let places = table.endroits(code)
    if let place = places.first, places.count == 1 {
      return Essai(
        resultat: .trouve(place), etapes: [Pas(.codePostalSeul, .codePostal(code), .endroit(place))])
    }
    return Essai(
      resultat: .ambigu(Array(places)),
      etapes: [Pas(.codePostalPartage, .codePostal(code), .nombre(places.count), .communesDe(code))])
  }

  private func parLeCodeEtLeNom(_ code: CodePostal, _ name: NomSaisi) -> Essai {
    let exact = table.endroits(code, nommes: name)
    if !exact.isEmpty {
      return Essai(
        resultat: resultat(exact),
        etapes: [
          exact.count == 1
            ? Pas(.codePostalEtNom, .codePostal(code), .saisi(name.texte), .endroit(exact[0]))
            : Pas(.plusieursCommunes, .saisi(name.texte), .endroits(exact))
        ])
    }
    if let former = parUnAncienNom(code, name) { return former }
    let near = table.endroits(code, proches: name)
    if let place = near.first, near.count == 1 {
      return Essai(
        resultat: .trouve(place),
        etapes: [Pas(.nomApproche, .codePostal(code), .saisi(name.texte), .endroit(place))],
        estAVerifier: true, estExact: false)
    }
    if !near.isEmpty {
      return Essai(
        resultat: .ambigu(near), etapes: [Pas(.plusieursCommunes, .saisi(name.texte), .endroits(near))])
    }
    let covered = table.endroits(code)
    var elsewhere = table.endroits(nommes: name)
    if elsewhere.isEmpty { elsewhere = table.endroits(anciennementNommes: name, nil)?.places ?? [] }
    if !elsewhere.isEmpty {
      let step = Pas(
        .nomHorsDuCodePostal, .saisi(name.texte), .codePostal(code), .communesDe(code), .endroits(elsewhere))
      if elsewhere.count == 1, let same = covered.first(where: { $0.commune == elsewhere[0].commune }) {
        // A part of the commune under the postal code of another part: the commune is sure, the part is not.
        return Essai(resultat: .trouve(preciser(same, elsewhere[0])), etapes: [step], estAVerifier: true)
      }
      return Essai(resultat: .ambigu(covered + elsewhere), etapes: [step])
    }
    if let departement = covered.first.map({ table.communes[Int($0.commune)].departement }),
      departement != table.departement,
      covered.allSatisfy({ table.communes[Int($0.commune)].departement == departement })
    {
      return Essai(resultat: .horsDepartement(departement))
    }
    return Essai(resultat: .inconnu(Array(covered)), etapes: [Pas(.nomInconnu, .saisi(name.texte), .codePostal(code))])
  }

  /// A code that the official file does not list: that of a CEDEX, of a business, or a mistyped one.
  private func parUnCodeInconnu(_ code: CodePostal, _ name: NomSaisi?) -> Essai {
    let unknown = Pas(.codePostalInconnu, .codePostal(code))
    guard let name else { return Essai(resultat: .inconnu([]), etapes: [unknown]) }
    let isOurs = code.departementDuPrefixe == table.departement
    var essai = parLeNomSeul(name)
    essai.etapes.insert(unknown, at: 0)
    essai.estAVerifier = !name.estUnCedex
    switch essai.resultat {
    case .trouve(let place) where !isOurs: essai.resultat = .ambigu([place])
    case .inconnu where !isOurs && name.estUnCedex && Departement.nom(code.departementDuPrefixe) != nil:
      essai.resultat = .horsDepartement(code.departementDuPrefixe)
    default: break
    }
    return essai
  }

  private func parLeNomSeul(_ name: NomSaisi) -> Essai {
    let places = table.endroits(nommes: name)
    guard let place = places.first else {
      return parUnAncienNom(nil, name)
        ?? Essai(resultat: .inconnu([]), etapes: [Pas(.nomInconnu, .saisi(name.texte))])
    }
    return Essai(
      resultat: resultat(places),
      etapes: [
        places.count == 1
          ? Pas(.nomSeul, .saisi(name.texte), .endroit(place))
          : Pas(.plusieursCommunes, .saisi(name.texte), .endroits(places))
      ])
  }

  func resultat(_ places: [Endroit]) -> Resultat {
    places.count == 1 ? .trouve(places[0]) : .ambigu(places)
  }
}
