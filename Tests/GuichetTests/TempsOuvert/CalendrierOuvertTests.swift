import Guichet
import Testing

@Suite("The open time of a LINF")
struct CalendrierOuvertTests {
  @Test(
    "is its weekly hours without closures and holidays",
    arguments: [
      ("2026-11-25", "09:00-12:00 13:30-17:00"), ("2026-11-28", "fermé"), ("2026-11-11", "férié (11 novembre)"),
      ("2026-11-01", "fermé"), ("2026-12-24", "fermé (congés)"), ("2026-12-25", "fermé (congés)"),
      ("2027-01-01", "férié (1er janvier)"), ("2026-12-31", "fermé (congés)"), ("2026-07-13", "fermé (pont)"),
      ("2026-07-14", "férié (14 juillet)"), ("2026-07-15", "09:00-12:00 13:30-17:00"),
    ])
  func day(text: String, expected: String) throws {
    let office = try OpenOffice.linf(
      [],
      [
        OpenOffice.closure("2026-12-24", "2026-12-31", "congés"),
        OpenOffice.closure("2026-07-13", "2026-07-13", "pont", all: true),
      ])
    #expect(try office.hours(text) == expected)
  }

  @Test("merges rows that overlap or touch, whatever they are for; a use has only its own")
  func merged() throws {
    let rows =
      try OpenOffice.rows("mer 09:00-12:00", postes: 2) + OpenOffice.rows("mer 10:00-13:00", usage: .telephone)
      + OpenOffice.rows("mer 13:00-14:00", usage: .rendezVous) + OpenOffice.rows("mer 15:00-16:00", usage: .accueil)
    #expect(try OpenOffice.linf(rows).hours("2026-11-25") == "09:00-14:00 15:00-16:00")
    #expect(try OpenOffice.linf(rows, usage: .rendezVous).hours("2026-11-25") == "09:00-12:00 13:00-14:00")
    #expect(try OpenOffice.linf(rows, usage: .accueil).hours("2026-11-25") == "09:00-12:00 15:00-16:00")
  }

  @Test("follows the parity of the week's number, over a year of 53 weeks")
  func parity() throws {
    let rows =
      try OpenOffice.rows("lun 09:00-12:00", semaine: .paire) + OpenOffice.rows("lun 14:00-17:00", semaine: .impaire)
    let office = try OpenOffice.linf(rows)
    #expect(try office.hours("2026-11-23") == "09:00-12:00")
    #expect(try office.hours("2026-11-30") == "14:00-17:00")
    // Week 53, then week 1: both odd.
    #expect(try office.hours("2026-12-28") == "14:00-17:00")
    #expect(try office.hours("2027-01-04") == "14:00-17:00")
    #expect(try office.hours("2027-01-11") == "09:00-12:00")
  }

  @Test("T24: a new timetable does not rewrite last year's")
  func dated() throws {
    let rows =
      try OpenOffice.rows("mer 09:00-12:00", au: "2026-08-31")
      + OpenOffice.rows("mer 10:00-18:00", du: "2026-09-01", au: "2026-12-30")
    let office = try OpenOffice.linf(rows)
    #expect(try office.hours("2026-08-26") == "09:00-12:00")
    #expect(try office.hours("2026-09-02") == "10:00-18:00")
    #expect(try office.hours("2026-12-30") == "10:00-18:00")
    #expect(try office.hours("2027-01-06") == "fermé")
  }

  @Test("without rows of its own is that of the Caf")
  func ofTheCaf() throws {
    #expect(try OpenOffice.linf().hours("2026-11-25") == "09:00-12:00 13:30-17:00")
    #expect(try OpenOffice.linf(OpenOffice.rows("lun 09:00-12:00")).hours("2026-11-25") == "fermé")
  }

  @Test("T16: is as long on a day of clock change as it really is, and overseas in the time of its people")
  func clockChange() throws {
    let night = try OpenOffice.caf("Europe/Paris", .metropole, "lun-dim 01:00-02:15 02:30-04:00")
    func length(_ caf: HeuresDeLaCaf, _ day: String) throws -> Int {
      let office = caf.calendrier
      return try office.openTime(from: office.at("\(day)T00:00"), to: office.at("\(day)T12:00")).minutes
    }
    #expect(try length(night, "2026-03-28") == 165)
    // 02:00 to 03:00 is skipped: 01:00 to 02:00, then 03:00 to 04:00.
    #expect(try length(night, "2026-03-29") == 120)
    // It comes twice: open from the first 02:30 on, an hour more.
    #expect(try length(night, "2026-10-25") == 225)
    let skipped = try OpenOffice.caf("Europe/Paris", .metropole, "dim 02:00-03:00").calendrier
    #expect(try skipped.hours("2026-03-29") == "fermé")
    let reunion = try OpenOffice.caf("Indian/Reunion", .laReunion).calendrier
    #expect(try reunion.isOpen(at: #require(Instant(rfc3339: "2026-11-25T05:00:00Z"))))
    #expect(try !OpenOffice.linf().isOpen(at: #require(Instant(rfc3339: "2026-11-25T05:00:00Z"))))
    #expect(try reunion.hours("2027-12-20") == "férié (Abolition de l’esclavage)")
  }

  @Test(
    "is open from its opening until before its close, and opens next",
    arguments: [
      ("2026-11-25T08:59", false, "mercredi 25/11/2026 à 09:00"),
      ("2026-11-25T09:00", true, "mercredi 25/11/2026 à 09:00"),
      ("2026-11-25T11:59", true, "mercredi 25/11/2026 à 11:59"),
      ("2026-11-25T12:00", false, "mercredi 25/11/2026 à 13:30"),
      ("2026-11-25T17:00", false, "jeudi 26/11/2026 à 09:00"), ("2026-11-27T23:00", false, "lundi 30/11/2026 à 09:00"),
      ("2026-12-24T18:00", false, "lundi 28/12/2026 à 09:00"),
    ])
  func opening(text: String, isOpen: Bool, next: String) throws {
    let office = try OpenOffice.linf()
    let instant = try office.at(text)
    #expect(office.isOpen(at: instant) == isOpen)
    #expect(try office.fuseau.phrase(office.nextOpening(from: instant)) == next)
  }

  @Test("that has ended, or is closed for good, is told as such and never searched for ever")
  func never() throws {
    let ended = try OpenOffice.linf(OpenOffice.rows("lun-ven 09:00-17:00", au: "2026-06-30"))
    let closed = try OpenOffice.linf([], [OpenOffice.closure("2026-07-01", "2100-12-31")])
    for office in [ended, closed] {
      let instant = try office.at("2026-11-25T10:00")
      #expect(throws: JamaisOuvert.self) { try office.nextOpening(from: instant) }
      #expect(throws: JamaisOuvert.self) { try office.adding(DureeOuverte(heures: 1), to: instant) }
      #expect(throws: JamaisOuvert.self) { try office.adding(openDays: 1, to: instant) }
      #expect(try office.subtracting(DureeOuverte(heures: 1), from: instant) == office.at("2026-06-30T16:00"))
      #expect(office.openTime(from: instant, to: try office.at("2027-11-25T10:00")) == .zero)
    }
    let future = try OpenOffice.linf(OpenOffice.rows("lun-ven 09:00-17:00", du: "2027-06-01"))
    let start = try future.at("2026-11-25T10:00")
    #expect(try future.adding(DureeOuverte(heures: 1), to: start) == future.at("2027-06-01T10:00"))
    #expect(throws: JamaisOuvert.self) { try future.subtracting(DureeOuverte(heures: 1), from: start) }
    do {
      _ = try ended.nextOpening(from: start)
    } catch {
      #expect(
        error.message
          == "Rpe d’essai : aucune heure ouverte dans les trois ans après le 25/11/2026 ; complétez horaires.csv ou "
          + "corrigez fermetures.csv.")
    }
  }
}
