import Guichet

/// What a référentiel makes of one open demande, from day to day.
struct AvenirDeDemande {
  private let demande: Demande
  private let prevision: Prevision
  private let today: DateCivile
  private let mobility: Mobility
  /// The LINF that has it on the day that is looked at.
  private var at: String?
  /// The LINF to which the table gave its place before that day.
  private var table: String?
  /// It goes where the rules say; nobody knows the family, and no person put it where it is.
  private var isFree: Bool
  /// The day on which its planned transfer is due; nil where there is none any more.
  private var transfertLe: DateCivile?

  init(_ demande: Demande, _ prevision: Prevision, _ today: DateCivile) {
    self.demande = demande
    self.prevision = prevision
    self.today = today
    mobility = demande.mobility(in: prevision.other.referentiel)
    isFree = mobility.reste == nil && mobility != .awaitsPerson
    at = demande.linf
    // Who stays is told only of a change of the table, not of having stayed before.
    let jours = prevision.office.jours(depose: demande.deposeeLe, le: today)
    table = isFree ? demande.linf : demande.decider(prevision.current, jours).linf
    transfertLe = demande.transfertLe.map { max($0, today) }
  }

  /// - Parameters:
  ///   - days: those after today on which the table changes.
  ///   - changing: the communes that change on them.
  mutating func foresee(on days: [DateCivile], _ changing: Set<String>, _ tell: (Deplacement) -> Void) {
    let jours = prevision.office.jours(depose: demande.deposeeLe, le: today)
    let now = demande.suivre(prevision.other, jours) ?? demande.decider(prevision.other, jours)
    pass(today, now, tell)
    // It will wait for a person, whatever the day.
    if mobility == .lockLost { return }
    // One that has no single commune may be concerned by any day.
    var later = now.codeInsee.map(changing.contains) ?? true ? days : []
    if let transfertLe, transfertLe > today, !later.contains(transfertLe) {
      later = (later + [transfertLe]).sorted()
    }
    for day in later {
      let jours = prevision.office.jours(depose: demande.deposeeLe, le: day)
      pass(day, demande.decider(prevision.other, jours), tell)
    }
  }

  private mutating func pass(_ day: DateCivile, _ decision: Decision, _ tell: (Deplacement) -> Void) {
    defer { table = decision.linf }
    if isFree {
      if decision.linf != at {
        let motif: Deplacement.Motif? = mobility == .orphan || mobility == .lockLost ? .linfRetire : nil
        tell(Deplacement(demande, le: day, de: at, vers: decision, motif: motif))
        // Elsewhere nothing is left of what was planned.
        (at, transfertLe) = (decision.linf, nil)
      }
      if transfertLe == day { drop(day, tell) }
    } else if transfertLe == day {
      guard let vers = demande.transfertVers, decision.linf == vers else { return drop(day, tell) }
      tell(Deplacement(demande, le: day, de: at, vers: decision, motif: .transfertPrevu))
      (at, transfertLe, isFree) = (vers, nil, true)
    } else if let reste = mobility.reste, decision.linf != table, decision.linf != at {
      tell(Deplacement(demande, le: day, de: at, vers: decision, reste: reste))
    }
  }

  private mutating func drop(_ day: DateCivile, _ tell: (Deplacement) -> Void) {
    tell(Deplacement(abandonne: demande, le: day))
    transfertLe = nil
  }
}

extension Mobility {
  /// Why the rules leave it where it is; nil where they move it, or where it waits for a person.
  fileprivate var reste: Deplacement.Reste? {
    switch self {
    case .locked: .verrou
    case .advanced: .avancee
    case .proposed: .proposition
    case .free, .orphan, .lockLost, .awaitsPerson: nil
    }
  }
}
