internal import CLinux
internal import Glibc

/// What the kernel lets this process have.
public enum ProcessLimits {
  /// Raises the number of open files to what the hard limit allows (RLIMIT_NOFILE).
  /// - Returns: the limit that then holds, at most a million.
  @discardableResult
  public static func raiseOpenFiles() throws(SystemError) -> Int {
    let limit = clinux_raise_open_files()
    guard limit >= 0 else { throw SystemError.last("relèvement du nombre de fichiers ouverts") }
    return Int(limit)
  }

  /// Lets nobody else read or write what this process makes from here on, where no mode is asked for (umask).
  public static func keepNewFilesPrivate() {
    _ = umask(0o077)
  }
}
