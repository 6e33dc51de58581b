package import Guichet
import LinuxSystem
import VarlinkClient

/// What a command finds around it, all of which a test can replace.
package struct Contexte {
  package let console: any Console
  /// Environment variables.
  package let environnement: [String: String]
  /// Opens the door at a socket's path.
  package let connecter: Connecting
  package let maintenant: () -> Instant

  package init(
    console: any Console, environnement: [String: String],
    connecter: @escaping Connecting, maintenant: @escaping () -> Instant
  ) {
    self.console = console
    self.environnement = environnement
    self.connecter = connecter
    self.maintenant = maintenant
  }
}

extension Contexte {
  /// This process: its streams, its environment, its clock.
  static func standard(environnement: [String: String]) -> Contexte {
    Contexte(
      console: StandardConsole(), environnement: environnement,
      connecter: { socket throws(VarlinkFailure) in try ControlSocket(path: socket) },
      maintenant: { Instant(microseconds: SystemClock.wallMicroseconds) })
  }

  /// Asks a question that must be answered by yes for the command to go on.
  ///
  /// - Parameter oui: whether the command line answers every question already.
  /// - Throws: when the answer is no, or when nobody is there to answer.
  func confirmer(_ question: String, oui: Bool) throws(CommandFailure) {
    if oui { return }
    guard console.inputIsTerminal else {
      throw CommandFailure(
        .refused, "« \(question) » attend une réponse et personne n’est là pour la donner.",
        remede: "Relancez la commande avec --oui pour accepter.")
    }
    console.writeError("\(question) [o/N] ")
    let answer = console.readLine()?.lowercased() ?? ""
    guard answer == "o" || answer == "oui" else {
      throw CommandFailure(.refused, "Rien n’a été changé.")
    }
  }
}
