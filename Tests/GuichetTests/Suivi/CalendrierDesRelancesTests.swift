import Guichet
import Testing

@Suite("On which days an informed family is asked what it found")
struct CalendrierDesRelancesTests {
  private static func jour(_ text: String) throws -> DateCivile { try #require(DateCivile(iso: text)) }

  /// `apresInformation 2026-12-10`
  private static func days(_ calendrier: CalendrierDesRelances?) -> [String] {
    calendrier?.relances.map { "\($0.motif.code) \($0.jour.iso)" } ?? []
  }

  /// Of a family that was informed on Wednesday 25/11/2026 at 10:00.
  private static func famille(_ debut: String?) throws -> FamilleAppelee {
    var famille = try FamilleAppelee(debut: debut)
    try famille.note(Contact(resultat: .joint, themes: [.modes]), "2026-11-25T10:00")
    return famille
  }

  @Test(
    "are counted from the information and around the wished start, in order, and those of one week are one",
    arguments: [
      (nil, ["apresInformation 2026-12-10", "apresInformation 2027-01-09"]),
      (
        "2027-06-01",
        [
          "apresInformation 2026-12-10", "apresInformation 2027-01-09", "avantDebut 2027-04-02", "debut 2027-06-01",
          "apresDebut 2027-06-16",
        ]
      ),
      // 60 days before is over, and on the day of the information itself too.
      (
        "2027-01-24",
        ["apresInformation 2026-12-10", "apresInformation 2027-01-09", "debut 2027-01-24", "apresDebut 2027-02-08"]
      ),
      ("2026-10-01", ["apresInformation 2026-12-10", "apresInformation 2027-01-09"]),
      // The later of the two, unless it comes after the start.
      ("2026-12-14", ["debut 2026-12-14", "apresDebut 2026-12-29", "apresInformation 2027-01-09"]),
      ("2026-12-08", ["debut 2026-12-08", "apresDebut 2026-12-23", "apresInformation 2027-01-09"]),
      ("2026-11-30", ["debut 2026-11-30", "apresInformation 2026-12-10", "apresInformation 2027-01-09"]),
    ] as [(String?, [String])])
  func days(debut: String?, expected: [String]) throws {
    let famille = try Self.famille(debut)
    #expect(Self.days(try Pendules.horloges().relances(of: famille.demande)) == expected)
  }

  @Test("follow the delays of the office, in whatever they are counted")
  func delays() throws {
    let delais = DelaisDEtape(
      premierContact: .joursOuverts(2), plafond: .joursOuverts(5), urgence: .heuresOuvertes(4),
      orientation: .joursOuverts(1), relances: [.joursOuverts(10)], avantDebut: .joursOuverts(5))
    let famille = try Self.famille("2027-03-01")
    #expect(
      Self.days(try Pendules.horloges(delais).relances(of: famille.demande)) == [
        "apresInformation 2026-12-09", "avantDebut 2027-02-22", "debut 2027-03-01", "apresDebut 2027-03-16",
      ])
    let none = DelaisDEtape(
      premierContact: .joursOuverts(2), plafond: .joursOuverts(5), urgence: .heuresOuvertes(4),
      orientation: .joursOuverts(1), relances: [], avantDebut: .heuresOuvertes(70))
    let alone = try Self.famille("2027-03-15")
    #expect(
      Self.days(try Pendules.horloges(none).relances(of: alone.demande)) == [
        "avantDebut 2027-02-26", "debut 2027-03-15", "apresDebut 2027-03-30",
      ])
  }

  @Test("take those from elsewhere in at their place")
  func others() throws {
    let calendrier = CalendrierDesRelances(
      depuis: try Self.jour("2026-11-25"), debut: nil,
      [Relance(.apresInformation(.joursCalendaires(15)), try Self.jour("2026-12-10"))],
      autres: [Relance(.rendezVousPerdu, try Self.jour("2026-12-01")), Relance(.debut, try Self.jour("2026-11-25"))])
    #expect(Self.days(calendrier) == ["rendezVousPerdu 2026-12-01", "apresInformation 2026-12-10"])
  }

  @Test(
    "are done by what takes place on their day or after it, and spared where the family was just heard",
    arguments: [
      ([], "2026-12-10"),
      // Before its day, an attempt that came to nothing does not stand for it.
      (["2026-12-09 tentative"], "2026-12-10"), (["2026-12-10 tentative"], "2027-01-09"),
      (["2026-12-03 entendue"], "2026-12-10"), (["2026-12-04 entendue"], "2027-01-09"),
      (["2026-12-04 entendue", "2026-12-11 tentative"], "2027-01-09"),
      // One that was missed is not caught up with.
      (["2027-01-20 tentative"], "2027-02-04"), (["2027-01-05 entendue"], "2027-01-24"),
      (["2026-12-10 tentative", "2027-01-09 tentative"], "2027-01-24"),
      (["2026-12-10 tentative", "2027-01-09 tentative", "2027-01-24 tentative"], "2027-02-08"),
    ] as [([String], String)])
  func next(passages: [String], expected: String) throws {
    let calendrier = try #require(try Pendules.horloges().relances(of: Self.famille(nil).demande))
    let done = try passages.map { text in
      let words = text.split(separator: " ")
      return Passage(
        try Self.jour(String(words[0])), estEntendu: words[1] == "entendue", estTentative: words[1] == "tentative")
    }
    #expect(calendrier.prochaine(apres: done).jour.iso == expected)
  }

  @Test(
    "come after the information, in order, a week apart, each once; what is next never goes back and always is there")
  func properties() throws {
    var random = SystemRandomNumberGenerator()
    let depuis = try Self.jour("2026-11-25")
    for _ in 0..<2000 {
      let debut = Bool.random(using: &random) ? depuis.advanced(byDays: .random(in: -100...400, using: &random)) : nil
      let candidates = (0..<Int.random(in: 0...8, using: &random)).map { rank in
        Relance(
          rank.isMultiple(of: 2) ? .debut : .apresInformation(.joursCalendaires(rank)),
          depuis.advanced(byDays: .random(in: -30...120, using: &random)))
      }
      let calendrier = CalendrierDesRelances(depuis: depuis, debut: debut, candidates)
      let days = calendrier.relances.map(\.jour.daysSince1970)
      let told = "\(candidates) \(String(describing: debut))"
      #expect(days.allSatisfy { $0 > depuis.daysSince1970 }, "\(told)")
      #expect(zip(days, days.dropFirst()).allSatisfy { $1 - $0 >= CalendrierDesRelances.semaine }, "\(told)")
      #expect(Set(calendrier.relances).isSubset(of: Set(candidates)), "\(told)")
      #expect(calendrier.relances.isEmpty == candidates.allSatisfy { $0.jour <= depuis }, "\(told)")
      var passages: [Passage] = []
      var last = calendrier.prochaine(apres: passages)
      var day = depuis
      for _ in 0..<12 {
        day = day.advanced(byDays: .random(in: 0...30, using: &random))
        passages.append(Passage(day, estEntendu: Bool.random(using: &random)))
        let next = calendrier.prochaine(apres: passages)
        #expect(last.jour <= next.jour, "\(told) \(passages)")
        #expect(day < next.jour, "\(told) \(passages)")
        last = next
      }
    }
  }
}
