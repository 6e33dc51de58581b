import GuichetDocuments
import LinuxSystem
import StrictJSON

/// The one way out: every answer is shown here, in every format.
struct Sortie {
  private let contexte: Contexte
  private let format: Format
  private let style: TextStyle
  private let sansPager: Bool
  private var console: any Console { contexte.console }

  init(_ contexte: Contexte, format: Format, sansPager: Bool) {
    self.contexte = contexte
    self.format = format
    self.sansPager = sansPager
    style = TextStyle(contexte.console, contexte.environnement)
  }

  func montrer(_ answer: some Presentable) throws(CommandFailure) {
    switch format {
    case .texte:
      try page(texte(answer))
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

  /// Shows something on the way to the answer: to a person only, a program waits for the answer itself. Never through a
  /// pager, so that it stays in sight above the question that follows.
  func annoncer(_ step: some Presentable) throws(CommandFailure) {
    guard format == .texte else { return }
    try write(texte(step))
  }

  private func texte(_ answer: some Presentable) -> [UInt8] {
    var page = TextPage(style, maintenant: contexte.maintenant())
    answer.texte(&page)
    return page.bytes
  }

  /// A text that is longer than the screen goes through the pager that the person has chosen; where there is none, it is
  /// simply written.
  private func page(_ bytes: [UInt8]) throws(CommandFailure) {
    guard console.outputIsTerminal, !sansPager, let height = console.height,
      PagerChoisi.estLong(bytes, hauteur: height), let pager = PagerChoisi(contexte.environnement)
    else { return try write(bytes) }
    do {
      if try console.page(bytes, through: pager.commande, environment: pager.environnement) { return }
    } catch {
      contexte.console.writeError("\(TerminalSafety.line(error.message))\n")
    }
    try write(bytes)
  }

  private func write(_ bytes: [UInt8]) throws(CommandFailure) {
    do {
      try console.write(bytes)
    } catch {
      throw CommandFailure(
        .refused, error.message, remede: "Ce qui était demandé est fait ; seule la réponse n’a pas pu être écrite.")
    }
  }
}
