// Reading the fields that several files have: each returns nil and records a fault, with its remedy, when the field is
// not what it should be.

extension TableCSV {
  mutating func codeInsee(_ column: Colonne) -> CodeInsee? {
    let bytes = octets(column)
    if let code = CodeInsee(octets: bytes) { return code }
    fault(column, Self.codeFault(String(decoding: bytes, as: UTF8.self), nature: "code INSEE", exemple: "59350"))
    return nil
  }

  mutating func codePostal(_ column: Colonne) -> CodePostal? {
    let bytes = octets(column)
    if let code = CodePostal(octets: bytes) { return code }
    fault(column, Self.codeFault(String(decoding: bytes, as: UTF8.self), nature: "code postal", exemple: "59160"))
    return nil
  }

  /// The days of `du` and `au`; nil with a fault when one is no day or they are the wrong way round.
  mutating func periode(du: Colonne, au: Colonne) -> Periode? {
    let before = fautes.count
    let first = jour(du)
    let last = jour(au)
    guard fautes.count == before else { return nil }
    if let periode = Periode(du: first, au: last) { return periode }
    fault(
      au,
      "la date de fin (\(last?.francaise ?? "")) précède la date de début (\(first?.francaise ?? "")) : les deux jours "
        + "sont compris, corriger l’une des deux.")
    return nil
  }

  private mutating func jour(_ column: Colonne) -> DateCivile? {
    guard let text = texteOuRien(column) else { return nil }
    if let day = DateCivile(iso: text) ?? DateCivile(francaise: text) { return day }
    let isNumber = text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    fault(
      column,
      isNumber
        ? "« \(montre(text)) » est une date réécrite en nombre par un tableur : mettre la colonne au format date et "
          + "l’exporter à nouveau (AAAA-MM-JJ ou JJ/MM/AAAA)."
        : "« \(montre(text)) » n’est pas un jour du calendrier : l’écrire AAAA-MM-JJ ou JJ/MM/AAAA.")
    return nil
  }

  /// Nil for an empty field.
  mutating func numero(_ column: Colonne) -> Int32?? {
    guard let text = texteOuRien(column) else { return .some(nil) }
    if let number = Int32(text), number > 0 { return number }
    fault(column, "« \(montre(text)) » n’est pas un numéro de voie : écrire un nombre entier, comme 12.")
    return nil
  }

  private static func codeFault(_ text: String, nature: String, exemple: String) -> String {
    let shown = montre(text)
    if text.isEmpty { return "le \(nature) manque : écrire cinq caractères, comme \(exemple)." }
    switch DegatDeTableur(text) {
    case .exposant:
      return "« \(shown) » est un \(nature) réécrit par un tableur avec un exposant : mettre la colonne au format "
        + "texte et ressaisir le code d’origine."
    case .zeroPerdu:
      return "« \(shown) » est un \(nature) qui a perdu son zéro initial dans un tableur : mettre la colonne au format "
        + "texte et écrire « 0\(shown) »."
    case .decimales:
      return "« \(shown) » est un \(nature) réécrit par un tableur avec des décimales : mettre la colonne au format "
        + "texte et écrire « \(montre(String(text.prefix(5)))) »."
    case nil:
      return "« \(shown) » n’est pas un \(nature) : écrire cinq caractères, comme \(exemple)."
    }
  }
}

/// What spreadsheets do to codes that look like numbers.
enum DegatDeTableur {
  /// `2E+04`, `3,53E+08`.
  case exposant
  /// `1001` for `01001`.
  case zeroPerdu
  /// `59350,0`.
  case decimales

  init?(_ text: String, longueur length: Int = 5) {
    var digits = 0
    var hasMark = false
    var hasExponent = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."), UInt8(ascii: ","): hasMark = true
      case UInt8(ascii: "E") where digits > 0, UInt8(ascii: "e") where digits > 0: hasExponent = true
      case UInt8(ascii: "+"), UInt8(ascii: "-"): if !hasExponent { return nil }
      default: return nil
      }
    }
    switch (hasExponent, hasMark) {
    case (true, _): self = .exposant
    case (false, true): self = .decimales
    case (false, false):
      guard digits == length - 1 else { return nil }
      self = .zeroPerdu
    }
  }
}
