package import Guichet

/// A mail that waits to be written, or withdrawn.
package struct EnvoiAFaire: Hashable, Sendable {
  package enum Geste: String, Sendable {
    case ecrire = "aEcrire"
    case retirer = "aRetirer"
  }

  /// What became of it.
  package enum Issue: String, Sendable {
    /// It lies in the folder of mails, or has left it.
    case remis
    /// It was never there, or is no longer.
    case retire
  }

  /// 32 hexadecimal digits, drawn at random: they tell nothing.
  package let id: String
  package let numero: Numero
  package let envoi: Envoi
  package let geste: Geste
}
