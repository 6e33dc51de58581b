extension Rappel {
  /// The parts of the week that suit the family, a bit for each; 0 where it named none.
  package var semaine: Int64 {
    creneaux.reduce(0) { week, creneau in
      let days = creneau.jour.map { [$0] } ?? JourDeSemaine.allCases
      let moments = creneau.moment.map { [$0] } ?? Moment.allCases
      return days.reduce(week) { week, day in moments.reduce(week) { $0 | Self.bit(day, $1) } }
    }
  }

  /// The part of the week that it is, on a Caf's clocks.
  package static func moment(_ now: Instant, in fuseau: Fuseau) -> Int64 {
    let local = now.seconds + Int64(fuseau.offset(at: now))
    let hour = Int(local.flooredDivision(by: 86_400).remainder) / 3600
    let moment: Moment =
      switch hour {
      case ..<12: .matin
      case 12..<14: .midi
      case 14..<18: .apresMidi
      default: .soir
      }
    return bit(fuseau.date(of: now).jourDeSemaine, moment)
  }

  private static func bit(_ day: JourDeSemaine, _ moment: Moment) -> Int64 {
    let rank =
      switch moment {
      case .matin: 0
      case .midi: 1
      case .apresMidi: 2
      case .soir: 3
      }
    return 1 << Int64(day.rang * 4 + rank)
  }
}
