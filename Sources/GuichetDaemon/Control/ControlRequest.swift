import Guichet
import GuichetControl
import GuichetRegister
import LinuxSystem
import StrictJSON
import Varlink

/// What the handlers of the door share.
package struct ControlDesk: Sendable {
  let office: Office
  let roleDesk: RoleDesk
  let accesses: AccessLog
  let agents: AgentDirectory
  let uploads: ReferentielUploads
  let rerouting: Rerouting
  let gate: IntakeGate
  let changes: OfficeChanges
  let bilans: BilanDesk
  let backups: BackupDesk
  let effacements: EffacementDesk
  /// Nil where there is no configuration to be read again.
  var reloading: Reloading?
  /// What is written for the LINF; nil where nothing is.
  var agendas: AgendaFiles?
  /// What is written to families and LINF; nil where nothing is.
  var courriels: Courriels?
  let saisies = SaisiesEnCours()
  /// The longest silence of a subscription, well below the 30 s after which a client may take the daemon for dead.
  var heartbeat = Duration.seconds(20)
}

extension ControlDesk {
  /// Who is what, as it is now.
  var roles: RoleTable { roleDesk.table }

  /// With what it keeps to itself made new.
  package init(office: Office, roles: RoleTable, rerouting: Rerouting, gate: IntakeGate, changes: OfficeChanges) {
    self.init(
      office: office, roleDesk: RoleDesk(roles), accesses: AccessLog(office.register),
      agents: AgentDirectory(office.register),
      uploads: ReferentielUploads(clock: office.clock), rerouting: rerouting, gate: gate,
      changes: changes, bilans: BilanDesk(office), backups: BackupDesk(office),
      effacements: EffacementDesk(office))
  }
}

/// One call of a method, by somebody who may call it.
struct ControlRequest: Sendable {
  let call: VarlinkCall
  let desk: ControlDesk
  /// Which demandes are the caller's own.
  let propre: Sight
  /// Which demandes the caller sees: those of the LINF for which it stands in today too.
  let sight: Sight

  var office: Office { desk.office }

  /// Rows in one message of a list.
  static let page = 200

  /// Serves a method that has one reply.
  func answer<Method: ControlMethod>(
    _ method: Method.Type,
    _ serve: (ControlRequest, Method.Parameters) async throws -> Method.Reply
  ) async throws(VarlinkError) {
    do {
      let parameters = try Method.Parameters(call.parameters)
      let reply = try await serve(self, parameters)
      try await call.reply(writing: reply.write)
    } catch {
      throw Self.translate(error)
    }
  }

  /// Serves a method that streams: the handler hands over all pages but the last, and returns that one.
  func stream<Method: ControlMethod>(
    _ method: Method.Type,
    _ serve: (ControlRequest, Method.Parameters, (Method.Reply) async throws -> Void) async throws -> Method.Reply
  ) async throws(VarlinkError) {
    guard call.wantsMore || call.isOneway else { throw .expectedMore }
    do {
      let parameters = try Method.Parameters(call.parameters)
      let last = try await serve(self, parameters) { page in try await call.replyContinues(writing: page.write) }
      try await call.reply(writing: last.write)
    } catch {
      throw Self.translate(error)
    }
  }

  /// Serves a method that goes on for as long as the caller listens, and answers by itself.
  func follow<Method: ControlMethod>(
    _ method: Method.Type, _ serve: (ControlRequest, Method.Parameters) async throws -> Void
  ) async throws(VarlinkError) {
    guard call.wantsMore else { throw .expectedMore }
    do {
      try await serve(self, try Method.Parameters(call.parameters))
    } catch {
      throw Self.translate(error)
    }
  }

  /// Notes a read of families' data, before it is answered.
  func noteRead(count: Int) async throws {
    guard count > 0 else { return }
    let agent = try await desk.agents.agent(call.peer)
    try await desk.accesses.note(
      Acces(instant: office.clock.now(), agent: agent, methode: call.method, nombre: count))
  }

  /// Errors become codes with parameters, never texts to be recognised.
  static func translate(_ error: any Error) -> VarlinkError {
    switch error {
    case let error as VarlinkError: error
    case let error as WireFault: VarlinkError(ControlError(error))
    case let error as ControlError: VarlinkError(error)
    case let error as RegisterError: VarlinkError(ControlError.indisponible(message: error.message))
    case let error as SystemError: VarlinkError(ControlError.indisponible(message: error.message))
    case is CancellationError: .disconnected
    default:
      VarlinkError(
        ControlError.indisponible(message: "Une erreur imprévue est survenue ; elle est au journal système."))
    }
  }
}

extension VarlinkError {
  init(_ error: ControlError) {
    self.init(name: error.name, parameters: error.parameters)
  }
}
