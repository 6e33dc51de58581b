package import Guichet
import Synchronization

/// The settings in force, replaced as a whole when the configuration is read again. Whoever needs one asks for it when it
/// is used, and keeps none.
package final class Reglages: Sendable {
  private struct EnVigueur: Sendable {
    let configuration: Configuration
    let heures: HeuresDeLaCaf
  }

  private let fuseau: Fuseau
  private let enVigueur: Mutex<EnVigueur>

  package init(_ configuration: Configuration, fuseau: Fuseau) {
    self.fuseau = fuseau
    enVigueur = Mutex(Self.enVigueur(configuration, fuseau))
  }

  package var configuration: Configuration { enVigueur.withLock { $0.configuration } }

  /// When the Caf is open, and every LINF that has no hours of its own.
  package var heures: HeuresDeLaCaf { enVigueur.withLock { $0.heures } }

  func install(_ configuration: Configuration) {
    let next = Self.enVigueur(configuration, fuseau)
    enVigueur.withLock { $0 = next }
  }

  private static func enVigueur(_ configuration: Configuration, _ fuseau: Fuseau) -> EnVigueur {
    EnVigueur(
      configuration: configuration,
      heures: HeuresDeLaCaf(fuseau: fuseau, zone: configuration.caf.feries, horaires: configuration.caf.horaires))
  }
}
