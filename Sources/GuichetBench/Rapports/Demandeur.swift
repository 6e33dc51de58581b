import Glibc
import GuichetControl
import LinuxSystem
import Synchronization
import VarlinkClient

/// A client that asks for the bilan of the year again and again, as fast as it is answered.
final class Demandeur: Sendable {
  private struct Etat {
    var isStopping = false
    var hasEnded = false
    var bilans = 0
    var failure: String?
  }

  private let socket: String
  private let annee: Int
  private let etat = Mutex(Etat())

  init(socket: String, annee: Int) {
    self.socket = socket
    self.annee = annee
  }

  /// Asks until it is told to stop.
  func run() async {
    await DedicatedThread.run("rapports") { [self] in
      do {
        let connection = try VarlinkConnection(socket: socket)
        while !etat.withLock(\.isStopping) {
          _ = try connection.call(ShowBilan.qualifiedName, ShowBilan.Parameters(annee: annee).json)
          etat.withLock { $0.bilans += 1 }
        }
      } catch {
        etat.withLock { $0.failure = "\(error)" }
      }
      etat.withLock { $0.hasEnded = true }
    }
  }

  /// Waits for the answer under way, which ends the client.
  ///
  /// - Returns: how many bilans it was given.
  func stop() throws(BenchFailure) -> Int {
    etat.withLock { $0.isStopping = true }
    let limit = ContinuousClock.now + .seconds(60)
    while !etat.withLock(\.hasEnded) {
      guard .now < limit else { throw BenchFailure("Le client des bilans ne s’arrête pas.") }
      usleep(2000)
    }
    if let failure = etat.withLock(\.failure) { throw BenchFailure("Un bilan n’a pas été donné : \(failure).") }
    return etat.withLock(\.bilans)
  }
}
