package import LinuxSystem

/// The standard streams, as a command uses them.
package protocol Console {
  var outputIsTerminal: Bool { get }
  var errorIsTerminal: Bool { get }
  var inputIsTerminal: Bool { get }
  /// Columns of the terminal on which the answer shows; nil when it goes elsewhere.
  var width: Int? { get }
  func write(_ bytes: [UInt8]) throws(SystemError)
  func writeError(_ text: String)
  /// One line that a person types, without its end; nil at the end of the input.
  func readLine() -> String?
  /// All of the standard input; more than `limit` bytes throw.
  func readAll(limit: Int) throws(SystemError) -> [UInt8]
}

/// The streams of this process.
struct StandardConsole: Console {
  var outputIsTerminal: Bool { StandardOutput.isTerminal }
  var errorIsTerminal: Bool { StandardError.isTerminal }
  var inputIsTerminal: Bool { StandardInput.isTerminal }
  var width: Int? { StandardOutput.width }

  func write(_ bytes: [UInt8]) throws(SystemError) { try StandardOutput.write(bytes) }
  func writeError(_ text: String) { StandardError.write(text) }
  func readLine() -> String? { Swift.readLine() }
  func readAll(limit: Int) throws(SystemError) -> [UInt8] { try StandardInput.readAll(limit: limit) }
}
