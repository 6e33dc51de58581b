/// Days from one to another, both inside, on which a LINF had a right, or had it not.
package struct PeriodeDeDroit: Hashable, Sendable {
  package let genre: Habilitation.Genre
  package let du, au: DateCivile
  package let estTenu: Bool
}

/// Which right was missing.
package enum ManqueDeDroit: String, CodeLibelle {
  case referencement
  case habilitation
  case lesDeux

  package var libelle: String {
    switch self {
    case .referencement: "sans référencement"
    case .habilitation: "sans habilitation"
    case .lesDeux: "sans référencement ni habilitation"
    }
  }
}

/// On which days of a year a LINF was listed, and had the right to receive online demandes.
package struct DroitsDeLAnnee: Hashable, Sendable {
  package let du: DateCivile
  package let au: DateCivile
  /// Of each right, from the first day to the last.
  package let periodes: [PeriodeDeDroit]
  /// The runs of days on which one or both were missing.
  package let manques: [Manque]
  package let joursReferencement, joursHabilitation, joursLesDeux: Int

  package struct Manque: Hashable, Sendable {
    package let du, au: DateCivile
    package let manque: ManqueDeDroit
  }

  package var jours: Int { au.daysSince1970 - du.daysSince1970 + 1 }

  /// Both, on every day that is looked at.
  package var sontEtablis: Bool { manques.isEmpty }

  /// - Parameters:
  ///   - au: the last day to look at, in that year.
  package init(_ habilitations: [Habilitation], du: DateCivile, au: DateCivile) {
    self.du = du
    self.au = au
    var days: [(referencement: Bool, habilitation: Bool)] = []
    for day in stride(from: du.daysSince1970, through: au.daysSince1970, by: 1) {
      let date = DateCivile(daysSince1970: day)
      func holds(_ genre: Habilitation.Genre) -> Bool {
        habilitations.contains { $0.genre == genre && $0.periode.contient(date) }
      }
      days.append((holds(.referencement), holds(.habilitation)))
    }
    func date(_ rank: Int) -> DateCivile { du.advanced(byDays: rank) }
    periodes = [Habilitation.Genre.referencement, .habilitation].flatMap { genre in
      Self.runs(days.map { genre == .referencement ? $0.referencement : $0.habilitation }).map { run in
        PeriodeDeDroit(
          genre: genre, du: date(run.range.lowerBound), au: date(run.range.upperBound - 1), estTenu: run.value)
      }
    }
    let missing = days.map { day -> ManqueDeDroit? in
      switch (day.referencement, day.habilitation) {
      case (true, true): nil
      case (true, false): .habilitation
      case (false, true): .referencement
      case (false, false): .lesDeux
      }
    }
    manques = Self.runs(missing).compactMap { run in
      run.value.map {
        Manque(du: date(run.range.lowerBound), au: date(run.range.upperBound - 1), manque: $0)
      }
    }
    joursReferencement = days.count(where: \.referencement)
    joursHabilitation = days.count(where: \.habilitation)
    joursLesDeux = days.count { $0.referencement && $0.habilitation }
  }

  /// Ranks in a row that have one value.
  private static func runs<Value: Equatable>(_ values: [Value]) -> [(range: Range<Int>, value: Value)] {
    var runs: [(range: Range<Int>, value: Value)] = []
    for (rank, value) in values.enumerated() {
      if let last = runs.last, last.value == value {
        runs[runs.count - 1].range = last.range.lowerBound..<rank + 1
      } else {
        runs.append((rank..<rank + 1, value))
      }
    }
    return runs
  }
}
