import Guichet
import Testing

@Suite("The alerts of an échéance")
struct EscaladeTests {
  /// What is recorded when the alerts are looked at then: `avant`, `echeance (omise)`.
  private static func fire(_ vie: inout Vie, at text: String, _ horloges: Horloges) throws -> [String] {
    try vie.comes(to: text)
    switch vie.demande.alertes(at: try Pendules.at(text), horloges) {
    case .remise(let opening): return ["remise \(horloges.heures.fuseau.rfc3339(opening))"]
    case .faits(let evenements):
      try vie.happens(evenements, auteur: Fait.regles)
      return evenements.map { evenement in
        guard case .escalade(let escalade) = evenement else { return "?" }
        return escalade.niveau.rawValue + (escalade.estOmise ? " (omise)" : "")
      }
    }
  }

  private static func next(_ vie: Vie, _ horloges: Horloges) -> String? {
    vie.demande.prochaineAlerte(horloges.etape(of: vie.demande)).map {
      "\($0.niveau.rawValue) \(horloges.heures.fuseau.rfc3339($0.le))"
    }
  }

  @Test("T12: come before, at and well after it, in open hours, each once")
  func inOpenHours() throws {
    let horloges = try Pendules.horloges()
    var vie = try Pendules.vie()
    // Due on Wednesday at 17:00, the very close.
    #expect(Self.next(vie, horloges) == "avant 2026-11-25T11:30:00+01:00")
    #expect(try Self.fire(&vie, at: "2026-11-25T11:29", horloges).isEmpty)
    #expect(try Self.fire(&vie, at: "2026-11-25T11:30", horloges) == ["avant"])
    #expect(try Self.fire(&vie, at: "2026-11-25T11:30", horloges).isEmpty)
    #expect(Self.next(vie, horloges) == "echeance 2026-11-26T09:00:00+01:00")
    #expect(try Self.fire(&vie, at: "2026-11-26T09:00", horloges) == ["echeance"])
    // Two open days later Friday closes; nobody is told on a weekend.
    #expect(Self.next(vie, horloges) == "apres 2026-11-30T09:00:00+01:00")
    #expect(try Self.fire(&vie, at: "2026-11-30T09:00", horloges) == ["apres"])
    #expect(Self.next(vie, horloges) == nil)
  }

  @Test("T12: wait for the doors to open where they come late at night, and only the last still tells")
  func late() throws {
    let horloges = try Pendules.horloges()
    var vie = try Pendules.vie()
    #expect(try Self.fire(&vie, at: "2026-11-25T22:00", horloges) == ["remise 2026-11-26T09:00:00+01:00"])
    #expect(try Self.fire(&vie, at: "2026-11-26T09:30", horloges) == ["avant (omise)", "echeance"])
    var longAgo = try Pendules.vie()
    #expect(
      try Self.fire(&longAgo, at: "2026-12-02T10:00", horloges) == ["avant (omise)", "echeance (omise)", "apres"])
    var approaching = try Pendules.vie()
    #expect(try Self.fire(&approaching, at: "2026-11-25T14:00", horloges) == ["avant"])
  }

  @Test("are gone once it is closed, paused, or due later; another échéance has its own")
  func overtaken() throws {
    let horloges = try Pendules.horloges()
    var closed = try Pendules.vie()
    try closed.happens(try closed.demande.clore(.sansSuite, note: nil, injoignable: .non("Il manque une tentative.")))
    #expect(try Self.fire(&closed, at: "2026-11-30T09:00", horloges).isEmpty)
    var paused = try Pendules.vie()
    try paused.happens(try paused.demande.suspendre(motif: "Attente"))
    #expect(try Self.fire(&paused, at: "2026-11-30T09:00", horloges).isEmpty)
    var later = try Pendules.vie()
    #expect(try Self.fire(&later, at: "2026-11-25T11:30", horloges) == ["avant"])
    try later.happens(try later.demande.fixerEcheance(le: try Pendules.at("2026-12-04T12:00"), motif: "Vacances"))
    #expect(Self.next(later, horloges) == "avant 2026-12-03T16:00:00+01:00")
  }

  @Test("T16: fall once on the days on which clocks change", arguments: ["2026-03-27", "2026-10-23"])
  func clockChange(friday: String) throws {
    let horloges = try Pendules.horloges()
    var vie = try Pendules.vie()
    let day = try #require(DateCivile(iso: friday))
    try vie.comes(to: "\(friday)T10:00")
    let monday = day.advanced(byDays: 3).iso
    try vie.happens(try vie.demande.fixerEcheance(le: try Pendules.at("\(monday)T10:00"), motif: "Essai"))
    let alertes = try #require(horloges.etape(of: vie.demande)).alertes
    #expect(alertes.map(\.niveau) == [.avant, .echeance, .apres])
    #expect(alertes[0].le == (try Pendules.at("\(friday)T14:00")))
    #expect(alertes[1].le == (try Pendules.at("\(monday)T10:00")))
    #expect(alertes[2].le == (try Pendules.at("\(day.advanced(byDays: 6).iso)T09:00")))
  }

  @Test("of an urgent one come an hour before, and never before it was there")
  func urgent() throws {
    let horloges = try Pendules.horloges()
    #expect(Self.next(try Pendules.vie(urgente: true), horloges) == "avant 2026-11-23T13:30:00+01:00")
    let brief = DelaisDEtape(
      premierContact: .heuresOuvertes(2), plafond: .joursOuverts(5), urgence: .heuresOuvertes(1),
      orientation: .joursOuverts(1))
    let own = try Pendules.horloges(brief)
    #expect(Self.next(try Pendules.vie(), own) == "echeance 2026-11-23T11:00:00+01:00")
  }
}
