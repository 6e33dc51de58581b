/// Which backups are kept: the newest of each of the last 7 days that have one, and of the last 4 weeks that have one.
///
/// Days and weeks (ISO 8601, from Monday) without a backup do not count: an office that was closed for a month, or whose
/// backups failed for one, loses none of those it has.
package struct RetentionDesSauvegardes: Hashable, Sendable {
  package let jours, semaines: Int

  package init(jours: Int = 7, semaines: Int = 4) {
    self.jours = jours
    self.semaines = semaines
  }

  /// - Parameter fuseau: the Caf's, by which its days begin and end.
  package func gardees(_ sauvegardes: some Collection<NomDeSauvegarde>, fuseau: Fuseau) -> Set<NomDeSauvegarde> {
    let newestFirst = sauvegardes.sorted(by: >)
    let days = newestFirst.map { fuseau.date(of: $0.instant).daysSince1970 }
    var kept: Set<NomDeSauvegarde> = []
    for (limit, periods) in [(jours, days), (semaines, days.map(Self.monday))] {
      var seen: Set<Int> = []
      for (nom, period) in zip(newestFirst, periods) where seen.count < limit && seen.insert(period).inserted {
        kept.insert(nom)
      }
    }
    if let newest = newestFirst.first { kept.insert(newest) }
    return kept
  }

  /// What is to be removed, oldest first; never the newest.
  package func depassees(_ sauvegardes: some Collection<NomDeSauvegarde>, fuseau: Fuseau) -> [NomDeSauvegarde] {
    let kept = gardees(sauvegardes, fuseau: fuseau)
    return Set(sauvegardes).subtracting(kept).sorted()
  }

  /// The same, where some are known to be at fault: none of these takes the place of a good one, and each stays for as long
  /// as it would if it were one.
  package func depassees(
    bonnes: some Collection<NomDeSauvegarde>, fautives: some Collection<NomDeSauvegarde>, fuseau: Fuseau
  ) -> [NomDeSauvegarde] {
    let kept = gardees(bonnes, fuseau: fuseau).union(gardees(Array(bonnes) + Array(fautives), fuseau: fuseau))
    return Set(bonnes).union(fautives).subtracting(kept).sorted()
  }

  private static func monday(ofWeekWith day: Int) -> Int {
    day - JourDeSemaine(daysSince1970: day).rang
  }
}
