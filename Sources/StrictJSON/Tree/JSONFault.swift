/// Why a text is not a JSON document: the first fault found in it.
public struct JSONFault: Error, Hashable, Sendable {

  public enum Code: String, CaseIterable, Sendable {
    /// Nothing, or nothing but space.
    case empty
    /// A byte order mark, of UTF-8 or UTF-16, or a text in UTF-16.
    case bom
    /// Bytes that are not UTF-8: overlong and surrogate encodings too.
    case invalidUTF8
    /// Something else was due here.
    case unexpected
    /// The text ends too early. It may be the beginning of a right document.
    case truncated
    /// A word that is neither `true`, `false` nor `null`.
    case invalidLiteral
    case invalidNumber
    case invalidEscape
    /// One half of a pair of `\uD800`–`\uDFFF` without the other.
    case loneSurrogate
    /// A character below U+0020 in a string, unescaped.
    case controlCharacter
    /// More combining marks in a row than any language has: 128.
    case combiningMarks
    /// Something stands behind the document.
    case trailing
    /// Deeper than `JSONLimits.depth`.
    case depth
    /// Larger than `JSONLimits.size`.
    case size
  }

  public let code: Code
  /// Where the first byte at fault is, or the end of the text when it ends too early.
  public let position: JSONPosition
  /// What is wrong and what would be right, one French sentence, with the place if the fault has one. It quotes one
  /// character of the document at most.
  public let message: String
}

extension JSONFault: CustomStringConvertible {
  public var description: String { message }
}

extension JSONFault {
  init(_ flaw: Flaw, in bytes: [UInt8]) {
    var finder = PositionFinder(bytes)
    position = finder.position(at: flaw.offset)
    code = flaw.reason.code
    let sentence = flaw.reason.sentence(found: Self.character(at: flaw.offset, in: bytes))
    message =
      switch flaw.reason {
      case .empty, .byteOrderMark, .utf16, .size: sentence.prefix(1).uppercased() + sentence.dropFirst()
      default: "Ligne \(position.line), colonne \(position.column) : \(sentence)"
      }
  }

  /// The character at an offset in words.
  private static func character(at offset: Int, in bytes: [UInt8]) -> String {
    guard let first = bytes[min(offset, bytes.count)...].prefix(4).first else { return "la fin du document" }
    guard first >= 0x20, first != 0x7F else { return "le caractère de contrôle \(codePoint(UInt32(first)))" }
    let text = String(decoding: bytes[offset...].prefix(4), as: UTF8.self)
    guard let scalar = text.unicodeScalars.first else { return "la fin du document" }
    // Marks, spaces and controls beyond ASCII would not be seen.
    let isSeen = scalar.properties.isAlphabetic || scalar.isASCII && scalar != " "
    return isSeen ? "« \(scalar) »" : "le caractère \(codePoint(scalar.value))"
  }

  private static func codePoint(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Flaw.Reason {
  fileprivate var code: JSONFault.Code {
    switch self {
    case .empty: .empty
    case .byteOrderMark, .utf16: .bom
    case .invalidUTF8: .invalidUTF8
    case .unexpected, .trailingComma: .unexpected
    case .truncated: .truncated
    case .literal: .invalidLiteral
    case .number: .invalidNumber
    case .escape, .hexDigit: .invalidEscape
    case .loneSurrogate: .loneSurrogate
    case .control: .controlCharacter
    case .marks: .combiningMarks
    case .trailing: .trailing
    case .depth: .depth
    case .size: .size
    }
  }

  /// - Parameter found: the character at fault, in words.
  fileprivate func sentence(found: String) -> String {
    switch self {
    case .empty:
      "le document est vide : il y faut un objet JSON."
    case .byteOrderMark:
      "le document commence par une marque d’ordre des octets (BOM) : enregistrez-le en UTF-8 sans BOM."
    case .utf16:
      "le document est en UTF-16 : enregistrez-le en UTF-8 sans BOM."
    case .invalidUTF8:
      "cet octet n’est pas de l’UTF-8 : enregistrez le document en UTF-8."
    case .unexpected(let expected):
      "il faut ici \(expected.words), pas \(found)."
    case .truncated:
      "le document s’arrête avant sa fin : il semble tronqué."
    case .literal:
      "ce mot n’existe pas en JSON : écrivez « true », « false », « null », ou un texte entre guillemets (\")."
    case .number(let flaw):
      flaw.sentence(found: found)
    case .escape:
      "cette barre oblique inversée n’introduit aucun échappement de JSON : doublez-la (\\\\) pour l’écrire elle-même."
    case .hexDigit:
      "l’échappement \\u demande quatre chiffres hexadécimaux, pas \(found)."
    case .loneSurrogate:
      "cet échappement \\u est la moitié d’un caractère : l’autre moitié manque ou ne convient pas."
    case .control:
      "\(found) est interdit dans un texte : échappez-le (\\n, \\t ou \\u suivi de quatre chiffres)."
    case .marks(let limit):
      "plus de \(limit) signes se suivent sur une même lettre de ce texte : ôtez-les."
    case .trailingComma:
      "une virgule est en trop avant \(found)."
    case .trailing:
      "le document est fini, pourtant \(found) le suit."
    case .depth(let limit):
      "des objets ou des tableaux sont emboîtés sur plus de \(limit) niveaux."
    case .size(let limit):
      "le document dépasse la taille permise de \(limit) octets."
    }
  }
}

extension Flaw.Expectation {
  fileprivate var words: String {
    switch self {
    case .value: "une valeur (texte entre guillemets \", nombre, objet, tableau, true, false ou null)"
    case .key: "le nom d’un champ entre guillemets (\")"
    case .keyOrEnd: "le nom d’un champ entre guillemets (\") ou « } »"
    case .colon: "un deux-points « : »"
    case .commaOrBrace: "une virgule « , » ou « } »"
    case .commaOrBracket: "une virgule « , » ou « ] »"
    }
  }
}

extension Flaw.NumberFlaw {
  fileprivate func sentence(found: String) -> String {
    switch self {
    case .leadingZero: "un nombre ne commence pas par un zéro de trop : ôtez-le, ou mettez des guillemets (\")."
    case .noDigit: "un chiffre est attendu dans ce nombre, pas \(found)."
    case .plusSign: "un nombre ne commence pas par « + » : ôtez-le, ou mettez des guillemets (\")."
    case .leadingPoint: "un nombre ne commence pas par un point : écrivez un chiffre devant, comme dans 0.5."
    }
  }
}
