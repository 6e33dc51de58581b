/// A commune, as current in the loaded official file.
struct Commune: Sendable {
  let code: CodeInsee
  let nom: String
  let departement: String

  init(code: CodeInsee, nom: String) {
    self.code = code
    self.nom = nom
    departement = code.departement
  }

  /// `Lille (59350)`, for sentences.
  var designation: String { "\(nom) (\(code))" }
}

/// What the official file knows inside a commune: a delegated or associated commune, or an arrondissement of Paris, Lyon
/// or Marseille.
struct SousCommune: Sendable {
  enum Genre: String, Sendable {
    case associee = "COMA"
    case deleguee = "COMD"
    case arrondissement = "ARM"
  }

  /// The first delegated commune of a merger bears the code of the commune itself.
  let code: CodeInsee
  let genre: Genre
  let nom: String
  let commune: Int32
  /// Its postal codes, as far as the official file tells.
  var codesPostaux: [CodePostal] = []
  /// Those of them that no other part of its commune has.
  var codesPropres: [CodePostal] = []

  /// - Parameter commune: rank of the one that it is part of.
  init(code: CodeInsee, genre: Genre, nom: String, dans commune: Int32) {
    self.code = code
    self.genre = genre
    self.nom = nom
    self.commune = commune
  }

  /// `Lomme, commune associée à Lille (59350)`; that of the commune where both have one name.
  func designation(dans commune: Commune) -> String {
    switch genre {
    case _ where nom == commune.nom: commune.designation
    case .associee: "\(nom), commune associée à \(commune.designation)"
    case .deleguee: "\(nom), commune déléguée \(de(commune.designation))"
    case .arrondissement: "\(nom) (\(code))"
    }
  }
}

/// A name that La Poste delivers to under one postal code.
struct NomDesservi: Sendable {
  enum Classe: UInt8, Comparable, Sendable {
    /// The name of a commune.
    case commune
    /// The name of a delegated or associated commune.
    case sousCommune
    /// A fifth line of addresses, or the name under which mail travels.
    case localite

    static func < (left: Classe, right: Classe) -> Bool { left.rawValue < right.rawValue }
  }

  /// Where its normalised name stands among the keys.
  let debut: UInt32
  let longueur: UInt16
  let classe: Classe
  /// Those of its normalised name, so that few names need be compared byte by byte.
  let lettres: EmpreinteDeLettres
  let commune: Int32
  let sous: Int32?
}

/// A place as far as it is known: the commune, and what is more precise in it.
struct Endroit: Hashable, Sendable {
  let commune: Int32
  var sous: Int32?
  /// A postal code of this commune; nil when none was given, or one that does not tell.
  var codePostal: CodePostal?

  /// As `sous`: in none of the commune's parts, where nil leaves that open.
  static let horsDesParties: Int32 = -1

  /// Where its part of the commune stands among those of the table; nil when it is in none, or that is not known.
  var rangDeLaPartie: Int? { sous.flatMap { $0 == Self.horsDesParties ? nil : Int($0) } }
}
