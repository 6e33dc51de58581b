import GuichetControl

/// The nightly maintenance, as the door starts it.
enum MaintenanceHandler {
  static func run(
    _ request: ControlRequest, _ parameters: RunMaintenance.Parameters,
    _ send: (RunMaintenance.Reply) async throws -> Void
  ) async throws -> RunMaintenance.Reply {
    let changes = request.desk.changes
    let start = Maintenance(
      office: request.office, backups: request.desk.backups, executer: parameters.executer)
    let done = try await LongWork.run(
      until: changes,
      { tell in
        defer { changes.announce() }
        var maintenance = start
        await maintenance.run(tell)
        return maintenance
      },
      saying: { etape in try await send(RunMaintenance.Reply(etape: etape.rawValue, taches: [], fautes: [])) })
    return RunMaintenance.Reply(etape: nil, taches: done.taches, fautes: done.fautes)
  }
}
