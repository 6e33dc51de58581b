import GuichetControl
import LinuxSystem
import VarlinkClient

/// The first message of a list, asked for again when something has changed; never waits for the daemon.
struct ListeCourte<Method: ControlMethod, Contenu> {
  private let filtres: Method.Parameters
  private let lire: (Method.Reply) -> Contenu
  private var stream: LiveStream<Method>?
  private(set) var contenu: Contenu?

  init(_ method: Method.Type, _ filtres: Method.Parameters, _ lire: @escaping (Method.Reply) -> Contenu) {
    self.filtres = filtres
    self.lire = lire
  }

  /// What to wait for; nil while nothing is asked.
  var waitable: UnixConnection? { stream?.waitable }

  var attend: Bool { stream != nil }

  /// Asks for it, unless an answer is under way. A daemon that is away is no fault here: somebody else tells of it.
  mutating func demander(_ connecter: Connecting, socket: String) {
    guard stream == nil else { return }
    do {
      stream = try LiveStream(Method.self, filtres, connecter, socket: socket)
    } catch {
      stream = nil
    }
  }

  /// Takes the answer if it has come.
  mutating func avancer() throws(CommandFailure) {
    guard let stream else { return }
    switch try stream.next() {
    case .nothing: return
    case .reply(let reply): contenu = lire(reply)
    // What was shown stays until there is something newer.
    case .end, .failed: break
    }
    // One message is enough; leaving the stream is leaving its connection.
    self.stream = nil
  }
}

extension ListeCourte<ListDemandes, PremieresDemandes> {
  init(_ filtres: ListDemandes.Parameters) {
    self.init(ListDemandes.self, filtres) { PremieresDemandes($0.demandes, suppleances: $0.suppleances ?? []) }
  }
}

extension ListeCourte<ListAgenda, RendezVousDuJour> {
  /// Those of today.
  init() {
    self.init(ListAgenda.self, .init()) { RendezVousDuJour($0.rendezVous) }
  }
}
