/// The days on which rattachements of the département begin, or have just ended, with their communes.
struct ChangementsDeTenant: Sendable {
  private struct Changement: Hashable {
    /// Days since 1970.
    let jour: Int32
    let commune: Int32
  }

  /// Each once, by day.
  private let changements: [Changement]

  /// - Parameters:
  ///   - starts: by commune, where its rattachements begin; one more entry at the end.
  ///   - communes: ranks of those of the département.
  init(_ rattachements: [Rattachement], debutParCommune starts: [Int32], communes: [Int32]) {
    var all: Set<Changement> = []
    for commune in communes {
      for rank in Int(starts[Int(commune)])..<Int(starts[Int(commune) + 1]) {
        let (begin, after) = rattachements[rank].periode.bornes
        if let begin { all.insert(Changement(jour: begin, commune: commune)) }
        if let after { all.insert(Changement(jour: after, commune: commune)) }
      }
    }
    changements = all.sorted { ($0.jour, $0.commune) < ($1.jour, $1.commune) }
  }

  /// The first such day after this one.
  func premier(apres day: Int32) -> Int32? {
    let start = rang(apres: day)
    return start < changements.count ? changements[start].jour : nil
  }

  /// The communes with such a day after the first and not after the last.
  func communes(apres first: Int32, jusquau last: Int32) -> Set<Int32> {
    Set(changements[rang(apres: first)...].lazy.prefix { $0.jour <= last }.map(\.commune))
  }

  /// All such days after this one, each once, in their order.
  func jours(apres day: Int32) -> [Int32] {
    var days: [Int32] = []
    for change in changements[rang(apres: day)...] where change.jour != days.last { days.append(change.jour) }
    return days
  }

  private func rang(apres day: Int32) -> Int {
    var (low, high) = (0, changements.count)
    while low < high {
      let middle = (low + high) / 2
      if changements[middle].jour <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Referentiel {
  /// The first day after this one on which some rattachement of the département begins, or the day after one ends; nil
  /// when the table has no such day.
  package func prochainChangement(apres jour: DateCivile) -> DateCivile? {
    table.changements.premier(apres: Int32(jour.daysSince1970)).map { DateCivile(daysSince1970: Int($0)) }
  }

  /// The codes of the communes of the département with such a day from the one after `apres` until `jusquau`.
  package func communesChangeant(apres: DateCivile, jusquau: DateCivile) -> Set<String> {
    guard apres < jusquau else { return [] }
    let communes = table.changements.communes(
      apres: Int32(apres.daysSince1970), jusquau: Int32(jusquau.daysSince1970))
    return Set(communes.map { table.communes[Int($0)].code.texte })
  }
}
