extension DateCivile {
  /// Days from 1970-01-01 to Easter Sunday of a year of the Gregorian calendar.
  ///
  /// The « anonymous Gregorian computus » (Nature, 20 April 1876; J. Meeus, Astronomical Algorithms, chapter 8), exact for
  /// every year from 1583.
  package static func paques(_ annee: Int) -> Int {
    let golden = annee % 19
    let (century, year) = (annee / 100, annee % 100)
    let (leaps, rest) = (century / 4, century % 4)
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - leaps - correction + 15) % 30
    let weekday = (32 + 2 * rest + 2 * (year / 4) - epact - year % 4) % 7
    let late = (golden + 11 * epact + 22 * weekday) / 451
    let day = epact + weekday - 7 * late + 114
    return days(toYear: annee, month: day / 31, day: day % 31 + 1)
  }
}
