import Guichet
import LinuxSystem

/// What to look for, asked for or read: a family's name is never an argument, which other users of the machine see.
struct Recherchee {
  let texte: String

  init(_ console: any Console) throws(CommandFailure) {
    texte = try Self.lire(console)
    do {
      _ = try Recherche(texte)
    } catch {
      throw CommandFailure(.refused, error.message, remede: Self.remede)
    }
  }

  /// Bytes; whatever is looked for is shorter.
  private static let limit = 4096

  private static let remede =
    "Répondez à la question, ou donnez-le sur l’entrée standard : « guichetctl demande lister --cherche < FICHIER »."

  private static func lire(_ console: any Console) throws(CommandFailure) -> String {
    guard !console.inputIsTerminal else {
      console.writeError("Nom (et prénom), téléphone, courriel, référence ou numéro : ")
      guard let line = console.readLine() else {
        console.writeError("\n")
        throw CommandFailure(.refused, "Rien n’est donné à chercher.", remede: remede)
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
