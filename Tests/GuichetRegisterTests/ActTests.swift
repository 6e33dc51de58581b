import Foundation
import GRDB
import Guichet
import GuichetRegister
import GuichetTestSupport
import Testing

@Suite("Acts on demandes, in the register")
struct ActTests {
  static func attribuee(_ linf: String) -> Evenement {
    .attribuee(Attribuee(linf: linf, motif: "Fratrie", version: 0))
  }

  @Test("are recorded with their projection in one transaction, each decided of what the demande is then")
  func recorded() async throws {
    let test = try TestRegister()
    _ = try await test.register.record([Receptions.one("1"), Receptions.one("2", linf: nil)], routedBy: 0)
    let numeros = (1...3).compactMap { Numero(annee: 2026, rang: $0) }
    let later = Receptions.now.advanced(bySeconds: 60)
    let results = try await test.register.act(on: numeros, by: 0, now: later) { demande in
      demande.linf == "rpe-lomme" ? [] : [Self.attribuee("rpe-lomme")]
    }
    #expect(try results[0].get().demande.departs == ["rpe-lille": later])
    #expect(try results[1].get().evenements.count == 1)
    guard case .failure(let refusal) = results[2] else {
      Issue.record("a demande that does not exist was acted on")
      return
    }
    #expect(refusal.code == .introuvable)
    let rows = try await test.register.rows(numeros)
    #expect(rows.map(\.linf) == ["rpe-lomme", "rpe-lomme"] && rows.allSatisfy(\.estVerrouillee))
    #expect(rows.map(\.depuis) == [later, later])
    #expect(test.register.head.parEtat == [.aContacter: 2, .aOrienter: 0])
    let again = try await test.register.act(on: numeros, by: 0, now: later) { demande in
      demande.linf == "rpe-lomme" ? [] : [Self.attribuee("rpe-lomme")]
    }
    #expect(try again[0].get().evenements.isEmpty && test.register.head.seq == 6)
    #expect(try await test.register.verify().isIntact)
  }

  @Test("are refused together when another référentiel has come into force, and one by one where a rule says so")
  func refused() async throws {
    let test = try TestRegister()
    _ = try await test.register.record(Receptions.many(2), routedBy: 0)
    let numeros = (1...2).compactMap { Numero(annee: 2026, rang: $0) }
    await #expect(throws: RegisterError.self) {
      try await test.register.act(on: numeros, by: 0, now: Receptions.now, over: 7) { _ in [Self.attribuee("x")] }
    }
    #expect(test.register.head.seq == 4)
    let results = try await test.register.act(on: numeros, by: 0, now: Receptions.now, over: 0) {
      (demande) throws(ActeRefuse) in
      guard demande.numero.rang == 2 else { throw ActeRefuse(.dejaLa, "Non.") }
      return [Self.attribuee("rpe-lomme")]
    }
    #expect(results.map { (try? $0.get())?.demande.linf } == [nil, "rpe-lomme"])
  }

  @Test("show each LINF what left it of late, newest first, and not what came back")
  func departs() async throws {
    let test = try TestRegister()
    _ = try await test.register.record(Receptions.many(3), routedBy: 0)
    let numeros = (1...3).compactMap { Numero(annee: 2026, rang: $0) }
    for (minute, numero) in numeros.enumerated() {
      let now = Receptions.now.advanced(bySeconds: Int64(minute) * 60)
      _ = try await test.register.act(on: [numero], by: 0, now: now) { _ in [Self.attribuee("rpe-lomme")] }
    }
    let back = Receptions.now.advanced(bySeconds: 600)
    _ = try await test.register.act(on: [numeros[1]], by: 0, now: back) { _ in [Self.attribuee("rpe-lille")] }
    let departs = try await test.register.departs(of: ["rpe-lille"], since: Receptions.now)
    #expect(departs.map(\.numero) == [numeros[2], numeros[0]] && departs.allSatisfy { $0.linf == "rpe-lomme" })
    let late = Receptions.now.advanced(bySeconds: 61)
    #expect(try await test.register.departs(of: ["rpe-lille"], since: late).map(\.numero) == [numeros[2]])
    #expect(try await test.register.departs(of: ["rpe-lomme"], since: late).map(\.numero) == [numeros[1]])
    #expect(try await test.register.verify().isIntact)
  }

  @Test("let a corrected form be found by what it says now and by what it said")
  func keys() async throws {
    let test = try TestRegister()
    _ = try await test.register.record(Receptions.many(1), routedBy: 0)
    let numero = try #require(Numero(annee: 2026, rang: 1))
    var correction = Correction()
    correction.telephone = .devient(Telephone(e164: "+33639980000", saisi: "06 39 98 00 00"))
    let corrected = Evenement.corrigee(Corrigee(correction: correction))
    _ = try await test.register.act(on: [numero], by: 0, now: Receptions.now) { _ in [corrected] }
    let queue = try DatabaseQueue(path: test.path)
    #expect(try await queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM doublon") } == 2)
    #expect(
      try await test.register.demande(numero)?.formulaire.demandeur.telephone?.saisi == "06 39 98 00 00")
    #expect(try await test.register.verify().isIntact)
  }

  @Test("bring the commune of a corrected place up to date, with what is proposed, for filters and re-routing")
  func proposed() async throws {
    let test = try TestRegister()
    _ = try await test.register.record(Receptions.many(1), routedBy: 0)
    let numero = try #require(Numero(annee: 2026, rang: 1))
    var correction = Correction()
    correction.adresse = .devient(Adresse(codePostal: "59160", commune: "Capinghem"))
    let decision = Decision(
      issue: .linf("rpe-lomme", regle: .commune), codeInsee: "59128", lieu: .adresse, jour: Receptions.jour, etapes: [])
    let corrected = Evenement.corrigee(
      Corrigee(correction: correction, propose: Routee(decision: decision, version: 0, cause: .correction)))
    _ = try await test.register.act(on: [numero], by: 0, now: Receptions.now) { _ in [corrected] }
    let row = try #require(try await test.register.rows([numero]).first)
    #expect(row.codeInsee == "59128" && row.linf == "rpe-lille" && row.marques == [.routagePropose])
    #expect(try await test.register.routable(inCommunes: ["59128"]) == [numero])
    #expect(try await test.register.routable(inCommunes: ["59350"]).isEmpty)
    #expect(try await test.register.demande(numero)?.proposition?.decision == decision)
    #expect(try await test.register.verify().isIntact)
  }

  @Test("find what the rules may move: what waits or was not contacted, by commune, but nothing that a person locked")
  func routable() async throws {
    let test = try TestRegister()
    _ = try await test.register.record(Receptions.many(3) + [Receptions.one("W", linf: nil)], routedBy: 0)
    let numeros = (1...4).compactMap { Numero(annee: 2026, rang: $0) }
    _ = try await test.register.act(on: [numeros[1]], by: 0, now: Receptions.now) { _ in [Self.attribuee("rpe-lomme")] }
    let free = [numeros[0], numeros[2], numeros[3]]
    #expect(try await test.register.routable() == free)
    #expect(try await test.register.routable(inCommunes: ["59350"]) == free)
    #expect(try await test.register.routable(inCommunes: ["59128"]) == [numeros[3]])
    let day = Receptions.jour
    _ = try await test.register.act(on: [numeros[1]], by: 0, now: Receptions.now) {
      (demande) throws(ActeRefuse) in try demande.prevoirTransfert(le: day, vers: "rpe-zone")
    }
    #expect(try await test.register.transfers(upTo: day.advanced(byDays: -1)).isEmpty)
    #expect(try await test.register.transfers(upTo: day) == [numeros[1]])
    #expect(try await test.register.open(inCommune: ["59350"]) == numeros)
  }
}
