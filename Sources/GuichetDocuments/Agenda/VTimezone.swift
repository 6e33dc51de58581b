import Guichet

/// The time zone of a calendar as iCalendar describes it (RFC 5545, section 3.6.5), from the system's own rules.
///
/// Without it, readers that do not know the zone by its name show every hour wrong.
struct VTimezone {
  let fuseau: Fuseau
  /// The civil days that the calendar covers.
  let jours: ClosedRange<DateCivile>

  /// Years after the last day that the rules are read for.
  private static let margin = 8

  func write(to lines: inout ICalendarLines) {
    let first = jours.lowerBound.annee - 1
    let start = fuseau.start(of: day(first, 1, 1))
    let end = fuseau.start(of: day(jours.upperBound.annee + Self.margin, 1, 1))
    let changes = fuseau.changements(after: start, through: end)
    lines.add("BEGIN", "VTIMEZONE")
    lines.add("TZID", fuseau.nom)
    let before = changes.first?.avant ?? fuseau.offset(at: start)
    observance("STANDARD", debut: "19700101T000000", before, before, nil, &lines)
    for (name, group) in [
      ("DAYLIGHT", changes.filter { $0.avant < $0.apres }), ("STANDARD", changes.filter { $0.avant > $0.apres }),
    ] {
      if let rule = rule(group), let change = group.first {
        observance(name, debut: local(change), change.avant, change.apres, rule, &lines)
      } else {
        for change in group { observance(name, debut: local(change), change.avant, change.apres, nil, &lines) }
      }
    }
    lines.add("END", "VTIMEZONE")
  }

  private func observance(
    _ name: String, debut: String, _ from: Int, _ to: Int, _ rule: String?, _ lines: inout ICalendarLines
  ) {
    lines.add("BEGIN", name)
    lines.add("DTSTART", debut)
    lines.add("TZOFFSETFROM", Self.offset(from))
    lines.add("TZOFFSETTO", Self.offset(to))
    if let rule { lines.add("RRULE", rule) }
    lines.add("END", name)
  }

  /// The yearly rule that gives just these changes and goes on after them; nil where there is none.
  private func rule(_ changes: [Fuseau.Changement]) -> String? {
    guard changes.count >= 3, let first = changes.first else { return nil }
    let days = changes.map { ICalendarTime.civil($0.instant, offset: $0.avant) }
    func isSame<Value: Equatable>(_ value: (ICalendarTime.Civil) -> Value) -> Bool {
      days.allSatisfy { value($0) == value(days[0]) }
    }
    let isYearly = zip(days, days.dropFirst()).allSatisfy { $1.date.annee == $0.date.annee + 1 }
    guard isYearly, isSame(\.seconde), isSame({ $0.date.mois }), isSame({ $0.date.jourDeSemaine }),
      changes.allSatisfy({ $0.avant == first.avant && $0.apres == first.apres })
    else { return nil }
    let weekday = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][days[0].date.jourDeSemaine.rang]
    let isLast = days.allSatisfy { $0.date.advanced(byDays: 7).mois != $0.date.mois }
    guard isLast || isSame({ ($0.date.jour - 1) / 7 }) else { return nil }
    let week = isLast ? -1 : (days[0].date.jour - 1) / 7 + 1
    return "FREQ=YEARLY;BYMONTH=\(days[0].date.mois);BYDAY=\(week)\(weekday)"
  }

  /// When it begins, by the clocks that it ends.
  private func local(_ change: Fuseau.Changement) -> String {
    ICalendarTime.text(change.instant, offset: change.avant)
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> DateCivile {
    DateCivile(annee: min(9999, max(1, year)), mois: month, jour: day) ?? jours.lowerBound
  }

  private static func offset(_ seconds: Int) -> String {
    let size = abs(seconds)
    let text = [size / 3600, size / 60 % 60].map(ICalendarTime.deux).joined()
    return (seconds < 0 ? "-" : "+") + text + (size % 60 == 0 ? "" : ICalendarTime.deux(size % 60))
  }
}

/// Instants as iCalendar writes them.
enum ICalendarTime {
  struct Civil {
    let date: DateCivile
    let seconde: Int
  }

  static func civil(_ instant: Instant, offset: Int) -> Civil {
    // Never before 1970: nothing of an office is.
    let local = max(0, instant.seconds + Int64(offset))
    return Civil(date: DateCivile(daysSince1970: Int(local / 86_400)), seconde: Int(local % 86_400))
  }

  /// `20261125T090000`.
  static func text(_ instant: Instant, offset: Int) -> String {
    let civil = civil(instant, offset: offset)
    let time = [civil.seconde / 3600, civil.seconde / 60 % 60, civil.seconde % 60].map(deux).joined()
    return civil.date.iso.replacing("-", with: "") + "T" + time
  }

  static func utc(_ instant: Instant) -> String { text(instant, offset: 0) + "Z" }

  static func deux(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
