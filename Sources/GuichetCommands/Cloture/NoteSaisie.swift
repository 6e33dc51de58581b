import Guichet

/// What a person writes about a demande, asked for or read: what is said of a family is never an argument, which other
/// users of the machine see.
struct NoteSaisie {
  let texte: String

  init(_ console: any Console) throws(CommandFailure) {
    let typed = try TexteSaisi(
      question: "Note, sur une ligne", rien: "Rien n’est noté.", remede: Self.remede, limit: Self.limit
    ).lire(console)
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
}
