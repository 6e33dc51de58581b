/// Where the daemon's places are, told by options first, then by the environment, then by the defaults of the package.
struct Places {
  private let racine: String?
  private let socketChoisi: String?

  init(_ globales: Globales, _ environnement: [String: String]) {
    func variable(_ name: String) -> String? { environnement[name].flatMap { $0.isEmpty ? nil : $0 } }
    let isChosen = globales.socket != nil || globales.racine != nil
    socketChoisi = globales.socket ?? (isChosen ? nil : variable("GUICHET_SOCKET"))
    racine = globales.racine ?? (globales.socket == nil ? variable("GUICHET_RACINE") : nil)
  }

  /// The control socket.
  var socket: String {
    socketChoisi ?? racine.map { "\($0)/controle.sock" } ?? "/run/guichet/controle.sock"
  }

  /// The folder in which forms are dropped.
  var depot: String {
    racine.map { "\($0)/depot" } ?? "/var/spool/guichet/depot"
  }
}
