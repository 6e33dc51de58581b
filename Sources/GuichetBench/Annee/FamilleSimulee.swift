import Guichet
import StrictJSON

/// One family of a simulated year: what the office knows of it, and the chance by which it acts.
struct FamilleSimulee {
  let numero: String
  let enfants: Int
  let debut: DateCivile
  /// Its own, so that what other families do changes nothing of it.
  var hasard: SeededGenerator
  var essais = 0
  var demiJournees: Set<Int> = []
  var attentes: Set<Int> = []

  init(numero: String, enfants: Int, debut: DateCivile, seed: UInt64) {
    self.numero = numero
    self.enfants = enfants
    self.debut = debut
    hasard = SeededGenerator(seed: seed)
  }

  /// What one call comes to.
  mutating func repond() -> ResultatContact {
    switch Int.random(in: 0..<100, using: &hasard) {
    case 0..<46: .joint
    case 46..<80: .sansReponse
    case 80..<92: .messageLaisse
    case 92..<96: .occupe
    case 96..<98: .tiers
    default: .fauxNumero
    }
  }

  mutating func themes() -> [ThemeContact] {
    ThemeContact.allCases.filter { $0 == .modes || hasard.once(in: 3) }
  }

  /// Open steps of the office until it is first called: mostly at once, sometimes far too late.
  mutating func patience() -> Int {
    switch Int.random(in: 0..<100, using: &hasard) {
    case 0..<60: Int.random(in: 1...5, using: &hasard)
    case 60..<88: Int.random(in: 6...12, using: &hasard)
    default: Int.random(in: 13...60, using: &hasard)
    }
  }

  /// What is found for one child.
  mutating func issue() -> IssueSimulee {
    switch Int.random(in: 0..<100, using: &hasard) {
    case 0..<64:
      .solution(
        hasard.pick([
          .assistantMaternel, .assistantMaternel, .crecheCollective, .microCreche, .mam, .crecheFamiliale,
          .gardeADomicile,
          .familleProches, .congeParental,
        ]))
    case 64..<76: .attente
    default:
      .sansSolution(hasard.pick([.aucunePlace, .aucunePlace, .cout, .horaires, .distance, .delai, .placeRefusee]))
    }
  }
}

enum IssueSimulee {
  case solution(ModeDAccueil)
  case attente
  case sansSolution(BesoinNonCouvert)
}

/// What the office does with a family when its time has come.
enum ActeSimule {
  case appeler
  case fixer
  case tenir
  case relancer
  case conclure
  /// Nobody has it yet.
  case orienter
  case fermer(MotifCloture)
}
