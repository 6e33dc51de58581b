import GRDB
import Guichet
import GuichetRegister
import Testing

@Suite("Lists of who has what in hand, and of a family by its name")
struct RechercheTests {
  private static let familles = [
    ("1", "Martin", "Élodie"), ("2", "De Smet", "Jean"), ("3", "Martinez", "Paul"), ("4", "Jean", "Martin"),
    ("5", "Nguyễn", "Thị Hồng"), ("6", "de La Tour d’Auvergne", "Ève"), ("7", "Le Goff", "Yann"),
    ("8", "Иванова", "Анна"),
  ]

  private static func register() async throws -> TestRegister {
    let test = try TestRegister()
    _ = try await test.register.record(
      familles.map { Receptions.one($0.0, linf: $0.0 == "3" ? "rpe-lomme" : "rpe-lille", nom: $0.1, prenom: $0.2) },
      routedBy: 0)
    return test
  }

  private static let searches: [(String, [Int])] = [
    ("martin", [1, 3]), ("MARTIN elodie", [1]), ("élodie martin", [1]), ("marti e", [1]), ("desmet", [2]),
    ("de smet jean", [2]), ("jean de smet", [2]), ("jean martin", [4]), ("martin jean", [4]), ("smet", [2]),
    ("06 39 98 12 34", Array(1...8)), ("33639981234", Array(1...8)), ("+33 6 39 98 12 35", []), ("12", []),
    ("nguyen thi", [5]), ("Nguyễn", [5]), ("hong", []), ("La Tour d'Auvergne", [6]), ("tour auvergne", [6]),
    ("Auvergne", [6]), ("eve d’auvergne", [6]), ("de la tour", [6]), ("la tour d’auv", [6]), ("goff", [7]),
    ("le goff yann", [7]), ("yann goff", [7]), ("legoff", [7]), ("иван", [8]), ("анна ИВАНОВА", [8]), ("Ив а", [8]),
  ]

  @Test("find a name in any order and by its beginning, and a phone in any form", arguments: searches)
  func found(typed: String, rangs: [Int]) async throws {
    let test = try await Self.register()
    var filter = DemandeFilter()
    filter.recherche = try Recherche(typed)
    #expect(try await test.register.numeros(filter).map(\.rang) == rangs)
    filter.linf = ["rpe-lille"]
    #expect(try await test.register.numeros(filter).map(\.rang) == rangs.filter { $0 != 3 })
  }

  @Test("find a numero, whole or by its rank")
  func numero() async throws {
    let test = try await Self.register()
    func rangs(_ typed: String, linf: [String]? = nil) async throws -> [Int] {
      var filter = DemandeFilter()
      filter.recherche = try Recherche(typed, annee: 2026)
      filter.linf = linf
      return try await test.register.numeros(filter).map(\.rang)
    }
    for typed in ["2026-000003", "2026-3", "3"] {
      #expect(try await rangs(typed) == [3], "\(typed)")
      #expect(try await rangs(typed, linf: ["rpe-lille"]).isEmpty, "\(typed)")
    }
    #expect(try await rangs("2025-3").isEmpty)
    #expect(try await test.register.verify().isIntact)
  }

  @Test("find the sender's reference, whole")
  func reference() async throws {
    let test = try TestRegister()
    _ = try await test.register.record([Receptions.one("GU-20261123-7K3QX9PM"), Receptions.one("GU-2")], routedBy: 0)
    var filter = DemandeFilter()
    filter.recherche = try Recherche("gu-20261123-7k3qx9pm")
    #expect(try await test.register.numeros(filter).map(\.rang) == [1])
    filter.recherche = try Recherche("GU-20261123")
    #expect(try await test.register.numeros(filter).isEmpty)
  }

  @Test("find the names of demandes that were sorted in and of those that arrived since")
  func sortedIn() async throws {
    let test = try TestRegister()
    _ = try await test.register.record([Receptions.one("1", nom: "Premier")], routedBy: 0)
    for start in stride(from: 2, to: 16_500, by: 4000) {
      _ = try await test.register.record(Receptions.many(4000, from: start), routedBy: 0)
    }
    _ = try await test.register.record([Receptions.one("D", nom: "Dernier")], routedBy: 0)
    let counts = try await DatabaseQueue(path: test.path).read { db in
      try ["recherche", "rechercheRecente"].map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") }
    }
    #expect(counts == [20_001, 1])
    for (typed, count) in [("premier élodie", 1), ("dernier", 1), ("martin", 20_000)] {
      var filter = DemandeFilter()
      filter.recherche = try Recherche(typed)
      #expect(try await test.register.numeros(filter).count == count, "\(typed)")
    }
    #expect(try await test.register.verify().isIntact)
  }

  @Test("find by who has them in hand, as long as it lasts, and rows tell whose they are")
  func inHand() async throws {
    let test = try await Self.register()
    let martine = try await test.register.agent(uid: 1001, login: "martine")
    let numeros = [1, 2].compactMap { Numero(annee: 2026, rang: $0) }
    _ = try await test.register.act(on: numeros, by: martine, now: Receptions.now) { (demande) throws(ActeRefuse) in
      try demande.prendre(par: martine, at: Receptions.now, sciemment: false)
    }
    func rangs(_ agent: Int64, _ seconds: Int64) async throws -> [Int] {
      var filter = DemandeFilter()
      filter.preneur = (agent, Receptions.now.advanced(bySeconds: seconds))
      return try await test.register.numeros(filter).map(\.rang)
    }
    #expect(try await rangs(martine, 899) == [1, 2])
    #expect(try await rangs(martine, 900).isEmpty)
    #expect(try await rangs(0, 0).isEmpty)
    let prise = Prise(agent: martine, jusqua: Receptions.now.advanced(bySeconds: 900))
    #expect(try await test.register.rows(numeros).map(\.prise) == [prise, prise])
    #expect(try await test.register.logins(of: [martine, 99]) == [martine: "martine"])
    #expect(try await test.register.verify().isIntact)
    let given = ActTests.attribuee("rpe-lomme")
    _ = try await test.register.act(on: [numeros[0]], by: martine, now: Receptions.now) { _ in [given] }
    #expect(try await rangs(martine, 0) == [2])
    #expect(try await test.register.verify().isIntact)
  }
}
