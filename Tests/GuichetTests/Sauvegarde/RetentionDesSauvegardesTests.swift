import Guichet
import GuichetTestSupport
import Testing

@Suite("Which backups are kept")
struct RetentionDesSauvegardesTests {
  private let paris = Result { try FuseauTests.zone("Europe/Paris") }

  private static func nom(_ text: String) throws -> NomDeSauvegarde {
    NomDeSauvegarde(try #require(Instant(rfc3339: text)))
  }

  private func kept(_ texts: [String]) throws -> [String] {
    let names = try texts.map(Self.nom)
    let kept = try RetentionDesSauvegardes().gardees(names, fuseau: paris.get())
    return zip(texts, names).filter { kept.contains($0.1) }.map(\.0)
  }

  @Test("are the newest of each of the last seven days, and of the last four weeks")
  func nightly() throws {
    // One each night at 02:30 from Sunday 4 October to Wednesday 25 November 2026, the weeks' last being Sundays.
    var names: [NomDeSauvegarde] = []
    var texts: [NomDeSauvegarde: String] = [:]
    for day in 0..<53 {
      let date = try #require(DateCivile(iso: "2026-10-04")).advanced(byDays: day)
      let nom = try Self.nom("\(date.iso)T02:30:00+01:00")
      names.append(nom)
      texts[nom] = date.iso
    }
    let kept = try RetentionDesSauvegardes().gardees(names, fuseau: paris.get()).compactMap { texts[$0] }.sorted()
    #expect(
      kept == [
        "2026-11-08", "2026-11-15", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24",
        "2026-11-25",
      ])
  }

  @Test("are counted by the days of the Caf, not by those of universal time")
  func zone() throws {
    // Both on 25 November in Paris, on two days in universal time.
    #expect(try kept(["2026-11-24T23:30:00Z", "2026-11-25T10:00:00Z"]) == ["2026-11-25T10:00:00Z"])
    // On two days in Paris, and in two weeks: Sunday and Monday.
    #expect(try kept(["2026-11-22T22:30:00Z", "2026-11-22T23:30:00Z"]).count == 2)
  }

  @Test("are all those of an office that made none for long")
  func gaps() throws {
    let old = ["2025-03-01T02:30:00Z", "2025-06-01T02:30:00Z", "2026-01-01T02:30:00Z"]
    #expect(try kept(old + ["2026-11-25T02:30:00Z"]).count == 4)
    #expect(try kept([]).isEmpty)
  }

  @Test("always have the newest among them, and are the same however often the others are removed")
  func properties() throws {
    let zone = try paris.get()
    let rule = RetentionDesSauvegardes()
    for seed in 1...60 {
      var random = SeededGenerator(seed: UInt64(seed))
      var made: Set<NomDeSauvegarde> = []
      var pruned: Set<NomDeSauvegarde> = []
      var now = Instant(microseconds: 1_790_000_000_000_000)
      for _ in 0..<80 {
        now = now.advanced(bySeconds: Int64.random(in: 1...180_000, using: &random))
        made.insert(NomDeSauvegarde(now))
        pruned.insert(NomDeSauvegarde(now))
        pruned.subtract(rule.depassees(pruned, fuseau: zone))
        #expect(pruned == rule.gardees(made, fuseau: zone), "seed \(seed)")
        #expect(pruned.contains(NomDeSauvegarde(now)) && pruned.count <= 11)
        #expect(pruned.union(rule.depassees(made, fuseau: zone)) == made)
      }
    }
  }

  @Test("lose nothing to one at fault, which goes when it would have gone anyway")
  func faulty() throws {
    let rule = RetentionDesSauvegardes()
    let good = try ["2026-11-24T02:30:00Z", "2026-11-25T02:30:00Z", "2026-11-25T03:30:00Z"].map(Self.nom)
    let bad = try ["2026-11-24T12:30:00Z", "2026-11-25T01:30:00Z", "2026-11-25T12:30:00Z"].map(Self.nom)
    // Of one day the newest good one stays, and the newest of all.
    let gone = try rule.depassees(bonnes: good, fautives: bad, fuseau: paris.get())
    #expect(gone == [bad[1], good[1]])
    #expect(try rule.depassees(bonnes: good, fautives: [], fuseau: paris.get()) == [good[1]])
  }

  @Test("keep the newest even where nothing is to be kept")
  func never() throws {
    let names = try [Self.nom("2026-11-24T02:30:00Z"), Self.nom("2026-11-25T02:30:00Z")]
    let rule = RetentionDesSauvegardes(jours: 0, semaines: 0)
    #expect(try rule.depassees(names, fuseau: paris.get()) == [names[0]])
  }
}
