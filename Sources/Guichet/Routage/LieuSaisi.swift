/// The fields of a place after what was typed into the wrong one has been put right.
struct LieuSaisi {
  private(set) var codePostal: CodePostal?
  /// The name of the commune as typed.
  private(set) var nom: String?
  private(set) var codeInsee: String?
  private(set) var etapes: [Pas] = []
  /// Something typed could not be taken as it stands.
  private(set) var estAVerifier = false

  init(_ adresse: Adresse) {
    nom = Self.sansBlancs(adresse.commune)
    codeInsee = Self.sansBlancs(adresse.codeInsee)
    guard let typed = Self.sansBlancs(adresse.codePostal) else {
      extraireLeCodeDuNom()
      return
    }
    codePostal = Self.code(typed)
    if codePostal != nil {
      extraireLeCodeDuNom()
    } else if let name = nom, let code = Self.code(name) {
      // Each stands in the other's field.
      (codePostal, nom) = (code, typed)
      etapes.append(Pas(.champsInverses, .texte(typed), .codePostal(code)))
      estAVerifier = true
    } else if let (code, rest) = Self.separe(typed) {
      codePostal = code
      if nom == nil { nom = rest }
      extraireLeCodeDuNom()
    } else if nom == nil, typed.utf8.contains(where: { $0 > UInt8(ascii: "9") }) {
      // A name where the code should be, and no code.
      nom = typed
      estAVerifier = true
    } else {
      etapes.append(Pas(.codePostalIllisible, .saisi(typed)))
      estAVerifier = true
      extraireLeCodeDuNom()
    }
  }

  /// A code INSEE that turned out to be a postal code.
  mutating func lireLeCodeInseeCommeCodePostal(_ code: CodePostal) {
    codePostal = code
    codeInsee = nil
    etapes.append(Pas(.codeInseeLuCommeCodePostal, .codePostal(code)))
    estAVerifier = true
  }

  /// « 59160 Lomme » and « Lomme (59160) ».
  private mutating func extraireLeCodeDuNom() {
    guard let name = nom else { return }
    if let code = Self.code(name) {
      nom = nil
      adopter(code)
    } else if let (code, rest) = Self.separe(name) {
      nom = rest
      adopter(code)
    }
  }

  private mutating func adopter(_ code: CodePostal) {
    guard code != codePostal else { return }
    // The field that is made for the code wins over one found beside the name.
    if codePostal != nil {
      estAVerifier = true
      return
    }
    codePostal = code
    etapes.append(Pas(.codePostalDansLaCommune, .codePostal(code)))
  }

  /// Five digits, written together or as `59 160`, with `F-` before them or not.
  private static func code(_ text: String) -> CodePostal? {
    if let code = CodePostal(octets: text.utf8) { return code }
    var digits: [UInt8] = []
    for (rank, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
      case UInt8(ascii: " "), UInt8(ascii: "-"), 0xC2, 0xA0: continue
      case UInt8(ascii: "F") where rank == 0, UInt8(ascii: "f") where rank == 0: continue
      default: return nil
      }
      if digits.count > 5 { return nil }
    }
    return CodePostal(octets: digits)
  }

  /// A code before or after a name; nil when there is none or no name.
  private static func separe(_ text: String) -> (CodePostal, String)? {
    guard text.utf8.contains(where: { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else { return nil }
    let words = text.split { " \t\u{A0}(),;-".contains($0) }
    guard words.count > 1 else { return nil }
    for rank in [words.startIndex, words.endIndex - 1] {
      guard let code = CodePostal(words[rank]) else { continue }
      var rest = words
      rest.remove(at: rank)
      return (code, rest.joined(separator: " "))
    }
    return nil
  }

  private static func sansBlancs(_ text: String?) -> String? {
    guard let text, let first = text.utf8.first, let end = text.utf8.last else { return nil }
    let isInside = { (byte: UInt8) in byte > 0x20 && byte != 0xC2 && byte != 0xA0 }
    if isInside(first), isInside(end) { return text }
    let isBlank = { (character: Character) in character == " " || character == "\t" || character == "\u{A0}" }
    let trimmed = text.drop(while: isBlank)
    guard let last = trimmed.lastIndex(where: { !isBlank($0) }) else { return nil }
    return String(trimmed[...last])
  }
}
