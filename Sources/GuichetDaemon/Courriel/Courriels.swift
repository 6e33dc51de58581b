import Guichet
import GuichetDocuments
import GuichetRegister
import GuichetSpool
import LinuxSystem
import Logging

/// Writes the mails that the register decided on into their folder, and takes back those that are overtaken.
///
/// A folder that is missing or cannot be written holds back nothing else: it is shown, and tried again.
package actor Courriels {
  private let office: Office
  private let desk: CourrielDesk
  private let spool: CourrielSpool
  private var passe: Task<Void, any Error>?

  private static let lot = 64

  package init(_ office: Office, makesFolders: Bool) {
    self.office = office
    desk = CourrielDesk(office: office)
    spool = CourrielSpool(path: office.configuration.chemins.courriel, makesFolders: makesFolders)
  }

  /// Removes what a crash left half written; a folder that is not there has nothing.
  func sweep() async {
    let spool = spool
    do throws(SystemError) {
      try await DedicatedThread.run("courriels") { () throws(SystemError) in try spool.sweep() }
    } catch {
      if !error.isNotFound { office.logger.warning("courriel/tmp non balayé", metadata: ["cause": "\(error.message)"]) }
    }
  }

  /// Does all that there is to do; what was asked for before is done when it returns.
  package func bringUpToDate() async throws {
    let before = passe
    let task = Task {
      _ = await before?.result
      try await self.pass()
    }
    passe = task
    try await task.value
  }

  private func pass() async throws(RegisterError) {
    while office.register.head.envoisAFaire > 0 {
      let mails = try await office.register.envoisAFaire(limit: Self.lot)
      let now = office.clock.now()
      let families = Dictionary(
        try await office.register.demandes(Array(Set(mails.map(\.numero)))).map { ($0.numero, $0) },
        uniquingKeysWith: { first, _ in first })
      var issues: [(EnvoiAFaire, EnvoiAFaire.Issue)] = []
      var fault: String?
      for mail in mails {
        do throws(SystemError) {
          issues.append((mail, try await settle(mail, families[mail.numero], now)))
        } catch {
          fault = error.message
          break
        }
      }
      // Committed after the files are durable: what a crash leaves between the two is found there again.
      try await office.register.regler(issues)
      try await note(issues, now)
      tell(fault)
      if fault != nil { return }
    }
    tell(nil)
  }

  private func settle(
    _ mail: EnvoiAFaire, _ demande: Demande?, _ now: Instant
  ) async throws(SystemError) -> EnvoiAFaire.Issue {
    let (spool, fuseau) = (spool, office.fuseau)
    let isErased = demande?.effaceeLe != nil
    let message = mail.geste == .ecrire ? demande.flatMap { desk.message(mail, $0, now: now) } : nil
    return try await DedicatedThread.run("courriels") { () throws(SystemError) in
      if isErased {
        // A mail that has gone still says who it went to, for as long as its file is kept.
        try spool.erase(id: mail.id)
        return .retire
      }
      guard let message else { return try spool.withdraw(id: mail.id) == .parti ? .remis : .retire }
      try spool.put(id: mail.id) { message.bytes(id: mail.id, le: now, in: fuseau) }
      return .remis
    }
  }

  /// What a mail tells of a family has been read.
  private func note(_ issues: [(EnvoiAFaire, EnvoiAFaire.Issue)], _ now: Instant) async throws(RegisterError) {
    let count = issues.count { $0.0.geste == .ecrire && $0.1 == .remis && $0.0.envoi.objet.nature == .rappel }
    guard count > 0 else { return }
    try await office.register.recordAccesses([
      Acces(instant: now, agent: Fait.regles, methode: "rappel", nombre: count)
    ])
  }

  private func tell(_ fault: String?) {
    if let fault, office.courriels.faute != fault {
      office.logger.error("dossier des courriels inaccessible", metadata: ["cause": "\(fault)"])
    }
    office.courriels.set(fault)
  }
}
