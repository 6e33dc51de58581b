import ArgumentParser
import GuichetControl
import VarlinkClient

/// A command that does something: the leaf of the grammar.
protocol Commande: ParsableCommand {
  /// How its answer can be shown beside text.
  static var formats: Set<Format> { get }
  /// What a person could type, the plainest first.
  static var exemples: [Exemple] { get }
  var globales: Globales { get }
  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus
}

extension Commande {
  static var formats: Set<Format> { [.json] }
  static var exemples: [Exemple] { [] }

  /// What the command shows goes out through this.
  func sortie(_ contexte: Contexte) -> Sortie {
    Sortie(contexte, format: globales.format, sansPager: globales.sansPager)
  }

  /// With « demain » read by the clock of the Caf, which the daemon has, wherever the command is typed.
  func aLHeureDuDemon(_ contexte: Contexte) -> Contexte {
    var result = contexte
    result.presentDuDemon = {
      do {
        return try demon(contexte).call(GetEtat.self, .init()).etat.le
      } catch {
        // What is wrong with the daemon, the command's own call will say.
        return nil
      }
    }
    return result
  }

  /// Opens the door to the daemon.
  func demon(_ contexte: Contexte) throws(CommandFailure) -> Daemon {
    let socket = Places(globales, contexte.environnement).socket
    do {
      return Daemon(try contexte.connecter(socket), socket: socket)
    } catch {
      throw CommandFailure(error, socket: socket)
    }
  }
}

/// A noun: it holds verbs and does nothing by itself.
protocol Nom: ParsableCommand {}

extension Nom {
  /// What to answer when the verb is missing.
  static var verbeManquant: CommandFailure {
    let nom = configuration.commandName ?? ""
    let verbes = configuration.subcommands.compactMap { $0.configuration.commandName }
    return CommandFailure(
      .usage, "Il manque le verbe après « \(nom) » : \(verbes.enumeres).", remede: "Voir « guichetctl \(nom) --help ».")
  }
}

extension [String] {
  /// `a, b ou c`.
  var enumeres: String {
    guard let last, count > 1 else { return joined() }
    return "\(dropLast().joined(separator: ", ")) ou \(last)"
  }
}
