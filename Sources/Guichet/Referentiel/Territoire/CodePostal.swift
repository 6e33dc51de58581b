/// A postal code of France: five digits.
///
/// Held as a number, so that the index by postal code is a flat array.
package struct CodePostal: Hashable, Comparable, Sendable {
  let indice: UInt32

  /// One more than the greatest `indice`.
  static let nombre = 100_000

  /// Nil unless the bytes are exactly five digits.
  init?(octets: some Collection<UInt8>) {
    guard octets.count == 5 else { return nil }
    var value: UInt32 = 0
    for byte in octets {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + UInt32(byte - UInt8(ascii: "0"))
    }
    indice = value
  }

  package init?(_ text: some StringProtocol) {
    self.init(octets: text.utf8)
  }

  package var texte: String {
    String(unsafeUninitializedCapacity: 5) { buffer in
      var rest = indice
      for rank in stride(from: 4, through: 0, by: -1) {
        buffer[rank] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      return 5
    }
  }

  /// The département that the first digits name. Sixteen codes of the country also serve communes of a neighbouring
  /// one, so this speaks only of codes that the official file does not list, such as those of CEDEX.
  package var departementDuPrefixe: String {
    switch indice {
    case 20_000..<20_200: "2A"
    case 20_200..<21_000: "2B"
    case 97_000..<99_000: pad(Int(indice) / 100, 3)
    default: pad(Int(indice) / 1000, 2)
    }
  }

  package static func < (left: CodePostal, right: CodePostal) -> Bool { left.indice < right.indice }
}

extension CodePostal: CustomStringConvertible {
  package var description: String { texte }
}
