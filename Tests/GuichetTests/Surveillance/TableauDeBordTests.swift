import Guichet
import Testing

@Suite("What the page of the office counts")
struct TableauDeBordTests {
  private static func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

  @Test("compares today with the middle of the same weekday, by the clock of the Caf, whatever its offset was then")
  func usual() throws {
    let zone = try FuseauTests.zone("Europe/Paris")
    // A Thursday after the clocks went back; the weeks before 25 October were in summer time.
    let now = try Self.instant("2026-11-26T10:02:30+01:00")
    let today = try ["2026-11-26T00:00:00+01:00", "2026-11-26T09:59:59+01:00"].map(Self.instant)
    let past = try [
      ["2026-11-19T10:02:30+01:00", "2026-11-19T10:02:31+01:00"], [],
      ["2026-10-22T09:30:00+02:00", "2026-10-22T09:45:00+02:00", "2026-10-22T10:01:00+02:00"],
    ].map { try $0.map(Self.instant) }
    let counts = RecuesDuJour(at: now, zone, aujourdhui: today, passees: past)
    #expect(counts.total == 2 && counts.heure == 10 && counts.parHeure[0] == 1 && counts.parHeure[9] == 1)
    #expect(counts.habituel == 1, "of 1, 0 and 3 by this time")
    #expect(counts.habitude[9] == 0 && counts.habitude[10] == 1 && counts.semaines == 3)
    let none = RecuesDuJour(at: now, zone, aujourdhui: today, passees: [])
    #expect(none.habituel == nil && none.habitude.isEmpty)
    let days = RecuesDuJour.joursComparables(a: counts.jour) { _ in nil }
    #expect(days.count == 8 && days.allSatisfy { $0.jourDeSemaine == .jeudi })
    #expect(days.last?.iso == "2026-10-01")
  }

  @Test("leaves public holidays out of what is usual on a working day, and working days out of what is on a holiday")
  func holidays() throws {
    let heures = try OpenOffice.caf()
    // A Thursday; Ascension was two weeks before, and 8 May, a Friday, is no Thursday.
    let jour = try #require(DateCivile(iso: "2026-05-28"))
    let days = RecuesDuJour.joursComparables(a: jour, ferie: heures.ferie)
    #expect(days.count == 7 && !days.map(\.iso).contains("2026-05-14") && days.first?.iso == "2026-05-21")
    // Christmas and New Year's Day are a week apart.
    let newYear = try #require(DateCivile(iso: "2027-01-01"))
    #expect(heures.ferie(newYear) == "1er janvier")
    #expect(RecuesDuJour.joursComparables(a: newYear, ferie: heures.ferie).map(\.iso) == ["2026-12-25"])
    #expect(RecuesDuJour.joursComparables(a: try #require(DateCivile(iso: "2026-11-11")), ferie: heures.ferie).isEmpty)
  }

  @Test("counts a rendez-vous once, as what became of it; one that is past without a word is to be filled in")
  func week() throws {
    let now = try Self.instant("2026-11-26T10:00:00+01:00")
    let all = RendezVous.Statut.allCases.flatMap { statut in
      [-1, 0, 1].map { (statut, now.advanced(bySeconds: $0)) }
    }
    let day = RendezVousDuJour(jour: DateCivile(daysSince1970: 20_783), all, at: now)
    #expect(day.prevus == 1 && day.aRenseigner == 2 && day.honores == 3 && day.nonHonores == 3 && day.liberes == 6)
  }

  @Test("has one line for each LINF, the most late ones first, after what waits for a LINF")
  func lines() throws {
    let early = try Self.instant("2026-11-01T10:00:00+01:00")
    let groups = [
      GroupeDeTravail(
        etat: .aContacter, linf: "b", nombre: 4, enRetard: 1, sansTentative: 3,
        premiereSansTentative: early.advanced(bySeconds: 9)),
      GroupeDeTravail(etat: .enSuivi, linf: "b", nombre: 7, enRetard: 2),
      GroupeDeTravail(etat: .aContacter, linf: "a", nombre: 5, enRetard: 2),
      GroupeDeTravail(
        etat: .aOrienter, linf: nil, nombre: 1, enRetard: 0, sansTentative: 1, premiereSansTentative: early),
    ]
    let lines = TravailDeLinf.lignes(groups) { "Relais \($0)" }
    #expect(lines.map(\.nom) == ["Sans LINF, à orienter", "Relais b", "Relais a"])
    #expect(lines[1].aContacter == 4 && lines[1].enSuivi == 7 && lines[1].enRetard == 3)
    #expect(
      lines.map(\.plusAncienne) == [early, early.advanced(bySeconds: 9), nil],
      "who was tried once waits for no first contact")
    #expect(lines.map(\.sansTentative) == [1, 3, 0])
  }

  @Test(
    "calls all in time only where all are",
    arguments: [(0, 0, 0, nil), (1000, 999, 0, 99), (9, 9, 0, 100), (9, 9, 1, 90)])
  func share(_ made: Int, _ inTime: Int, _ waiting: Int, _ percent: Int?) {
    let contacts = PremiersContacts(
      faits: made, aTemps: inTime, enSouffrance: waiting, medianeOuverte: nil, parClasse: [:])
    #expect(contacts.partATemps == percent)
  }
}
