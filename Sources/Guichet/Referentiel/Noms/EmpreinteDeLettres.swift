/// Which letters a normalised name is made of, in one word: two names can be the same, or near, only where these are, and
/// that is seen without reading the names.
struct EmpreinteDeLettres: Hashable, Sendable {
  /// A bit for each letter; digits and the blank share bits with letters, which makes it coarser and never wrong.
  private let bits: UInt32

  init(_ name: some Sequence<UInt8>) {
    var bits: UInt32 = 0
    for byte in name { bits |= 1 << UInt32(byte & 0x1F) }
    self.bits = bits
  }

  /// Whether two names with these letters may be so many letters apart: each letter typed wrong takes at most one away
  /// and brings at most one.
  func peutEtre(_ other: EmpreinteDeLettres, aMoinsDe limit: Int) -> Bool {
    (bits ^ other.bits).nonzeroBitCount <= 2 * limit
  }

  /// Whether a name with these letters may hold one that has the others.
  func peutContenir(_ other: EmpreinteDeLettres) -> Bool { other.bits & ~bits == 0 }
}
