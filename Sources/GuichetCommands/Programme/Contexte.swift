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
  /// Opens it for who cannot wait for an answer.
  package let connecterVite: Connecting
  /// Opens it for who waits no longer than so long for door and answer together.
  package let connecterEn: ConnectingWithin
  package let maintenant: () -> Instant
  /// The present by the daemon's clock, RFC 3339 in the Caf's offset; nil where no daemon tells.
  var presentDuDemon: () -> String? = { nil }
  /// The machine's own time zone; nil where it has none, which goes by UTC.
  private let fuseau: () -> Fuseau?

  package init(
    console: any Console, environnement: [String: String],
    connecter: @escaping Connecting, connecterVite: Connecting? = nil,
    connecterEn: @escaping ConnectingWithin, maintenant: @escaping () -> Instant,
    fuseau: @escaping () -> Fuseau? = { nil }
  ) {
    self.console = console
    self.environnement = environnement
    self.connecter = connecter
    self.connecterVite = connecterVite ?? connecter
    self.connecterEn = connecterEn
    self.maintenant = maintenant
    self.fuseau = fuseau
  }

  /// The civil day on this machine.
  var aujourdhui: DateCivile {
    let now = maintenant()
    return fuseau()?.date(of: now) ?? DateCivile(daysSince1970: Int(now.seconds / 86_400))
  }

  /// The time of day on this machine, RFC 3339.
  var horodatage: String {
    let now = maintenant()
    return fuseau()?.rfc3339(now) ?? now.rfc3339(offsetSeconds: 0)
  }
}

extension Contexte {
  /// This process: its streams, its environment, its clock.
  static func standard(environnement: [String: String]) -> Contexte {
    Contexte(
      console: StandardConsole(), environnement: environnement,
      connecter: { socket throws(VarlinkFailure) in try ControlSocket(path: socket) },
      connecterVite: { socket throws(VarlinkFailure) in try ControlSocket(path: socket, patience: .milliseconds(800)) },
      connecterEn: { socket, patience throws(VarlinkFailure) in try ControlSocket(path: socket, within: patience) },
      maintenant: { Instant(microseconds: SystemClock.wallMicroseconds) }, fuseau: fuseauDeLaMachine)
  }

  /// Nil where `/etc/localtime` is missing or is no TZif file: a small container's clock shows UTC too.
  private static func fuseauDeLaMachine() -> Fuseau? {
    let path = "/etc/localtime"
    do {
      return try Fuseau(tzif: try WholeFile.read(path, limit: 1 << 20), nom: path)
    } catch {
      return nil
    }
  }

  /// Asks a question that must be answered by yes for the command to go on.
  ///
  /// - Parameter oui: whether the command line answers every question already.
  /// - Throws: when the answer is no, or when nobody is there to answer.
  func confirmer(_ question: String, oui: Bool) throws(CommandFailure) {
    guard try demander(question, oui: oui) else { throw CommandFailure(.refused, "Rien n’a été changé.") }
  }

  /// Asks a question to which no is an answer like any other.
  ///
  /// - Parameter oui: whether the command line answers every question already.
  /// - Returns: whether the answer is yes.
  /// - Throws: when nobody is there to answer.
  func demander(_ question: String, oui: Bool) throws(CommandFailure) -> Bool {
    if oui { return true }
    guard console.inputIsTerminal else {
      throw CommandFailure(
        .refused, "« \(question) » attend une réponse et personne n’est là pour la donner.",
        remede: "Relancez la commande avec --oui pour accepter.")
    }
    console.writeError("\(question) [o/N] ")
    let answer = console.readLine()?.lowercased() ?? ""
    return answer == "o" || answer == "oui"
  }
}
