import Guichet
import GuichetRegister
import Logging

/// Routes the demandes that wait for a person again when another référentiel has come into force.
///
/// Which version this was last done for is kept in the register, so that a daemon that stopped in the middle goes on at
/// its next start.
actor Rerouting {
  private let office: Office
  private static let lot = 256

  init(_ office: Office) {
    self.office = office
  }

  /// Routes all that wait, unless it was done for the version in force.
  ///
  /// - Returns: how many demandes have found a LINF, or another reason to wait.
  func run() async throws(RegisterError) -> Int {
    let version = office.desk.version
    guard try await office.register.reroutedVersion() < version.number else { return 0 }
    var rest = try await office.register.waiting()[...]
    var moved = 0
    while !rest.isEmpty {
      let numeros = rest.prefix(Self.lot)
      rest = rest.dropFirst(Self.lot)
      let now = office.clock.now()
      var decisions: [(Demande, Routee)] = []
      for numero in numeros {
        guard let demande = try await office.register.demande(numero), demande.etat == .aOrienter else { continue }
        let routee = office.decide(demande.recue.formulaire, now: now, by: version)
        if !routee.decision.leadsWhere(demande.routage?.decision) { decisions.append((demande, routee)) }
      }
      if !decisions.isEmpty { moved += try await office.register.reroute(decisions, now: now) }
    }
    try await office.register.setReroutedVersion(version.number)
    if moved > 0 {
      office.logger.notice(
        "demandes en attente routées de nouveau", metadata: ["nombre": "\(moved)", "version": "\(version.number)"])
    }
    return moved
  }
}

extension Decision {
  /// Nothing changes for the demande by deciding so after `other`: neither LINF nor reason, marks or place.
  fileprivate func leadsWhere(_ other: Decision?) -> Bool {
    issue == other?.issue && marques == other?.marques && codeInsee == other?.codeInsee
  }
}
