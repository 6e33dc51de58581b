import Guichet
import GuichetTestSupport
import Testing

@Suite("Open time and the clock on the wall")
struct WallClockTests {
  /// What a person sees who looks at the clock every minute, and who, when it is put back, waits until it shows again what it
  /// has shown already.
  private struct Watcher {
    let zone: Fuseau
    let rows: [Horaire]
    let closed: Periode
    let holidays: Set<DateCivile>
    private var reached = Int64.min

    init(zone: Fuseau, rows: [Horaire], closed: Periode, holidays: Set<DateCivile>) {
      self.zone = zone
      self.rows = rows
      self.closed = closed
      self.holidays = holidays
    }

    mutating func seesOpen(at instant: Instant) -> Bool {
      reached = max(reached, instant.seconds + Int64(zone.offset(at: instant)))
      let date = DateCivile(daysSince1970: Int(reached) / 86_400)
      let minute = Int(reached) % 86_400 / 60
      guard !closed.contient(date), !holidays.contains(date) else { return false }
      let parity = date.numeroDeSemaine.isMultiple(of: 2) ? Horaire.Semaine.paire : .impaire
      return rows.contains { row in
        row.plage.jour == date.jourDeSemaine && row.plage.de <= minute && minute < row.plage.a
          && (row.semaine ?? parity) == parity
      }
    }
  }

  @Test(
    "agree minute by minute around every change of clocks from 2020 to 2035",
    arguments: [
      ("Europe/Paris", ZoneFeries.metropole), ("America/Miquelon", .saintPierreEtMiquelon),
      ("Australia/Lord_Howe", .metropole),
    ])
  func minutes(name: String, feries: ZoneFeries) throws {
    var generator = SeededGenerator(seed: 13)
    let caf = try OpenOffice.caf(name, feries)
    for moment in try OpenTimePropertyTests.moments(caf.fuseau, &generator) {
      let rows = OpenTimePropertyTests.rows(&generator)
      let today = caf.fuseau.date(of: moment)
      let closed = try #require(Periode(du: today.advanced(byDays: 1), au: today.advanced(byDays: 1)))
      let office = caf.calendrier(
        nom: "Rpe d’essai", horaires: rows, fermetures: [Fermeture(linf: nil, periode: closed)])
      var watcher = Watcher(
        zone: caf.fuseau, rows: rows, closed: closed, holidays: Set(feries.feries(today.annee).map(\.date)))
      let start = moment.advanced(bySeconds: -90_000)
      var (seen, wrong) = (0, 0)
      for minute in Int64(0)..<3000 {
        let instant = start.advanced(bySeconds: minute * 60)
        let isOpen = watcher.seesOpen(at: instant)
        seen += isOpen ? 1 : 0
        wrong += isOpen == office.isOpen(at: instant) ? 0 : 1
      }
      #expect(wrong == 0, "\(name) \(caf.fuseau.phrase(moment))")
      #expect(office.openTime(from: start, to: start.advanced(bySeconds: 180_000)).minutes == seen)
    }
  }
}
