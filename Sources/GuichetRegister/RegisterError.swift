import GRDB

/// Why the register did not do what was asked.
package enum RegisterError: Error, Sendable {
  /// The file cannot be used as it is: foreign, damaged on opening, or of a newer program. A person must act.
  case unusable(String)
  /// No space is left. Intake pauses until there is.
  case full
  /// The storage failed or the file is damaged: what is written is unknown until it is opened again.
  case broken(String)
  /// Anything else that may pass: the same may be tried again.
  case transient(String)
  /// The référentiel with which demandes were routed is no longer the current one.
  case referentielDepasse(courante: Int)
  /// The row asked for does not exist.
  case introuvable

  init(_ error: any Error) {
    switch error {
    case let error as RegisterError:
      self = error
    case let error as DatabaseError:
      // `description` would show the arguments, which are families' data.
      let text = "SQLite \(error.extendedResultCode.rawValue) : \(error.message ?? "sans message")"
      switch error.resultCode {
      case .SQLITE_FULL: self = .full
      case .SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
        self = .broken(text)
      // SQLite says that memory is short when it is asked by a connection that is no more.
      case .SQLITE_MISUSE: self = .transient("il est fermé")
      default: self = .transient(text)
      }
    default:
      self = .transient(String(describing: type(of: error)))
    }
  }

  /// One French sentence, with the remedy.
  package var message: String {
    switch self {
    case .unusable(let reason):
      "Le registre ne peut pas être ouvert : \(reason)"
    case .full:
      "Le disque du registre est plein ; libérez de la place, la réception reprendra d’elle-même."
    case .broken(let reason):
      "Le disque ou le fichier du registre est défaillant (\(reason)) ; vérifiez le disque, puis la dernière sauvegarde."
    case .transient(let reason):
      "Le registre n’a pas pu répondre (\(reason)) ; l’opération sera retentée."
    case .referentielDepasse(let courante):
      "Le référentiel a changé entre-temps : la version \(courante) est en vigueur ; recommencez."
    case .introuvable:
      "Introuvable dans le registre."
    }
  }
}
