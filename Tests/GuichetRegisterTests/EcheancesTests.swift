import Foundation
import GRDB
import Guichet
import GuichetRegister
import GuichetTestSupport
import Testing

@Suite("Échéances, in the register")
struct EcheancesTests {
  /// Clocks of a Caf in Paris that is open in office hours, of every LINF too.
  private static func horloges(_ days: Int = 2, version: Int = 0, empreinte: String = "") throws -> Horloges {
    let zone = try Fuseau(
      tzif: [UInt8](Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Paris"))), nom: "Europe/Paris")
    return Horloges(
      referentiel: nil, version: version,
      heures: HeuresDeLaCaf(fuseau: zone, zone: .metropole, horaires: .bureau),
      delais: DelaisDEtape(
        premierContact: .joursOuverts(days), plafond: .joursOuverts(5), urgence: .heuresOuvertes(4),
        orientation: .joursOuverts(1)), delaisDeLinf: [:], empreinte: "\(days) \(empreinte)")
  }

  private static func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

  private static func natures(_ register: Register, _ numero: Numero) async throws -> [String] {
    try await register.faits(of: numero).map { fait in
      guard case .escalade(let escalade) = fait.evenement else { return fait.nature.rawValue }
      return escalade.niveau.rawValue + (escalade.estOmise ? " (omise)" : "")
    }
  }

  @Test("stand in the row from the transaction that received it on, and in the order of the list")
  func kept() async throws {
    let test = try TestRegister()
    test.register.install(try Self.horloges())
    _ = try await test.register.record(
      [
        Receptions.one("1"), Receptions.one("2", linf: nil), Receptions.one("3", urgente: true),
      ], routedBy: 0)
    try await test.register.endRecalcul(try Self.horloges().empreinte)
    let numeros = (1...3).compactMap { Numero(annee: 2026, rang: $0) }
    let due = try await test.register.rows(numeros).map(\.echeance)
    #expect(
      due == [
        try Self.instant("2026-11-25T17:00:00+01:00"), try Self.instant("2026-11-24T17:00:00+01:00"),
        try Self.instant("2026-11-23T14:30:00+01:00"),
      ])
    #expect(try await test.register.numeros(DemandeFilter()) == [numeros[2], numeros[1], numeros[0]])
    var late = DemandeFilter()
    late.enRetard = (true, at: try Self.instant("2026-11-24T18:00:00+01:00"))
    #expect(try await test.register.numeros(late) == [numeros[2], numeros[1]])
    #expect(test.register.head.prochaineTache == (try Self.instant("2026-11-23T13:30:00+01:00")))
    #expect(try await test.register.verify().isIntact)
  }

  @Test("that are past are counted as the list shows them, over all LINF and none")
  func late() async throws {
    let test = try TestRegister()
    test.register.install(try Self.horloges())
    #expect(
      try await test.register.retards(at: Self.instant("2026-12-31T00:00:00+01:00"))
        == Retards(enRetard: 0, aRenseigner: 0))
    _ = try await test.register.record(
      (1...60).map { number in
        Receptions.one(
          "\(number)", linf: number.isMultiple(of: 7) ? nil : "rpe-\(number % 13)", urgente: number.isMultiple(of: 5))
      }, routedBy: 0)
    try await test.register.endRecalcul(try Self.horloges().empreinte)
    var counts: Set<Int> = []
    for moment in [
      "2026-11-23T10:00:00+01:00", "2026-11-23T15:00:00+01:00", "2026-11-24T18:00:00+01:00",
      "2026-11-30T18:00:00+01:00",
    ] {
      let now = try Self.instant(moment)
      var late = DemandeFilter()
      late.enRetard = (true, at: now)
      let count = try await test.register.numeros(late).count
      #expect(try await test.register.retards(at: now).enRetard == count, "\(moment)")
      counts.insert(count)
    }
    #expect(counts.count == 4 && counts.contains(60))
    let numero = try #require(Numero(annee: 2026, rang: 1))
    let end = try Self.instant("2026-11-30T18:00:00+01:00")
    _ = try await test.register.act(on: [numero], by: 0, now: Receptions.now) { (demande) throws(ActeRefuse) in
      try demande.clore(.sansSuite, note: nil, injoignable: .oui)
    }
    #expect(try await test.register.retards(at: end).enRetard == 59)
  }

  @Test("are counted by way of indexes alone", arguments: [Retards.enRetardSQL, Retards.aRenseignerSQL])
  func indexed(sql: String) async throws {
    let test = try TestRegister()
    let plan = try await DatabaseQueue(path: test.path).read { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: [0]).map { $0["detail"] as String }
    }
    #expect(plan.contains { $0.hasPrefix("SEARCH demande USING COVERING INDEX demande_travail (etat=?") }, "\(plan)")
    #expect(plan.allSatisfy { !$0.hasPrefix("SCAN demande") && !$0.hasPrefix("SCAN rendezVous") }, "\(plan)")
  }

  @Test("of one moment put those first that would like to be called now; who is in another's hand is left to them")
  func whoToCall() async throws {
    let test = try TestRegister()
    test.register.install(try Self.horloges())
    let morning = Rappel(creneaux: [.init(moment: .matin)])
    let evening = Rappel(creneaux: [.init(moment: .soir)])
    _ = try await test.register.record(
      [
        Receptions.one("1"), Receptions.one("2", rappel: evening), Receptions.one("3", rappel: morning),
        Receptions.one("4", linf: nil), Receptions.one("5", urgente: true),
      ], routedBy: 0)
    let zone = try #require(test.register.horloges).heures.fuseau
    let now = Receptions.now
    func order(_ text: String) async throws -> [Int] {
      var filter = DemandeFilter()
      filter.moment = Rappel.moment(try Self.instant(text), in: zone)
      filter.aRappeler = (agent: 7, at: now)
      return try await test.register.numeros(filter).map(\.rang)
    }
    #expect(try await order("2026-11-23T10:00:00+01:00") == [5, 3, 1, 2])
    #expect(try await order("2026-11-23T18:30:00+01:00") == [5, 2, 1, 3])
    let numeros = (1...5).compactMap { Numero(annee: 2026, rang: $0) }
    _ = try await test.register.act(on: [numeros[2]], by: 0, now: now) { (demande) throws(ActeRefuse) in
      try demande.prendre(par: 0, at: now, sciemment: false)
    }
    _ = try await test.register.act(on: [numeros[0]], by: 0, now: now) { (demande) throws(ActeRefuse) in
      try demande.suspendre(motif: "Attente")
    }
    #expect(try await order("2026-11-23T10:00:00+01:00") == [5, 2])
  }

  @Test("T12: alerts are recorded once, with the next one in the same transaction, and none after its event")
  func alerted() async throws {
    let test = try TestRegister()
    test.register.install(try Self.horloges())
    _ = try await test.register.record(Receptions.many(130), routedBy: 0)
    try await test.register.endRecalcul(try Self.horloges().empreinte)
    let numeros = (1...130).compactMap { Numero(annee: 2026, rang: $0) }
    let before = try Self.instant("2026-11-25T11:30:00+01:00")
    #expect(test.register.head.prochaineTache == before)
    #expect(try await test.register.alerter(at: before.advanced(bySeconds: -1)).faits == 0)
    #expect(try await test.register.alerter(at: before).faits == 130)
    #expect(try await test.register.alerter(at: before).faits == 0)
    _ = try await test.register.act(on: [numeros[0]], by: 0, now: before) { (demande) throws(ActeRefuse) in
      try demande.clore(.sansSuite, note: nil, injoignable: .oui)
    }
    let at = try Self.instant("2026-11-26T09:00:00+01:00")
    #expect(try await test.register.alerter(at: at).faits == 129)
    #expect(try await test.register.verify().isIntact)
    // A night, and then a daemon that was away for a week: what is still true is told once, in open hours.
    #expect(try await test.register.alerter(at: try Self.instant("2026-12-02T22:00:00+01:00")).faits == 0)
    let morning = try Self.instant("2026-12-03T09:00:00+01:00")
    #expect(test.register.head.prochaineTache == morning)
    #expect(try await test.register.alerter(at: morning).faits == 129)
    #expect(test.register.head.prochaineTache == nil)
    #expect(try await Self.natures(test.register, numeros[0]) == ["recue", "routee", "avant", "cloture"])
    #expect(try await Self.natures(test.register, numeros[1]) == ["recue", "routee", "avant", "echeance", "apres"])
    #expect(try await test.register.verify().isIntact)
  }

  @Test("T18: other clocks leave alone what a person set, and change the rest without a fact")
  func recomputed() async throws {
    let test = try TestRegister()
    test.register.install(try Self.horloges())
    _ = try await test.register.record(Receptions.many(3), routedBy: 0)
    let numeros = (1...3).compactMap { Numero(annee: 2026, rang: $0) }
    let le = try Self.instant("2026-12-02T12:00:00+01:00")
    _ = try await test.register.act(on: [numeros[1]], by: 0, now: Receptions.now) { (demande) throws(ActeRefuse) in
      try demande.fixerEcheance(le: le, motif: "Vacances")
    }
    let seq = test.register.head.seq
    let other = try Self.horloges(3)
    test.register.install(other)
    let stale = try await test.register.depassees(parmi: numeros, other)
    #expect(stale == [numeros[0], numeros[2]])
    try await test.register.recalculer(stale)
    try await test.register.endRecalcul(other.empreinte)
    let thursday = try Self.instant("2026-11-26T17:00:00+01:00")
    #expect(try await test.register.rows(numeros).map(\.echeance) == [thursday, le, thursday])
    #expect(test.register.head.seq == seq)
    #expect(try await test.register.depassees(parmi: numeros, other).isEmpty)
    #expect(try await test.register.verify().isIntact)
    // A row that is not what the clocks say is found.
    try await DatabaseQueue(path: test.path).write { db in try db.execute(sql: "UPDATE demande SET echeance = 1") }
    #expect(try await !test.register.verify().isIntact)
  }

  @Test("are what the clocks say after any act, whatever came before it")
  func anyAct() async throws {
    let test = try TestRegister()
    let horloges = try Self.horloges()
    test.register.install(horloges)
    _ = try await test.register.record(Receptions.many(20), routedBy: 0)
    try await test.register.endRecalcul(horloges.empreinte)
    let numeros = (1...20).compactMap { Numero(annee: 2026, rang: $0) }
    var random = SystemRandomNumberGenerator()
    var now = Receptions.now
    for _ in 0..<60 {
      now = now.advanced(bySeconds: .random(in: 3600...12 * 86_400, using: &random))
      let (moment, agent, kind) = (now, Int64(0), Int.random(in: 0...9, using: &random))
      let resultat = ResultatContact.allCases.randomElement(using: &random) ?? .joint
      let later = moment.advanced(bySeconds: 86_400)
      _ = try await test.register.act(on: numeros.shuffled().suffix(8), by: agent, now: moment) {
        (demande) throws(ActeRefuse) in
        switch kind {
        case 0: try demande.fixerEcheance(le: later, motif: "Essai")
        case 1: try demande.suspendre(motif: "Essai")
        case 2, 3: try demande.reprendre()
        case 4: demande.numero.rang.isMultiple(of: 5) ? try demande.taire() : []
        case 5: demande.numero.rang.isMultiple(of: 7) ? try demande.clore(.sansSuite, note: nil, injoignable: .oui) : []
        case 6:
          try demande.noter(
            Contact(resultat: .joint, themes: [.modes]), survenuLe: moment, par: agent, at: moment,
            fuseau: horloges.heures.fuseau)
        default:
          try demande.noter(
            Contact(resultat: resultat, aRappelerLe: resultat == .aRappeler ? later : nil), survenuLe: moment,
            par: agent,
            at: moment, fuseau: horloges.heures.fuseau)
        }
      }
      _ = try await test.register.alerter(at: moment)
      #expect(try await test.register.depassees(parmi: numeros, horloges).isEmpty)
    }
    #expect(try await test.register.verify().isIntact)
    // No open demande is without a next step, but one that is paused, or that asked to be left alone.
    let demandes = try await test.register.demandes(numeros)
    for demande in demandes where demande.etat != .close && !demande.estSilencieuse {
      #expect(horloges.etape(of: demande) != nil, "\(demande.numero.texte)")
    }
  }
}
