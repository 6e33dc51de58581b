// Finding a commune by what it was: a code that it no longer has, or a name that it no longer bears.

extension RechercheCommune {
  /// The old code of a commune that was shared out: the rest of the place decides, where it can.
  mutating func departager(_ ancien: AncienCode, _ lieu: LieuSaisi, _ name: NomSaisi?) -> Resultat {
    let places = ancien.endroits.map(table.precise)
    let rest = essayer(lieu.codePostal, name)
    let fitting = accords(places, rest.resultat, lieu.codePostal)
    let shared = Pas(
      .codeInseePartage, .codeInsee(ancien.code), .texte(ancien.nom), .endroits(places), .texte(ancien.histoire))
    if let place = fitting.first, fitting.count == 1 {
      etapes += [shared] + rest.etapes + [Pas(.codeInseeTranche, .endroit(place))]
      estAVerifier = estAVerifier || rest.estAVerifier
      return .trouve(place)
    }
    if fitting.isEmpty, let read = lireCommeCodePostal(ancien.code, lieu, name) { return adopter(read) }
    if fitting.isEmpty, let other = rest.endroit, rest.estExact {
      etapes += rest.etapes + [shared]
      etapes.append(
        Pas(.codeInseeContredit, .codeInsee(ancien.code), .endroits(places), .endroit(other)))
      return .ambigu(places + [other])
    }
    etapes.append(shared)
    return .ambigu(fitting.isEmpty ? places : fitting)
  }

  /// Those of the places that the rest of what was typed may mean too.
  private func accords(_ places: [Endroit], _ rest: Resultat, _ codePostal: CodePostal?) -> [Endroit] {
    let others: [Endroit] =
      switch rest {
      case .trouve(let place): [place]
      case .ambigu(let places): places
      case .inconnu, .horsDepartement:
        places.compactMap { place in
          guard let codePostal, table.dessert(codePostal, commune: place.commune) else { return nil }
          return table.precise(Endroit(commune: place.commune, codePostal: codePostal))
        }
      }
    return others.filter { other in places.contains { $0.commune == other.commune } }
  }

  /// Nil when the name never was one of a commune under this postal code, or in the département where there is none.
  func parUnAncienNom(_ code: CodePostal?, _ name: NomSaisi) -> Essai? {
    guard let (places, former) = table.endroits(anciennementNommes: name, code), let place = places.first else {
      return nil
    }
    guard places.count == 1 else {
      return Essai(
        resultat: .ambigu(places),
        etapes: [Pas(.plusieursCommunes, .saisi(name.texte), .endroits(places))])
    }
    let gone = table.anciennes.parCode[former.code]
    let history = gone.map { "\($0.code), \($0.histoire)" } ?? former.evenement.phrase
    return Essai(
      resultat: .trouve(place),
      etapes: [
        Pas(
          .nomAncien, code.map { .codePostal($0) } ?? .texte(""), .saisi(name.texte), .endroit(place), .texte(history))
      ])
  }

  func etape(_ ancien: AncienCode, _ place: Endroit) -> Pas {
    Pas(.codeInseeAncien, .codeInsee(ancien.code), .texte(ancien.nom), .endroit(place), .texte(ancien.histoire))
  }

  static func etapeDuDisparu(_ ancien: AncienCode) -> Pas {
    switch ancien.issue {
    case .absent(let code) where code != ancien.code:
      Pas(
        .codeInseeDisparu, .codeInsee(ancien.code), .texte(ancien.nom),
        .texte("\(ancien.histoire) ; le code \(code) qui lui succède n’est pas dans le fichier"))
    default: Pas(.codeInseeDisparu, .codeInsee(ancien.code), .texte(ancien.nom), .texte(ancien.histoire))
    }
  }
}
