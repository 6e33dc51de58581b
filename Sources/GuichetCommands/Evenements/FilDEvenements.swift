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
  /// The rank after which to take up again: of the last fact whose line is out whole, or of one after it that was not asked
  /// for; nil while that is not known.
  private(set) var rang: Int?
  /// Closed LINF for which whoever reads stands in.
  private var suppleances: [Wire.Suppleance] = []

  init(_ contexte: Contexte, _ format: Format, depuis: Int?) {
    self.contexte = contexte
    self.format = format
    rang = depuis
  }

  /// - Returns: false when nobody reads any more.
  mutating func montrer(_ nouvelle: Ecoute.Nouvelle) throws(CommandFailure) -> Bool {
    switch nouvelle {
    case .message(let reply):
      return try montrer(reply)
    case .revenue(let reply):
      dire("La connexion à guichetd est rétablie ; la suite vient après le fait \(reply.sequence).")
      return try montrer(reply)
    case .perdue(let raison):
      dire("\(TerminalSafety.line(raison)) La suite est reprise dès que possible.")
      return true
    case .reculee(let tete):
      rang = tete
      dire("Le journal a été restauré à un état plus ancien ; la suite vient après son dernier fait, le \(tete).")
      return true
    }
  }

  private func dire(_ sentence: String) { contexte.console.writeError("\(sentence)\n") }

  private mutating func montrer(_ reply: Subscribe.Reply) throws(CommandFailure) -> Bool {
    let isFirst = !aCommence
    if let closed = reply.suppleances { suppleances = closed }
    aCommence = true
    rang = rang ?? reply.faits.first.map { $0.seq - 1 } ?? reply.sequence
    // The header comes once, and at once: whoever reads along knows the columns before anything happens.
    if isFirst, case .csv(let usage) = format, try !write(CSVDocument(faits: []).bytes(for: usage)) { return false }
    for fait in reply.faits {
      guard try write(ligne(fait)) else { return false }
      rang = fait.seq
    }
    rang = reply.sequence
    return true
  }

  /// - Returns: false when nobody reads any more.
  private func write(_ bytes: [UInt8]) throws(CommandFailure) -> Bool {
    do {
      try contexte.console.write(bytes)
      return true
    } catch {
      if error.isReaderGone { return false }
      throw CommandFailure(.refused, error.message)
    }
  }

  private func ligne(_ fait: Wire.Fait) -> [UInt8] {
    let isTerminal = contexte.console.outputIsTerminal
    switch format {
    case .texte:
      let style = TextStyle(contexte.console, contexte.environnement)
      let line = LigneDEvenement.ligne(fait, largeur: style.width, avecRang: true, suppleances: suppleances)
      return Array("\(line.rendue(style))\n".utf8)
    case .json:
      var output = JSONOutput(pretty: false)
      output.ligne(fait.json)
      return isTerminal ? TerminalSafety.json(output.bytes) : output.bytes
    case .csv(let usage):
      let bytes = CSVDocument(faits: [fait]).rows(for: usage)
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
