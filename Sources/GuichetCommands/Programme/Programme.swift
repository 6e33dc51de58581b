import ArgumentParser
import FoundationEssentials
import LinuxSystem

extension Guichetctl {
  /// Runs the command of this process and ends it.
  package static func principal() -> Never {
    do {
      try StandardStreams.fillClosed()
    } catch {
      StandardError.write("\(_errorPrefix)\(error.message)\n")
      exit(withError: ExitCode(CommandStatus.refused.rawValue))
    }
    let contexte = Contexte.standard(environnement: ProcessInfo.processInfo.environment)
    let status = executer(Array(CommandLine.arguments.dropFirst()), contexte)
    exit(withError: ExitCode(status.rawValue))
  }

  /// Reads a command line and does what it says.
  ///
  /// - Parameter arguments: without the program's name.
  package static func executer(_ arguments: [String], _ contexte: Contexte) -> CommandStatus {
    var arguments = arguments
    if let first = arguments.first, ["aide", "help"].contains(first) { arguments = arguments.dropFirst() + ["--help"] }
    var parsed: any ParsableCommand
    do {
      parsed = try CompletionEnCours.avec(contexte) { try parseAsRoot(arguments) }
    } catch {
      // A shell that asks for completions has no place for a message.
      if arguments.first == "---completion", !exitCode(for: error).isSuccess { return .usage }
      let message = fullMessage(for: error, columns: columns(contexte))
      if !exitCode(for: error).isSuccess, estUneSonde(arguments) { return sondeInconnue(message, contexte) }
      let status = repondre(message, exitCode(for: error), contexte, proche: CommandeProche.phrase(arguments))
      return status == .done && estUneSonde(arguments) ? .inconnu : status
    }
    do {
      guard let commande = parsed as? any Commande else {
        if let nom = parsed as? any Nom { throw type(of: nom).verbeManquant }
        // A request for help, which it throws.
        try parsed.run()
        return .done
      }
      try commande.checkFormat()
      return try commande.executer(commande.aLHeureDuDemon(contexte))
    } catch let failure as CommandFailure {
      contexte.console.writeError(failure.texte)
      return failure.status
    } catch {
      let status = repondre(fullMessage(for: error, columns: columns(contexte)), exitCode(for: error), contexte)
      return status == .done && estUneSonde(arguments) ? .inconnu : status
    }
  }

  /// Whether it is the monitoring plugin that is called, whose wrong command lines are UNKNOWN, as are its help and its
  /// version, which tell of no service.
  private static func estUneSonde(_ arguments: [String]) -> Bool {
    var words = arguments[...]
    while let word = words.popFirst() {
      if ["--socket", "--racine"].contains(word) { _ = words.popFirst() }
      if !word.hasPrefix("-") { return word == "sonde" }
    }
    return false
  }

  private static func sondeInconnue(_ message: String, _ contexte: Contexte) -> CommandStatus {
    let sentence = (UsageError.translated(message).split(separator: "\n").first.map(String.init) ?? message)
      .replacing(_errorPrefix, with: "")
    do {
      try contexte.console.write(Array(ResultatDeSonde.ligne(.inconnu, sentence).utf8))
    } catch {
      contexte.console.writeError("\(error.message)\n")
    }
    return .inconnu
  }

  /// Gives what ArgumentParser has to say: help on the standard output, mistakes beside it.
  ///
  /// - Parameter proche: what was perhaps meant by a word that should be a command, one sentence.
  private static func repondre(
    _ message: String, _ code: ExitCode, _ contexte: Contexte, proche: String? = nil
  ) -> CommandStatus {
    guard code.isSuccess else {
      contexte.console.writeError(UsageError.translated(message, sentence: proche))
      return .usage
    }
    do {
      try contexte.console.write(Array("\(HelpText.translated(message))\n".utf8))
      return .done
    } catch {
      contexte.console.writeError("\(_errorPrefix)\(error.message)\n")
      return .refused
    }
  }

  /// Help is laid out for the terminal, for 80 columns where there is none, and never wider than reads well.
  private static func columns(_ contexte: Contexte) -> Int {
    min(100, max(40, contexte.console.width ?? 80))
  }
}

extension CommandFailure {
  /// As a person reads it.
  fileprivate var texte: String {
    let lines = ["\(Guichetctl._errorPrefix)\(message)"] + details.map { "  – \($0)" } + (remede.map { [$0] } ?? [])
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Commande {
  /// Refuses a format that the command does not offer, before it does anything.
  fileprivate func checkFormat() throws(CommandFailure) {
    let format = globales.format
    guard format == .texte || Self.formats.contains(format) else {
      throw CommandFailure(
        .usage, "Cette réponse n’a pas de lignes à mettre en CSV.",
        remede: "Retirez \(format.option), ou demandez --json.")
    }
  }
}
