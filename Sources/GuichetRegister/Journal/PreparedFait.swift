import Crypto
package import Guichet
import Synchronization

/// The written form of a fact with its salt and digest, computed away from the writer.
package struct PreparedFait: Sendable {
  package let nature: NatureFait
  let donnees: [UInt8]
  let sel: [UInt8]
  let empreinte: [UInt8]

  /// - Parameter donnees: the written form of the fact, see `Evenement.donnees`.
  package init(nature: NatureFait, donnees: [UInt8]) {
    self.nature = nature
    self.donnees = donnees
    sel = SaltSource.next()
    empreinte = JournalChain.empreinte(sel: sel, donnees: donnees)
  }

  package init(_ evenement: Evenement) {
    self.init(nature: evenement.nature, donnees: evenement.donnees)
  }
}

/// Salts of 16 bytes, drawn from the system in blocks: a draw per salt would cost a system call each.
private enum SaltSource {
  private static let length = 16
  private static let block = Mutex<ArraySlice<UInt8>>([])

  static func next() -> [UInt8] {
    block.withLock { rest in
      if rest.count < length {
        let key = SymmetricKey(size: SymmetricKeySize(bitCount: length * 256 * 8))
        rest = key.withUnsafeBytes { ArraySlice($0) }
      }
      defer { rest = rest.dropFirst(length) }
      return Array(rest.prefix(length))
    }
  }
}
