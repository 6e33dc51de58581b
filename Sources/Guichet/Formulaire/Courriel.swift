/// E-mail addresses, as strictly as mail really travels: RFC 5321 with the dot-atom of RFC 5322 before the `@`, and a
/// domain name, international letters allowed (RFC 5890), after it. Quoted names, comments and IP addresses are no
/// family's.
package enum Courriel {
  /// Why a text is no e-mail address.
  package enum Faute: Error, Hashable, Sendable {
    case sansArobase
    case plusieursArobases
    case espace
    /// What is pasted around an address: `mailto:`, « Élodie <elodie@exemple.fr> ».
    case enrobe
    /// A point, comma or semicolon left at the end.
    case ponctuationFinale
    case nom(Unicode.Scalar)
    case pointMalPlace
    case nomTropLong
    case domaine
    case tropLong

    /// What is wrong and what would be right, one French sentence.
    package var message: String {
      switch self {
      case .sansArobase: "Une adresse de courriel a un « @ », comme elodie@exemple.fr."
      case .plusieursArobases: "Une adresse de courriel n’a qu’un « @ » ; indiquez une seule adresse."
      case .espace: "Une adresse de courriel n’a pas d’espace ; indiquez une seule adresse, sans rien d’autre."
      case .enrobe: "Indiquez l’adresse de courriel seule, sans « mailto: », sans nom ni chevrons."
      case .ponctuationFinale:
        "L’adresse de courriel se termine par une ponctuation qui n’en fait pas partie ; ôtez-la."
      case .nom(let scalar):
        "« \(TexteMontre.of(String(scalar))) » n’est pas possible avant le « @ » : lettres sans accent, chiffres, "
          + "points, tirets."
      case .pointMalPlace: "Le nom avant le « @ » manque, ou un point y est au bord ou doublé."
      case .nomTropLong: "Le nom avant le « @ » dépasse 64 caractères."
      case .domaine: "Le domaine après le « @ » n’en est pas un ; il ressemble à exemple.fr."
      case .tropLong: "Cette adresse de courriel dépasse \(longueur) caractères."
      }
    }
  }

  /// The greatest length, in Unicode scalars as typed (RFC 5321, 4.5.3.1.3: a path of 256 with its brackets).
  static let longueur = 254

  /// Gives the address trimmed, its domain in lower case.
  package static func lire(_ saisi: String) -> Result<String, Faute> {
    if isPlain(saisi) { return .success(saisi) }
    guard saisi.utf8.count <= longueur || saisi.unicodeScalars.count <= longueur else { return .failure(.tropLong) }
    let text = trimmed(saisi)
    var at: Substring.Index?
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      switch scalar {
      case "@":
        guard at == nil else { return .failure(text.contains("<") ? .enrobe : .plusieursArobases) }
        at = index
      case "<", ">", ":": return .failure(.enrobe)
      default:
        switch ClasseDeCaractere(scalar) {
        case .espace: return .failure(text.contains("<") ? .enrobe : .espace)
        case .bord, .interdit, .ignore, .jointure: return .failure(.nom(scalar))
        case .ordinaire: break
        }
      }
    }
    guard let at else { return .failure(.sansArobase) }
    if let last = text.utf8.last, [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";")].contains(last) {
      return .failure(.ponctuationFinale)
    }
    if let faute = faute(inName: text[..<at]) { return .failure(faute) }
    let domain = text[text.index(after: at)...]
    guard isDomain(domain) else { return .failure(.domaine) }
    guard domain.utf8.contains(where: { $0 >= 0x80 || (0x41...0x5A).contains($0) }) else {
      return .success(text.utf8.count == saisi.utf8.count ? saisi : String(text))
    }
    return .success(text[...at] + domain.lowercased())
  }

  /// Whether it is an address that needs no change, told from its bytes alone. Misses some; most take this way.
  private static func isPlain(_ saisi: String) -> Bool {
    guard saisi.utf8.count <= 64 else { return false }
    var labels: Int?
    // A label, or the part of a name between points, that has just begun or ends in a hyphen cannot end here.
    var isOpen = true
    var hasLetter = false
    for byte in saisi.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): (isOpen, hasLetter) = (false, true)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): isOpen = false
      case UInt8(ascii: "-"):
        guard !isOpen else { return false }
        isOpen = true
      case UInt8(ascii: "."):
        guard !isOpen else { return false }
        (isOpen, hasLetter) = (true, false)
        labels = labels.map { $0 + 1 }
      case UInt8(ascii: "@"):
        guard !isOpen, labels == nil else { return false }
        (isOpen, hasLetter, labels) = (true, false, 0)
      default: return false
      }
    }
    return !isOpen && hasLetter && (labels ?? 0) >= 1 && !endsInShortLabel(saisi)
  }

  private static func endsInShortLabel(_ text: String) -> Bool {
    text.utf8.dropLast().last == UInt8(ascii: ".")
  }

  private static func trimmed(_ text: String) -> Substring {
    func isEdge(_ scalar: Unicode.Scalar) -> Bool {
      switch ClasseDeCaractere(scalar) {
      case .espace, .bord, .ignore, .jointure: true
      case .ordinaire, .interdit: false
      }
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isEdge($0) }), let last = scalars.lastIndex(where: { !isEdge($0) })
    else { return "" }
    return Substring(scalars[first...last])
  }

  private static func faute(inName name: Substring) -> Faute? {
    guard name.utf8.count <= 64 else { return .nomTropLong }
    var afterPoint = true
    for scalar in name.unicodeScalars {
      switch scalar {
      case ".":
        guard !afterPoint else { return .pointMalPlace }
        afterPoint = true
      case "a"..."z", "A"..."Z", "0"..."9", "!", "#", "$", "%", "&", "'", "*", "+", "-", "/", "=", "?", "^", "_", "`",
        "{", "|", "}", "~":
        afterPoint = false
      default: return .nom(scalar)
      }
    }
    return afterPoint ? .pointMalPlace : nil
  }

  /// At least two labels of 1 to 63 letters, digits and inner hyphens, the last with a letter in it.
  private static func isDomain(_ domain: Substring) -> Bool {
    var labels = 0
    var length = 0
    var hasLetter = false
    var afterHyphen = false
    for scalar in domain.unicodeScalars {
      switch scalar {
      case ".":
        guard length > 0, !afterHyphen else { return false }
        labels += 1
        (length, hasLetter, afterHyphen) = (0, false, false)
        continue
      case "-":
        guard length > 0 else { return false }
        afterHyphen = true
      case "0"..."9": afterHyphen = false
      case "a"..."z", "A"..."Z": (hasLetter, afterHyphen) = (true, false)
      default:
        guard !scalar.isASCII else { return false }
        (hasLetter, afterHyphen) = (true, false)
      }
      length += 1
      guard length <= 63 else { return false }
    }
    return labels >= 1 && length >= 2 && !afterHyphen && hasLetter
  }
}
