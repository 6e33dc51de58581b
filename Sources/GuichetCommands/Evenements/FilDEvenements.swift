import GuichetControl
import GuichetDocuments
import LinuxSystem
import StrictJSON

/// Facts as they come, each on a line that is out before the next is looked at; what befalls the connection beside them.
struct FilDEvenements {
  private let contexte: Contexte
  private let format: Format
  /// Whether anything was shown yet.
  private(set) var aCommence = false

  init(_ contexte: Contexte, _ format: Format) {
    self.contexte = contexte
    self.format = format
  }

  /// - Returns: false when nobody reads any more.
  mutating func montrer(_ nouvelle: Ecoute.Nouvelle) throws(CommandFailure) -> Bool {
    switch nouvelle {
    case .message(let reply):
      return try montrer(reply.faits)
    case .revenue(let reply):
      dire("La connexion à guichetd est rétablie ; la suite vient après le fait \(reply.sequence).")
      return try montrer(reply.faits)
    case .perdue(let raison):
      dire("\(TerminalSafety.line(raison)) La suite est reprise dès que possible.")
      return true
    case .reculee(let tete):
      dire("Le journal a été restauré à un état plus ancien ; la suite vient après son dernier fait, le \(tete).")
      return true
    }
  }

  private func dire(_ sentence: String) { contexte.console.writeError("\(sentence)\n") }

  private mutating func montrer(_ faits: [Wire.Fait]) throws(CommandFailure) -> Bool {
    let bytes = preparer(faits)
    aCommence = true
    guard !bytes.isEmpty else { return true }
    do {
      try contexte.console.write(bytes)
      return true
    } catch {
      if error.isReaderGone { return false }
      throw CommandFailure(.refused, error.message)
    }
  }

  private func preparer(_ faits: [Wire.Fait]) -> [UInt8] {
    let isTerminal = contexte.console.outputIsTerminal
    switch format {
    case .texte:
      let style = TextStyle(contexte.console, contexte.environnement)
      return faits.flatMap { "\(LigneDEvenement.ligne($0, largeur: style.width).rendue(style))\n".utf8 }
    case .json:
      var output = JSONOutput(pretty: false)
      for fait in faits { output.ligne(fait.json) }
      return isTerminal ? TerminalSafety.json(output.bytes) : output.bytes
    case .csv(let usage):
      let rows = CSVDocument(faits: faits)
      // The header comes once, and at once: whoever reads along knows the columns before anything happens.
      let bytes = aCommence ? rows.rows(for: usage) : rows.bytes(for: usage)
      return isTerminal ? TerminalSafety.csv(bytes) : bytes
    }
  }
}

extension CSVDocument {
  /// Facts of the journal.
  init(faits: [Wire.Fait]) {
    self.init(colonnes: [
      "seq", "numero", "nature", "survenuLe", "enregistreLe", "auteur", "chaine", "resume", "linf",
    ])
    for fait in faits {
      append([
        .nombre(fait.seq), .code(fait.numero), .code(fait.nature), .code(fait.survenuLe), .code(fait.enregistreLe),
        .code(fait.auteur), .code(fait.chaine), .texte(fait.resume), .code(fait.linf),
      ])
    }
  }
}
