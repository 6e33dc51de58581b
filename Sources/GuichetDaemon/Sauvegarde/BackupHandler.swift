import Guichet
import GuichetControl
import GuichetSpool

/// Backups, as the door shows them.
enum BackupHandler {
  static func make(
    _ request: ControlRequest, _ parameters: Wire.Rien, _ send: (MakeBackup.Reply) async throws -> Void
  ) async throws -> MakeBackup.Reply {
    let (backups, changes) = (request.desk.backups, request.desk.changes)
    let made = try await LongWork.run(
      until: changes,
      { tell in
        // Whoever hung up meanwhile: what is published tells of it.
        defer { changes.announce() }
        return try await backups.faire(tell)
      },
      saying: { etape in
        try await send(MakeBackup.Reply(etape: etape.rawValue, sauvegarde: nil, retirees: []))
      })
    return MakeBackup.Reply(
      etape: nil, sauvegarde: wire(made.manifeste, request.office), retirees: made.retirees.map(\.fichier))
  }

  static func list(_ request: ControlRequest, _ parameters: Wire.Rien) async throws -> ListBackups.Reply {
    let folder = request.desk.backups.dossier
    return ListBackups.Reply(
      dossier: folder.path, sauvegardes: try folder.lister().reversed().map { wire($0, request.office) })
  }

  static func verify(
    _ request: ControlRequest, _ parameters: VerifyBackup.Parameters, _ send: (VerifyBackup.Reply) async throws -> Void
  ) async throws -> VerifyBackup.Reply {
    let (backups, changes) = (request.desk.backups, request.desk.changes)
    let found = try await LongWork.run(
      until: changes,
      { tell in
        defer { changes.announce() }
        return try await backups.verifier(parameters.fichier, tell)
      },
      saying: { etape in
        try await send(VerifyBackup.Reply(etape: etape.rawValue, sauvegarde: nil, intacte: nil, fautes: []))
      })
    return VerifyBackup.Reply(
      etape: nil, sauvegarde: wire(found.trouvee, request.office), intacte: found.fautes.isEmpty, fautes: found.fautes)
  }

  static func wire(_ found: Sauvegardes.Trouvee, _ office: Office) -> Wire.Sauvegarde {
    let manifeste = found.manifeste
    return Wire.Sauvegarde(
      fichier: found.nom.fichier, faiteLe: office.fuseau.rfc3339(found.nom.instant), octets: found.octets,
      sha256: manifeste?.sha256, sequence: manifeste.map { Int($0.sequence) }, chaine: manifeste?.chaine,
      demandes: manifeste?.demandes, version: manifeste?.version, schema: manifeste?.schema, fautes: manifeste?.fautes,
      fautiveLe: found.fautive?.verifieeLe.map(office.fuseau.rfc3339), fautesTrouvees: found.fautive?.fautes)
  }

  static func wire(_ manifeste: ManifesteDeSauvegarde, _ office: Office) -> Wire.Sauvegarde {
    wire(Sauvegardes.Trouvee(nom: manifeste.nom, octets: manifeste.octets, manifeste: manifeste, fautive: nil), office)
  }
}

/// Work of the daemon that takes longer than a client waits for one message.
enum LongWork {
  /// Below the 45 s after which a client of systemd's gives up.
  private static let heartbeat = Duration.seconds(15)

  /// Does the work in a task of its own, which goes on when the caller hangs up, and says where it stands: at each change,
  /// and every 15 s.
  ///
  /// - Parameter changes: once they are closed the office is, and nobody waits any longer: what the work leaves half-done is
  ///   cleared by the next one.
  static func run<Value: Sendable>(
    until changes: OfficeChanges,
    _ work: @escaping @Sendable (@Sendable (BackupDesk.Etape) -> Void) async throws -> Value,
    saying say: (BackupDesk.Etape) async throws -> Void
  ) async throws -> Value {
    let (steps, feed) = AsyncStream.makeStream(of: BackupDesk.Etape?.self)
    let task = Task {
      defer { feed.finish() }
      return try await work { feed.yield($0) }
    }
    let ticker = Task {
      var next = ContinuousClock.now.advanced(by: heartbeat)
      while !Task.isCancelled, !changes.isClosed {
        await changes.wait(past: changes.count, until: next)
        guard ContinuousClock.now >= next else { continue }
        feed.yield(nil)
        next = .now.advanced(by: heartbeat)
      }
      feed.finish()
    }
    defer { ticker.cancel() }
    var current: BackupDesk.Etape?
    for await step in steps {
      current = step ?? current
      if let current { try await say(current) }
    }
    if changes.isClosed { throw CancellationError() }
    return try await task.value
  }
}
