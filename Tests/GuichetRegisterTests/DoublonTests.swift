import Foundation
import GRDB
import Guichet
import GuichetRegister
import Testing

@Suite("Demandes of one family, in the register")
struct DoublonTests {
  private static func fuseau() throws -> Fuseau {
    try Fuseau(tzif: [UInt8](Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Paris"))), nom: "Europe/Paris")
  }

  private static func recherche(_ linf: [String]? = nil) throws -> RechercheDeDoublons {
    RechercheDeDoublons(linf: linf, regle: RegleDoublons(fenetre: 90), fuseau: try fuseau())
  }

  /// Of the same phone all; of Lille, or waiting for a person.
  private static func filled(_ count: Int) async throws -> (TestRegister, [Numero]) {
    let test = try TestRegister()
    _ = try await test.register.record(Receptions.many(count), routedBy: 0)
    return (test, (1...count).compactMap { Numero(annee: 2026, rang: $0) })
  }

  private static func found(
    _ test: TestRegister, _ numero: Numero, _ linf: [String]? = nil
  ) async throws -> [Int] {
    let demande = try #require(try await test.register.demande(numero))
    return try await test.register.doublons(de: demande, try recherche(linf)).map(\.demande.numero.rang)
  }

  private static func marked(
    _ test: TestRegister, _ numeros: [Numero], _ linf: [String]? = nil
  ) async throws -> [Int] {
    try await test.register.avecDoublon(try await test.register.rows(numeros), try recherche(linf)).map(\.rang).sorted()
  }

  @Sendable private static func everywhere(_: String?) -> Bool { true }
  @Sendable private static func atLille(_ linf: String?) -> Bool { linf == "rpe-lille" }

  private static func merge(_ test: TestRegister, _ numero: Numero, into other: Numero) async throws -> String {
    let fuseau = try fuseau()
    let results = try await test.register.fusionner(
      [numero], dans: other, by: 0, now: Receptions.now, isVisible: everywhere
    ) { (demande, other, suite) throws(ActeRefuse) in
      try demande.fusionner(dans: other, motif: nil, suite: suite, fuseau: fuseau, parSuperviseur: true)
    }
    switch try #require(results.first) {
    case .success(let fait): return fait.demande.fusionneeDans?.texte ?? ""
    case .failure(let refusal): return refusal.message
    }
  }

  @Test("are one group from whichever of them it is looked at, and each is marked")
  func group() async throws {
    let (test, numeros) = try await Self.filled(6)
    for numero in numeros {
      let others = (1...6).filter { $0 != numero.rang }
      #expect(try await Self.found(test, numero).sorted() == others)
    }
    #expect(try await Self.marked(test, numeros) == Array(1...6))
    #expect(try await Self.marked(test, [numeros[2]]) == [3])
  }

  @Test("are bounded where hundreds gave one number")
  func bounded() async throws {
    let (test, numeros) = try await Self.filled(120)
    #expect(try await Self.found(test, numeros[60]).count == 20)
    #expect(try await Self.marked(test, numeros).count == 120)
  }

  @Test("are found only where the caller may see them, and by what they say now")
  func seen() async throws {
    let test = try TestRegister()
    _ = try await test.register.record(
      [Receptions.one("1"), Receptions.one("2", linf: "rpe-lomme"), Receptions.one("3", linf: nil)], routedBy: 0)
    let numeros = (1...3).compactMap { Numero(annee: 2026, rang: $0) }
    #expect(try await Self.marked(test, numeros).count == 3)
    for linf in ["rpe-lille", "rpe-lomme"] {
      #expect(try await Self.marked(test, numeros, [linf]) != [1, 2, 3])
    }
    #expect(try await Self.found(test, numeros[0], ["rpe-lille"]).isEmpty)
    #expect(try await Self.found(test, numeros[0], ["rpe-lille", "rpe-lomme"]) == [2])
    #expect(try await Self.marked(test, [numeros[0]], ["rpe-lille"]).isEmpty)

    // A number that was put right finds nobody's any more, though the search still knows it.
    var correction = Correction()
    correction.telephone = .devient(Telephone(e164: "+33639980000", saisi: "06 39 98 00 00"))
    let corrected = Evenement.corrigee(Corrigee(correction: correction))
    _ = try await test.register.act(on: [numeros[0]], by: 0, now: Receptions.now) { _ in [corrected] }
    #expect(try await Self.marked(test, numeros) == [2, 3])
    #expect(try await Self.found(test, numeros[1]) == [3])
    var filter = DemandeFilter()
    filter.recherche = try Recherche("06 39 98 12 34")
    #expect(try await test.register.numeros(filter).count == 3)
    #expect(try await test.register.verify().isIntact)
  }

  @Test("are looked up by the primary key, for all the rows of a message at once")
  func plan() async throws {
    let (test, _) = try await Self.filled(1)
    let queue = try DatabaseQueue(path: test.path)
    func plan(_ sql: String, _ arguments: StatementArguments) async throws -> String {
      try await queue.read { db in
        try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments).map { $0["detail"] as String }
          .joined(separator: "\n")
      }
    }
    let shared = try await plan(ClesPartagees.sql, ["[]", "[]"])
    #expect(
      shared.contains("SEARCH doublon USING PRIMARY KEY (cle>? AND cle<?)") && !shared.contains("SCAN doublon"),
      "\(shared)")
    for (side, order) in [("<", "DESC"), (">", "ASC")] {
      let one = try await plan(ClesPartagees.candidats(side, order), [1, 1, nil, nil, 20])
      #expect(one.contains("SEARCH doublon USING PRIMARY KEY (cle=? AND numero\(side)?)"), "\(one)")
      #expect(one.contains("SEARCH demande USING INTEGER PRIMARY KEY") && !one.contains("TEMP B-TREE"), "\(one)")
    }
    let absorbed = try await plan("SELECT numero FROM demande WHERE fusionneeDans = ? ORDER BY numero", [1])
    #expect(absorbed.contains("demande_fusion"), "\(absorbed)")
  }

  @Test("are merged in chains, never in rings, and each is taken out again by itself")
  func chain() async throws {
    let (test, numeros) = try await Self.filled(3)
    let (a, b, c) = (numeros[0], numeros[1], numeros[2])
    #expect(try await Self.merge(test, a, into: b) == b.texte)
    #expect(try await Self.merge(test, b, into: a).contains("est fusionnée dans celle-ci"))
    #expect(try await Self.merge(test, b, into: c) == c.texte)
    #expect(
      try await Self.merge(test, c, into: a).contains("La demande 2026-000001 est fusionnée dans celle-ci"))
    #expect(try await test.register.absorbees(par: b).map(\.numero) == [a])
    #expect(try await test.register.absorbees(par: c).map(\.numero) == [b])
    #expect(try await Self.marked(test, numeros).isEmpty, "what was merged is nobody's doublon")
    #expect(try await test.register.verify().isIntact)

    let routeur = Routeur(referentiel: nil)
    let jours = JoursDeRoutage(decision: Receptions.jour, depot: Receptions.jour)
    func undo(_ numero: Numero) async throws -> Bool {
      let results = try await test.register.act(on: [numero], by: 0, now: Receptions.now) {
        (demande) throws(ActeRefuse) in try demande.defusionner(routeur, jours, version: 0)
      }
      if case .success = results.first { return true }
      return false
    }
    // The one that A went into was absorbed and is closed: A comes out all the same, and alone.
    #expect(try await undo(a))
    #expect(try await !undo(a))
    #expect(try await test.register.rows(numeros).map(\.etat) == [.aContacter, .close, .aContacter])
    #expect(try await Self.marked(test, numeros) == [1, 3])
    #expect(try await undo(b))
    #expect(try await test.register.rows(numeros).map(\.fusionneeDans) == [nil, nil, nil])
    #expect(try await test.register.verify().isIntact)
  }

  @Test("are not merged by who may not see both, whichever is hidden")
  func hidden() async throws {
    let test = try TestRegister()
    _ = try await test.register.record([Receptions.one("1"), Receptions.one("2", linf: "rpe-lomme")], routedBy: 0)
    let numeros = (1...2).compactMap { Numero(annee: 2026, rang: $0) }
    for (one, other) in [(0, 1), (1, 0)] {
      let results = try await test.register.fusionner(
        [numeros[one]], dans: numeros[other], by: 0, now: Receptions.now, isVisible: Self.atLille
      ) { (_, _, _) throws(ActeRefuse) in [.silence] }
      guard case .failure(.introuvable) = try #require(results.first) else {
        Issue.record("merged")
        continue
      }
    }
  }
}
