internal import Glibc

/// An exclusive lock on a file, held until this object goes or the process ends, however it ends.
public final class FileLock: Sendable {
  public enum Failure: Error, Hashable, Sendable {
    /// Another process (or another lock of this one) holds it.
    case held(path: String)
    case impossible(SystemError)

    /// One French sentence with the remedy.
    public var message: String {
      switch self {
      case .held(let path):
        "Le verrou « \(path) » est déjà tenu : le service tourne déjà sur ce dossier ; arrêtez-le d’abord."
      case .impossible(let error): error.message
      }
    }
  }

  private let descriptor: Descriptor

  /// Takes the lock at once or throws; the file is made where it is missing, and stays.
  public init(_ path: String) throws(Failure) {
    let raw = retrying { open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY, 0o600) }
    guard raw >= 0 else { throw .impossible(SystemError.last("ouverture du verrou", path)) }
    descriptor = Descriptor.adopt(raw)
    guard retrying({ flock(raw, LOCK_EX | LOCK_NB) }) == 0 else {
      guard errno == EWOULDBLOCK else { throw .impossible(SystemError.last("prise du verrou", path)) }
      throw .held(path: path)
    }
  }
}
