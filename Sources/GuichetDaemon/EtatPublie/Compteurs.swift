package import Guichet
import GuichetControl
import GuichetRegister
import Synchronization

/// What the daemon has done since it was started, counted for whoever measures it.
package final class Compteurs: Sendable {
  /// What became of a file that was read.
  package enum Prise: String, CaseIterable, Sendable {
    case enregistre
    case rejoue
    case refuse
    case empeche
  }

  package struct Valeurs: Sendable {
    package fileprivate(set) var prises: [Prise: Int] = [:]
    package fileprivate(set) var refus: [Motif.Code: Int] = [:]
    /// By the reason to be à orienter; nil for those that went to a LINF.
    package fileprivate(set) var routages: [RaisonAOrienter?: Int] = [:]
    /// By the short name of the method.
    package fileprivate(set) var appels: [String: Int] = [:]
    /// By the short name of the error.
    package fileprivate(set) var erreurs: [String: Int] = [:]
  }

  private let current = Mutex(Valeurs())

  package init() {}

  package var valeurs: Valeurs { current.withLock(\.self) }

  /// A lot that was recorded, with its refusals.
  func compter(_ recorded: Recorded) {
    current.withLock { counts in
      for (taken, inscription) in zip(recorded.lot.taken, recorded.inscriptions) {
        switch inscription {
        case .inscrite:
          counts.prises[.enregistre, default: 0] += 1
          switch taken.reception.routee.decision.issue {
          case .linf: counts.routages[nil, default: 0] += 1
          case .aOrienter(let reason, _, _): counts.routages[reason, default: 0] += 1
          }
        case .rejouee: counts.prises[.rejoue, default: 0] += 1
        case .conflit:
          counts.prises[.refuse, default: 0] += 1
          counts.refus[.conflit, default: 0] += 1
        case .effacee:
          counts.prises[.refuse, default: 0] += 1
          counts.refus[.efface, default: 0] += 1
        case .empechee: counts.prises[.empeche, default: 0] += 1
        }
      }
      for refusal in recorded.refusals {
        counts.prises[.refuse, default: 0] += 1
        counts.refus[refusal.motif.code, default: 0] += 1
      }
    }
  }

  /// Errors that a call may be answered by: those of the interface, and of the service's those that its methods answer.
  package static let erreurs = (GuichetInterface.erreurs + ["ExpectedMore", "PermissionDenied"]).sorted()

  /// A call of the control socket, with the name of the error that it was answered by; empty where the caller had gone,
  /// which is no answer.
  func compter(appel method: String, erreur: String?) {
    current.withLock { counts in
      counts.appels[method, default: 0] += 1
      guard let name = erreur?.split(separator: ".").last.map(String.init), Self.erreurs.contains(name) else { return }
      counts.erreurs[name, default: 0] += 1
    }
  }
}
