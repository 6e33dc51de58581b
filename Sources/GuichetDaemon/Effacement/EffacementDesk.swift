import Guichet
import GuichetRegister
import GuichetSpool
import LinuxSystem
import Logging
import Synchronization

/// Erases families, for good: in the register, in the folders, and in whatever backup is restored later.
///
/// In order: `effacements.log` says it, durably; the files go; the register forgets, in one transaction. Whatever ends the
/// daemon in between, its next start goes on from the log.
final class EffacementDesk: Sendable {
  /// What is to be erased together.
  struct Ensemble: Sendable {
    let demandes: [AEffacer]
    /// Those that were not asked for: persons found them to be the same family's.
    let jointes: Set<Numero>
    /// Those whose originals are kept.
    let originaux: Set<Numero>
    /// Ids of refused files that are theirs.
    let rejets: [String]

    var aFaire: [AEffacer] { demandes.filter { $0.demande.effaceeLe == nil } }
  }

  private let office: Office
  private let fichier: Mutex<FichierDesEffacements>

  init(_ office: Office) {
    self.office = office
    fichier = Mutex(FichierDesEffacements(dossier: office.configuration.chemins.sauvegardes))
  }

  /// - Parameters:
  ///   - avecFusions: see `Register.aEffacer`.
  ///   - avecRejets: without it no refused file is looked at: of families so old there are none any more.
  func ensemble(
    _ numeros: [Numero], avecFusions: Bool = true, avecRejets: Bool = true
  ) async throws -> Ensemble {
    let office = office
    let found = try await office.register.aEffacer(numeros, avecFusions: avecFusions)
    let open = found.filter { $0.demande.effaceeLe == nil }
    // Its form as it came, and as it was corrected to.
    let traces = TracesDeFamille(open.flatMap { [$0.demande.recue.formulaire, $0.demande.formulaire] })
    let (kept, rejets) = try await DedicatedThread.run("effacement") { () throws(SystemError) in
      var kept: Set<Numero> = []
      for demande in open.map(\.demande)
      where try office.spool.hasOriginal(demande.numero, day: office.today(demande.recueLe)) {
        kept.insert(demande.numero)
      }
      return (kept, open.isEmpty || !avecRejets ? [] : try office.spool.rejections(of: traces))
    }
    return Ensemble(
      demandes: found, jointes: Set(found.map(\.demande.numero)).subtracting(numeros), originaux: kept,
      rejets: rejets)
  }

  /// Erases them; those that are erased already are left as they are.
  func effacer(_ ensemble: Ensemble, by agent: Int64, cause: CauseDEffacement = .demande) async throws {
    let open = ensemble.aFaire
    guard !open.isEmpty else { return }
    let now = office.clock.now()
    let lignes = open.enumerated().map { rank, found in
      JournalDesEffacements.Ligne(
        numero: found.demande.numero, empreinte: found.empreinte.hexadecimal, le: now,
        rejets: rank == 0 ? ensemble.rejets : [], cause: cause)
    }
    try await noter(lignes)
    try await retirer(open.map(\.demande), ensemble.rejets)
    try await office.register.effacer(
      open.map(\.demande.numero), rejets: ensemble.rejets, by: agent, now: now, cause: cause,
      fuseau: office.fuseau)
    office.logger.notice("familles effacées", metadata: ["demandes": "\(open.count)"])
  }

  private func noter(_ lignes: [JournalDesEffacements.Ligne]) async throws {
    let cle = office.register.head.effacements.cle.hexadecimal
    // A log that somebody lost or cut is whole again: what it does not name, a backup would bring back.
    let known = try await office.register.lignesDEffacement()
    let result = await DedicatedThread.run("effacement") { [self] in
      Result { () throws(EffacementRefuse) in try ecrire(known + lignes, sous: cle) }
    }
    try result.get()
  }

  /// Adds those that the log of this register's own folder does not have, durably.
  private func ecrire(_ lignes: [JournalDesEffacements.Ligne], sous cle: String) throws(EffacementRefuse) {
    let result = fichier.withLock { fichier in
      Result {
        var journal = try fichier.lire() ?? JournalDesEffacements(cle: cle)
        guard journal.cle == cle else { throw EffacementRefuse.autreRegistre(fichier.path) }
        journal.ajoute(lignes)
        try fichier.ecrire(journal)
      }.mapError { EffacementRefuse($0, fichier.path) }
    }
    try result.get()
  }

  private func retirer(_ demandes: [Demande], _ rejets: [String]) async throws(SystemError) {
    let office = office
    try await DedicatedThread.run("effacement") { () throws(SystemError) in
      for demande in demandes {
        _ = try office.spool.removeOriginal(demande.numero, day: office.today(demande.recueLe))
      }
      for id in rejets { try office.spool.expire(id) }
    }
  }
}

extension EffacementDesk {
  /// What a log of erased families came to in a register that did not know all of it.
  struct Reprise: Sendable {
    /// Erased anew.
    var effacees: [Numero] = []
    /// Of which the register knows nothing else: they cannot come back.
    var inconnues: [Numero] = []
    /// Whose numero is another demande's in this register: left as they are.
    var autres: [Numero] = []
    /// The log has another key than this register had, and names none of its demandes: it may be another office's.
    var estDouteuse = false
  }

  /// Of a log that is `estDouteuse`, one French sentence.
  static func doute(_ path: String) -> String {
    "« \(path) » ne nomme aucune demande de ce registre : vérifiez que c’est bien le sien ; sinon, remettez celui-ci à sa "
      + "place et restaurez à nouveau."
  }

  /// How many are erased in one transaction.
  private static let lot = 50

  /// What the log of this register's own folder says; nil where there is none.
  ///
  /// - Throws: `EffacementRefuse` where it cannot be read.
  func journal() throws(EffacementRefuse) -> JournalDesEffacements? {
    let fichier = fichier.withLock(\.self)
    do {
      return try fichier.lire()
    } catch {
      throw EffacementRefuse(error, fichier.path)
    }
  }

  /// Erases anew what that log says was erased and this register still has.
  ///
  /// - Throws: `EffacementRefuse.autreRegistre`, where the log was not written for this register.
  func reprendre(_ journal: JournalDesEffacements, de path: String) async throws -> Reprise {
    var reprise = Reprise()
    guard !journal.lignes.isEmpty else { return reprise }
    let known = office.register.head.effacements
    let isForeign = known.cle.hexadecimal != journal.cle
    if isForeign {
      guard known.nombre == 0, let cle = [UInt8](hexadecimal: journal.cle) else {
        throw EffacementRefuse.autreRegistre(path)
      }
      try await office.register.prendreLaCle(cle)
    }
    let done = try await office.register.effacees()
    var rest = journal.lignes.filter { !done.contains($0.numero) }[...]
    while !rest.isEmpty {
      let lignes = Array(rest.prefix(Self.lot))
      rest = rest.dropFirst(Self.lot)
      try await reprendre(lignes, &reprise)
    }
    reprise.estDouteuse = isForeign && reprise.effacees.isEmpty
    return reprise
  }

  private func reprendre(_ lignes: [JournalDesEffacements.Ligne], _ reprise: inout Reprise) async throws {
    let found = try await office.register.aEffacer(lignes.map(\.numero), avecFusions: false)
    let there = Dictionary(found.map { ($0.demande.numero, $0) }) { first, _ in first }
    for ligne in lignes {
      guard let demande = there[ligne.numero] else {
        if let empreinte = [UInt8](hexadecimal: ligne.empreinte) {
          try await office.register.connaitre([(ligne.numero, empreinte: empreinte, le: ligne.le)])
        }
        reprise.inconnues.append(ligne.numero)
        continue
      }
      guard demande.empreinte.hexadecimal == ligne.empreinte else {
        reprise.autres.append(ligne.numero)
        continue
      }
      try await retirer([demande.demande], ligne.rejets)
      try await office.register.effacer(
        [ligne.numero], rejets: ligne.rejets, by: Fait.regles, now: office.clock.now(), le: ligne.le,
        cause: ligne.cause, fuseau: office.fuseau)
      reprise.effacees.append(ligne.numero)
    }
  }

  /// See `Register.nettoyer`. Who takes forms waits meanwhile and gives no sign of life of its own.
  func nettoyer() async throws(RegisterError) -> Bool {
    let last = Mutex(ContinuousClock.now)
    let logger = office.logger
    return try await office.register.nettoyer {
      let isDue = last.withLock { last in
        guard ContinuousClock.now - last >= .seconds(1) else { return false }
        last = .now
        return true
      }
      guard isDue else { return }
      do throws(SystemError) {
        try Watchdog.alive()
      } catch {
        logger.warning("signe de vie impossible", metadata: ["cause": "\(error.message)"])
      }
    }
  }

  /// Removes the originals of all that were erased, which a copy of `recus/` may have brought back.
  func retirerOriginaux() async throws {
    let erased = try await office.register.effacees()
    guard !erased.isEmpty else { return }
    let office = office
    try await DedicatedThread.run("effacement") { () throws(SystemError) in
      for original in try office.spool.originaux() where erased.contains(original.numero) {
        try office.spool.remove(original)
      }
    }
  }

  /// Writes into this register's own folder what other logs say too.
  func garder(_ journal: JournalDesEffacements) throws(EffacementRefuse) {
    try ecrire(journal.lignes, sous: journal.cle)
  }

  /// Writes the log anew where it names fewer families than the register.
  private func completer(_ lignes: [JournalDesEffacements.Ligne]) async throws {
    let named = Set(lignes.map(\.numero))
    let missing = try await office.register.lignesDEffacement().count { !named.contains($0.numero) }
    guard missing > 0 else { return }
    try await noter([])
    office.logger.warning("effacements.log complété d’après le registre", metadata: ["demandes": "\(missing)"])
  }

  /// At the start, before anything is received: goes on with what a crash cut short, and puts back into the log what it has
  /// lost. What is wrong with the log holds up nobody: it is told, and told again at each start.
  func auDemarrage() async throws {
    do {
      guard let journal = try journal() else {
        if office.register.head.effacements.nombre > 0 { try await completer([]) }
        return
      }
      let path = fichier.withLock(\.path)
      let reprise = try await reprendre(journal, de: path)
      if !reprise.effacees.isEmpty || !reprise.inconnues.isEmpty {
        office.logger.notice(
          "effacements repris",
          metadata: ["effacees": "\(reprise.effacees.count)", "inconnues": "\(reprise.inconnues.count)"])
      }
      if !reprise.autres.isEmpty {
        office.logger.error(
          "effacements.log nomme des demandes qui sont d’autres familles ; elles sont laissées",
          metadata: ["nombre": "\(reprise.autres.count)"])
      }
      if reprise.estDouteuse { office.logger.warning("\(Self.doute(path))") }
      try await completer(journal.lignes)
    } catch let error as EffacementRefuse {
      office.logger.error("\(error.message)")
    }
  }
}
