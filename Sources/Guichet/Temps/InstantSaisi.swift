/// A moment as a person types it: a day, a day and a time, or an instant with its offset.
package enum InstantSaisi: Hashable, Sendable {
  case instant(Instant)
  /// The clocks of the zone never showed it: they were put forward over it.
  case inexistant
  /// The clocks showed it twice: both, in order.
  case double(Instant, Instant)

  /// Nil when the text is none of `2026-11-25`, `25/11/2026`, `2026-11-25T10:00`, `25/11/2026 10:00`, and RFC 3339.
  ///
  /// A day alone is its first instant.
  package init?(_ text: String, in zone: Fuseau) {
    if let instant = Instant(rfc3339: text) {
      self = .instant(instant)
      return
    }
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "T" || $0 == " " }
    guard let day = parts.first, let date = DateCivile(iso: day) ?? DateCivile(francaise: day) else { return nil }
    guard parts.count == 2 else {
      self = .instant(zone.start(of: date))
      return
    }
    var reader = DigitReader(parts[1])
    guard let hour = reader.number(digits: 2), hour < 24, reader.skip(UInt8(ascii: ":")),
      let minute = reader.number(digits: 2), minute < 60, reader.isAtEnd
    else { return nil }
    let instants = zone.instants(on: date, secondOfDay: hour * 3600 + minute * 60)
    switch instants.count {
    case 0: self = .inexistant
    case 1: self = .instant(instants[0])
    default: self = .double(instants[0], instants[1])
    }
  }
}
