import Guichet
import LinuxSystem

/// Why no family is erased, or erased anew; nothing is changed then.
enum EffacementRefuse: Error, Sendable {
  /// That log was written for another register.
  case autreRegistre(String)
  /// That log cannot be read or written, for that reason.
  case fichier(String, String)

  init(_ error: any Error, _ path: String) {
    switch error {
    case let error as EffacementRefuse: self = error
    case let error as JournalDesEffacements.Faute: self = .fichier(path, error.message)
    case let error as SystemError:
      self = .fichier(path, "\(error.withoutPath) ; rendez ce fichier accessible au démon.")
    default: self = .fichier(path, "erreur imprévue (\(type(of: error))).")
    }
  }

  /// One French sentence.
  var message: String {
    switch self {
    case .autreRegistre(let path):
      "« \(path) » est celui d’un autre registre ; déplacez-le, et remettez celui qui accompagnait ce registre."
    case .fichier(let path, let reason):
      "« \(path) » : \(reason)"
    }
  }
}
