internal import CLinux
internal import Glibc

/// The terminal on which this program is used: single keys instead of lines, and back.
///
/// ```swift
/// let terminal = try Terminal()
/// try terminal.takeKeys()
/// defer { terminal.restore() }
/// ```
public final class Terminal {
  public struct Size: Hashable, Sendable {
    public let rows: Int
    public let columns: Int

    public init(rows: Int, columns: Int) {
      self.rows = rows
      self.columns = columns
    }
  }

  /// As it was found.
  private let before: termios

  /// - Throws: where the standard input is no terminal.
  public init() throws(SystemError) {
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else { throw SystemError.last("lecture des réglages du terminal") }
    before = settings
  }

  /// Keys come one by one and are not shown; nothing typed holds the output back. Those that stand for signals still
  /// do.
  public func takeKeys() throws(SystemError) {
    var settings = before
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
    settings.c_iflag &= ~tcflag_t(IXON)
    guard tcsetattr(STDIN_FILENO, TCSADRAIN, &settings) == 0 else { throw SystemError.last("réglage du terminal") }
  }

  /// The terminal as it was found; nothing where it has gone.
  public func restore() {
    var settings = before
    _ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
  }

  /// What was typed; nil when the terminal has gone. To be called when there is something.
  public func keys() throws(SystemError) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = bytes.withUnsafeMutableBytes { buffer in
      retrying { Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count) }
    }
    // A terminal that was hung up tells an error of input and output.
    if count == 0 || count < 0 && errno == EIO { return nil }
    guard count > 0 else { throw SystemError.last("lecture du clavier") }
    return Array(bytes[..<count])
  }

  /// Nil where it does not tell.
  public static var size: Size? {
    var (rows, columns): (Int32, Int32) = (0, 0)
    guard clinux_terminal_size(STDOUT_FILENO, &rows, &columns) == 0, rows > 0, columns > 0 else { return nil }
    return Size(rows: Int(rows), columns: Int(columns))
  }
}
