import GuichetControl
import LinuxSystem
import Logging
import ServiceLifecycle
import StrictJSON
import Varlink

/// Serves the control socket until the daemon stops.
struct ControlService: Service {
  let server: VarlinkServer

  func run() async throws {
    try await withTaskCancellationOrGracefulShutdownHandler {
      try await server.run()
    } onCancelOrGracefulShutdown: {
      server.shutdown()
    }
  }
}

/// The interface `fr.caf.guichet`: checks who calls, then hands the call to the handler of its noun.
struct GuichetControlHandler: VarlinkInterface {
  let desk: ControlDesk

  var name: String { GuichetInterface.name }
  var description: String { GuichetInterface.description }
  var readsTooSlowly: VarlinkError? { VarlinkError(ControlError.lectureTropLente) }

  func handle(_ call: VarlinkCall) async throws(VarlinkError) {
    guard let handler = ControlHandlers.table[call.method] else { throw call.methodNotFound }
    let roles = desk.roles.roles(of: call.peer)
    guard Permissions.allows(call.method, to: roles) else { throw .permissionDenied }
    try await handler(ControlRequest(call: call, desk: desk, sight: Sight(roles)))
  }
}

/// Every method with what serves it.
enum ControlHandlers {
  typealias Handler = @Sendable (ControlRequest) async throws(VarlinkError) -> Void

  static let table: [String: Handler] = [
    GetEtat.name: { request async throws(VarlinkError) in try await request.answer(GetEtat.self, EtatHandler.etat) },
    ListDemandes.name: { request async throws(VarlinkError) in
      try await request.stream(ListDemandes.self, DemandeHandler.list)
    },
    ShowDemande.name: { request async throws(VarlinkError) in
      try await request.answer(ShowDemande.self, DemandeHandler.show)
    },
    ExplainDemande.name: { request async throws(VarlinkError) in
      try await request.answer(ExplainDemande.self, DemandeHandler.explain)
    },
    AssignDemandes.name: { request async throws(VarlinkError) in
      try await request.answer(AssignDemandes.self, ActeHandler.assign)
    },
    DeclineDemandes.name: { request async throws(VarlinkError) in
      try await request.answer(DeclineDemandes.self, ActeHandler.decline)
    },
    AcceptRoutages.name: { request async throws(VarlinkError) in
      try await request.answer(AcceptRoutages.self, ActeHandler.accept)
    },
    RefuseRoutages.name: { request async throws(VarlinkError) in
      try await request.answer(RefuseRoutages.self, ActeHandler.refuse)
    },
    CorrectDemande.name: { request async throws(VarlinkError) in
      try await request.answer(CorrectDemande.self, ActeHandler.correct)
    },
    ListTransmissions.name: { request async throws(VarlinkError) in
      try await request.stream(ListTransmissions.self, TransmissionHandler.list)
    },
    TransferDemandes.name: { request async throws(VarlinkError) in
      try await request.answer(TransferDemandes.self, TransfertHandler.transfer)
    },
    ExportReferentiel.name: { request async throws(VarlinkError) in
      try await request.stream(ExportReferentiel.self, ReferentielHandler.export)
    },
    Route.name: { request async throws(VarlinkError) in try await request.answer(Route.self, RoutageHandler.route) },
    ComputeDelai.name: { request async throws(VarlinkError) in
      try await request.answer(ComputeDelai.self, DelaiHandler.compute)
    },
    OpenReferentiel.name: { request async throws(VarlinkError) in
      try await request.answer(OpenReferentiel.self, ReferentielHandler.open)
    },
    SendReferentiel.name: { request async throws(VarlinkError) in
      try await request.answer(SendReferentiel.self, ReferentielHandler.send)
    },
    CompareReferentiel.name: { request async throws(VarlinkError) in
      try await request.answer(CompareReferentiel.self, ReferentielHandler.compare)
    },
    ApplyReferentiel.name: { request async throws(VarlinkError) in
      try await request.answer(ApplyReferentiel.self, ReferentielHandler.apply)
    },
    ListRejets.name: { request async throws(VarlinkError) in
      try await request.stream(ListRejets.self, RejetHandler.list)
    },
    ShowRejet.name: { request async throws(VarlinkError) in try await request.answer(ShowRejet.self, RejetHandler.show)
    },
    ReplayRejet.name: { request async throws(VarlinkError) in
      try await request.answer(ReplayRejet.self, RejetHandler.replay)
    },
    ListFaits.name: { request async throws(VarlinkError) in
      try await request.stream(ListFaits.self, JournalHandler.list)
    },
    VerifyJournal.name: { request async throws(VarlinkError) in
      try await request.answer(VerifyJournal.self, JournalHandler.verify)
    },
  ]
}
