/// Why no connections can be accepted on a socket.
///
/// ```swift
/// do throws(ListenFailure) {
///   listener = try UnixListener.bind(path, mode: 0o666)
/// } catch .taken {
///   // Another one of us runs already.
/// }
/// ```
public enum ListenFailure: Error, Hashable, Sendable {
  /// A program listens there, or is about to.
  case taken(path: String)
  /// Something other than a socket has that name: it is left alone.
  case notASocket(path: String)
  /// A dead program's socket has that name, and belongs to another user: it is left alone.
  case foreign(path: String)
  /// No address of a Unix socket has room for it.
  case pathTooLong(path: String)
  /// What was inherited at that descriptor is not a Unix stream socket that listens.
  case unfit(descriptor: Int32, name: String?)
  /// Several sockets were inherited, and none or several of them have the name that tells which one is meant.
  case ambiguous(count: Int, name: String)
  /// A system call failed.
  case impossible(SystemError)

  /// Bytes of the longest path.
  public static let longestPath = 107

  /// One French sentence with the remedy.
  public var message: String {
    switch self {
    case .taken(let path):
      "La socket « \(path) » est déjà servie par un autre programme ; arrêtez-le, ou choisissez un autre chemin."
    case .notASocket(let path):
      "« \(path) » existe et n’est pas une socket : il n’est pas remplacé ; choisissez un autre chemin."
    case .foreign(let path):
      "« \(path) » est l’ancienne socket d’un autre utilisateur : elle n’est pas remplacée ; supprimez-la, ou choisissez "
        + "un autre chemin."
    case .pathTooLong(let path):
      "Le chemin de socket « \(path) » est trop long (\(path.utf8.count) octets, \(Self.longestPath) au plus) ; "
        + "choisissez un chemin plus court."
    case .unfit(let descriptor, let name):
      "Le descripteur \(descriptor)\(name.map { " (« \($0) »)" } ?? "") reçu au démarrage n’est pas une socket Unix de "
        + "flux à l’écoute ; écrivez « ListenStream=/chemin » et « Accept=no » dans l’unité .socket."
    case .ambiguous(let count, let name):
      "\(count) sockets ont été reçues au démarrage ; n’en passez qu’une, ou nommez la bonne par "
        + "« FileDescriptorName=\(name) » dans l’unité .socket."
    case .impossible(let error): error.message
    }
  }
}

extension ListenFailure: CustomStringConvertible {
  /// The same sentence.
  public var description: String { message }
}
