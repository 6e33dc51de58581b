/// A line that a person types where keys come one by one.
struct LigneTapee {
  enum Suite: Hashable {
    case encore
    /// Enter: the line stands.
    case finie
    /// Escape: nothing was meant.
    case abandon
  }

  private var octets: [UInt8] = []

  var texte: String { String(decoding: octets, as: UTF8.self) }

  mutating func taper(_ octet: UInt8) -> Suite {
    switch octet {
    case 0x0A, 0x0D: return .finie
    case 0x1B, 0x04: return .abandon
    // Ctrl-U.
    case 0x15: octets = []
    case 0x08, 0x7F:
      while let last = octets.popLast(), last & 0xC0 == 0x80 {}
    case 0x00..<0x20: break
    default: if octets.count < 4000 { octets.append(octet) }
    }
    return .encore
  }
}
