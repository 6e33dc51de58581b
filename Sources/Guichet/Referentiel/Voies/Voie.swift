/// The name of a way as a rattachement gives it: `boulevard Vauban`.
///
/// A reference: routing compares streets with it by the thousand, and copies of it would touch each of its parts.
final class Voie: Hashable, Sendable {
  /// As the table writes it.
  let texte: String
  /// Type of way in full, then the name: `BOULEVARD VAUBAN`.
  let cle: NomNormalise
  let ligne: LigneDeVoie
  let lecture: LigneDeVoie.Lecture

  /// Nil when there is no word in it.
  init?(_ text: String) {
    ligne = LigneDeVoie(text)
    guard !ligne.mots.isEmpty else { return nil }
    texte = text
    lecture = ligne.lecture(ligne.mots.indices)
    cle = NomNormalise(dejaNormalise: ligne.octets)
  }

  /// Whether it begins with a type of way; « La Canebière » does not.
  var aUnType: Bool { ligne.mots.first?.sens.contains(.type) ?? false }

  static func == (left: Voie, right: Voie) -> Bool { left.texte == right.texte }

  func hash(into hasher: inout Hasher) { hasher.combine(texte) }
}
