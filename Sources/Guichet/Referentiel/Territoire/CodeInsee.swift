/// The official five-character code of a commune: `59350`, `2A004`, `97411`.
///
/// Held as a small number, so that tables indexed by code are flat arrays: the digits as they are, Corsica's two
/// départements (`2A`, `2B`) behind them.
package struct CodeInsee: Hashable, Comparable, Sendable {
  let indice: UInt32

  /// One more than the greatest `indice`.
  static let nombre = 102_000

  /// Nil when the bytes are not shaped like a code; `2a004` is read as `2A004`.
  init?(octets: some Collection<UInt8>) {
    guard octets.count == 5 else { return nil }
    var value: UInt32 = 0
    var corsica: UInt32?
    for (rank, byte) in octets.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value * 10 + UInt32(byte - UInt8(ascii: "0"))
      default:
        guard rank == 1, value == 2 else { return nil }
        switch byte {
        case UInt8(ascii: "A"), UInt8(ascii: "a"): (value, corsica) = (0, 100_000)
        case UInt8(ascii: "B"), UInt8(ascii: "b"): (value, corsica) = (0, 101_000)
        default: return nil
        }
      }
    }
    indice = value + (corsica ?? 0)
  }

  package init?(_ text: some StringProtocol) {
    self.init(octets: text.utf8)
  }

  package var texte: String {
    String(unsafeUninitializedCapacity: 5) { buffer in
      var rest = indice < 100_000 ? indice : (indice - 100_000) % 1000
      for rank in stride(from: 4, through: 0, by: -1) {
        buffer[rank] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      if indice >= 100_000 {
        buffer[0] = UInt8(ascii: "2")
        buffer[1] = UInt8(ascii: indice < 101_000 ? "A" : "B")
      }
      return 5
    }
  }

  /// Code of the département or overseas collectivity: two characters, three from 970 on.
  package var departement: String {
    switch indice {
    case 101_000...: "2B"
    case 100_000...: "2A"
    case 97_000..<99_000: pad(Int(indice) / 100, 3)
    default: pad(Int(indice) / 1000, 2)
    }
  }

  /// In the order of their texts: Corsica stands between 29 and 30.
  private var ordre: UInt32 {
    switch indice {
    case ..<30_000: indice
    case ..<100_000: indice + 2000
    default: indice - 70_000
    }
  }

  package static func < (left: CodeInsee, right: CodeInsee) -> Bool { left.ordre < right.ordre }
}

extension CodeInsee: CustomStringConvertible {
  package var description: String { texte }
}
