/// A year's figures, as they are published: what screens, files and pages show, each in its way, and nothing else.
package struct Bilan: Hashable, Sendable {
  package let annee: Int
  package let perimetre: Perimetre
  /// The perimeter as people know it.
  package let nom: String
  /// The figures tell of what was recorded by then.
  package let arreteAu: Instant
  /// The last fact of the journal that they take in.
  package let seq: Int64
  /// The open days within which a family should be reached for the first time; nil where no such delay is set.
  package let objectif: Int?
  /// How many demandes of the Caf cannot be read, and are in no figure.
  package let illisibles: Int
  /// In the order of `ChiffreDeBilan`.
  package let chiffres: [Chiffre]
  /// In the order of `CodeDeTableau`.
  package let tableaux: [Tableau]

  /// One figure.
  package struct Chiffre: Hashable, Sendable {
    package let code: ChiffreDeBilan
    /// Nil where there is nothing to take it from, as the delay of answers that nobody gave.
    package let valeur: Int?

    package init(_ code: ChiffreDeBilan, _ valeur: Int?) {
      self.code = code
      self.valeur = valeur
    }
  }

  /// Counts by rows and columns.
  package struct Tableau: Hashable, Sendable {
    package let code: CodeDeTableau
    package let colonnes: [Intitule]
    package let lignes: [Ligne]

    package struct Ligne: Hashable, Sendable {
      package let intitule: Intitule
      /// By column; nil for one that is hidden so that it tells of no single family.
      package let valeurs: [Int?]

      package init(_ intitule: Intitule, _ valeurs: [Int?]) {
        self.intitule = intitule
        self.valeurs = valeurs
      }
    }

    package init(_ code: CodeDeTableau, colonnes: [Intitule], lignes: [Ligne]) {
      self.code = code
      self.colonnes = colonnes
      self.lignes = lignes
    }
  }

  /// What a row or column is of: its code, and the words for it.
  package struct Intitule: Hashable, Sendable {
    package let code: String
    package let libelle: String

    package init(_ code: String, _ libelle: String) {
      self.code = code
      self.libelle = libelle
    }

    package init(_ code: some CodeLibelle) {
      self.init(code.rawValue, code.libelle)
    }

    /// The sum of all rows or columns.
    package static let total = Intitule("total", "total")
  }

  package init(
    annee: Int, perimetre: Perimetre, nom: String, arreteAu: Instant, seq: Int64, objectif: Int?,
    illisibles: Int, chiffres: [Chiffre], tableaux: [Tableau]
  ) {
    self.annee = annee
    self.perimetre = perimetre
    self.nom = nom
    self.arreteAu = arreteAu
    self.seq = seq
    self.objectif = objectif
    self.illisibles = illisibles
    self.chiffres = chiffres
    self.tableaux = tableaux
  }

  package func chiffre(_ code: ChiffreDeBilan) -> Int? { chiffres.first { $0.code == code }?.valeur ?? nil }

  package func tableau(_ code: CodeDeTableau) -> Tableau? { tableaux.first { $0.code == code } }
}

/// In what a figure is told.
package enum UniteDeChiffre: String, Hashable, Sendable {
  case nombre
  /// Open or calendar time.
  case minutes
  case joursOuverts
  /// Hundredths of one: `250` is 2.5.
  case centiemes
}

/// The figures of a bilan.
package enum ChiffreDeBilan: String, CodeLibelle {
  case recues
  case doublons
  case orientees
  case aOrienter
  case ailleurs
  case horsHabilitation
  case tentees
  case repondues
  case injoignables
  case enAttente
  case closesSansReponse
  case tenteesATemps
  case reponduesATemps
  case delaiMedian
  case delaiOuvert
  case delaiCalendaire
  case contactsSortants
  case contactsEntrants
  case contactsParReponse
  case rendezVous
  case enfants
  case enfantsRegles

  package var libelle: String {
    switch self {
    case .recues: "demandes reçues"
    case .doublons: "dont doublons, répondues sous un autre numéro"
    case .orientees: "chez un LINF"
    case .aOrienter: "à orienter"
    case .ailleurs: "passées par un autre LINF"
    case .horsHabilitation: "reçues hors habilitation"
    case .tentees: "familles que le LINF a cherché à joindre"
    case .repondues: "répondues"
    case .injoignables: "familles injoignables"
    case .enAttente: "en attente de réponse"
    case .closesSansReponse: "closes sans réponse"
    case .tenteesATemps: "premier essai à temps"
    case .reponduesATemps: "répondues à temps"
    case .delaiMedian: "délai médian de réponse, depuis le dépôt"
    case .delaiOuvert: "délai moyen de réponse, en temps ouvert, depuis le dépôt"
    case .delaiCalendaire: "délai moyen de réponse, en temps écoulé, depuis le dépôt"
    case .contactsSortants: "contacts pris avec les familles"
    case .contactsEntrants: "contacts venus des familles"
    case .contactsParReponse: "contacts pris par réponse"
    case .rendezVous: "rendez-vous donnés"
    case .enfants: "enfants"
    case .enfantsRegles: "enfants dont la recherche est terminée"
    }
  }

  package var unite: UniteDeChiffre {
    switch self {
    case .delaiMedian: .joursOuverts
    case .delaiOuvert, .delaiCalendaire: .minutes
    case .contactsParReponse: .centiemes
    default: .nombre
    }
  }
}

/// The tables of a bilan.
package enum CodeDeTableau: String, CodeLibelle {
  case mois
  case origines
  case canaux
  case suites
  case raisons
  case etats
  case motifs
  case delais
  case rendezVous
  case modes
  case enfants
  case nonCouverts
  case nonCouvertsParAge
  case nonCouvertsParBesoin
  case besoinsParAge
  case communes
  case linf

  package var libelle: String {
    switch self {
    case .mois: "Demandes reçues et répondues, par mois de réception"
    case .origines: "Demandes reçues, par origine"
    case .canaux: "Demandes reçues, par moyen de réponse souhaité"
    case .suites: "Réponses"
    case .raisons: "Demandes à orienter, par raison"
    case .etats: "Où en sont les demandes"
    case .motifs: "Demandes closes, par motif"
    case .delais: "Délai de réponse"
    case .rendezVous: "Rendez-vous"
    case .modes: "Modes d’accueil souhaités et trouvés"
    case .enfants: "Où en est la recherche, par enfant"
    case .nonCouverts: "Besoins non couverts, par raison"
    case .nonCouvertsParAge: "Besoins non couverts, par commune et âge"
    case .nonCouvertsParBesoin: "Besoins non couverts, par commune et besoin particulier"
    case .besoinsParAge: "Besoins non couverts, par besoin particulier et âge"
    case .communes: "Demandes reçues et répondues, par commune"
    case .linf: "Demandes reçues et répondues, par LINF"
    }
  }
}
