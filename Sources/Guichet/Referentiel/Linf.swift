/// A lieu d'information: a service that informs families, as `linf.csv` describes it.
package struct Linf: Hashable, Sendable {
  /// Lower-case letters, digits and hyphens, at most 64: it names folders and Unix groups too.
  package let id: String
  package let nom: String
  /// `rpe`, `pif`, … as written; nil when the column is empty or missing, as for all that follow.
  package let type: String?
  package let gestionnaire: String?
  package let telephone: String?
  package let courriel: String?
  package let voie: String?
  package let codePostal: String?
  package let commune: String?
  /// Rights and listings, dated; empty when `habilitations.csv` has none for this LINF.
  package let habilitations: [Habilitation]

  /// `Relais petite enfance de Lomme (rpe-lomme)`, for sentences.
  package let designation: String

  package init(
    id: String, nom: String, type: String? = nil, gestionnaire: String? = nil, telephone: String? = nil,
    courriel: String? = nil, voie: String? = nil, codePostal: String? = nil, commune: String? = nil,
    habilitations: [Habilitation] = []
  ) {
    self.id = id
    self.nom = nom
    self.type = type
    self.gestionnaire = gestionnaire
    self.telephone = telephone
    self.courriel = courriel
    self.voie = voie
    self.codePostal = codePostal
    self.commune = commune
    self.habilitations = habilitations
    designation = nom == id ? id : "\(nom) (\(id))"
  }

  /// Whether it had the right to receive online demandes on this day.
  package func estHabilite(le jour: DateCivile) -> Bool {
    habilitations.contains { $0.genre == .habilitation && $0.periode.contient(jour) }
  }
}

/// One dated row of `habilitations.csv`.
package struct Habilitation: Hashable, Sendable {
  package enum Genre: String, CaseIterable, Sendable {
    /// The right to receive online demandes.
    case habilitation
    /// Being listed on monenfant.fr.
    case referencement
  }

  package let genre: Genre
  package let periode: Periode
  package let guichetUnique: Bool

  package init(genre: Genre, periode: Periode, guichetUnique: Bool) {
    self.genre = genre
    self.periode = periode
    self.guichetUnique = guichetUnique
  }
}
