/// Where a service is, as Varlink writes it: `unix:/run/example/control.sock`, or `unix:@name` in Linux' abstract
/// namespace; what follows a `;` is for whoever opens the socket.
///
/// ```swift
/// let address = try VarlinkAddress("unix:/run/example/control.sock;mode=0666")
/// ```
public struct VarlinkAddress: Hashable, Sendable {
  /// The socket's path, or its abstract name behind `@`.
  public let path: String

  /// - Throws: `malformed` for other transports than Unix sockets, and what is no address.
  public init(_ text: String) throws(VarlinkFailure) {
    let address = text.prefix { $0 != ";" }
    guard address.hasPrefix("unix:") else {
      throw .malformed("« \(text) » n’est pas l’adresse d’une socket Unix ; écrivez unix:/chemin.")
    }
    path = String(address.dropFirst("unix:".count))
    guard path.utf8.count > 1, path.hasPrefix("/") || path.hasPrefix("@") else {
      throw .malformed("« \(text) » ne contient pas de chemin absolu ; écrivez unix:/chemin.")
    }
  }
}
