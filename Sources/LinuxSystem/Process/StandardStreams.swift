internal import CLinux
internal import Glibc

/// What this program answers.
public enum StandardOutput {
  /// Writes all of it; throws when the disk is full or the reader of a pipe has gone.
  public static func write(_ text: String) throws(SystemError) { try write(Array(text.utf8)) }

  /// Writes all of it; throws when the disk is full or the reader of a pipe has gone.
  public static func write(_ bytes: [UInt8]) throws(SystemError) {
    try StandardStream.write(bytes, to: STDOUT_FILENO, "écriture sur la sortie standard")
  }

  public static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Columns of the terminal; nil where it is none, or does not tell.
  public static var width: Int? { StandardStream.width(STDOUT_FILENO) }

  /// Rows of the terminal; nil where it is none, or does not tell.
  public static var height: Int? {
    let rows = clinux_terminal_rows(STDOUT_FILENO)
    return rows > 0 ? Int(rows) : nil
  }
}

/// What this program has to say beside its answer: errors, logs.
public enum StandardError {
  /// Writes all of it; a failure is not told, since there is nobody left to tell.
  public static func write(_ text: String) {
    do {
      try StandardStream.write(Array(text.utf8), to: STDERR_FILENO, "écriture sur la sortie d’erreur")
    } catch {
      return
    }
  }

  public static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Columns of the terminal; nil where it is none, or does not tell.
  public static var width: Int? { StandardStream.width(STDERR_FILENO) }
}

/// What this program is given to read.
public enum StandardInput {
  public static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// All of it, to its end; more than `limit` bytes throw `EFBIG`.
  public static func readAll(limit: Int) throws(SystemError) -> [UInt8] {
    let standard = Descriptor.adopt(STDIN_FILENO)
    defer { _ = standard.release() }
    // No expectation: a pipe gives less than was asked for long before its end.
    return try standard.readAll(expecting: 0, limit: limit)
  }
}

/// The first three descriptors, which whoever starts a program may have closed.
public enum StandardStreams {
  /// Opens `/dev/null` where one of them is closed: the next file or socket would take its number, and get what was
  /// meant for a reader.
  public static func fillClosed() throws(SystemError) {
    while true {
      let raw = retrying { Glibc.open("/dev/null", O_RDWR | O_NOCTTY) }
      guard raw >= 0 else { throw SystemError.last("ouverture du fichier", "/dev/null") }
      guard raw <= STDERR_FILENO else {
        _ = close(raw)
        return
      }
    }
  }
}

private enum StandardStream {
  static func write(_ bytes: [UInt8], to raw: Int32, _ operation: String) throws(SystemError) {
    let standard = Descriptor.adopt(raw)
    // It belongs to the process, not to us: never closed.
    defer { _ = standard.release() }
    do throws(SystemError) {
      try standard.writeAll(bytes)
    } catch {
      throw SystemError(errno: error.errno, operation: operation)
    }
  }

  static func width(_ raw: Int32) -> Int? {
    let columns = clinux_terminal_columns(raw)
    return columns > 0 ? Int(columns) : nil
  }
}
