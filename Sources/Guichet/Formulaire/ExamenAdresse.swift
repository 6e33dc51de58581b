import StrictJSON

extension Examinateur {
  /// The demandeur's address, or the place where care is looked for: they have the same shape.
  mutating func adresse(_ parent: inout LecteurObjet, _ emplacement: Emplacement) -> Adresse? {
    let before = recueil.nombreAnomalies
    defer { isPlaceFaulty = isPlaceFaulty || recueil.nombreAnomalies > before }
    guard var objet = parent.objet(emplacement, &recueil) else { return nil }
    var adresse = Adresse()
    adresse.voie = objet.ligne("voie", max: LongueurSaisie.voie, &recueil)
    adresse.commune = objet.ligne("commune", max: LongueurSaisie.commune, &recueil)
    codePostal(&objet, &adresse)
    adresse.codeInsee = codeInsee(&objet)
    objet.signalerInconnues(&recueil)
    isPlaceNamed = isPlaceNamed || adresse.namesPlace
    return adresse.isEmpty ? nil : adresse
  }

  /// Five digits. A name is let through where `commune` holds five digits: the two were swapped, which routing rights.
  private mutating func codePostal(_ objet: inout LecteurObjet, _ adresse: inout Adresse) {
    guard let value = objet.valeur("codePostal") else { return }
    let chemin = objet.chemin("codePostal")
    guard let text = value.string else {
      return recueil.anomalie(chemin, value, Attendu.texte.message(pas: value))
    }
    switch LigneSaisie.lire(text, max: LongueurSaisie.commune) {
    case .vide: return
    case .texte(let line, _):
      if let digits = Self.fiveDigits(line) {
        adresse.codePostal = digits
        return
      }
      if let digits = adresse.commune.flatMap(Self.fiveDigits), Self.hasLetter(line) {
        adresse.codePostal = line
        adresse.commune = digits
        return
      }
    case .tropLong, .interdit: break
    }
    recueil.anomalie(chemin, value, "Un code postal a cinq chiffres, zéro compris, comme 59160.")
  }

  private mutating func codeInsee(_ objet: inout LecteurObjet) -> String? {
    let before = recueil.nombreAnomalies
    guard let line = objet.ligne("codeInsee", max: LongueurSaisie.code, &recueil) else { return nil }
    if let code = CodeInsee(line) { return code.texte }
    if recueil.nombreAnomalies == before, let value = objet.json["codeInsee"] {
      recueil.anomalie(
        objet.chemin("codeInsee"), value,
        "Un code INSEE de commune a cinq caractères, comme 59350 ou 2A004 ; ce n’est pas le code postal.")
    }
    return nil
  }

  /// The digits of « 59160 » and « 59 160 ».
  private static func fiveDigits(_ line: String) -> String? {
    let utf8 = line.utf8
    guard utf8.count == 5 || utf8.count == 6 else { return nil }
    for (place, byte) in utf8.enumerated() {
      let isSpace = utf8.count == 6 && place == 2
      guard isSpace ? byte == 0x20 : byte &- 0x30 < 10 else { return nil }
    }
    return utf8.count == 5 ? line : String(line.prefix(2) + line.suffix(3))
  }

  private static func hasLetter(_ line: String) -> Bool {
    line.utf8.contains { ($0 | 0x20) &- 0x61 < 26 }
  }
}
