import Guichet

/// What to look for, asked for or read: a family's name is never an argument, which other users of the machine see.
struct Recherchee {
  let texte: String

  init(_ console: any Console) throws(CommandFailure) {
    texte = try TexteSaisi(
      question: "Nom (et prénom), téléphone, courriel, référence ou numéro", rien: "Rien n’est donné à chercher.",
      remede: Self.remede, limit: Self.limit
    ).lire(console)
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
}
