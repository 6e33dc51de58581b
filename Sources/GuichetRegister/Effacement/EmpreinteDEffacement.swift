import Crypto
package import Guichet

/// What is kept of the reference of an erased family, so that the same form is known again: HMAC-SHA-256 (RFC 2104) of
/// its origine, a zero byte and its reference, under a key that each register has for itself.
package enum EmpreinteDEffacement {
  package static func of(_ formulaire: Formulaire, cle: [UInt8]) -> [UInt8] {
    var message = Array((formulaire.origine?.rawValue ?? "").utf8)
    message.append(0)
    message.append(contentsOf: formulaire.reference.utf8)
    return Array(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: cle)))
  }
}
