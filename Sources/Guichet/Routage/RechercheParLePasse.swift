// Finding a commune by what it was: a code that it no longer has, or a name that it no longer bears.

extension RechercheCommune {
  /// The old code of a commune that was shared out: the rest of the place decides, where it can.
  mutating func departager(_ ancien: AncienCode, _ lieu: LieuSaisi, _ name: NomSaisi?) -> Resultat {
    let places = ancien.endroits.map(table.precise)
    let rest = essayer(lieu.codePostal, name)
    let fitting = accords(places, rest.resultat, lieu.codePostal)
    let shared = Etape(
      .codeInseePartage, ancien.code.texte, ancien.nom, enumeration(noms(places)), ancien.histoire)
    if let place = fitting.first, fitting.count == 1 {
      etapes += [shared] + rest.etapes + [Etape(.codeInseeTranche, table.designation(place))]
      estAVerifier = estAVerifier || rest.estAVerifier
      return .trouve(place)
    }
    if fitting.isEmpty, let read = lireCommeCodePostal(ancien.code, lieu, name) { return adopter(read) }
    if fitting.isEmpty, let other = rest.endroit, rest.estExact {
      etapes += rest.etapes + [shared]
      etapes.append(
        Etape(.codeInseeContredit, ancien.code.texte, enumeration(noms(places)), table.designation(other)))
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
        etapes: [Etape(.plusieursCommunes, montre(name.texte), enumeration(noms(places)))])
    }
    let gone = table.anciennes.parCode[former.code]
    let history = gone.map { "\($0.code), \($0.histoire)" } ?? former.evenement.phrase
    return Essai(
      resultat: .trouve(place),
      etapes: [Etape(.nomAncien, code?.texte ?? "", montre(name.texte), table.designation(place), history)])
  }

  func etape(_ ancien: AncienCode, _ place: Endroit) -> Etape {
    Etape(.codeInseeAncien, ancien.code.texte, ancien.nom, table.designation(place), ancien.histoire)
  }

  static func etapeDuDisparu(_ ancien: AncienCode) -> Etape {
    switch ancien.issue {
    case .absent(let code) where code != ancien.code:
      Etape(
        .codeInseeDisparu, ancien.code.texte, ancien.nom,
        "\(ancien.histoire) ; le code \(code) qui lui succède n’est pas dans le fichier")
    default: Etape(.codeInseeDisparu, ancien.code.texte, ancien.nom, ancien.histoire)
    }
  }
}
