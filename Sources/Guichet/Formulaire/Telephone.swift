/// A phone number: as it can be dialled from anywhere, and as the family typed it.
package struct Telephone: Hashable, Sendable {
  /// `+`, country code and number (ITU-T E.164); nil when what was typed is no number that can be called.
  package var e164: String?
  package var saisi: String

  package init(e164: String?, saisi: String) {
    self.e164 = e164
    self.saisi = saisi
  }
}

extension Telephone {
  /// Why what was typed is no number that can be called.
  package enum Faute: Error, Hashable, Sendable {
    /// A character that no phone number has.
    case caractere(Unicode.Scalar)
    /// Digits typed to satisfy a form: 0000000000, 0123456789.
    case remplissage
    /// Not the ten digits of a French number, nor one with its country code.
    case longueur(chiffres: Int)
    /// 08…, whose calls are free or charged to the caller: a service, not a family.
    case special
    /// No country has this code.
    case indicatifInconnu
    /// Typed in more characters than any number needs.
    case tropLong

    /// What is wrong and what would be right, one French sentence.
    package var message: String {
      switch self {
      case .caractere(let scalar):
        "Un numéro de téléphone n’a pas de « \(TexteMontre.of(String(scalar))) » : "
          + "dix chiffres, ou « + » et l’indicatif du pays, et un seul numéro."
      case .remplissage:
        "Ce numéro est un remplissage et compte pour aucun ; indiquez-en un où la famille peut être jointe."
      case .longueur(0): "Ce numéro n’a pas de chiffres ; il en faut dix, ou « + » et l’indicatif du pays."
      case .longueur(9):
        "Ce numéro n’a que 9 chiffres ; un numéro français en a dix, zéro compris, un autre s’écrit avec « + »."
      case .longueur(let chiffres) where chiffres > 10:
        "Ce numéro a \(chiffres) chiffres ; un numéro français en a dix, un autre s’écrit avec « + » et son indicatif."
      case .longueur(let chiffres):
        "Ce numéro de \(chiffres) chiffre\(chiffres > 1 ? "s" : "") est trop court ; il en faut dix, "
          + "ou « + » et l’indicatif du pays."
      case .special: "Les numéros en 08 sont ceux de services ; indiquez celui de la famille."
      case .indicatifInconnu:
        "Aucun pays n’a l’indicatif de ce numéro ; écrivez dix chiffres, ou « + » et l’indicatif du pays."
      case .tropLong: "Ce texte est trop long pour un numéro de téléphone ; indiquez un seul numéro."
      }
    }
  }

  /// The greatest length of what is typed for a number, in Unicode scalars.
  static let longueurSaisie = 60

  /// Reads a number in any of the ways people write one and gives its E.164 form.
  ///
  /// Spaces, dots, dashes, slashes and parentheses may stand between digits. A French number is ten digits from `0`, or
  /// nine after `+33`, `0033` or an overseas code, with or without its `0`; its block decides the country code, whichever
  /// was typed. Another country's is `+` or `00`, its code in one piece, and 7 to 15 digits in all (11 with +1 and +7); a trunk zero in
  /// parentheses, as in `+44 (0)20…`, is left out.
  package static func lire(_ saisi: String) -> Result<String, Faute> {
    var chiffres = ChiffresComposes()
    if let faute = chiffres.lire(saisi) { return .failure(faute) }
    return chiffres.numero
  }
}

/// The digits of a number as typed, with what else its reading depends on.
private struct ChiffresComposes {
  private var valeur: UInt64 = 0
  private var nombre = 0
  private var hasPlus = false
  /// Bit n: something stands between the digits n − 1 and n.
  private var coupures: UInt32 = 0
  /// Which digit is the first `0` alone in parentheses.
  private var zeroEntreParentheses: Int?

  /// What keeps 64 bits from overflowing; the longest number has 15 digits after `00`, and a `(0)`.
  private static let maximum = 19

  mutating func lire(_ saisi: String) -> Telephone.Faute? {
    var count = 0
    var beforeLast: Unicode.Scalar?
    var last: Unicode.Scalar?
    var hasEnded = false
    for scalar in saisi.unicodeScalars {
      count += 1
      guard count <= Telephone.longueurSaisie else { return .tropLong }
      switch scalar {
      case "0"..."9":
        guard !hasEnded else { return .caractere(last ?? scalar) }
        guard nombre < Self.maximum else { return .longueur(chiffres: nombre + 1) }
        valeur = valeur * 10 + UInt64(scalar.value - 0x30)
        nombre += 1
      case "+":
        guard nombre == 0, !hasPlus else { return .caractere(scalar) }
        hasPlus = true
      case "\t", "\n", "\r":
        // At either end it was pasted along; inside, two numbers may be on two lines.
        hasEnded = nombre > 0 || hasPlus
      default:
        guard Self.separates(scalar) else { return .caractere(scalar) }
        if scalar == ")", last == "0", beforeLast == "(", zeroEntreParentheses == nil, nombre > 1 {
          zeroEntreParentheses = nombre - 1
        }
        coupures |= 1 << UInt32(nombre)
      }
      (beforeLast, last) = (last, scalar)
    }
    return nil
  }

  var numero: Result<String, Telephone.Faute> {
    guard !isFiller else { return .failure(.remplissage) }
    if hasPlus { return international(from: 0) }
    if nombre > 2, valeur < Self.power(nombre - 2), !isCut(within: 1..<2) { return international(from: 2) }
    guard nombre == 10, (Self.power(8)..<Self.power(9)).contains(valeur) else {
      return .failure(.longueur(chiffres: nombre))
    }
    return Self.french(valeur)
  }

  /// - Parameter start: how many digits, `00`, stand before the country code.
  private func international(from start: Int) -> Result<String, Telephone.Faute> {
    let length = nombre - start
    guard let (code, width) = code(length: length), !isCut(within: start + 1..<start + width) else {
      return .failure(.indicatifInconnu)
    }
    var rest = valeur % Self.power(length - width)
    var restLength = length - width
    // The trunk zero leads what follows the code: without it the value is the same, one digit shorter.
    let hasTrunkZero = zeroEntreParentheses == start + width
    if hasTrunkZero { restLength -= 1 }
    if PlanDeNumerotation.indicatifs.contains(code) {
      if code == 508, restLength == 6, rest >= Self.power(5) {
        return .success(Self.e164(508_000_000 + rest, digits: 9))
      }
      if restLength == 10, !hasTrunkZero, rest < Self.power(9) { restLength = 9 }
      guard restLength == 9, rest >= Self.power(8) else { return .failure(.longueur(chiffres: nombre)) }
      return Self.french(rest)
    }
    guard IndicatifPays.lengths(code).contains(width + restLength) else { return .failure(.longueur(chiffres: nombre)) }
    rest += UInt64(code) * Self.power(restLength)
    return .success(Self.e164(rest, digits: width + restLength))
  }

  /// - Parameter significant: nine digits, the first of them not 0.
  private static func french(_ significant: UInt64) -> Result<String, Telephone.Faute> {
    guard let code = PlanDeNumerotation.indicatif(of: Int(significant)) else { return .failure(.special) }
    // Saint-Pierre-et-Miquelon's numbers have six digits abroad, to which 05 08 is put at home.
    let digits = code == 508 && significant / 1_000_000 == 508 ? 6 : 9
    return .success(
      e164(UInt64(code) * power(digits) + significant % power(digits), digits: digits + (code > 99 ? 3 : 2)))
  }

  /// The country code that the digits begin with, and its length.
  private func code(length: Int) -> (Int, Int)? {
    for width in 1...3 where length > width {
      let code = Int(valeur / Self.power(length - width))
      // A code does not begin with zero.
      guard code >= [1, 10, 100][width - 1] else { return nil }
      if IndicatifPays.exists(code) { return (code, width) }
    }
    return nil
  }

  private func isCut(within positions: Range<Int>) -> Bool {
    positions.contains { coupures & (1 << UInt32($0)) != 0 }
  }

  /// Whether the last eight digits are all the same, or those of a run on the keyboard. Such numbers exist by chance once
  /// in ten million, and by habit in every file.
  private var isFiller: Bool {
    let last = valeur % 100_000_000
    guard nombre >= 8 else { return nombre > 0 && valeur == 0 }
    if last == valeur % 10 * 11_111_111 { return true }
    return [12_345_678, 23_456_789, 2_030_405, 87_654_321].contains(last)
  }

  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x28, 0x29, 0x2D, 0x2E, 0x2F, 0xA0: true  // space ( ) - . / no-break space
    // Spaces, joiners, direction marks and dashes of all widths; numbers copied from an address book come wrapped in
    // marks of direction.
    case 0x2000...0x2015, 0x202A...0x202F, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func power(_ exponent: Int) -> UInt64 {
    var result: UInt64 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  private static func e164(_ value: UInt64, digits: Int) -> String {
    String(unsafeUninitializedCapacity: digits + 1) { buffer in
      var rest = value
      for place in stride(from: digits, to: 0, by: -1) {
        buffer[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      buffer[0] = UInt8(ascii: "+")
      return digits + 1
    }
  }
}
