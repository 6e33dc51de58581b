/// What routing came to for one place on one day, with its reasoning.
package struct Decision: Hashable, Sendable {
  package enum Issue: Hashable, Sendable {
    /// Exactly one LINF, by its id, and the precision of the rattachement that gave it.
    case linf(String, regle: Regle)
    /// A person must decide. `departement` is that of the family when it is another Caf's.
    case aOrienter(RaisonAOrienter, candidats: [CommuneCandidate], departement: String?)
  }

  /// Which of a demande's two places was used.
  package enum Lieu: String, Sendable {
    /// Where the family looks for care.
    case recherche
    /// Where it lives.
    case adresse
  }

  package var issue: Issue
  /// In the order in which they came up, each once.
  package var marques: [Marque]
  /// The commune, where a single one was found: as current in the official file, an arrondissement of Paris, Lyon or
  /// Marseille by its own code.
  package var codeInsee: String?
  package var lieu: Lieu
  /// The day whose rattachements decided.
  package var jour: DateCivile
  private var raisonnement: Raisonnement

  /// One that was recorded, or that needs no table.
  package init(
    issue: Issue, marques: [Marque] = [], codeInsee: String? = nil, lieu: Lieu, jour: DateCivile, etapes: [Etape]
  ) {
    self.issue = issue
    self.marques = marques
    self.codeInsee = codeInsee
    self.lieu = lieu
    self.jour = jour
    raisonnement = Raisonnement(ecrites: etapes)
  }

  init(
    issue: Issue, marques: [Marque], codeInsee: String?, lieu: Lieu, jour: DateCivile, _ raisonnement: Raisonnement
  ) {
    self.issue = issue
    self.marques = marques
    self.codeInsee = codeInsee
    self.lieu = lieu
    self.jour = jour
    self.raisonnement = raisonnement
  }

  /// The reasoning, step by step.
  package var etapes: [Etape] { raisonnement.etapes }

  mutating func ajouter(_ etape: Etape) { raisonnement.ajouter(etape) }

  /// The LINF, when there is one.
  package var linf: String? {
    guard case .linf(let id, _) = issue else { return nil }
    return id
  }

  /// Why a person must decide, when one must.
  package var raison: RaisonAOrienter? {
    guard case .aOrienter(let raison, _, _) = issue else { return nil }
    return raison
  }

  package var candidats: [CommuneCandidate] {
    guard case .aOrienter(_, let candidats, _) = issue else { return [] }
    return candidats
  }

  /// The département of a family that another Caf serves.
  package var departement: String? {
    guard case .aOrienter(_, _, let departement) = issue else { return nil }
    return departement
  }

  /// The rattachements that gave the LINF, told from any others by ids and codes. Nil without a LINF, and for a decision
  /// that comes from its record.
  package var rattachement: String? {
    let identites = linf == nil ? [] : raisonnement.identites
    return identites.isEmpty ? nil : identites.joined(separator: " ")
  }

  /// The reasoning, a French sentence for each step.
  package var explication: [String] { etapes.map(\.phrase) }
}

/// A commune that the place could mean.
package struct CommuneCandidate: Hashable, Sendable {
  package let codeInsee: String
  /// `Lomme (Lille)` for a part of a commune.
  package let nom: String
  /// Id of the LINF that would have it if this were meant; nil where nobody holds it for sure.
  package let linf: String?

  package init(codeInsee: String, nom: String, linf: String? = nil) {
    self.codeInsee = codeInsee
    self.nom = nom
    self.linf = linf
  }
}

/// The precision of the rattachement that decided, most precise first.
package enum Regle: String, CaseIterable, Sendable {
  case voie
  case codePostal
  /// A delegated or associated commune, or an arrondissement of Paris, Lyon or Marseille.
  case communeAssociee
  case commune
  /// No single commune was found, but all that fit belong to the same LINF.
  case candidats

  /// 0 for the most precise.
  var precision: Int {
    switch self {
    case .voie: 0
    case .codePostal: 1
    case .communeAssociee: 2
    case .commune: 3
    case .candidats: 4
    }
  }
}
