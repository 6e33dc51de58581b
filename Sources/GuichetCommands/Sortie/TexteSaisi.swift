import LinuxSystem

/// A text that is asked for or read, never an argument: other users of the machine see those.
struct TexteSaisi {
  /// Asked at the terminal, where one is.
  let question: String
  /// What is said when nothing was answered.
  let rien: String
  let remede: String
  /// Bytes of the standard input, where nobody is there to answer.
  let limit: Int

  func lire(_ console: any Console) throws(CommandFailure) -> String {
    guard !console.inputIsTerminal else {
      console.writeError("\(question) : ")
      guard let line = console.readLine() else {
        console.writeError("\n")
        throw CommandFailure(.refused, rien, remede: remede)
      }
      return line
    }
    let bytes: [UInt8]
    do {
      bytes = try console.readAll(limit: limit)
    } catch {
      throw CommandFailure(.refused, TerminalSafety.line(error.message))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(.refused, "L’entrée standard n’est pas du texte en UTF-8.", remede: remede)
    }
    return text
  }
}
