package import Guichet
import Synchronization

/// The référentiel in force, swapped as a whole when another is loaded.
package final class RoutingDesk: Sendable {
  /// One version, and the router over it.
  package struct Version: Sendable {
    /// 0 before the first référentiel.
    package let number: Int
    package let routeur: Routeur
    /// How many communes of the département it knows, and how many LINF.
    package let communes: Int
    package let linf: Int

    init(number: Int, routeur: Routeur) {
      self.number = number
      self.routeur = routeur
      communes = routeur.referentiel?.communesCount ?? 0
      linf = routeur.referentiel?.linf.count ?? 0
    }
  }

  private let current: Mutex<Version>
  private let listeners = Mutex<[@Sendable () -> Void]>([])
  private let routage: Mutex<Configuration.Routage>

  package init(_ routage: Configuration.Routage) {
    self.routage = Mutex(routage)
    current = Mutex(Version(number: 0, routeur: Self.routeur(nil, routage)))
  }

  package var version: Version { current.withLock { $0 } }

  /// Puts a version in force for all who ask from now on; one that another has overtaken is left aside.
  package func install(_ referentiel: Referentiel, number: Int) {
    let version = Version(number: number, routeur: Self.routeur(referentiel, routage.withLock { $0 }))
    current.withLock { if number > $0.number { $0 = version } }
    for listener in listeners.withLock({ $0 }) { listener() }
  }

  /// Puts other settings in force, over the référentiel that is there, for what is routed from now on. Listeners are told
  /// whether or not they differ: other settings may have changed beside them.
  package func install(_ routage: Configuration.Routage) {
    self.routage.withLock { $0 = routage }
    current.withLock { version in
      version = Version(number: version.number, routeur: Self.routeur(version.routeur.referentiel, routage))
    }
    for listener in listeners.withLock({ $0 }) { listener() }
  }

  /// Tells that listener from then on when a version has come in force. It must not block.
  package func onInstall(_ listener: @escaping @Sendable () -> Void) {
    listeners.withLock { $0.append(listener) }
  }

  private static func routeur(_ referentiel: Referentiel?, _ routage: Configuration.Routage) -> Routeur {
    Routeur(referentiel: referentiel, sansHabilitation: routage.sansHabilitation, lieu: routage.lieu)
  }
}
