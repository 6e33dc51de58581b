import Guichet
import GuichetControl

extension Office {
  /// The INSEE code of the commune that a person names: by its name, by its postal code with or without the name, or by
  /// its INSEE code. Several are never guessed between.
  func commune(_ text: String) throws -> String {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { throw Self.commune("La commune est vide ; nommez-la, ou omettez-la.") }
    guard let referentiel = desk.version.routeur.referentiel else {
      throw Self.commune("Aucun référentiel n’est chargé, aucune commune n’est connue ; omettez-la.")
    }
    guard CodePostal(first) != nil else {
      // Codes with a letter, as 2A004, are no postal codes.
      let isCode = words.count == 1 && CodeInsee(first) != nil && referentiel.nom(ofCommune: first) != nil
      return try unique(isCode ? Adresse(codeInsee: first) : Adresse(commune: words.joined(separator: " ")), text)
    }
    guard words.count == 1 else {
      return try unique(Adresse(codePostal: first, commune: words.dropFirst().joined(separator: " ")), text)
    }
    // Most postal codes of the Nord are also the INSEE code of another commune.
    guard let other = referentiel.nom(ofCommune: first) else { return try unique(Adresse(codePostal: first), text) }
    let byPostalCode = decider(Adresse(codePostal: first))
    guard byPostalCode.codeInsee == nil, byPostalCode.candidats.isEmpty else {
      throw Self.commune(
        "« \(text) » est un code postal, et le code INSEE de \(other) ; ajoutez le nom de la commune : \(text) \(other)."
      )
    }
    return try unique(Adresse(codeInsee: first), text)
  }

  private func decider(_ adresse: Adresse) -> Decision {
    let today = today(clock.now())
    return desk.version.routeur.decider(
      adresse: adresse, lieu: nil, origine: .monenfantFr, jour: today, jourDepot: today)
  }

  private func unique(_ adresse: Adresse, _ text: String) throws -> String {
    let decision = decider(adresse)
    if let code = decision.codeInsee { return code }
    if decision.marques.contains(.communeAPreciser) {
      throw Self.commune("« \(text) » couvre plusieurs communes ; ajoutez le nom de la bonne.")
    }
    let candidates = decision.candidats.map { "\($0.nom) (\($0.codeInsee))" }
    throw Self.commune(
      candidates.isEmpty
        ? "« \(text) » n’est aucune commune connue ; donnez son nom, son code postal et son nom, ou son code INSEE."
        : "« \(text) » est le nom ou le code de plusieurs communes : \(candidates.joined(separator: ", ")) ; donnez le code "
          + "INSEE de la bonne.")
  }

  private static func commune(_ message: String) -> ControlError { .sansObjet(parametre: "commune", message: message) }
}
