/// The evidence of one LINF and year for a control: figures and what is behind them. It states a constat; the Caf judges.
package struct Preuve: Hashable, Sendable {
  package let annee: Int
  package let linf: String
  package let nom: String
  /// It tells of what was recorded by then.
  package let arreteAu: Instant
  /// The last day of the year of which it tells.
  package let jour: DateCivile
  /// The last fact of the journal that it takes in, and the chain's value there, in hexadecimal.
  package let seq: Int64
  package let chaine: String
  /// The version of the référentiel by which rights and open hours are told.
  package let referentiel: Int
  /// SHA-256, in hexadecimal, of the delays and hours of the configuration by which answers are told in time or not.
  package let delais: String
  /// Demandes of the Caf that cannot be read: in no figure.
  package let illisibles: [Numero]
  package let points: [PointDePreuve]
  package let pieces: [Piece]
  /// All that are counted, in the order of their numeros.
  package let demandes: [DemandeCitee]

  /// A demande behind a figure: its numero, and what became of it.
  package struct DemandeCitee: Hashable, Sendable {
    package let numero: Numero
    package let suite: SuiteDonnee
  }

  /// A document that was attached, with the fact that tells it.
  package struct Piece: Hashable, Sendable {
    package let seq: Int64
    package let fait: PieceAjoutee

    package init(seq: Int64, fait: PieceAjoutee) {
      self.seq = seq
      self.fait = fait
    }
  }

  package func point(_ code: CodeDePoint) -> PointDePreuve? { points.first { $0.code == code } }
}

/// What can be said of a point; the Caf judges.
package enum ConstatDePreuve: String, CodeLibelle {
  case etabli
  case incomplet
  case aApprecier

  package var libelle: String {
    switch self {
    case .etabli: "établi"
    case .incomplet: "incomplet"
    case .aApprecier: "à apprécier par la Caf"
    }
  }
}

/// The points of a preuve.
package enum CodeDePoint: String, CodeLibelle {
  case droits
  case centralisation
  case reponses
  case suivi
  case pieces

  package var libelle: String {
    switch self {
    case .droits: "Référencement et habilitation"
    case .centralisation: "Centralisation des demandes"
    case .reponses: "Réponses"
    case .suivi: "Suivi"
    case .pieces: "Pièces"
    }
  }
}

/// One point of a preuve; parts that it has nothing for are empty.
package struct PointDePreuve: Hashable, Sendable {
  package let code: CodeDePoint
  package let constat: ConstatDePreuve
  /// Why it is that one, a French sentence.
  package let raison: String
  package var chiffres: [Chiffre] = []
  package var repartitions: [Repartition] = []
  package var delais: [Delai] = []
  package var periodes: [PeriodeDeDroit] = []
  package var lacunes: [Lacune] = []
  package var listes: [Liste] = []

  /// One figure: of a bilan, or of a preuve alone.
  package struct Chiffre: Hashable, Sendable {
    package let code: String
    package let valeur: Int?

    init(_ code: ChiffreDePreuve, _ valeur: Int?) {
      self.code = code.rawValue
      self.valeur = valeur
    }

    init(code: String, valeur: Int?) {
      self.code = code
      self.valeur = valeur
    }

    package var libelle: String {
      ChiffreDePreuve(rawValue: code)?.libelle ?? ChiffreDeBilan.libelle(code)
    }
  }

  /// Counts by code, which add up to a figure.
  package struct Repartition: Hashable, Sendable {
    package let code: CodeDeRepartition
    package let parts: [Chiffre]
  }

  /// How long answers of one degree took; times in minutes, nil where there is none.
  package struct Delai: Hashable, Sendable {
    package enum Depart: String, CodeLibelle {
      case depot
      case attribution

      package var libelle: String {
        switch self {
        case .depot: "depuis le dépôt"
        case .attribution: "depuis l’attribution"
        }
      }
    }

    package let degre: Reponse.Degre
    package let depuis: Depart
    package let nombre: Int
    /// By the échéance of the first contact.
    package let aTemps: Int
    package let ouvertMediane, ouvertMoyenne, calendaireMediane, calendaireMoyenne: Int?
  }

  /// Days of the year without one of the two rights, with the demandes that were received meanwhile.
  package struct Lacune: Hashable, Sendable {
    package let du, au: DateCivile
    package let manque: ManqueDeDroit
    package let demandes: [Preuve.DemandeCitee]
  }

  /// The demandes behind a figure.
  package struct Liste: Hashable, Sendable {
    package let code: CodeDeListe
    package let demandes: [Preuve.DemandeCitee]
  }

  init(_ code: CodeDePoint, _ constat: ConstatMotive) {
    self.code = code
    self.constat = constat.constat
    raison = constat.raison
  }

  package func chiffre(_ code: ChiffreDePreuve) -> Int? { chiffres.first { $0.code == code.rawValue }?.valeur ?? nil }

  package func liste(_ code: CodeDeListe) -> [Preuve.DemandeCitee] { listes.first { $0.code == code }?.demandes ?? [] }
}
