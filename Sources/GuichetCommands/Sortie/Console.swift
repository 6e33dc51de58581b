package import LinuxSystem

/// The standard streams, as a command uses them.
package protocol Console {
  var outputIsTerminal: Bool { get }
  var errorIsTerminal: Bool { get }
  var inputIsTerminal: Bool { get }
  /// Columns of the terminal on which the answer shows; nil when it goes elsewhere.
  var width: Int? { get }
  /// Rows of that terminal.
  var height: Int? { get }
  func write(_ bytes: [UInt8]) throws(SystemError)
  func writeError(_ text: String)
  /// One line that a person types, without its end; nil at the end of the input.
  func readLine() -> String?
  /// All of the standard input; more than `limit` bytes throw.
  func readAll(limit: Int) throws(SystemError) -> [UInt8]
  /// Shows the answer through another program, and waits for its end.
  ///
  /// - Parameters:
  ///   - command: as a shell reads it.
  ///   - environment: all that the program gets.
  /// - Returns: false when there is no such program; nothing has been shown then.
  func page(_ bytes: [UInt8], through command: String, environment: [String: String]) throws(SystemError) -> Bool
  /// Lets a line come up beside the answer where it is not taken back within half a second.
  ///
  /// - Returns: takes it back.
  func patienter(_ line: String) -> () -> Void
}

/// The streams of this process.
struct StandardConsole: Console {
  var outputIsTerminal: Bool { StandardOutput.isTerminal }
  var errorIsTerminal: Bool { StandardError.isTerminal }
  var inputIsTerminal: Bool { StandardInput.isTerminal }
  var width: Int? { StandardOutput.width }
  var height: Int? { StandardOutput.height }

  func write(_ bytes: [UInt8]) throws(SystemError) { try StandardOutput.write(bytes) }
  func writeError(_ text: String) { StandardError.write(text) }
  func readLine() -> String? { Swift.readLine() }
  func readAll(limit: Int) throws(SystemError) -> [UInt8] { try StandardInput.readAll(limit: limit) }

  func page(_ bytes: [UInt8], through command: String, environment: [String: String]) throws(SystemError) -> Bool {
    try Pager.show(bytes, through: command, environment: environment)
  }

  func patienter(_ line: String) -> () -> Void {
    do {
      let notice = try SlowNotice(line, after: .milliseconds(500))
      return { notice.end() }
    } catch {
      // The work goes on all the same, in silence.
      return {}
    }
  }
}
