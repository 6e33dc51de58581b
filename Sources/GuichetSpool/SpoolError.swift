package import LinuxSystem

/// Why the spool cannot be used, or an order about a refused file not be carried out.
package enum SpoolError: Error, Hashable, Sendable {
  /// Renaming between two of the folders is impossible; a configuration to be mended.
  case differentFileSystems(depot: String, other: String)
  /// There is no refused file of that name, or what was refused is not there any more.
  case rejetIntrouvable(id: String)
  case system(SystemError)

  /// One French sentence with the remedy.
  package var message: String {
    switch self {
    case .differentFileSystems(let depot, let other):
      "Les dossiers « \(depot) » et « \(other) » ne sont pas sur le même système de fichiers, ou pas sous le même "
        + "montage : placez depot, recus et rejets sous un même dossier."
    case .rejetIntrouvable(let id):
      "Le rejet « \(id) » n’est pas dans le dossier des rejets : vérifiez son nom avec « guichetctl rejet lister »."
    case .system(let error):
      error.message
    }
  }
}

extension FileName {
  /// A name that this program makes up.
  static func named(_ text: String) throws(SystemError) -> FileName {
    guard let name = FileName(text) else {
      throw SystemError(errno: invalidArgument, operation: "nommage du fichier", path: text)
    }
    return name
  }

  /// EINVAL.
  private static let invalidArgument: Int32 = 22
}
