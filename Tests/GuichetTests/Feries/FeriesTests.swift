import Guichet
import Testing

@Suite("Public holidays")
struct FeriesTests {
  /// What each zone has beside the eleven of the Code du travail, in the State's own calendar: month and day, first and last
  /// year.
  static let propres: [ZoneFeries: [(day: String, years: ClosedRange<Int>)]] = [
    .alsaceMoselle: [("12-26", 2000...2100)],
    .mayotte: [("04-27", 2000...2100)],
    .martinique: [("05-22", 2000...2100)],
    .guadeloupe: [("05-27", 2000...2100)],
    .guyane: [("06-10", 2000...2100)],
    .laReunion: [("12-20", 2000...2100)],
    .saintBarthelemy: [("05-27", 2000...2011), ("10-09", 2012...2100)],
    .saintMartin: [("05-27", 2000...2017), ("05-28", 2018...2100)],
  ]

  @Test("T15: of every zone go on from 2000 to 2100, each by its rule", arguments: ZoneFeries.allCases)
  func century(zone: ZoneFeries) throws {
    for easter in try PaquesTests.sundays() {
      let year = easter.annee
      let fixed = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"]
      let own = (Self.propres[zone] ?? []).filter { $0.years.contains(year) }.map(\.day)
      var expected: Set<DateCivile> = []
      for day in fixed + own { expected.insert(try #require(DateCivile(iso: "\(year)-\(day)"))) }
      expected.formUnion([1, 39, 50].map(easter.advanced(byDays:)))
      if zone == .alsaceMoselle { expected.insert(easter.advanced(byDays: -2)) }
      #expect(zone.feries(year).map(\.date) == expected.sorted(), "\(zone.rawValue) \(year)")
    }
  }

  @Test("have the names of the State's calendar, in the order of the year")
  func names() {
    let expected = [
      "2026-01-01 1er janvier", "2026-04-03 Vendredi saint", "2026-04-06 Lundi de Pâques", "2026-05-01 1er mai",
      "2026-05-08 8 mai", "2026-05-14 Ascension", "2026-05-25 Lundi de Pentecôte", "2026-07-14 14 juillet",
      "2026-08-15 Assomption", "2026-11-01 Toussaint", "2026-11-11 11 novembre", "2026-12-25 Jour de Noël",
      "2026-12-26 2ème jour de Noël",
    ]
    #expect(ZoneFeries.alsaceMoselle.feries(2026).map { "\($0.date.iso) \($0.nom)" } == expected)
    #expect(ZoneFeries.guyane.feries(2026).contains { $0.nom == "Abolition de l’esclavage" })
  }

  @Test("T15: 1 May and Ascension in 2008 are one day off with both names")
  func both() {
    let days = ZoneFeries.metropole.feries(2008)
    #expect(days.count == 10)
    #expect(days.first { $0.date.mois == 5 }?.nom == "1er mai et Ascension")
  }

  @Test(
    "come and go in the years in which the law made them",
    arguments: [
      (ZoneFeries.metropole, "1810-01-01", false), (.metropole, "1811-01-01", true),
      (.metropole, "1801-12-25", false), (.metropole, "1802-12-25", true),
      (.metropole, "1879-07-14", false), (.metropole, "1880-07-14", true),
      // Easter Monday and Whit Monday.
      (.metropole, "1885-04-06", false), (.metropole, "1886-04-26", true), (.metropole, "1886-06-14", true),
      (.metropole, "1921-11-11", false), (.metropole, "1922-11-11", true),
      (.metropole, "1939-05-01", false), (.metropole, "1946-05-01", true), (.metropole, "1947-05-01", true),
      (.metropole, "1952-05-08", false), (.metropole, "1953-05-08", true), (.metropole, "1959-05-08", true),
      (.metropole, "1960-05-08", false), (.metropole, "1981-05-08", false), (.metropole, "1982-05-08", true),
      // The day of solidarity took nobody's holiday.
      (.metropole, "2005-05-16", true), (.metropole, "2026-05-25", true),
      (.guadeloupe, "1983-05-27", false), (.guadeloupe, "1984-05-27", true),
      (.laReunion, "1982-12-20", false), (.laReunion, "1983-12-20", true),
      (.saintBarthelemy, "2011-10-09", false), (.saintBarthelemy, "2012-10-09", true),
      (.saintBarthelemy, "2012-05-27", false), (.saintMartin, "2017-05-27", true), (.saintMartin, "2017-05-28", false),
      (.saintMartin, "2018-05-28", true), (.saintMartin, "2018-05-27", false),
    ])
  func laws(zone: ZoneFeries, text: String, isHoliday: Bool) throws {
    let date = try #require(DateCivile(iso: text))
    #expect(zone.feries(date.annee).contains { $0.date == date } == isHoliday)
  }

  @Test(
    "T15: a day that is only observed in a territory is no day off",
    arguments: [
      (ZoneFeries.guadeloupe, "2026-07-21"), (.martinique, "2026-07-21"), (.martinique, "2026-04-03"),
      (.guadeloupe, "2026-04-03"), (.metropole, "2026-05-10"), (.metropole, "2026-12-26"), (.metropole, "2026-04-05"),
    ])
  func observed(zone: ZoneFeries, text: String) throws {
    let date = try #require(DateCivile(iso: text))
    #expect(!zone.feries(date.annee, territoire: true).contains { $0.date == date })
  }

  @Test(
    "of a territory's own law are added on request, and are not in the State's calendar",
    arguments: [
      (ZoneFeries.nouvelleCaledonie, "2003-09-24", "Prise de possession"),
      (.nouvelleCaledonie, "2004-09-24", "Fête de la citoyenneté"),
      (.polynesieFrancaise, "2025-06-29", "Fête de l’autonomie"), (.polynesieFrancaise, "2026-11-20", "Matari’i"),
      (.polynesieFrancaise, "2026-03-05", "Arrivée de l’Évangile"),
      (.polynesieFrancaise, "2026-04-03", "Vendredi saint"),
      (.wallisEtFutuna, "2026-04-28", "Saint Pierre Chanel"), (.wallisEtFutuna, "2026-07-29", "Fête du Territoire"),
    ])
  func territories(zone: ZoneFeries, text: String, name: String) throws {
    let date = try #require(DateCivile(iso: text))
    #expect(zone.feries(date.annee, territoire: true).first { $0.date == date }?.nom == name)
    #expect(!zone.feries(date.annee).contains { $0.date == date })
  }

  @Test("T15: autonomy gave way to Matari’i: never both, never none")
  func matarii() {
    for year in 1985...2100 {
      let own = ZoneFeries.polynesieFrancaise.feries(year, territoire: true)
        .count { ["Fête de l’autonomie", "Matari’i"].contains($0.nom) }
      #expect(own == 1)
    }
  }
}
