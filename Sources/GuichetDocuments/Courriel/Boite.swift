import Guichet

/// A mailbox as it stands in a header: an address, and whose it is.
package struct Boite: Hashable, Sendable {
  /// Shown before the address; may be empty.
  package let nom: String
  /// ASCII, as RFC 5321 has it.
  package let adresse: String

  /// Nil for what is no address, or one with international letters, which not every mail program sends.
  package init?(nom: String = "", adresse: String) {
    guard adresse.utf8.allSatisfy({ $0 < 0x80 }), case .success(let read) = Courriel.lire(adresse) else { return nil }
    self.nom = nom
    self.adresse = read
  }

  package var domaine: Substring { adresse.split(separator: "@").last ?? "" }
}
