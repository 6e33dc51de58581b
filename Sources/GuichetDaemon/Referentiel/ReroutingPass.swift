import Guichet
import GuichetRegister
import Logging
import ServiceLifecycle

/// One pass over the demandes that a version or a day may have moved.
///
/// They are read and decided beside the register's writer, which is needed only for those that really move: intake goes
/// on meanwhile. Each of those is decided again inside its transaction, of what it is then.
struct ReroutingPass: Sendable {
  let office: Office
  let version: RoutingDesk.Version

  /// Demandes that are read at a time, and that are moved in one transaction.
  private static let lot = 256
  private static let movedAtOnce = 64

  /// - Returns: how many demandes went elsewhere, or wait for another reason.
  /// - Throws: `.referentielDepasse` when another version has come into force meanwhile.
  @concurrent
  func run() async throws(RegisterError) -> Int {
    guard let referentiel = version.routeur.referentiel else { return 0 }
    let register = office.register
    let today = office.today(office.clock.now())
    let isDue = Self.isDue(register.head.reroutage, version.number, today)
    let before = isDue ? try await register.beginRerouting() : register.head.reroutage
    var moved = 0
    if isDue {
      if before.version != version.number || before.jour == nil {
        moved += try await reroute(try await concerned(by: referentiel), .referentiel)
      } else {
        moved += try await reroute(try await concerned(before, today, referentiel), .jour)
      }
    }
    moved += try await reroute(try await register.transfers(upTo: today), .transfert)
    if !isDue || Task.isShuttingDownGracefully { return moved }
    let changes = try await ChangeReport(office: office, version: version.number, routeur: version.routeur).changes(
      after: before.jour, upTo: today)
    try await register.endRerouting(version: version.number, jour: today, telling: changes, now: office.clock.now())
    for change in changes {
      office.logger.notice(
        "rattachements changés",
        metadata: ["jour": "\(change.jour.iso)", "deplacees": "\(change.deplacees.count)"])
    }
    return moved
  }

  private static func isDue(_ done: Reroutage, _ version: Int, _ today: DateCivile) -> Bool {
    // What was routed by an older day, and also what a clock that ran ahead has moved too early.
    done.version != version || done.jour != today || done.jourAncien.map { $0 < today } ?? false
  }

  // MARK: Which ones

  /// Those that another version may move: what waits or has not been contacted, and all whose LINF is no more.
  private func concerned(by referentiel: Referentiel) async throws(RegisterError) -> [Numero] {
    let gone = try await office.register.openCounts().keys.filter { referentiel.linf($0) == nil }
    let routable = try await office.register.routable()
    guard !gone.isEmpty else { return routable }
    return Set(routable).union(try await office.register.open(at: gone)).sorted()
  }

  /// Those that the days between may move; also back, where the clock had run ahead of the day that it is.
  private func concerned(
    _ done: Reroutage, _ today: DateCivile, _ referentiel: Referentiel
  ) async throws(RegisterError) -> [Numero] {
    let days = [done.jour, done.jourAncien, today].compactMap(\.self)
    guard let first = days.min(), let last = days.max() else { return [] }
    let changed = Set(
      referentiel.communesChangeant(apres: first, jusquau: last).flatMap(referentiel.codes(ofCommune:)))
    return changed.isEmpty ? [] : try await office.register.routable(inCommunes: changed)
  }

  // MARK: What becomes of them

  private func reroute(_ numeros: [Numero], _ cause: CauseRoutage) async throws(RegisterError) -> Int {
    var rest = numeros[...]
    var moving: [Numero] = []
    var moved = Moved()
    // A stop may come in the middle: the next start goes on.
    while !rest.isEmpty, !Task.isShuttingDownGracefully {
      let lot = Array(rest.prefix(Self.lot))
      rest = rest.dropFirst(lot.count)
      moving += try await movers(among: lot, cause)
      while moving.count >= Self.movedAtOnce || rest.isEmpty && !moving.isEmpty {
        let batch = Array(moving.prefix(Self.movedAtOnce))
        moving.removeFirst(batch.count)
        try await move(batch, cause, &moved)
      }
    }
    tell(moved, cause)
    return moved.count
  }

  /// Those that would move if they are still what they are read to be.
  private func movers(among lot: [Numero], _ cause: CauseRoutage) async throws(RegisterError) -> [Numero] {
    let now = office.clock.now()
    let demandes = try await office.register.demandes(lot)
    if demandes.count < lot.count {
      for numero in Set(lot).subtracting(demandes.map(\.numero)).sorted() {
        office.logger.error(
          "demande non routée de nouveau",
          metadata: ["numero": "\(numero.texte)", "cause": "ses faits sont illisibles"])
      }
    }
    return demandes.filter { !evenements($0, now, cause).isEmpty }.map(\.numero)
  }

  private func move(
    _ batch: [Numero], _ cause: CauseRoutage, _ moved: inout Moved
  ) async throws(RegisterError) {
    let now = office.clock.now()
    let results = try await office.register.act(on: batch, by: Fait.regles, now: now, over: version.number) { demande in
      evenements(demande, now, cause)
    }
    for (numero, result) in zip(batch, results) {
      switch result {
      case .success(let fait):
        // One whose transfer is dropped stays where it is.
        if fait.evenements.contains(where: { $0.nature == .routee }) { moved.append(numero) }
        if fait.evenements.contains(where: { $0.nature == .transfertAbandonne }) {
          office.logger.notice(
            "transfert abandonné", metadata: ["numero": "\(numero.texte)", "version": "\(version.number)"])
        }
      case .failure(let refusal):
        office.logger.error(
          "demande non routée de nouveau", metadata: ["numero": "\(numero.texte)", "cause": "\(refusal.message)"])
      }
    }
  }

  private func evenements(_ demande: Demande, _ now: Instant, _ cause: CauseRoutage) -> [Evenement] {
    let jours = office.jours(depose: demande.deposeeLe, le: office.today(now))
    if cause == .transfert {
      return demande.transfert(version.routeur, jours, version: version.number).map { [$0] } ?? []
    }
    return demande.reroutage(version.routeur, jours, version: version.number, cause: cause).map { [.routee($0)] } ?? []
  }

  // MARK: What is told

  /// How many moved, and the first of them.
  private struct Moved {
    private(set) var count = 0
    private(set) var first: [Numero] = []

    mutating func append(_ numero: Numero) {
      count += 1
      if first.count < 50 { first.append(numero) }
    }
  }

  private func tell(_ moved: Moved, _ cause: CauseRoutage) {
    guard moved.count > 0 else { return }
    let shown = moved.first.map(\.texte).joined(separator: ", ")
    office.logger.notice(
      "demandes routées de nouveau",
      metadata: [
        "nombre": "\(moved.count)", "version": "\(version.number)", "cause": "\(cause.rawValue)",
        "numeros": "\(shown)\(moved.count > moved.first.count ? ", …" : "")",
      ])
  }
}
