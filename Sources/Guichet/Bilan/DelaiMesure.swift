/// How long something took that an office did for a family, in open time and in calendar time.
package struct DelaiMesure: Hashable, Sendable {
  /// See `CalendrierOuvert.openDays(from:to:)`; nil for an office that never opens.
  package let joursOuverts: Int?
  package let ouvert: DureeOuverte
  /// Calendar time, in seconds; never negative.
  package let secondes: Int64

  /// - Parameter calendrier: of the office whose open time counts.
  package init(from start: Instant, to end: Instant, in calendrier: CalendrierOuvert) {
    // What is entered for an earlier moment may lie before its start.
    let end = max(start, end)
    joursOuverts = calendrier.openDays(from: start, to: end)
    ouvert = calendrier.openTime(from: start, to: end)
    secondes = end.seconds - start.seconds
  }
}

/// The classes in which delays are told, in open days.
package enum ClasseDeDelai: String, CodeLibelle {
  case memeJour
  case jour1
  case jour2
  case jour3
  case jour4
  case jour5
  case jours6a10
  case plusDe10

  package var libelle: String {
    switch self {
    case .memeJour: "le jour même"
    case .jour1: "1 jour ouvert"
    case .jour2: "2 jours ouverts"
    case .jour3: "3 jours ouverts"
    case .jour4: "4 jours ouverts"
    case .jour5: "5 jours ouverts"
    case .jours6a10: "6 à 10 jours ouverts"
    case .plusDe10: "plus de 10 jours ouverts"
    }
  }

  /// - Parameter joursOuverts: nil for an office that never opens: later than any.
  init(joursOuverts: Int?) {
    switch joursOuverts {
    case 0?: self = .memeJour
    case 1?: self = .jour1
    case 2?: self = .jour2
    case 3?: self = .jour3
    case 4?: self = .jour4
    case 5?: self = .jour5
    case (6...10)?: self = .jours6a10
    default: self = .plusDe10
    }
  }

  /// The most open days that the class holds; nil for the last one.
  package var dernier: Int? {
    switch self {
    case .memeJour: 0
    case .jour1: 1
    case .jour2: 2
    case .jour3: 3
    case .jour4: 4
    case .jour5: 5
    case .jours6a10: 10
    case .plusDe10: nil
    }
  }
}
