import Foundation
import GRDB
import Guichet
import GuichetRegister
import GuichetTestSupport
import Testing

@Suite("The time of advisers in the register")
struct OccupationTests {
  static func place(_ minute: Int, duree: Int = 30, poste: Int = 1) -> PlaceRendezVous {
    // 5 January 2027 at 09:00 UTC, a whole granule.
    let start = Instant(microseconds: 1_799_139_600_000_000)
    return PlaceRendezVous(
      debut: start.advanced(bySeconds: Int64(minute) * 60), duree: duree, mode: .surSite, poste: poste)
  }

  /// Puts a rendez-vous as whoever believes the adviser to be free.
  static func put(_ register: Register, _ rang: Int, _ place: PlaceRendezVous) async throws -> Bool {
    let numero = try #require(Numero(annee: 2026, rang: rang))
    do {
      let outcome = try await register.actOnRendezVous(
        of: numero, linf: nil, autour: place.debut..<place.fin, by: 0, now: Receptions.now
      ) { (demande, _) throws(ActeRefuse) in
        [.rendezVousFixe(RendezVousPose(id: demande.rendezVous.count + 1, linf: "rpe-lille", place: place))]
      }
      return try outcome.map { _ in true }.get()
    } catch RegisterError.transient {
      return false
    }
  }

  @Test(
    "is given once: the database itself refuses what meets it, whatever the program believes, and nothing is written")
  func refused() async throws {
    let test = try TestRegister()
    _ = try await test.register.record(Receptions.many(4), routedBy: 0)
    #expect(try await Self.put(test.register, 1, Self.place(0)))
    let before = test.register.head.seq
    for (minute, duree) in [(0, 30), (-15, 20), (25, 5), (10, 5), (-60, 300)] {
      #expect(try await !Self.put(test.register, 2, Self.place(minute, duree: duree)), "\(minute)")
    }
    #expect(test.register.head.seq == before)
    #expect(try await Self.put(test.register, 2, Self.place(30)))
    #expect(try await Self.put(test.register, 3, Self.place(10, poste: 2)))
    #expect(try await test.register.verify().isIntact)
    let start = Self.place(0).debut
    let taken = try await test.register.postesOccupes(of: "rpe-lille", start..<start.advanced(bySeconds: 7200))
    #expect(Set(taken.map { "\($0.poste) \(($0.debut.seconds - start.seconds) / 60)" }) == ["1 0", "1 30", "2 10"])
    #expect(try await test.register.postesOccupes(of: "rpe-lomme", start..<start.advanced(bySeconds: 7200)).isEmpty)
  }

  @Test("comes back when a rendez-vous is called off or moved, and an agenda keeps what was called off")
  func givenBack() async throws {
    let test = try TestRegister()
    _ = try await test.register.record(Receptions.many(2), routedBy: 0)
    let one = try #require(Numero(annee: 2026, rang: 1))
    #expect(try await Self.put(test.register, 1, Self.place(0)))
    let moved = Self.place(60)
    _ = try await test.register.act(on: [one], by: 0, now: Receptions.now) { _ in
      [.rendezVousDeplace(RendezVousPose(id: 1, linf: "rpe-lille", place: moved))]
    }
    #expect(try await Self.put(test.register, 2, Self.place(0)))
    _ = try await test.register.act(on: [one], by: 0, now: Receptions.now) { demande throws(ActeRefuse) in
      try demande.annulerRendezVous(parLaFamille: true)
    }
    let start = Self.place(0).debut
    let rows = try await test.register.agenda(of: ["rpe-lille"], start..<start.advanced(bySeconds: 86_400))
    #expect(rows.map(\.rendezVous.statut) == [.prevu, .excuse] && rows.map(\.rendezVous.sequence) == [0, 2])
    #expect(rows.map(\.numero.rang) == [2, 1] && rows.allSatisfy { $0.chez == "rpe-lille" })
    #expect(try await test.register.agendasTouches(depuis: 0) == ["rpe-lille"])
    #expect(try await test.register.agendasTouches(depuis: test.register.head.seq).isEmpty)
    #expect(try await test.register.verify().isIntact)
    try await DatabaseQueue(path: test.path).write { try $0.execute(sql: "UPDATE rendezVous SET sequence = 0") }
    #expect(try await !test.register.verify().isIntact)
  }

  @Test("is never given twice, though many ask at once for the same")
  func many() async throws {
    let test = try TestRegister()
    _ = try await test.register.record(Receptions.many(64), routedBy: 0)
    let register = test.register
    let given = try await withThrowingTaskGroup(of: Int.self) { tasks in
      for client in 0..<8 {
        tasks.addTask {
          var chance = SeededGenerator(seed: UInt64(client))
          var given = 0
          for rang in 1...8 {
            let place = Self.place(
              Int.random(in: 0..<24, using: &chance) * 5, duree: Int.random(in: 1...6, using: &chance) * 5,
              poste: Int.random(in: 1...2, using: &chance))
            if try await Self.put(register, client * 8 + rang, place) { given += 1 }
          }
          return given
        }
      }
      return try await tasks.reduce(0, +)
    }
    let start = Self.place(0).debut
    let taken = try await register.postesOccupes(of: "rpe-lille", start..<start.advanced(bySeconds: 86_400))
    #expect(taken.count == given && given > 2)
    for (index, one) in taken.enumerated() {
      let meets = taken[(index + 1)...].contains { $0.poste == one.poste && $0.debut < one.fin && one.debut < $0.fin }
      #expect(!meets)
    }
    #expect(try await register.verify().isIntact)
  }
}
