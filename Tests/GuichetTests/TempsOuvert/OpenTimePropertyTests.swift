import Guichet
import GuichetTestSupport
import Testing

@Suite("Open time around every change of clocks")
struct OpenTimePropertyTests {
  /// Zones with their holidays; two of them never change their clocks, and are looked at in any week.
  static let zones: [(String, ZoneFeries)] = [
    ("Europe/Paris", .metropole), ("Indian/Reunion", .laReunion), ("America/Cayenne", .guyane),
    ("America/Miquelon", .saintPierreEtMiquelon),
  ]

  /// Moments to look around, from 2020 to 2035.
  static func moments(_ zone: Fuseau, _ generator: inout SeededGenerator) throws -> [Instant] {
    let start = try #require(Instant(rfc3339: "2020-01-01T00:00:00Z"))
    let end = try #require(Instant(rfc3339: "2036-01-01T00:00:00Z"))
    let changes = zone.changements(after: start, through: end).map(\.instant)
    guard changes.isEmpty else { return changes }
    return (0..<32).map { _ in
      Instant(microseconds: Int64.random(in: start.microseconds...end.microseconds, using: &generator))
    }
  }

  /// Hours at random, by night too, so that clocks change while it is open.
  static func rows(_ generator: inout SeededGenerator) -> [Horaire] {
    var rows: [Horaire] = []
    for day in JourDeSemaine.allCases where day == .dimanche || Bool.random(using: &generator) {
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let from = Int.random(in: 0...22, using: &generator) * 60 + Int.random(in: 0...3, using: &generator) * 15
        let until = min(1440, from + Int.random(in: 1...40, using: &generator) * 15)
        rows.append(
          Horaire(
            plage: Plage(jour: day, de: from, a: until),
            semaine: [nil, nil, nil, .paire, .impaire].randomElement(using: &generator) ?? nil))
      }
    }
    return rows
  }

  /// An office with such hours, and a closure at random.
  static func office(
    _ caf: HeuresDeLaCaf, around instant: Instant, _ generator: inout SeededGenerator
  ) throws -> CalendrierOuvert {
    let rows = rows(&generator)
    let today = caf.fuseau.date(of: instant)
    let first = today.advanced(byDays: Int.random(in: -5...5, using: &generator))
    let closure = Fermeture(
      linf: "rpe-essai",
      periode: try #require(Periode(du: first, au: first.advanced(byDays: Int.random(in: 0...2, using: &generator)))))
    return caf.calendrier(nom: "Rpe d’essai", horaires: rows, fermetures: [closure])
  }

  static func near(_ instant: Instant, _ generator: inout SeededGenerator) -> Instant {
    instant.advanced(bySeconds: Int64.random(in: -4 * 86_400...4 * 86_400, using: &generator))
  }

  @Test("added, then subtracted, returns; and the time between is what was added", arguments: zones)
  func addThenSubtract(name: String, feries: ZoneFeries) throws {
    var generator = SeededGenerator(seed: 5)
    let caf = try OpenOffice.caf(name, feries)
    for moment in try Self.moments(caf.fuseau, &generator) {
      let office = try Self.office(caf, around: moment, &generator)
      for _ in 0..<20 {
        let start = Self.near(moment, &generator)
        let length = DureeOuverte(microseconds: Int64.random(in: 1...90_000, using: &generator) * 1_000_000)
        let end = try office.adding(length, to: start)
        #expect(office.openTime(from: start, to: end) == length)
        #expect(office.openTime(from: start, to: Instant(microseconds: end.microseconds - 1)) < length)
        let back = try office.subtracting(length, from: end)
        #expect(office.openTime(from: back, to: end) == length)
        #expect(try back == office.nextOpening(from: start))
      }
    }
  }

  @Test("gives échéances that are monotone in their start, and never in closed time", arguments: zones)
  func monotone(name: String, feries: ZoneFeries) throws {
    var generator = SeededGenerator(seed: 7)
    let caf = try OpenOffice.caf(name, feries)
    for moment in try Self.moments(caf.fuseau, &generator) {
      let office = try Self.office(caf, around: moment, &generator)
      let starts = (0..<40).map { index in
        // Half of them in the hours of the change itself.
        index < 20
          ? Self.near(moment, &generator)
          : moment.advanced(bySeconds: Int64.random(in: -9000...9000, using: &generator))
      }.sorted()
      for delai in [
        Delai.joursOuverts(1), .joursOuverts(3), .heuresOuvertes(1), .heuresOuvertes(11), .joursCalendaires(2),
      ] {
        let dues = try starts.map { start throws(JamaisOuvert) in try office.echeance(delai, from: start) }
        #expect(zip(dues, dues.dropFirst()).allSatisfy { $0 <= $1 }, "\(name) \(delai)")
        guard delai.isOpenTime else { continue }
        for (start, due) in zip(starts, dues) {
          #expect(start < due)
          // Open until then: it may be the very moment of a close.
          #expect(office.isOpen(at: Instant(microseconds: due.microseconds - 1)), "\(name) \(delai)")
        }
      }
    }
  }

  @Test("is explained in sentences that add up to the minute, with pauses too", arguments: zones)
  func explained(name: String, feries: ZoneFeries) throws {
    var generator = SeededGenerator(seed: 11)
    let caf = try OpenOffice.caf(name, feries)
    for moment in try Self.moments(caf.fuseau, &generator) {
      let office = try Self.office(caf, around: moment, &generator)
      for delai in [Delai.joursOuverts(2), .heuresOuvertes(9)] {
        let start = Self.near(moment, &generator)
        let pauses = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
          let from = start.advanced(bySeconds: Int64.random(in: 0...200_000, using: &generator))
          return Pause(debut: from, fin: from.advanced(bySeconds: Int64.random(in: 0...200_000, using: &generator)))
        }
        let told = try office.explanation(delai, from: start, pauses: pauses)
        #expect(told.lignes.reduce(0) { $0 + $1.minutes } == told.total)
        if case .heuresOuvertes(let hours) = delai { #expect(told.total == hours * 60) }
        let plain = try office.echeance(delai, from: start)
        #expect(told.total == office.openTime(from: start, to: plain).minutes, "\(name) \(told.phrases)")
        // No day is missing, none told twice.
        #expect(
          zip(told.lignes, told.lignes.dropFirst()).allSatisfy { $0.dernier.advanced(byDays: 1) == $1.premier })
      }
    }
  }
}
