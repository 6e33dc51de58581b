/// One official change of communes, as a line of INSEE's file tells it: this became that.
struct Mouvement: Sendable {
  /// The kinds of change (source: INSEE, code officiel géographique, modality `MOD` of the file of events).
  enum Genre: UInt8, CaseIterable, Sendable {
    case changementDeNom = 10
    case creation = 20
    case retablissement = 21
    case suppression = 30
    case fusion = 31
    case communeNouvelle = 32
    case fusionAssociation = 33
    case fusionComplete = 34
    case suppressionDeDeleguee = 35
    case changementDeDepartement = 41
    case transfertDeChefLieu = 50
    case associeeEnDeleguee = 70
    case retablissementDeDeleguee = 71
    case communeEnDeleguee = 72

    /// The commune stays what it is and only its code changes.
    var changeLeCodeSeul: Bool { self == .changementDeDepartement || self == .transfertDeChefLieu }

    var phrase: String {
      switch self {
      case .changementDeNom: "changement de nom"
      case .creation: "création"
      case .retablissement: "rétablissement"
      case .suppression: "suppression"
      case .fusion: "fusion"
      case .communeNouvelle: "création d’une commune nouvelle"
      case .fusionAssociation: "fusion-association"
      case .fusionComplete: "fusion complète d’une commune associée"
      case .suppressionDeDeleguee: "suppression d’une commune déléguée"
      case .changementDeDepartement: "changement de département"
      case .transfertDeChefLieu: "transfert de chef-lieu"
      case .associeeEnDeleguee: "passage de commune associée à commune déléguée"
      case .retablissementDeDeleguee: "rétablissement d’une commune déléguée"
      case .communeEnDeleguee: "création d’une commune déléguée"
      }
    }
  }

  /// What bore a code: a commune, or a part of one. One code may be both at a time.
  struct Etat: Hashable, Sendable {
    let code: CodeInsee
    /// Nil for a commune.
    let partie: SousCommune.Genre?
  }

  /// A change and its day, for sentences.
  struct Evenement: Hashable, Sendable {
    let genre: Genre
    /// Days since 1970.
    let jour: Int32

    var date: DateCivile { DateCivile(daysSince1970: Int(jour)) }

    /// `fusion du 01/01/1973`.
    var phrase: String { "\(genre.phrase) du \(date.francaise)" }
  }

  let evenement: Evenement
  /// Nil for a commune created out of no other.
  let avant: Etat?
  /// The name before; empty where `avant` is nil.
  let nomAvant: String
  /// Nil for a commune that ends without a successor.
  let apres: Etat?
}

/// All official changes, by what they changed, in the order of time.
struct Mouvements: Sendable {
  /// What one event made of one commune or part of one.
  struct Suite: Sendable {
    let evenement: Mouvement.Evenement
    /// Each once; none for what ends without a successor.
    var apres: [Mouvement.Etat]
    let nomAvant: String
  }

  private var suites: [Mouvement.Etat: [Suite]] = [:]

  init(_ mouvements: [Mouvement]) {
    for mouvement in mouvements.sorted(by: Self.precede) {
      guard let before = mouvement.avant else { continue }
      let after = mouvement.apres.map { [$0] } ?? []
      if let last = suites[before]?.indices.last, suites[before]?[last].evenement == mouvement.evenement {
        let known = suites[before]?[last].apres ?? []
        suites[before]?[last].apres += after.filter { !known.contains($0) }
      } else {
        suites[before, default: []].append(
          Suite(evenement: mouvement.evenement, apres: after, nomAvant: mouvement.nomAvant))
      }
    }
  }

  /// Whatever the order of the lines, changes are followed in this one.
  private static func precede(_ left: Mouvement, _ right: Mouvement) -> Bool {
    func rank(_ etat: Mouvement.Etat?) -> (UInt32, String) { (etat?.code.indice ?? 0, etat?.partie?.rawValue ?? "") }
    let (leftEvent, rightEvent) = (left.evenement, right.evenement)
    if leftEvent != rightEvent {
      return (leftEvent.jour, leftEvent.genre.rawValue) < (rightEvent.jour, rightEvent.genre.rawValue)
    }
    let (leftBefore, rightBefore) = (rank(left.avant), rank(right.avant))
    return leftBefore != rightBefore ? leftBefore < rightBefore : rank(left.apres) < rank(right.apres)
  }

  /// What became of this, event by event.
  func suites(of etat: Mouvement.Etat) -> [Suite] { suites[etat] ?? [] }

  /// Everything that ever changed.
  var etats: some Sequence<Mouvement.Etat> { suites.keys }
}
