import Guichet
import GuichetRegister
import GuichetSpool
import LinuxSystem
import Logging
import ServiceLifecycle

/// Takes what is dropped: scans `depot/`, reads, judges, records, and only then moves the files away.
///
/// The watch is a hint and the scan the truth: it watches first, then scans; again after each hint, after each pass that
/// took something, and every minute. While one lot is being recorded the next is read and the one before is moved.
struct IntakeService: Service {
  let office: Office
  let gate: IntakeGate
  /// Told when the first scan is done.
  let onReady: @Sendable () -> Void

  func run() async throws {
    let depot = try Directory(office.spool.places.depot)
    let watch = try DirectoryWatch(depot, ignoring: { $0.hasPrefix(".") })
    gate.connect { watch.wake() }
    // However the loop ends, nobody is left waiting for it.
    defer { gate.close() }
    try await withTaskCancellationOrGracefulShutdownHandler {
      var loop = IntakeLoop(office: office, gate: gate, watch: watch)
      try await loop.run(onReady)
    } onCancelOrGracefulShutdown: {
      watch.stop()
    }
  }
}

/// The state of the intake between two passes.
private struct IntakeLoop {
  private let office: Office
  private let gate: IntakeGate
  private let watch: DirectoryWatch
  private var pending: PendingFiles<FileName, Moment>
  private var space: SpaceGuard
  /// Set while the register or the spool fails as a whole: nothing is tried before that moment.
  private var backOff = BackOff()
  /// Files that were set aside and whose fact is not in the register yet.
  private var unrecorded: [Rejection] = []
  private var backlog = Backlog()

  init(office: Office, gate: IntakeGate, watch: DirectoryWatch) {
    self.office = office
    self.gate = gate
    self.watch = watch
    pending = PendingFiles(quietTime: office.configuration.depot.calme)
    space = SpaceGuard(minimum: office.configuration.depot.espaceMin)
  }

  mutating func run(_ onReady: @Sendable () -> Void) async throws {
    var isReady = false
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      gate.beginPass()
      try await recordRejets([])
      let isWorking = canWork()
      let names = try scan()
      if !isReady {
        onReady()
        isReady = true
      }
      let (consumed, left) = isWorking ? try await take(names) : (0, names)
      // A folder that cannot be listed hides what waits, and empties it of nothing.
      if let left {
        look(at: left)
        publish(backlog: left.count)
      }
      try alive()
      if consumed > 0 { continue }
      gate.endPass()
      let deadline = nextLook()
      let hint = try await DedicatedThread.run("depot") { [watch] () throws(SystemError) in
        try watch.wait(until: deadline)
      }
      if hint == .lost { throw IntakeFailure.depotLost }
    }
  }

  /// Tells all who watch that the loop goes on.
  private func alive() throws {
    office.battement.bat()
    try Watchdog.alive()
  }

  /// Whether files may be taken at all now.
  private mutating func canWork() -> Bool {
    let settings = office.configuration.depot
    pending.quietTime = settings.calme
    space.minimum = settings.espaceMin
    if let pause = space.check([office.spool.places.depot, office.configuration.chemins.registre.folder]) {
      set(pause: pause)
      return false
    }
    if let reason = backOff.reason, backOff.isWaiting(at: office.clock.moment()) {
      set(pause: reason)
      return false
    }
    set(pause: nil)
    return true
  }

  private func set(pause: String?) {
    let before = office.intake.snapshot.pause
    guard before != pause else { return }
    office.intake.update { $0.pause = pause }
    if let pause {
      office.logger.error("réception en pause", metadata: ["raison": "\(pause)"])
    } else {
      office.logger.notice("réception reprise")
    }
  }

  /// The names that are to be read now.
  ///
  /// - Returns: nil where the folder cannot be listed for now.
  private mutating func scan() throws -> [FileName]? {
    let now = office.clock.moment()
    do throws(SystemError) {
      let listing = try office.spool.names()
      pending.retain(found: listing.names)
      if let impediment = listing.impediment {
        office.logger.error("fichier non remis au dépôt", metadata: ["cause": "\(impediment.withoutPath)"])
      }
      office.intake.update { $0.ignored = listing.ignored }
      var names: [FileName] = []
      let spool = office.spool
      for name in listing.names {
        let action = try pending.seen(name, now: now) { () throws(SystemError) in try spool.sighting(name) }
        if action == .read { names.append(name) }
      }
      return names
    } catch {
      if error.isNotFound { throw IntakeFailure.depotLost }
      impede("dépôt illisible", error.withoutPath, now)
      return nil
    }
  }

  /// Finds out since when those wait that were not tried. One that cannot be asked shows when it is read.
  private mutating func look(at left: [FileName]) {
    let spool = office.spool
    backlog.keep(left) { name in
      do {
        return try spool.sighting(name)?.changed
      } catch {
        return nil
      }
    }
  }

  private mutating func impede(_ event: Logger.Message, _ message: String, _ now: Moment) {
    backOff.failed(because: message, at: now)
    office.logger.error(event, metadata: ["cause": "\(message)"])
  }

  /// Takes files lot by lot.
  ///
  /// - Returns: how many left `depot/`, and those that could not even be tried.
  private mutating func take(_ names: [FileName]?) async throws -> (consumed: Int, left: [FileName]?) {
    guard let names else { return (0, nil) }
    let size = office.lot
    var rest = names[...]
    var consumed = 0
    func next() -> [FileName] {
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
    var current = names.isEmpty ? nil : await Lot.read(next(), office)
    var recorded: Recorded?
    var left: [FileName] = []
    while let lot = current {
      let isOver = Task.isShuttingDownGracefully || Task.isCancelled
      let upcoming = isOver ? [] : next()
      let (behind, office) = (recorded, office)
      async let reading = upcoming.isEmpty ? nil : Lot.read(upcoming, office)
      async let settling = behind?.settle(office)
      let outcome = await record(lot)
      if let settled = await settling { consumed += try await finish(settled) }
      current = await reading
      publish(backlog: rest.count + (current?.taken.count ?? 0))
      switch outcome {
      case .success(let result):
        recorded = result
        office.compteurs.compter(result)
        try alive()
      case .failure(let error):
        recorded = nil
        try fail(error)
        left = (lot.taken + (current?.taken ?? [])).map(\.file.name)
        current = nil
      }
    }
    if let settled = await recorded?.settle(office) { consumed += try await finish(settled) }
    return (consumed, left + rest)
  }

  /// Records a lot, routed again as often as the référentiel changes under it.
  private mutating func record(_ lot: Lot) async -> Result<Recorded, RegisterError> {
    var lot = lot
    var refusals: [Lot.Refusal] = []
    let moment = office.clock.moment()
    for name in lot.gone { pending.forget(name) }
    for other in lot.others {
      if case .refuse = pending.read(other.name, other.reading, at: other.sighting, now: moment),
        let refusal = other.refusal
      {
        refusals.append(refusal)
      }
    }
    while true {
      do throws(RegisterError) {
        let inscriptions =
          lot.taken.isEmpty
          ? [] : try await office.register.record(lot.taken.map(\.prepared), routedBy: lot.version.number)
        if !lot.taken.isEmpty { backOff.succeeded() }
        return .success(Recorded(lot: lot, inscriptions: inscriptions, refusals: refusals))
      } catch {
        guard case .referentielDepasse = error else {
          // What was to be refused is judged anew when the register works again.
          for refusal in refusals { pending.forget(refusal.name) }
          return .failure(error)
        }
        // The register is ahead of the desk for the moment between its commit and the desk's change.
        if office.desk.version.number == lot.version.number { await Task.yield() }
        lot.reroute(office)
      }
    }
  }

  /// A register that may work again later pauses the intake; one that is broken ends the daemon.
  private mutating func fail(_ error: RegisterError) throws {
    switch error {
    case .full, .transient:
      impede("registre indisponible", error.message, office.clock.moment())
    case .unusable, .broken, .referentielDepasse, .introuvable:
      throw error
    }
  }

  /// Draws the conclusions of what was moved.
  ///
  /// - Returns: how many files left `depot/`.
  private mutating func finish(_ settled: Settled) async throws -> Int {
    let moment = office.clock.moment()
    for name in settled.done { pending.forget(name) }
    for (name, sighting) in settled.impeded { _ = pending.read(name, .impeded, at: sighting, now: moment) }
    try await recordRejets(settled.rejections)
    return settled.done.count
  }

  /// Records refusals, and those that could not be recorded before. Until they are, their motifs tell of them.
  private mutating func recordRejets(_ rejections: [Rejection]) async throws {
    unrecorded += rejections
    guard !unrecorded.isEmpty, !backOff.isWaiting(at: office.clock.moment()) else { return }
    do throws(RegisterError) {
      try await office.register.recordRejets(unrecorded.map { ($0.rejet, recuLe: $0.recuLe) })
      unrecorded = []
      backOff.succeeded()
    } catch {
      try fail(error)
    }
  }

  private func publish(backlog: Int) {
    office.intake.update { status in
      status.waiting = pending.waiting + backlog
      status.impeded = pending.impeded
      status.oldest = [pending.oldest, backlog == 0 ? nil : self.backlog.oldest].compactMap(\.self).min()
        .map { Instant(microseconds: $0 / 1000) }
    }
  }

  /// When to look again even if nothing happens.
  private func nextLook() -> ContinuousClock.Instant {
    let longest = min(.seconds(60), office.configuration.surveillance.battement)
    var deadline = ContinuousClock.now.advanced(by: min(longest, Watchdog.interval ?? longest))
    let now = office.clock.moment()
    if space.isPaused {
      // Nothing tells of room: it has to be asked for.
      deadline = min(deadline, .now.advanced(by: .seconds(10)))
    } else if let due = backOff.isWaiting(at: now) ? backOff.until : pending.nextLook,
      let moment = office.clock.deadline(of: due)
    {
      deadline = min(deadline, moment)
    }
    return deadline
  }
}

/// Why the intake ended although nobody asked it to.
enum IntakeFailure: Error {
  case depotLost

  var message: String {
    switch self {
    case .depotLost: "Le dossier de dépôt a été supprimé ou démonté ; il est recréé au redémarrage."
    }
  }
}
