import Guichet
import GuichetRegister
import Logging
import ServiceLifecycle
import Synchronization

/// Keeps demandes where the référentiel in force and the day say that they belong.
///
/// After another version, and on each day on which a rattachement changes, those that wait or have not been contacted
/// are routed again; a person's decision is left alone, and who is further on stays with who knows the family, unless
/// listed. One run at a time, in a task that ends with nobody's call: who asked may hang up, and the rest is still done.
/// Up to which version and day it was done is kept in the register, so that a daemon that stopped goes on at its next
/// start.
actor Rerouting {
  private let office: Office
  private var running: Task<Result<Int, RegisterError>, Never>?
  private var announced = 0
  /// The day by which a lot was routed that was recorded after midnight.
  private var late: DateCivile?
  private let listener = Mutex<(@Sendable () -> Void)?>(nil)
  private static let lot = 256

  init(_ office: Office) {
    self.office = office
  }

  /// Tells that listener from then on when there is reason to run, or when another version has been followed, whose days
  /// are others.
  nonisolated func onReason(_ listener: @escaping @Sendable () -> Void) {
    self.listener.withLock { $0 = listener }
  }

  /// A lot was routed by a day that has passed: what changed since will be looked at again.
  func noteLateLot(of jour: DateCivile) {
    late = min(late ?? jour, jour)
    listener.withLock { $0 }?()
  }

  /// Routes again all that the version in force and today may have moved.
  ///
  /// - Returns: how many demandes went elsewhere, or wait for another reason.
  func run() async throws(RegisterError) -> Int {
    while let running { _ = await running.value }
    let task = Task { await self.rerouteAll() }
    running = task
    return try await task.value.get()
  }

  private func rerouteAll() async -> Result<Int, RegisterError> {
    // Cleared by the run itself: who waits for its end finds it gone.
    defer { running = nil }
    do throws(RegisterError) {
      var moved = 0
      while true {
        let version = office.desk.version
        do throws(RegisterError) {
          moved += try await reroute(by: version)
        } catch .referentielDepasse {
          // A newer version came into force meanwhile; it is the desk's in a moment.
          await Task.yield()
          continue
        }
        if version.number != announced {
          announced = version.number
          listener.withLock { $0 }?()
        }
        return .success(moved)
      }
    } catch {
      return .failure(error)
    }
  }

  private func reroute(by version: RoutingDesk.Version) async throws(RegisterError) -> Int {
    guard let referentiel = version.routeur.referentiel else { return 0 }
    let today = office.today(office.clock.now())
    let done = try await office.register.rerouted()
    let late = late
    self.late = nil
    var isDone = false
    defer { if !isDone { self.late = [late, self.late].compactMap(\.self).min() } }
    var moved = 0
    if done.version != version.number || done.jour == nil {
      moved += try await reroute(try await office.register.routable(), by: version, cause: .referentiel)
    } else if let last = [done.jour, late].compactMap(\.self).min(), last != today {
      // Also back, where the clock had run ahead of the day that it is.
      let changed = Set(
        referentiel.communesChangeant(apres: min(last, today), jusquau: max(last, today))
          .flatMap(referentiel.codes(ofCommune:)))
      if !changed.isEmpty {
        let numeros = try await office.register.routable(inCommunes: changed)
        moved += try await reroute(numeros, by: version, cause: .jour)
      }
    }
    moved += try await reroute(
      try await office.register.transfers(upTo: today), by: version, cause: .transfert)
    if Task.isShuttingDownGracefully { return moved }
    isDone = true
    if done.version != version.number || done.jour != today {
      try await office.register.setRerouted(version: version.number, jour: today)
    }
    return moved
  }

  private func reroute(
    _ numeros: [Numero], by version: RoutingDesk.Version, cause: CauseRoutage
  ) async throws(RegisterError) -> Int {
    var rest = numeros[...]
    var moved: [Numero] = []
    while !rest.isEmpty {
      // A stop may come in the middle: the next start goes on.
      if Task.isShuttingDownGracefully { break }
      let lot = Array(rest.prefix(Self.lot))
      rest = rest.dropFirst(lot.count)
      let now = office.clock.now()
      let results = try await office.register.act(on: lot, by: Fait.regles, now: now, over: version.number) {
        [office] demande in
        let jours = office.jours(depose: demande.deposeeLe, le: office.today(now))
        if cause == .transfert { return [.routee(demande.transfert(version.routeur, jours, version: version.number))] }
        return demande.reroutage(version.routeur, jours, version: version.number, cause: cause).map { [.routee($0)] }
          ?? []
      }
      for (numero, result) in zip(lot, results) {
        switch result {
        case .success(let fait): if !fait.evenements.isEmpty { moved.append(numero) }
        case .failure(let refusal):
          office.logger.error(
            "demande non routée de nouveau", metadata: ["numero": "\(numero.texte)", "cause": "\(refusal.message)"])
        }
      }
    }
    tell(moved, version, cause)
    return moved.count
  }

  private func tell(_ moved: [Numero], _ version: RoutingDesk.Version, _ cause: CauseRoutage) {
    guard !moved.isEmpty else { return }
    let shown = moved.prefix(50).map(\.texte).joined(separator: ", ")
    office.logger.notice(
      "demandes routées de nouveau",
      metadata: [
        "nombre": "\(moved.count)", "version": "\(version.number)", "cause": "\(cause.rawValue)",
        "numeros": "\(shown)\(moved.count > 50 ? ", …" : "")",
      ])
  }
}
