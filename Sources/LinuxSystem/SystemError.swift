internal import Glibc

/// A system call that failed: its errno, what was being done, and on what.
public struct SystemError: Error, Hashable, Sendable {
  /// The errno of the call.
  public let errno: Int32
  /// What was being done, as a French noun phrase (« ouverture du fichier »). Never holds personal data.
  public let operation: String
  /// The file, folder or socket, as it was asked for; bytes that are no UTF-8 and control characters made visible.
  public let path: String?

  public init(errno: Int32, operation: String, path: String? = nil) {
    self.errno = errno
    self.operation = operation
    self.path = path
  }

  /// The error of the system call that this thread has just made.
  static func last(_ operation: String, _ path: @autoclosure () -> String? = nil) -> SystemError {
    let code = Glibc.errno
    return SystemError(errno: code, operation: operation, path: path())
  }

  /// One French sentence: what failed, where, why, and where there is one, the remedy.
  public var message: String {
    let place = path.map { " « \($0) »" } ?? ""
    let (cause, remedy) = ErrnoText.french(errno)
    let sentence = "\(operation.capitalizedFirst)\(place) impossible : \(cause) (\(ErrnoText.name(errno)))"
    return remedy.map { "\(sentence) ; \($0)." } ?? "\(sentence)."
  }

  /// Whether there is no file of that name.
  public var isNotFound: Bool { errno == ENOENT }

  /// Whether the path goes on below what is no folder.
  public var isBelowFile: Bool { errno == ENOTDIR }

  /// Whether there is nothing behind the file to be opened, as for a socket.
  public var isNoDevice: Bool { errno == ENXIO }

  /// Whether there is already something of that name.
  public var isAlreadyThere: Bool { errno == EEXIST }

  /// Whether the two folders are on different file systems.
  public var isAcrossFileSystems: Bool { errno == EXDEV }

  /// Whether disk, inodes or quota are used up.
  public var isSpaceExhausted: Bool { errno == ENOSPC || errno == EDQUOT }

  /// Whether rights are lacking.
  public var isPermission: Bool { errno == EACCES || errno == EPERM || errno == EROFS }

  /// Whether the place can be read only, whatever the rights.
  public var isReadOnly: Bool { errno == EROFS }

  /// Whether the name was a symbolic link, which is never followed.
  public var isLink: Bool { errno == ELOOP }

  /// Whether whoever was to read what was written has gone.
  public var isReaderGone: Bool { errno == EPIPE }

  /// Whether the terminal was hung up.
  public var isTerminalGone: Bool { errno == EIO }

  /// Whether a time limit passed.
  public var isTimeout: Bool { errno == EAGAIN || errno == ETIMEDOUT }
}

extension SystemError: CustomStringConvertible {
  public var description: String { message }
}

extension String {
  /// The same text with a capital at its start.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
