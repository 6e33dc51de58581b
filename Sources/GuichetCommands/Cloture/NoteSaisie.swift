import Guichet
import LinuxSystem

/// What a person writes about a demande, asked for or read: what is said of a family is never an argument, which other
/// users of the machine see.
struct NoteSaisie {
  let texte: String

  init(_ console: any Console) throws(CommandFailure) {
    let typed = try Self.lire(console)
    do {
      guard let texte = try TexteDActe.lire(typed) else {
        throw CommandFailure(.refused, "La note est vide.", remede: Self.remede)
      }
      self.texte = texte
    } catch let failure as CommandFailure {
      throw failure
    } catch let fault as TexteDActe.Faute {
      throw CommandFailure(.refused, fault.message)
    } catch {
      throw CommandFailure(.refused, "La note est illisible.", remede: Self.remede)
    }
  }

  /// Bytes; a note is shorter.
  private static let limit = 16_384

  private static let remede =
    "Répondez à la question, ou donnez-la sur l’entrée standard : « guichetctl demande noter NUMÉRO < FICHIER »."

  private static func lire(_ console: any Console) throws(CommandFailure) -> String {
    guard !console.inputIsTerminal else {
      console.writeError("Note, sur une ligne : ")
      guard let line = console.readLine() else {
        console.writeError("\n")
        throw CommandFailure(.refused, "Rien n’est noté.", remede: remede)
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
