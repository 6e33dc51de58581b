import Guichet
import GuichetRegister
import Logging
import ServiceLifecycle

/// Routes the demandes that wait for a person again when another référentiel has come into force.
///
/// One run at a time, in a task that ends with nobody's call: who asked may hang up, and the rest is still routed. Which
/// version this was last done for is kept in the register, so that a daemon that stopped in the middle goes on at its next
/// start.
actor Rerouting {
  private let office: Office
  private var running: Task<Result<Int, RegisterError>, Never>?
  private static let lot = 256

  init(_ office: Office) {
    self.office = office
  }

  /// Routes all that wait, unless it was done for the version in force.
  ///
  /// - Returns: how many demandes have found a LINF, or another reason to wait.
  func run() async throws(RegisterError) -> Int {
    while let running { _ = await running.value }
    let task = Task { await self.rerouteAll() }
    running = task
    let result = await task.value
    if running == task { running = nil }
    return try result.get()
  }

  private func rerouteAll() async -> Result<Int, RegisterError> {
    do throws(RegisterError) {
      var moved = 0
      while true {
        do throws(RegisterError) {
          moved += try await reroute(by: office.desk.version)
          return .success(moved)
        } catch .referentielDepasse {
          // A newer version came into force meanwhile; it is the desk's in a moment.
          await Task.yield()
        }
      }
    } catch {
      return .failure(error)
    }
  }

  private func reroute(by version: RoutingDesk.Version) async throws(RegisterError) -> Int {
    guard try await office.register.reroutedVersion() < version.number else { return 0 }
    var rest = try await office.register.waiting()[...]
    var moved = 0
    while !rest.isEmpty {
      // A stop may come in the middle: the next start goes on.
      if Task.isShuttingDownGracefully { return moved }
      let numeros = rest.prefix(Self.lot)
      rest = rest.dropFirst(Self.lot)
      let now = office.clock.now()
      var decisions: [(Demande, Routee)] = []
      for numero in numeros {
        guard let demande = await readable(numero), demande.etat == .aOrienter else { continue }
        let routee = office.decide(demande.recue.formulaire, now: now, by: version)
        if !routee.decision.leadsWhere(demande.routage?.decision) { decisions.append((demande, routee)) }
      }
      if !decisions.isEmpty {
        moved += try await office.register.reroute(decisions, by: version.number, now: now)
      }
    }
    try await office.register.setReroutedVersion(version.number)
    if moved > 0 {
      office.logger.notice(
        "demandes en attente routées de nouveau", metadata: ["nombre": "\(moved)", "version": "\(version.number)"])
    }
    return moved
  }

  /// One demande whose facts cannot be read stops none of the others.
  private func readable(_ numero: Numero) async -> Demande? {
    do {
      return try await office.register.demande(numero)
    } catch {
      office.logger.error(
        "demande illisible, non routée de nouveau",
        metadata: ["numero": "\(numero.texte)", "cause": "\(error.message)"])
      return nil
    }
  }
}

extension Decision {
  /// Nothing changes for the demande by deciding so after `other`: neither LINF nor reason, marks or place.
  fileprivate func leadsWhere(_ other: Decision?) -> Bool {
    issue == other?.issue && marques == other?.marques && codeInsee == other?.codeInsee
  }
}
