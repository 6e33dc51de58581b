import Guichet
import Testing

@Suite("Easter")
struct PaquesTests {
  /// Month and day of Easter Sunday from 2000 to 2100, as published tables have them.
  static let known = """
    0423 0415 0331 0420 0411 0327 0416 0408 0323 0412 0404 0424 0408 0331 0420 0405 0327 0416 0401 0421 0412 0404 0417 0409
    0331 0420 0405 0328 0416 0401 0421 0413 0328 0417 0409 0325 0413 0405 0425 0410 0401 0421 0406 0329 0417 0409 0325 0414
    0405 0418 0410 0402 0421 0406 0329 0418 0402 0422 0414 0330 0418 0410 0326 0415 0406 0329 0411 0403 0422 0414 0330 0419
    0410 0326 0415 0407 0419 0411 0403 0423 0407 0330 0419 0404 0326 0415 0331 0420 0411 0403 0416 0408 0330 0412 0404 0424
    0415 0331 0420 0412 0328
    """.split(whereSeparator: \.isWhitespace)

  /// Easter Sunday of each year by those tables.
  static func sundays() throws -> [DateCivile] {
    try #require(known.count == 101)
    return try known.enumerated().map { offset, text in
      try #require(DateCivile(iso: "\(2000 + offset)-\(text.prefix(2))-\(text.suffix(2))"))
    }
  }

  @Test("is where published tables have it, from 2000 to 2100")
  func tables() throws {
    for sunday in try Self.sundays() {
      #expect(DateCivile(daysSince1970: DateCivile.paques(sunday.annee)) == sunday)
    }
  }

  @Test("is the Sunday after the ecclesiastical full moon (Knuth, The Art of Computer Programming, 1.3.2, algorithm E)")
  func fullMoon() {
    for year in 1583...5000 {
      let golden = year % 19 + 1
      let century = year / 100 + 1
      let dropped = 3 * century / 4 - 12
      let moon = (8 * century + 5) / 25 - 5
      let sunday = 5 * year / 4 - dropped - 10
      var epact = (11 * golden + 20 + moon - dropped + 300) % 30
      if (epact == 25 && golden > 11) || epact == 24 { epact += 1 }
      var full = 44 - epact
      if full < 21 { full += 30 }
      let day = full + 7 - (sunday + full) % 7
      let expected = DateCivile(annee: year, mois: day > 31 ? 4 : 3, jour: day > 31 ? day - 31 : day)
      #expect(DateCivile(daysSince1970: DateCivile.paques(year)) == expected)
    }
  }
}
