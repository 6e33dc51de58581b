import LinuxSystem

/// A note on a family, asked for or read: what is personal is no argument, which other users of the machine see.
struct NoteLue {
  let texte: String

  /// Bytes; the daemon takes 1 000 characters.
  private static let limit = 8192

  init(_ console: any Console) throws(CommandFailure) {
    guard !console.inputIsTerminal else {
      console.writeError("Note : ")
      texte = console.readLine() ?? ""
      return
    }
    let bytes: [UInt8]
    do {
      bytes = try console.readAll(limit: Self.limit)
    } catch {
      throw CommandFailure(.refused, TerminalSafety.line(error.message))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(
        .refused, "L’entrée standard n’est pas du texte en UTF-8.", remede: "Donnez la note en clair.")
    }
    texte = text
  }
}
