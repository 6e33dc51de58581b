import Guichet
import GuichetRegister
import Logging
import ServiceLifecycle

/// Computes all open échéances anew after other hours, closures or delays came in force; what a person set stays.
///
/// They are compared beside the register's writer, which is needed only for those that change.
struct EcheancesPass: Sendable {
  let office: Office

  private static let lot = 256

  @concurrent
  func run() async throws(RegisterError) {
    let register = office.register
    while let horloges = register.horloges, horloges.empreinte != register.head.horloges {
      _ = try await register.beginRecalcul()
      var changed = 0
      var rest = try await register.open()[...]
      while !rest.isEmpty {
        // A stop may come in the middle: the next start begins anew.
        if Task.isShuttingDownGracefully { return }
        let lot = Array(rest.prefix(Self.lot))
        rest = rest.dropFirst(lot.count)
        let stale = try await register.depassees(parmi: lot, horloges)
        if !stale.isEmpty { try await register.recalculer(stale) }
        changed += stale.count
      }
      // Others that were installed meanwhile are followed at once.
      try await register.endRecalcul(horloges.empreinte)
      if changed > 0 { office.logger.notice("échéances recalculées", metadata: ["nombre": "\(changed)"]) }
    }
  }
}
