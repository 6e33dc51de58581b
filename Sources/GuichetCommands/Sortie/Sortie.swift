import GuichetDocuments
import LinuxSystem
import StrictJSON

/// The one way out: every answer is shown here, in every format.
struct Sortie {
  private let console: any Console
  private let format: Format
  private let style: TextStyle

  init(_ contexte: Contexte, format: Format) {
    console = contexte.console
    self.format = format
    style = TextStyle(contexte.console, contexte.environnement)
  }

  func montrer(_ answer: some Presentable) throws(CommandFailure) {
    switch format {
    case .texte:
      var page = TextPage(style)
      answer.texte(&page)
      try write(page.bytes)
    case .json:
      var output = JSONOutput(pretty: console.outputIsTerminal)
      answer.json(&output)
      try write(console.outputIsTerminal ? TerminalSafety.json(output.bytes) : output.bytes)
    case .csv(let usage):
      guard let csv = answer.csv else {
        throw CommandFailure(.usage, "Cette réponse n’a pas de lignes à mettre en CSV.", remede: "Demandez --json.")
      }
      let bytes = csv.bytes(for: usage)
      try write(console.outputIsTerminal ? TerminalSafety.csv(bytes) : bytes)
    }
  }

  /// Shows something on the way to the answer: to a person only, a program waits for the answer itself.
  func annoncer(_ step: some Presentable) throws(CommandFailure) {
    guard format == .texte else { return }
    try montrer(step)
  }

  private func write(_ bytes: [UInt8]) throws(CommandFailure) {
    do {
      try console.write(bytes)
    } catch {
      throw CommandFailure(.refused, error.message)
    }
  }
}
