import GuichetControl
import LinuxSystem
import VarlinkClient

/// The first rows of a work list, asked for again when something has changed; never waits for the daemon.
struct ListeCourte {
  private let filtres: ListDemandes.Parameters
  private var stream: LiveStream<ListDemandes>?
  private(set) var contenu: PremieresDemandes?

  init(_ filtres: ListDemandes.Parameters) {
    self.filtres = filtres
  }

  /// What to wait for; nil while nothing is asked.
  var waitable: UnixConnection? { stream?.waitable }

  var attend: Bool { stream != nil }

  /// Asks for it, unless an answer is under way. A daemon that is away is no fault here: somebody else tells of it.
  mutating func demander(_ connecter: Connecting, socket: String) {
    guard stream == nil else { return }
    do {
      stream = try LiveStream(ListDemandes.self, filtres, connecter, socket: socket)
    } catch {
      stream = nil
    }
  }

  /// Takes the answer if it has come.
  mutating func avancer() throws(CommandFailure) {
    guard let stream else { return }
    switch try stream.next() {
    case .nothing: return
    case .reply(let reply): contenu = PremieresDemandes(reply.demandes)
    // What was shown stays until there is something newer.
    case .end, .failed: break
    }
    // One message is enough; leaving the stream is leaving its connection.
    self.stream = nil
  }
}
