import Guichet
import GuichetControl
import GuichetDaemon
import GuichetRegister
import GuichetTestSupport
import Testing

@Suite("A subscription, in process", .timeLimit(.minutes(1)))
struct SubscriptionTests {
  private static let horloge = "2026-11-23T09:00:00+01:00"
  private let office: TestOffice
  private let changes = OfficeChanges()

  init() async throws {
    office = try TestOffice(Self.horloge)
    changes.follow(office.office)
    try await office.load(Samples.referentiel)
  }

  private func subscribe(
    _ parameters: Subscribe.Parameters = .init(), sight: Sight = .all, heartbeat: Duration = .seconds(3600)
  ) async throws -> Subscription {
    try await Subscription(
      parameters, office: office.office, changes: changes, sight: sight, heartbeat: heartbeat)
  }

  private func record(_ count: Int, _ codePostal: String = "59160", _ commune: String = "Lomme") async throws {
    try await office.record(office.read(count, codePostal, commune))
  }

  @Test("begins at once with the état and the cursor from which changes follow")
  func first() async throws {
    var subscription = try await subscribe()
    let reply = subscription.first()
    #expect(reply.sequence == 1 && reply.faits.isEmpty && reply.etat?.referentiel.version == 1)
    var resumed = try await subscribe(.init(afterSequence: 0))
    #expect(resumed.first().sequence == 0)
    #expect(try await subscription.look() == nil)
  }

  @Test("gives what is past and what comes, at most 200 facts a message, each once and in order")
  func all() async throws {
    try await record(250)
    var subscription = try await subscribe(.init(afterSequence: 0))
    var sizes: [Int] = []
    var seqs: [Int] = []
    while let reply = try await subscription.look() {
      sizes.append(reply.faits.count)
      seqs += reply.faits.map(\.seq)
      #expect(reply.sequence == seqs.last && reply.etat == nil)
    }
    #expect(sizes == [200, 200, 101] && seqs == Array(1...501))
    async let writing: Void = record(1, "59000", "Lille")
    let reply = try #require(try await subscription.next())
    try await writing
    #expect(reply.faits.map(\.seq) == [502, 503] && reply.sequence == 503)
    #expect(reply.faits.map(\.linf) == ["rpe-lille", "rpe-lille"] && reply.faits[1].nature == "routee")
  }

  @Test("shows the facts of a LINF that is closed to who stands in for it while that lasts, and says so")
  func suppleance() async throws {
    var files = Samples.referentiel
    files["fermetures.csv"] = "linf;du;au;motif;suppleant\nrpe-lille;2026-11-24;2026-11-24;congés;rpe-lomme\n"
    try await office.load(files)
    var subscription = try await subscribe(sight: .linf(["rpe-lomme"]))
    #expect(subscription.first().suppleances == [])
    try await record(1, "59000", "Lille")
    #expect(try await subscription.look() == nil)
    office.clock.advance(to: try #require(Instant(rfc3339: "2026-11-24T00:00:00+01:00")))
    let begun = try #require(try await subscription.look())
    #expect(begun.suppleances == [Wire.Suppleance(linf: "rpe-lille", jusqua: "2026-11-24")] && begun.faits.isEmpty)
    try await record(1, "59000", "LILLE")
    let seen = try #require(try await subscription.look())
    #expect(seen.faits.map(\.linf) == ["rpe-lille", "rpe-lille"] && seen.suppleances == nil)
    var named = try await subscribe(.init(afterSequence: seen.sequence, linf: "rpe-lille"), sight: .linf(["rpe-lomme"]))
    office.clock.advance(to: try #require(Instant(rfc3339: "2026-11-25T00:00:00+01:00")))
    #expect(try await subscription.look()?.suppleances == [])
    try await record(1, "59000", "lille")
    #expect(try await office.linf(3) == "rpe-lille")
    #expect(try await subscription.look() == nil)
    #expect(try await named.look()?.faits == [])
    await #expect(throws: ControlError.self) {
      _ = try await subscribe(.init(linf: "rpe-lille"), sight: .linf(["rpe-lomme"]))
    }
  }

  @Test("wakes for a change that came between the look and the wait")
  func lostWakeUp() async throws {
    let count = changes.count
    changes.announce()
    await changes.wait(past: count, until: .now.advanced(by: .seconds(3600)))
    #expect(changes.count == count + 1)
  }

  @Test("misses nothing of what is written while it looks")
  func underLoad() async throws {
    var subscription = try await subscribe()
    async let writing: Void = {
      for round in 0..<60 { try await office.record(office.read(1, "59160", "Lomme \(round)")) }
    }()
    var seqs: [Int] = []
    while seqs.count < 120, let reply = try await subscription.next() { seqs += reply.faits.map(\.seq) }
    try await writing
    #expect(seqs == Array(2...121))
  }

  @Test("says something when nothing happens, with the état where that was asked for", arguments: [true, false])
  func heartbeat(etat: Bool) async throws {
    var subscription = try await subscribe(.init(etat: etat), heartbeat: .milliseconds(5))
    let reply = try #require(try await subscription.next())
    #expect(reply.faits.isEmpty && reply.sequence == 1 && (reply.etat != nil) == etat)
  }

  @Test("gives a conseiller the facts of its demandes, and no message for anybody else's")
  func sight() async throws {
    var subscription = try await subscribe(.init(afterSequence: 0, etat: true), sight: .linf(["rpe-lomme"]))
    try await record(3, "59000", "Lille")
    office.office.intake.update { $0.waiting = 7 }
    #expect(try await subscription.look() == nil)
    try await record(1)
    try await record(1, "59700", "Marcq-en-Barœul")
    let reply = try #require(try await subscription.next())
    #expect(reply.faits.map(\.nature) == ["recue", "routee"] && Set(reply.faits.map(\.linf)) == ["rpe-lomme"])
    #expect(try await subscription.look() == nil)
    // Nobody's: it goes to those who see all.
    var files = Samples.referentiel
    files["linf.csv"]? += "rpe-marcq;Relais de Marcq;rpe;;03 53 01 10 03;;;;\n"
    try await office.load(files)
    #expect(try await subscription.look() == nil)
    var everything = try await subscribe(.init(afterSequence: 11))
    let natures = try await everything.look()?.faits.map(\.nature)
    #expect(natures == ["referentielCharge"])
  }

  @Test("follows a demande that came, and is told that one left, by which its own come to an end")
  func moved() async throws {
    try await record(1, "59000", "Lille")
    let numero = try #require(Numero(annee: 2026, rang: 1))
    var lomme = try await subscribe(sight: .linf(["rpe-lomme"]))
    var lille = try await subscribe(sight: .linf(["rpe-lille"]))
    _ = try await office.register.act(on: [numero], by: Fait.regles, now: office.clock.now()) { _ in
      [.attribuee(Attribuee(linf: "rpe-lomme", motif: "Fratrie", version: 1))]
    }
    #expect(try await lomme.look()?.faits.map(\.nature) == ["attribuee"])
    #expect(try await lille.look()?.faits.map(\.resume) == ["N’est plus chez votre lieu d’information."])
    office.clock.advance(to: try instant("2026-11-23T10:00:00+01:00"))
    _ = try await office.register.act(on: [numero], by: Fait.regles, now: office.clock.now()) { demande in
      [.prise(PriseEnMain(jusqua: demande.recueLe.advanced(bySeconds: 7200)))]
    }
    #expect(try await lomme.look()?.faits.map(\.nature) == ["prise"])
    #expect(try await lille.look() == nil)
  }

  @Test("lets through what is asked for: a demande, a LINF, natures")
  func filters() async throws {
    try await record(2)
    try await record(2, "59000", "Lille")
    func seqs(_ parameters: Subscribe.Parameters) async throws -> [Int] {
      var subscription = try await subscribe(parameters)
      let reply = try #require(try await subscription.look())
      #expect(try await subscription.look() == nil)
      return reply.faits.map(\.seq)
    }
    #expect(try await seqs(.init(afterSequence: 0, numero: "2")) == [4, 5])
    #expect(try await seqs(.init(afterSequence: 0, linf: "rpe-lille")) == [6, 7, 8, 9])
    #expect(try await seqs(.init(afterSequence: 0, natures: ["recue"])) == [2, 4, 6, 8])
    #expect(try await seqs(.init(afterSequence: 4, linf: "rpe-lille", natures: ["routee"])) == [7, 9])
    #expect(try await seqs(.init(afterSequence: 7, natures: [])) == [8, 9])
  }

  @Test("refuses what does not exist or is not seen, naming what would do")
  func refused() async throws {
    try await record(1)
    func refusal(_ parameters: Subscribe.Parameters, sight: Sight = .all) async -> ControlError? {
      do {
        _ = try await subscribe(parameters, sight: sight)
        return nil
      } catch {
        return error as? ControlError
      }
    }
    #expect(await refusal(.init(afterSequence: 4)) == .curseurInconnu(sequence: 4, tete: 3))
    #expect(await refusal(.init(afterSequence: -1)) == .curseurInconnu(sequence: -1, tete: 3))
    #expect(await refusal(.init(numero: "9")) == .demandeIntrouvable(numero: "2026-000009"))
    let lille = Sight.linf(["rpe-lille"])
    #expect(await refusal(.init(numero: "1"), sight: lille) == .demandeIntrouvable(numero: "2026-000001"))
    guard case .parametreInvalide("natures[1]", let natures) = await refusal(.init(natures: ["recue", "vue"])) else {
      Issue.record("an unknown nature is taken")
      return
    }
    #expect(natures.contains("« vue »") && natures.contains("routee, attribuee"))
    guard case .sansObjet("linf", let linf) = await refusal(.init(linf: "rpe-lile")) else {
      Issue.record("an unknown LINF is taken")
      return
    }
    #expect(linf.contains("peut-être vouliez-vous dire « rpe-lille »"))
    // Whether there is another than one's own is not told.
    for other in ["rpe-lomme", "rpe-perdu"] {
      guard case .parametreInvalide("linf", let own) = await refusal(.init(linf: other), sight: lille) else {
        Issue.record("\(other) is taken")
        continue
      }
      #expect(own == "« \(other) » n’est pas un lieu d’information que vous pouvez suivre : donnez rpe-lille.")
    }
  }

  @Test("with the état tells when the intake stops and goes on; a conseiller too", arguments: [true, false])
  func paused(seesAll: Bool) async throws {
    let sight: Sight = seesAll ? .all : .linf(["rpe-lomme"])
    var subscription = try await subscribe(.init(etat: true), sight: sight)
    var deaf = try await subscribe(sight: sight)
    let intake = office.office.intake
    async let pausing: Void = intake.update { $0.pause = "Le disque est plein." }
    let reply = try #require(try await subscription.next())
    await pausing
    #expect(reply.faits.isEmpty && reply.etat?.intake.raison == "Le disque est plein.")
    #expect(try await deaf.look() == nil)
    intake.update { $0.pause = nil }
    #expect(try await subscription.next()?.etat?.intake.enPause == false)
  }

  @Test("with the état tells the référentiel that has come in force, which is after its fact")
  func referentiel() async throws {
    var subscription = try await subscribe(.init(etat: true))
    var files = Samples.referentiel
    files["linf.csv"]? += "rpe-marcq;Relais de Marcq;rpe;;03 53 01 10 03;;;;\n"
    async let loading: Void = office.load(files)
    while let reply = try await subscription.next(), reply.etat?.referentiel.version != 2 {}
    try await loading
    #expect(subscription.first().etat?.referentiel.linf == 3)
  }

  @Test("ends when the office closes, and when its task is cancelled")
  func ends() async throws {
    var subscription = try await subscribe()
    let cancelled = Task {
      var other = try await subscribe()
      return try await other.next()?.sequence
    }
    cancelled.cancel()
    await #expect(throws: CancellationError.self) { try await cancelled.value }
    async let closing: Void = changes.close()
    #expect(try await subscription.next() == nil)
    await closing
    #expect(subscription.last().sequence == 1)
  }

  @Test("counts what came in today and in the last hour, over a restart too")
  func recues() async throws {
    try await record(3)
    office.clock.advance(to: try instant("2026-11-23T10:30:00+01:00"))
    try await record(2, "59000", "Lille")
    var subscription = try await subscribe()
    let recues = subscription.first().etat?.recues
    #expect(recues == Wire.EtatRecues(aujourdhui: 5, heure: 2, derniere: "2026-11-23T10:30:00+01:00"))
    office.clock.advance(to: try instant("2026-11-24T00:00:00+01:00"))
    #expect(subscription.first().etat?.recues?.aujourdhui == 0)
    try office.register.close()
    let restarted = try TestOffice("2026-11-23T10:31:00+01:00", root: office.root)
    var again = try await Subscription(
      .init(), office: restarted.office, changes: changes, sight: .all, heartbeat: .seconds(3600))
    #expect(again.first().etat?.recues == recues)
  }
}
