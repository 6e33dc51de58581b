// Reading the fields that several files have: each returns nil and records a fault, with its remedy, when the field is
// not what it should be.

extension TableCSV {
  mutating func codeInsee(_ column: Colonne) -> CodeInsee? {
    let bytes = octets(column)
    if let code = CodeInsee(octets: bytes) { return code }
    fault(
      column,
      Self.codeFault(String(decoding: bytes, as: UTF8.self), nature: "code INSEE", exemple: "59350") {
        CodeInsee($0) != nil
      })
    return nil
  }

  mutating func codePostal(_ column: Colonne) -> CodePostal? {
    let bytes = octets(column)
    if let code = CodePostal(octets: bytes) { return code }
    fault(
      column,
      Self.codeFault(String(decoding: bytes, as: UTF8.self), nature: "code postal", exemple: "59160") {
        CodePostal($0) != nil
      })
    return nil
  }

  /// The days of `du` and `au`; nil with a fault when one is no day or they are the wrong way round.
  mutating func periode(du: Colonne, au: Colonne) -> Periode? {
    let before = fautes.count
    let first = jour(du)
    let last = jour(au)
    for (day, column) in [(first, du), (last, au)] {
      // What never ends is written 31/12/9999, and what begins does so in the lives of those who wait for it.
      if let day, day.annee < 1900 || (column.rawValue == du.rawValue && day.annee > 2199) {
        fault(column, "« \(montre(texte(column))) » est d’une autre époque : corriger l’année.")
      }
    }
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
    fault(
      column,
      DegatDeTableur.isNumber(text)
        ? "« \(montre(text)) » est une date réécrite en nombre par un tableur : mettre la colonne au format date et "
          + "l’exporter à nouveau (AAAA-MM-JJ ou JJ/MM/AAAA)."
        : "« \(montre(text)) » n’est pas un jour du calendrier : l’écrire AAAA-MM-JJ ou JJ/MM/AAAA.")
    return nil
  }

  /// Nil for an empty field.
  mutating func numero(_ column: Colonne) -> Int32?? {
    let before = fautes.count
    let number = entier(column, nature: "numéro de voie", exemple: 12, limite: 99_999)
    return fautes.count == before ? .some(number.map(Int32.init)) : nil
  }

  /// A whole number from 1 to `limite`; nil for an empty field, and with a fault for anything else.
  mutating func entier(_ column: Colonne, nature: String, exemple: Int, limite: Int) -> Int? {
    guard let text = texteOuRien(column) else { return nil }
    if text.utf8.allSatisfy(DegatDeTableur.isDigit), let number = Int(text), (1...limite).contains(number) {
      return number
    }
    let remedy =
      DegatDeTableur.isNumber(text) && !text.utf8.allSatisfy(DegatDeTableur.isDigit)
      ? "un tableur l’a réécrit, mettre la colonne au format texte et écrire un nombre entier, comme \(exemple)."
      : "écrire un nombre entier de 1 à \(limite), comme \(exemple)."
    fault(column, "« \(montre(text)) » n’est pas un \(nature) : \(remedy)")
    return nil
  }

  /// Minutes after midnight of `9:00`, `09:00`, `9h00` or `9h`, also with the `:00` of seconds that spreadsheets add;
  /// `24:00` only ends a day.
  mutating func heure(_ column: Colonne, fin: Bool) -> Int? {
    let text = texte(column)
    if let minutes = HeureEcrite.minutes(text), minutes < 1440 || fin { return minutes }
    let remedy = "l’écrire comme 09:00\(fin ? ", jusqu’à 24:00" : "")."
    fault(
      column,
      text.isEmpty
        ? "l’heure manque : \(remedy)"
        : DegatDeTableur.isNumber(text)
          ? "« \(montre(text)) » est une heure réécrite en nombre par un tableur, ou incomplète : mettre la colonne au "
            + "format texte et \(remedy)"
          : "« \(montre(text)) » n’est pas une heure : \(remedy)")
    return nil
  }

  /// One of a closed list of words, whatever their case and accents; nil for an empty field, and with a fault for
  /// another word.
  mutating func code<Code: CaseIterable & RawRepresentable<String>>(_ column: Colonne, _: Code.Type) -> Code? {
    guard let text = texteOuRien(column) else { return nil }
    let key = NomNormalise.plie(text.utf8).filter { $0 != UInt8(ascii: " ") }
    if let code = Code.allCases.first(where: { NomNormalise.plie($0.rawValue.utf8) == key }) { return code }
    let words = Code.allCases.map(\.rawValue).joined(separator: ", ")
    fault(column, "« \(montre(text)) » n’est pas un mot connu ici : écrire \(words), ou rien.")
    return nil
  }

  /// A text for people; nil for an empty field, and with a fault when it is too long or holds what no text does.
  mutating func texteLibre(_ column: Colonne) -> String? {
    guard let text = texteOuRien(column) else { return nil }
    let limit = 200
    let length = text.unicodeScalars.count
    if length > limit {
      fault(column, "« \(montre(text)) » a \(length) caractères : en garder \(limit) au plus.")
    } else if text.unicodeScalars.contains("\u{FFFD}") {
      fault(column, "« \(montre(text)) » a un caractère illisible : enregistrer le fichier au format « CSV UTF-8 ».")
    } else if text.unicodeScalars.contains(where: {
      $0.properties.generalCategory == .control && !"\t\r\n".unicodeScalars.contains($0)
    }) {
      fault(column, "« \(montre(text)) » contient un caractère de commande : ressaisir ce texte.")
    } else {
      return text
    }
    return nil
  }

  /// The number of an EPCI: nine digits.
  mutating func siren(_ column: Colonne) -> Int? {
    let bytes = octets(column)
    if bytes.count == 9, bytes.allSatisfy(DegatDeTableur.isDigit) { return Int(String(decoding: bytes, as: UTF8.self)) }
    let text = texte(column)
    fault(
      column,
      DegatDeTableur(text, longueur: 9) == nil
        ? "« \(montre(text)) » n’est pas un numéro SIREN : écrire neuf chiffres, la colonne étant au format texte."
        : "« \(montre(text)) » est un numéro SIREN réécrit par un tableur : mettre la colonne au format texte et ressaisir "
          + "les neuf chiffres.")
    return nil
  }

  private static func codeFault(
    _ text: String, nature: String, exemple: String, _ isCode: (String) -> Bool
  ) -> String {
    let shown = montre(text)
    if text.isEmpty { return "le \(nature) manque : écrire cinq caractères, comme \(exemple)." }
    switch DegatDeTableur(text) {
    case .exposant:
      return "« \(shown) » est un \(nature) réécrit par un tableur avec un exposant : mettre la colonne au format "
        + "texte et ressaisir le code d’origine."
    case .zeroPerdu:
      return "« \(shown) » est un \(nature) qui a perdu son zéro initial dans un tableur : mettre la colonne au format "
        + "texte et écrire « 0\(shown) »."
    case .decimales where text.dropFirst(6).allSatisfy { $0 == "0" }:
      return "« \(shown) » est un \(nature) réécrit par un tableur avec des décimales : mettre la colonne au format "
        + "texte et écrire « \(montre(String(text.prefix(5)))) »."
    case .decimales, nil:
      let kind = text.hasPrefix("#") ? "est une erreur de calcul d’un tableur et non" : "n’est pas"
      // `="59350"`, `'59350`, `59 350`
      let plain = text.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
      let remedy = isCode(plain) ? "écrire « \(plain) »." : "écrire cinq caractères, comme \(exemple)."
      return "« \(shown) » \(kind) un \(nature) : \(remedy)"
    }
  }
}

/// An hour of the day as people and spreadsheets write it.
enum HeureEcrite {
  /// Minutes after midnight, from 00:00 to 24:00; nil when it is none.
  static func minutes(_ text: String) -> Int? {
    var reader = DigitReader(text)
    guard let hours = reader.number(digits: 2) ?? reader.number(digits: 1) else { return nil }
    var minutes = 0
    if reader.skip(UInt8(ascii: "h"), or: UInt8(ascii: "H")) {
      if !reader.isAtEnd {
        guard let read = reader.number(digits: 2) else { return nil }
        minutes = read
      }
    } else {
      guard reader.skip(UInt8(ascii: ":")), let read = reader.number(digits: 2) else { return nil }
      minutes = read
      if !reader.isAtEnd {
        guard reader.skip(UInt8(ascii: ":")), reader.number(digits: 2) == 0 else { return nil }
      }
    }
    guard reader.isAtEnd, minutes < 60, hours * 60 + minutes <= 1440 else { return nil }
    return hours * 60 + minutes
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
    var marks = 0
    var hasExponent = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."), UInt8(ascii: ","): marks += 1
      case UInt8(ascii: "E") where digits > 0, UInt8(ascii: "e") where digits > 0: hasExponent = true
      case UInt8(ascii: "+"), UInt8(ascii: "-"): if !hasExponent { return nil }
      default: return nil
      }
    }
    switch (hasExponent, marks) {
    case (true, _): self = .exposant
    case (false, 1): self = .decimales
    case (false, 0):
      guard digits == length - 1 else { return nil }
      self = .zeroPerdu
    // `01.01.2022`, `03.53.01.00.00`
    default: return nil
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// Digits alone, or with what spreadsheets put between them: `46023`, `46023,5`, `4,6E+04`.
  static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && (text.utf8.allSatisfy(isDigit) || DegatDeTableur(text) != nil)
  }
}
