/// What a person writes beside an act: a motive, a note.
package enum TexteDActe {
  /// The greatest length, in Unicode scalars.
  package static let longueur = 1000

  package enum Faute: Error, Hashable, Sendable {
    case tropLong
    /// A social security or allocataire number, which is kept nowhere.
    case numeroPersonnel

    /// What is wrong and what to do, one French sentence.
    package var message: String {
      switch self {
      case .tropLong: "Ce texte est trop long : \(TexteDActe.longueur) caractères au plus."
      case .numeroPersonnel:
        "Ce texte contient un numéro de sécurité sociale ou d’allocataire, qui n’est gardé nulle part ; ôtez-le."
      }
    }
  }

  /// The text without blanks around it and without control characters; nil where nothing was written.
  package static func lire(_ saisi: String?) throws(Faute) -> String? {
    guard let saisi else { return nil }
    let libre = TexteLibre(saisi, max: longueur)
    guard !libre.estCoupe else { throw .tropLong }
    guard let texte = libre.texte else { return nil }
    if NumerosPersonnels.mayHide(in: texte), !NumerosPersonnels.chercher(in: texte).isEmpty { throw .numeroPersonnel }
    return texte
  }
}
