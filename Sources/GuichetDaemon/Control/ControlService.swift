import GuichetControl
import LinuxSystem
import Logging
import ServiceLifecycle
import StrictJSON
package import Varlink

/// Serves the control socket until the daemon stops.
struct ControlService: Service {
  let server: VarlinkServer
  let changes: OfficeChanges

  func run() async throws {
    try await withTaskCancellationOrGracefulShutdownHandler {
      try await server.run()
    } onCancelOrGracefulShutdown: {
      // Calls under way may end by themselves; those that never would are told.
      changes.close()
      server.shutdown()
    }
  }
}

/// The interface `fr.caf.guichet`: checks who calls, then hands the call to the handler of its noun.
package struct GuichetControlHandler: VarlinkInterface {
  let desk: ControlDesk

  package init(desk: ControlDesk) {
    self.desk = desk
  }

  package var name: String { GuichetInterface.name }
  package var description: String { GuichetInterface.description }
  package var readsTooSlowly: VarlinkError? { VarlinkError(ControlError.lectureTropLente) }

  package func handle(_ call: VarlinkCall) async throws(VarlinkError) {
    guard let handler = ControlHandlers.table[call.method] else { throw call.methodNotFound }
    let roles = desk.roles.roles(of: call.peer)
    let own = Sight(roles)
    do throws(VarlinkError) {
      guard Permissions.allows(call.method, to: roles) else { throw .permissionDenied }
      try await handler(ControlRequest(call: call, desk: desk, propre: own, sight: own.avecSuppleances(desk.office)))
      desk.office.compteurs.compter(appel: call.method, erreur: nil)
    } catch {
      // Who has gone was answered by no error.
      desk.office.compteurs.compter(appel: call.method, erreur: error == .disconnected ? nil : error.name)
      throw error
    }
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
    ShowAcces.name: { request async throws(VarlinkError) in
      try await request.answer(ShowAcces.self, AccesHandler.show)
    },
    InspectAcces.name: { request async throws(VarlinkError) in
      try await request.answer(InspectAcces.self, AccesHandler.inspect)
    },
    ListAcces.name: { request async throws(VarlinkError) in
      try await request.answer(ListAcces.self, AccesHandler.list)
    },
    TakeDemandes.name: { request async throws(VarlinkError) in
      try await request.answer(TakeDemandes.self, PriseHandler.take)
    },
    ReleaseDemandes.name: { request async throws(VarlinkError) in
      try await request.answer(ReleaseDemandes.self, PriseHandler.release)
    },
    EnterDemande.name: { request async throws(VarlinkError) in
      try await request.answer(EnterDemande.self, SaisieHandler.enter)
    },
    Subscribe.name: { request async throws(VarlinkError) in
      try await request.follow(Subscribe.self, SubscribeHandler.subscribe)
    },
    CompleteNumeros.name: { request async throws(VarlinkError) in
      try await request.answer(CompleteNumeros.self, NumeroHandler.complete)
    },
    AddContact.name: { request async throws(VarlinkError) in
      try await request.answer(AddContact.self, ContactHandler.add)
    },
    CancelContact.name: { request async throws(VarlinkError) in
      try await request.answer(CancelContact.self, ContactHandler.cancel)
    },
    ListRappels.name: { request async throws(VarlinkError) in
      try await request.answer(ListRappels.self, RappelsHandler.list)
    },
    WriteLettre.name: { request async throws(VarlinkError) in
      try await request.answer(WriteLettre.self, LettreHandler.write)
    },
    ShowJoignabilite.name: { request async throws(VarlinkError) in
      try await request.answer(ShowJoignabilite.self, JoignabiliteHandler.show)
    },
    SetEcheance.name: { request async throws(VarlinkError) in
      try await request.answer(SetEcheance.self, EcheanceHandler.set)
    },
    SuspendDemandes.name: { request async throws(VarlinkError) in
      try await request.answer(SuspendDemandes.self, EcheanceHandler.suspend)
    },
    ResumeDemandes.name: { request async throws(VarlinkError) in
      try await request.answer(ResumeDemandes.self, EcheanceHandler.resume)
    },
    CloseDemandes.name: { request async throws(VarlinkError) in
      try await request.answer(CloseDemandes.self, ClotureHandler.close)
    },
    ReopenDemandes.name: { request async throws(VarlinkError) in
      try await request.answer(ReopenDemandes.self, ClotureHandler.reopen)
    },
    AddNote.name: { request async throws(VarlinkError) in
      try await request.answer(AddNote.self, ClotureHandler.note)
    },
    SilenceDemandes.name: { request async throws(VarlinkError) in
      try await request.answer(SilenceDemandes.self, ClotureHandler.silence)
    },
    ListCreneaux.name: { request async throws(VarlinkError) in
      try await request.stream(ListCreneaux.self, CreneauHandler.list)
    },
    BookRendezVous.name: { request async throws(VarlinkError) in
      try await request.answer(BookRendezVous.self, RendezVousHandler.book)
    },
    MoveRendezVous.name: { request async throws(VarlinkError) in
      try await request.answer(MoveRendezVous.self, RendezVousHandler.move)
    },
    CancelRendezVous.name: { request async throws(VarlinkError) in
      try await request.answer(CancelRendezVous.self, RendezVousHandler.cancel)
    },
    RecordRendezVous.name: { request async throws(VarlinkError) in
      try await request.answer(RecordRendezVous.self, RendezVousHandler.record)
    },
    ListAgenda.name: { request async throws(VarlinkError) in
      try await request.stream(ListAgenda.self, AgendaHandler.list)
    },
    ExportAgenda.name: { request async throws(VarlinkError) in
      try await request.answer(ExportAgenda.self, AgendaHandler.export)
    },
    ShowFeuille.name: { request async throws(VarlinkError) in
      try await request.answer(ShowFeuille.self, AgendaHandler.feuille)
    },
    ShowBilan.name: { request async throws(VarlinkError) in
      try await request.answer(ShowBilan.self, BilanHandler.show)
    },
    ShowPreuve.name: { request async throws(VarlinkError) in
      try await request.answer(ShowPreuve.self, PreuveHandler.show)
    },
    SealPreuve.name: { request async throws(VarlinkError) in
      try await request.answer(SealPreuve.self, PreuveHandler.seal)
    },
    VerifyPreuve.name: { request async throws(VarlinkError) in
      try await request.answer(VerifyPreuve.self, PreuveHandler.verify)
    },
    AddPiece.name: { request async throws(VarlinkError) in
      try await request.answer(AddPiece.self, PieceHandler.add)
    },
    ListPieces.name: { request async throws(VarlinkError) in
      try await request.answer(ListPieces.self, PieceHandler.list)
    },
    AddSolution.name: { request async throws(VarlinkError) in
      try await request.answer(AddSolution.self, SolutionHandler.add)
    },
    CancelSolution.name: { request async throws(VarlinkError) in
      try await request.answer(CancelSolution.self, SolutionHandler.cancel)
    },
    ConfirmEnfant.name: { request async throws(VarlinkError) in
      try await request.answer(ConfirmEnfant.self, SolutionHandler.confirm)
    },
    AddEnfant.name: { request async throws(VarlinkError) in
      try await request.answer(AddEnfant.self, SolutionHandler.addEnfant)
    },
    RemoveEnfant.name: { request async throws(VarlinkError) in
      try await request.answer(RemoveEnfant.self, SolutionHandler.removeEnfant)
    },
    TellDemande.name: { request async throws(VarlinkError) in
      try await request.answer(TellDemande.self, RecitHandler.tell)
    },
    ListDoublons.name: { request async throws(VarlinkError) in
      try await request.answer(ListDoublons.self, DoublonHandler.list)
    },
    MergeDemandes.name: { request async throws(VarlinkError) in
      try await request.answer(MergeDemandes.self, DoublonHandler.merge)
    },
    UnmergeDemandes.name: { request async throws(VarlinkError) in
      try await request.answer(UnmergeDemandes.self, DoublonHandler.unmerge)
    },
    MakeBackup.name: { request async throws(VarlinkError) in
      try await request.stream(MakeBackup.self, BackupHandler.make)
    },
    ListBackups.name: { request async throws(VarlinkError) in
      try await request.answer(ListBackups.self, BackupHandler.list)
    },
    VerifyBackup.name: { request async throws(VarlinkError) in
      try await request.stream(VerifyBackup.self, BackupHandler.verify)
    },
    ReloadConfiguration.name: { request async throws(VarlinkError) in
      try await request.answer(ReloadConfiguration.self, ReloadHandler.reload)
    },
    RunMaintenance.name: { request async throws(VarlinkError) in
      try await request.stream(RunMaintenance.self, MaintenanceHandler.run)
    },
    EraseDemandes.name: { request async throws(VarlinkError) in
      try await request.stream(EraseDemandes.self, EffacementHandler.erase)
    },
    PurgeDemandes.name: { request async throws(VarlinkError) in
      try await request.stream(PurgeDemandes.self, ConservationHandler.purge)
    },
    ShowSurveillance.name: { request async throws(VarlinkError) in
      try await request.answer(ShowSurveillance.self, SurveillanceHandler.show)
    },
    ListLinf.name: { request async throws(VarlinkError) in try await request.stream(ListLinf.self, LinfHandler.list) },
    ListDossiers.name: { request async throws(VarlinkError) in
      try await request.stream(ListDossiers.self, LinfHandler.folders)
    },
  ]
}
