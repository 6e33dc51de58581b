/// What a zone does after the last transition its file lists: the POSIX `TZ` rule of its footer (RFC 9636, section 3.3).
enum RegleFuseau: Sendable {
  case fixed(Int)
  case seasonal(standard: Int, summer: Int, starts: Changement, ends: Changement)

  /// The moment of the year at which clocks change.
  struct Changement: Sendable {
    enum Day: Sendable {
      /// 1 to 365, 29 February never counted.
      case julian(Int)
      /// 0 to 365, 29 February counted.
      case ordinal(Int)
      /// Weekday (0 is Sunday) of the given week (5: the last) of a month.
      case weekday(month: Int, week: Int, weekday: Int)
    }
    let day: Day
    /// Seconds after midnight, in the civil time in force before the change; may be negative or beyond a day.
    let time: Int
  }

  func offset(at second: Int64) -> Int {
    switch self {
    case .fixed(let offset):
      return offset
    case .seasonal(let standard, let summer, let starts, let ends):
      let civil = second + Int64(standard)
      let year = DateCivile(daysSince1970: Int(civil.flooredDivision(by: 86_400).quotient)).annee
      let start = starts.moment(in: year) - Int64(standard)
      let end = ends.moment(in: year) - Int64(summer)
      let isSummer = start < end ? second >= start && second < end : !(second >= end && second < start)
      return isSummer ? summer : standard
    }
  }
}

extension RegleFuseau.Changement {
  /// Civil seconds since 1970 at which the change happens that year.
  func moment(in year: Int) -> Int64 {
    let firstDay = DateCivile.days(toYear: year, month: 1)
    let days: Int
    switch day {
    case .ordinal(let number):
      days = firstDay + number
    case .julian(let number):
      let leap = DateCivile.days(toYear: year, month: 3) - firstDay == 60
      days = firstDay + number - 1 + (leap && number >= 60 ? 1 : 0)
    case .weekday(let month, let week, let weekday):
      let first = DateCivile.days(toYear: year, month: month)
      let next =
        month == 12 ? DateCivile.days(toYear: year + 1, month: 1) : DateCivile.days(toYear: year, month: month + 1)
      // 1970-01-01 was a Thursday, day 4 when Sunday is 0.
      let firstWeekday = (first + 4).flooredDivision(by: 7).remainder
      var candidate = first + (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
      while candidate >= next { candidate -= 7 }
      days = candidate
    }
    return Int64(days) * 86_400 + Int64(time)
  }
}

extension DateCivile {
  /// Days from 1970-01-01 to the first of that month.
  static func days(toYear year: Int, month: Int) -> Int {
    DateCivile(annee: year, mois: month, jour: 1)?.daysSince1970 ?? 0
  }
}

extension RegleFuseau {
  /// Reads the rule, such as `CET-1CEST,M3.5.0,M10.5.0/3`; nil when it is malformed.
  init?(posix text: String) {
    var reader = PosixRuleReader(text)
    guard reader.name(), let standard = reader.offset() else { return nil }
    guard !reader.isAtEnd else {
      self = .fixed(-standard)
      return
    }
    guard reader.name() else { return nil }
    let summer = reader.offset() ?? standard - 3600
    guard let starts = reader.changement(), let ends = reader.changement(), reader.isAtEnd else { return nil }
    self = .seasonal(standard: -standard, summer: -summer, starts: starts, ends: ends)
  }
}

private struct PosixRuleReader {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// A zone's abbreviation: letters, or anything between angle brackets.
  mutating func name() -> Bool {
    if skip(UInt8(ascii: "<")) {
      while let byte = rest.first, byte != UInt8(ascii: ">") { rest = rest.dropFirst() }
      return skip(UInt8(ascii: ">"))
    }
    let letters = rest.prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
    rest = rest.dropFirst(letters.count)
    return letters.count >= 3
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let byte = rest.first, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), value ?? 0 < 100_000 {
      value = (value ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
      rest = rest.dropFirst()
    }
    return value
  }

  /// `[+-]hh[:mm[:ss]]` in seconds, the sign as written.
  mutating func offset() -> Int? {
    let start = rest
    let negative = skip(UInt8(ascii: "-"))
    if !negative { _ = skip(UInt8(ascii: "+")) }
    guard var seconds = number().map({ $0 * 3600 }) else {
      rest = start
      return nil
    }
    if skip(UInt8(ascii: ":")) { seconds += (number() ?? 0) * 60 }
    if skip(UInt8(ascii: ":")) { seconds += number() ?? 0 }
    return negative ? -seconds : seconds
  }

  mutating func changement() -> RegleFuseau.Changement? {
    guard skip(UInt8(ascii: ",")) else { return nil }
    let day: RegleFuseau.Changement.Day
    if skip(UInt8(ascii: "M")) {
      guard let month = number(), (1...12).contains(month), skip(UInt8(ascii: ".")),
        let week = number(), (1...5).contains(week), skip(UInt8(ascii: ".")),
        let weekday = number(), (0...6).contains(weekday)
      else { return nil }
      day = .weekday(month: month, week: week, weekday: weekday)
    } else if skip(UInt8(ascii: "J")) {
      guard let number = number(), (1...365).contains(number) else { return nil }
      day = .julian(number)
    } else {
      guard let number = number(), (0...365).contains(number) else { return nil }
      day = .ordinal(number)
    }
    guard skip(UInt8(ascii: "/")) else { return RegleFuseau.Changement(day: day, time: 7200) }
    return offset().map { RegleFuseau.Changement(day: day, time: $0) }
  }
}
