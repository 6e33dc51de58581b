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
    case .seasonal(let standard, _, _, _):
      // A change with hours beyond a day (up to 167 either way) may fall in the year before or after its own.
      let year = Self.year(of: second)
      return changes(in: year).last { $0.second <= second }?.offset
        ?? changes(in: year - 1).last { $0.second <= second }?.offset ?? standard
    }
  }

  /// The seconds of the changes after one second and not after another, rising.
  func changes(after start: Int64, through end: Int64) -> [Int64] {
    guard case .seasonal = self, start < end else { return [] }
    return (Self.year(of: start)...Self.year(of: end)).flatMap { year in
      changes(in: year).map(\.second).filter { start < $0 && $0 <= end }
    }
  }

  private static func year(of second: Int64) -> Int {
    DateCivile(daysSince1970: Int(second.flooredDivision(by: 86_400).quotient)).annee
  }

  /// The changes that fall in a year of universal time, with the offset that each begins, in their order.
  ///
  /// Two in one second mean that the first has no length: a rule for summer time all the year ends each year's in the
  /// second in which the next begins (RFC 9636, section 3.3.1).
  private func changes(in year: Int) -> [(second: Int64, offset: Int)] {
    guard case .seasonal(let standard, let summer, let starts, let ends) = self else { return [] }
    let bounds = (
      Int64(DateCivile.days(toYear: year, month: 1)) * 86_400,
      Int64(DateCivile.days(toYear: year + 1, month: 1)) * 86_400
    )
    var changes: [(second: Int64, offset: Int)] = []
    for ruled in year - 1...year + 1 {
      let start = (second: starts.moment(in: ruled) - Int64(standard), offset: summer)
      let end = (second: ends.moment(in: ruled) - Int64(summer), offset: standard)
      changes += start.second <= end.second ? [start, end] : [end, start]
    }
    return changes.filter { bounds.0 <= $0.second && $0.second < bounds.1 }
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
  /// Days from 1970-01-01 to the first of that month, of any year.
  static func days(toYear year: Int, month: Int) -> Int {
    days(toYear: year, month: month, day: 1)
  }
}
