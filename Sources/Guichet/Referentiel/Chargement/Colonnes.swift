/// The columns of each file of the référentiel, with the names that their publishers have given them over time.

enum ColonneCommunes: Int, ColonneCSV {
  case type, code, nom, nomEnClair, parent

  var noms: [String] {
    switch self {
    case .type: ["TYPECOM"]
    case .code: ["COM"]
    case .nom: ["LIBELLE"]
    case .nomEnClair: ["NCCENR"]
    case .parent: ["COMPARENT"]
    }
  }

  var isRequired: Bool { self == .type || self == .code || self == .nom }
}

enum ColonneCodesPostaux: Int, ColonneCSV {
  case codeInsee, nom, codePostal, acheminement, ligne5

  var noms: [String] {
    switch self {
    case .codeInsee: ["Code_commune_INSEE", "code_insee", "codeInsee"]
    case .nom: ["Nom_de_la_commune", "nom_commune", "commune"]
    case .codePostal: ["Code_postal"]
    case .acheminement: ["Libelle_d_acheminement", "libelle_acheminement"]
    case .ligne5: ["Ligne_5"]
    }
  }

  var isRequired: Bool { self == .codeInsee || self == .nom || self == .codePostal }
}

enum ColonneLinf: Int, ColonneCSV {
  case linf, nom, type, gestionnaire, telephone, courriel, voie, codePostal, commune

  static let isOurs = true

  var noms: [String] { ["\(self)"] }
  var isRequired: Bool { self == .linf || self == .nom }
}

enum ColonneRattachements: Int, ColonneCSV {
  case linf, codeInsee, epci, codePostal, voie, numeroDe, numeroA, cote, du, au

  static let isOurs = true
  static let oneOf: [ColonneRattachements] = [.codeInsee, .epci]

  var noms: [String] { ["\(self)"] }
  var isRequired: Bool { self == .linf }
  static var precisions: [Self] { [.codePostal, .voie, .du, .au] }
}

enum ColonneHabilitations: Int, ColonneCSV {
  case linf, du, au, guichetUnique, type

  static let isOurs = true

  var noms: [String] { ["\(self)"] }
  var isRequired: Bool { self == .linf || self == .du }
  static var precisions: [Self] { [.du, .au] }
}

enum ColonneHoraires: Int, ColonneCSV {
  case linf, jour, de, a, postes, usage, semaine, lieu, du, au

  static let isOurs = true

  var noms: [String] { ["\(self)"] }
  var isRequired: Bool { self == .linf || self == .jour || self == .de || self == .a }
}

enum ColonneFermetures: Int, ColonneCSV {
  case linf, du, au, motif, suppleant

  static let isOurs = true

  var noms: [String] { ["\(self)"] }
  var isRequired: Bool { self == .linf || self == .du || self == .au }
}

enum ColonneEpci: Int, ColonneCSV {
  case siren, nom, codeInsee

  var noms: [String] {
    switch self {
    case .siren: ["siren"]
    case .nom: ["raisonSociale", "nom"]
    case .codeInsee: ["codeInsee", "insee"]
    }
  }

  var isRequired: Bool { self != .nom }
}
