import GRDB
import Guichet
import GuichetRegister
import GuichetTestSupport
import Testing

@Suite("The counts of the page of the office, in the register")
struct ComptesDuTableauTests {
  private static let day = 86_400 as Int64

  private static func bornes(_ now: Instant) -> ComptesDuTableau.Bornes {
    ComptesDuTableau.Bornes(
      now: now,
      recues: [
        now.advanced(bySeconds: -day)..<now.advanced(bySeconds: day),
        now.advanced(bySeconds: -2 * day)..<now.advanced(bySeconds: -day),
      ], semaine: now.advanced(bySeconds: -60 * day)..<now.advanced(bySeconds: 60 * day),
      contactsDepuis: now.advanced(bySeconds: -30 * day))
  }

  @Test("follow the acts: what is open by état and LINF, rendez-vous, and who still waits for a first contact")
  func acts() async throws {
    let test = try TestRegister()
    _ = try await test.register.record(
      [
        Receptions.one("1"), Receptions.one("2"), Receptions.one("3", linf: nil),
        Receptions.one("4", linf: "rpe-lomme"),
        Receptions.one("5", linf: "rpe-lomme"),
      ], routedBy: 0)
    let numeros = (1...5).compactMap { Numero(annee: 2026, rang: $0) }
    _ = try await test.register.act(on: [numeros[4]], by: 0, now: Receptions.now) { (demande) throws(ActeRefuse) in
      try demande.clore(.sansSuite, note: nil, injoignable: .oui)
    }
    #expect(try await OccupationTests.put(test.register, 1, OccupationTests.place(0)))
    let counts = try await test.register.comptesDuTableau(Self.bornes(Receptions.now))
    let said = Set(counts.travail.map { "\($0.etat) \($0.linf ?? "–") \($0.nombre)" })
    #expect(said == ["rendezVous rpe-lille 1", "aContacter rpe-lille 1", "aOrienter – 1", "aContacter rpe-lomme 1"])
    for group in counts.travail {
      #expect(group.sansTentative == (group.etat == .rendezVous ? 0 : 1), "\(group)")
      #expect(group.premiereSansTentative == (group.etat == .rendezVous ? nil : Receptions.now), "\(group)")
    }
    #expect(counts.recues.map(\.count) == [5, 0] && counts.premiere == Receptions.now)
    #expect(counts.rendezVous.map(\.statut) == [.prevu])
    #expect(try await test.register.numeros(recusDepuis: Receptions.now).sorted() == numeros)
    #expect(try await test.register.numeros(recusDepuis: Receptions.now.advanced(bySeconds: 1)).isEmpty)
    let head = test.register.head.seq
    #expect(try await test.register.touchees(apres: 0, jusqua: head) == Set(numeros))
    #expect(try await test.register.touchees(apres: head - 1, jusqua: head) == [numeros[0]])
  }

  @Test("of an empty register are none")
  func none() async throws {
    let test = try TestRegister()
    let counts = try await test.register.comptesDuTableau(Self.bornes(Receptions.now))
    #expect(counts.travail.isEmpty && counts.premiere == nil && counts.enSouffrance == 0)
  }

  @Test(
    "are read by way of an index, and neither the journal nor what is closed is gone through",
    arguments: [
      (ComptesDuTableau.travailSQL, "SEARCH demande USING COVERING INDEX demande_travail (etat=?)", 1),
      (ComptesDuTableau.recuesSQL, "SEARCH demande USING COVERING INDEX demande_recue (recueLe>? AND recueLe<?)", 2),
      (ComptesDuTableau.premiereSQL, "SEARCH demande USING COVERING INDEX demande_recue", 0),
      (ComptesDuTableau.rendezVousSQL, "SEARCH rendezVous USING INDEX rendezVous_debut (debut>? AND debut<?)", 2),
      (ComptesDuTableau.enSouffranceSQL, "SEARCH demande USING INDEX demande_travail (etat=?)", 2),
      (ComptesDuTableau.recusDepuisSQL, "SEARCH demande USING COVERING INDEX demande_recue (recueLe>?)", 1),
      (ComptesDuTableau.toucheesSQL, "SEARCH fait USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)", 2),
    ])
  func indexed(sql: String, step: String, arguments: Int) async throws {
    let test = try TestRegister()
    let plan = try await DatabaseQueue(path: test.path).read { db in
      try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: StatementArguments(Array(repeating: 0, count: arguments))
      ).map { $0["detail"] as String }
    }
    #expect(plan.contains(step), "\(plan)")
    #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") || $0 == "SCAN groupe" }, "\(plan)")
  }
}
