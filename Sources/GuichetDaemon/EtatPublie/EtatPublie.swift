import Guichet
import GuichetControl
import GuichetDocuments
import GuichetRegister
import LinuxSystem
import Logging
import ServiceLifecycle
import StrictJSON

/// Writes `etat.json`, `guichet.prom` and the page, for scripts, monitoring and whoever looks.
///
/// Only while the work loop gives its signs of life: when it hangs, the files grow old, and say so by their own age.
struct EtatPublieService: Service {
  let office: Office
  let changes: OfficeChanges
  let page: TableauDeBordDesk

  /// Bursts are gathered: at most one writing in that time.
  private static let gathering = Duration.seconds(1)

  func run() async throws {
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      let (signs, changed) = (office.battement.signes.count, changes.count)
      let most = office.configuration.surveillance.battement
      // Without a sign of life in so long nothing is told any more.
      if office.battement.age <= 4 * Int(most.components.seconds) { await write() }
      await cancelWhenGracefulShutdown {
        await withTaskGroup(of: Void.self) { tasks in
          tasks.addTask { await office.battement.signes.wait(past: signs, until: .now + most) }
          tasks.addTask { await changes.wait(past: changed, until: .now + most) }
          await tasks.next()
          tasks.cancelAll()
        }
        do {
          try await Task.sleep(for: Self.gathering)
        } catch {
          // It ends: the last files stay as they are.
        }
      }
    }
  }

  /// Says in all files that the daemon was stopped as it was asked to be: whoever reads them knows at once, and not only by
  /// their age. To be called once no service writes any more, and the register can still be read.
  func direLArret() async {
    await write(arreteLe: Instant(microseconds: SystemClock.wallMicroseconds))
  }

  private func write(arreteLe: Instant? = nil) async {
    var releve = await SurveillanceDesk(office: office).releve()
    releve.constats.estArrete = arreteLe != nil
    let json = EtatPublie.json(
      office, EtatHandler.wire(office, releve.retards), Wire.Surveillance(releve.constats), arreteLe: arreteLe)
    let metrics = EtatPublie.mesures(office, releve)
    do {
      let folder = try Directory.making(office.configuration.chemins.etat, mode: 0o755)
      try folder.allow(0o755)
      try EtatPublie.put(json, as: "etat.json", in: folder)
      try EtatPublie.put(Array(metrics.utf8), as: "guichet.prom", in: folder)
      try await page.rewrite(releve.constats.pannes) { bytes in
        try EtatPublie.put(bytes, as: "tableau-de-bord.html", in: folder)
      }
      office.fichiersDEtat.set(nil)
    } catch {
      let reason = (error as? SystemError)?.message ?? (error as? RegisterError)?.message ?? "\(error)"
      if office.fichiersDEtat.faute != reason {
        office.logger.error("fichiers d’état non écrits", metadata: ["cause": "\(reason)"])
      }
      office.fichiersDEtat.set(reason)
    }
  }
}

/// The contents of the status files.
enum EtatPublie {
  /// Grows by new fields only; what would break a reader takes a new number.
  static let schema = 1

  /// - Parameter arreteLe: when the daemon was stopped; nil while it runs.
  static func json(
    _ office: Office, _ etat: Wire.Etat, _ surveillance: Wire.Surveillance, arreteLe: Instant?
  ) -> [UInt8] {
    let fuseau = office.fuseau
    let document: JSONValue = [
      "schema": .int(Int64(schema)),
      "version": .string(GuichetVersion.texte),
      "ecritLe": .string(fuseau.rfc3339(Instant(microseconds: SystemClock.wallMicroseconds))),
      "demarreLe": .string(fuseau.rfc3339(office.battement.demarre)),
      "battementLe": .string(fuseau.rfc3339(office.battement.le)),
      "arreteLe": arreteLe.map { .string(fuseau.rfc3339($0)) } ?? .null,
      "sante": .string(surveillance.sante),
      "surveillance": surveillance.json,
      "etat": etat.json,
    ]
    return document.bytes() + [UInt8(ascii: "\n")]
  }

  /// Readers need it whole, not after a power cut: nothing is synced.
  static func put(_ bytes: [UInt8], as name: String, in folder: Directory) throws {
    guard let file = FileName(name) else { throw SystemError(errno: 22, operation: "nom de fichier", path: name) }
    try folder.write(bytes, as: file, mode: 0o644, replacing: true, durable: false)
  }

  static func mesures(_ office: Office, _ releve: SurveillanceDesk.Releve) -> String {
    let head = office.register.head
    let durees = office.register.durees
    return Metriques(
      version: GuichetVersion.texte, sqlite: Register.sqliteVersion, demarre: office.battement.demarre,
      battement: office.battement.le, constats: releve.constats,
      parEtat: Etat.allCases.map { ($0, head.parEtat[$0] ?? 0) }, dernierDepot: head.depots.dernier,
      enAttente: office.intake.snapshot.waiting, courriels: head.envoisAFaire, sequence: head.seq,
      derniereSauvegarde: releve.sauvegarde, places: releve.places,
      compteurs: office.compteurs.metriques, transactions: durees.transactions, commits: durees.commits
    ).texte
  }
}

extension Compteurs {
  /// Every known value, those that never happened too: a series that appears late is a jump that was never seen.
  fileprivate var metriques: Metriques.Compteurs {
    let values = valeurs
    return Metriques.Compteurs(
      prises: Prise.allCases.map { ($0.rawValue, values.prises[$0] ?? 0) },
      refus: Motif.Code.allCases.map { ($0.rawValue, values.refus[$0] ?? 0) },
      routages: [("linf", values.routages[nil] ?? 0)]
        + RaisonAOrienter.allCases.map { ($0.rawValue, values.routages[$0] ?? 0) },
      appels: ControlHandlers.table.keys.sorted().map { ($0, values.appels[$0] ?? 0) },
      erreurs: Self.erreurs.map { ($0, values.erreurs[$0] ?? 0) })
  }
}
