/// Where the daemon's places are, told by options first, then by the environment, then by the defaults of the package.
struct Places {
  private let racine: String?
  private let socketChoisi: String?

  init(_ globales: Globales, _ environnement: [String: String]) {
    self.init(socket: globales.socket, racine: globales.racine, environnement)
  }

  /// - Parameters:
  ///   - socket: as an option gives it.
  ///   - racine: as an option gives it.
  init(socket: String?, racine: String?, _ environnement: [String: String]) {
    func variable(_ name: String) -> String? { environnement[name].flatMap { $0.isEmpty ? nil : $0 } }
    let isChosen = socket != nil || racine != nil
    socketChoisi = socket ?? (isChosen ? nil : variable("GUICHET_SOCKET"))
    self.racine = racine ?? (socket == nil ? variable("GUICHET_RACINE") : nil)
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
