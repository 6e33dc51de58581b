extension CalendrierOuvert {
  /// Whether the office is open at that instant; at the very moment of its close it is not.
  package func isOpen(at instant: Instant) -> Bool {
    intervals(day: day(of: instant)).contains { $0.debut <= instant && instant < $0.fin }
  }

  /// The instant itself when the office is open, otherwise its next opening.
  package func nextOpening(from instant: Instant) throws(JamaisOuvert) -> Instant {
    var opening: Instant?
    try forward(from: instant) { open in
      opening = max(open.debut, instant)
      return false
    }
    return opening ?? instant
  }

  /// The open time between two instants; none when the second does not come after the first.
  package func openTime(from start: Instant, to end: Instant) -> DureeOuverte {
    guard start < end else { return .zero }
    // Whoever lives through a midnight that comes twice may stand a day behind its first.
    return (day(of: start)...day(of: end) + 1).reduce(into: .zero) { total, day in
      for open in intervals(day: day) where open.debut < end && start < open.fin {
        total += IntervalleOuvert(debut: max(open.debut, start), fin: min(open.fin, end)).duree
      }
    }
  }

  /// The instant by which that much open time has passed; the instant itself for none.
  ///
  /// What ends with an interval ends at its close, not at the next opening.
  package func adding(_ duration: DureeOuverte, to instant: Instant) throws(JamaisOuvert) -> Instant {
    guard duration > .zero else { return instant }
    var (rest, result) = (duration.microseconds, instant)
    try forward(from: instant) { open in
      let start = max(open.debut, instant)
      let length = open.fin.microseconds - start.microseconds
      result = Instant(microseconds: start.microseconds + min(rest, length))
      rest -= min(rest, length)
      return rest > 0
    }
    return result
  }

  /// The latest instant from which that much open time leads to the given one; what fills an interval begins at its
  /// opening, not at the close before it.
  package func subtracting(_ duration: DureeOuverte, from instant: Instant) throws(JamaisOuvert) -> Instant {
    guard duration > .zero else { return instant }
    var rest = duration.microseconds
    var closed = 0
    var day = day(of: instant) + 1
    while closed <= JamaisOuvert.limite {
      let open = intervals(day: day).filter { $0.debut < instant }
      for interval in open.reversed() {
        let end = min(interval.fin, instant)
        let length = end.microseconds - interval.debut.microseconds
        guard rest > length else { return Instant(microseconds: end.microseconds - rest) }
        rest -= length
      }
      closed = open.isEmpty ? closed + 1 : 0
      day -= 1
    }
    throw JamaisOuvert(nom: nom, depuis: fuseau.date(of: instant), avant: true)
  }

  /// The close of the last interval of the n-th day, after the instant's own, that has any open time.
  ///
  /// What arrives after the last close of its day, or on a day that is closed, counts from the next open day.
  ///
  /// - Parameter count: 1 or more.
  package func adding(openDays count: Int, to instant: Instant) throws(JamaisOuvert) -> Instant {
    try closes(after: instant, count: count)
  }

  private func closes(after instant: Instant, count: Int) throws(JamaisOuvert) -> Instant {
    var left = count
    var closed = 0
    var day = day(of: instant)
    var isCounting = false
    while closed <= JamaisOuvert.limite {
      if let close = intervals(day: day).last?.fin {
        closed = 0
        if isCounting {
          left -= 1
          if left == 0 { return close }
        } else if instant <= close {
          isCounting = true
        }
      } else {
        closed += 1
      }
      day += 1
    }
    throw JamaisOuvert(nom: nom, depuis: fuseau.date(of: instant), avant: false)
  }

  /// How many open days lie between two instants, as échéances count them: the least number of them by whose end the
  /// second has come; 0 where it came by the last close of the day from which the first counts.
  ///
  /// - Returns: nil where the office has no open hour within the years that are searched.
  package func openDays(from start: Instant, to end: Instant) -> Int? {
    var count = -1
    var closed = 0
    var day = day(of: start)
    while closed <= JamaisOuvert.limite {
      if let close = intervals(day: day).last?.fin, start <= close {
        closed = 0
        count += 1
        if end <= close { return count }
      } else {
        closed += 1
      }
      day += 1
    }
    return nil
  }

  /// The same time of the civil day so many calendar days later, whatever is open; the end of the gap where clocks skip it.
  package func adding(calendarDays count: Int, to instant: Instant) -> Instant {
    let second = instant.seconds
    var civil = second + Int64(fuseau.offset(at: instant))
    let first = fuseau.firstSecond(reaching: civil)
    if first < second {
      // The clocks show this time for the second time: it has come after all that they showed before.
      let change = fuseau.change(after: first, until: second)
      civil = change + Int64(fuseau.offset(atSecond: change - 1))
    }
    let fraction = instant.microseconds - second * 1_000_000
    let later = fuseau.firstSecond(reaching: civil + Int64(count) * 86_400)
    return Instant(microseconds: later * 1_000_000 + (first < second ? 0 : fraction))
  }

  /// Gives the intervals that end after an instant, in order, until `visit` says to stop.
  private func forward(
    from instant: Instant, _ visit: (IntervalleOuvert) -> Bool
  ) throws(JamaisOuvert) {
    var closed = 0
    var day = day(of: instant)
    while closed <= JamaisOuvert.limite {
      let open = intervals(day: day).filter { instant < $0.fin }
      for interval in open where !visit(interval) { return }
      closed = open.isEmpty ? closed + 1 : 0
      day += 1
    }
    throw JamaisOuvert(nom: nom, depuis: fuseau.date(of: instant), avant: false)
  }
}
