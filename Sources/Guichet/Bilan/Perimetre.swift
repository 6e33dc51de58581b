/// Of whose demandes a bilan tells.
package enum Perimetre: Hashable, Sendable {
  /// The whole Caf.
  case caf
  /// Those that a LINF has, or had when they were closed.
  case linf(String)
  /// Those of the families of a commune, by every code that it ever had.
  case commune(String)
  /// Those of the families of the communes of a group, by its SIREN.
  case epci(String)

  package enum Genre: String, CodeLibelle {
    case caf
    case linf
    case commune
    case epci

    package var libelle: String {
      switch self {
      case .caf: "Caf"
      case .linf: "LINF"
      case .commune: "commune"
      case .epci: "EPCI"
      }
    }
  }

  package var genre: Genre {
    switch self {
    case .caf: .caf
    case .linf: .linf
    case .commune: .commune
    case .epci: .epci
    }
  }

  /// What names it; nil for the Caf.
  package var code: String? {
    switch self {
    case .caf: nil
    case .linf(let code), .commune(let code), .epci(let code): code
    }
  }
}

extension Referentiel {
  /// A commune, known by a code that it has or had; or an EPCI, by its SIREN or its name. Nil where the files know none.
  package func perimetre(commune code: String) -> (Perimetre, nom: String)? {
    communeActuelle(code).map { (.commune($0.code), "\($0.nom) (\($0.code))") }
  }

  package func perimetre(epci text: String) -> (Perimetre, nom: String)? {
    epci(text).map { (.epci($0.siren), "\($0.nom) (\($0.siren))") }
  }

  /// Those of the lines of which a bilan of that perimeter tells.
  func lignes(_ lignes: [LigneDeBilan], dans perimetre: Perimetre) -> [LigneDeBilan] {
    let codes: Set<String>
    switch perimetre {
    case .caf: return lignes
    case .linf(let id): return lignes.filter { $0.linf == id }
    case .commune(let code): codes = Set(self.codes(ofCommune: code))
    case .epci(let siren):
      codes = Set((epci(siren)?.communes ?? []).flatMap { self.codes(ofCommune: $0) })
    }
    return lignes.filter { $0.codeInsee.map(codes.contains) ?? false }
  }
}
