import Guichet
import GuichetDocuments
import GuichetRegister
import GuichetSpool
import LinuxSystem
import Logging

/// Keeps the calendar of each LINF, and its morning sheet, up to date in its outbox.
///
/// An outbox that is missing or cannot be written holds back no other: it is shown, and tried again.
package actor AgendaFiles {
  private let office: Office
  private let desk: AgendaDesk
  private let outboxes: Outboxes
  /// Up to which rank of the journal the calendars are; nil before the first pass.
  private var rang: Int64?
  private var version: Int?
  /// The last day whose sheets were made.
  private var feuilleLe: DateCivile?
  /// How many families were erased by then: their names go from the sheets of the day too.
  private var effacees: Int?
  /// Those whose calendar, or sheet, is still to be written.
  private var agendasDus: Set<String> = []
  private var feuillesDues: Set<String> = []
  private var passe: Task<Void, any Error>?

  /// The hour of the Caf's clocks at which the sheets of a day are made.
  private static let heure = 6

  package init(_ office: Office, makesFolders: Bool) {
    self.office = office
    desk = AgendaDesk(office: office)
    outboxes = Outboxes(path: office.configuration.chemins.sorties, makesFolders: makesFolders)
  }

  /// Writes all that has changed; what was asked for before is done when it returns.
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
    let before = office.sorties.fautes
    try await write()
    tell(before, office.sorties.fautes)
  }

  private func write() async throws(RegisterError) {
    try await look()
    let now = office.clock.now()
    for linf in agendasDus.sorted() {
      let document = try await desk.calendrier(linf, now: now)
      if try await put(document, as: "agenda.ics", methode: "agenda", for: linf, now) { agendasDus.remove(linf) }
    }
    for linf in feuillesDues.sorted() {
      let (feuille, familles) = try await desk.feuille(linf, now: now)
      let document = AgendaDesk.Document(bytes: Array(feuille.texte.utf8), familles: familles)
      if try await put(document, as: "feuille.txt", methode: "feuille", for: linf, now) { feuillesDues.remove(linf) }
    }
  }

  /// Finds what there is to write.
  private func look() async throws(RegisterError) {
    let seq = office.register.head.seq
    let current = office.desk.version
    let all = Set((current.routeur.referentiel?.linf ?? []).map(\.id))
    if let rang, version == current.number {
      if seq > rang { agendasDus.formUnion(try await office.register.agendasTouches(depuis: rang)) }
    } else {
      agendasDus.formUnion(all.union(try await office.register.linfAAgenda()))
    }
    (rang, version) = (seq, current.number)
    let erased = office.register.head.effacements.nombre
    if let effacees, effacees != erased { feuillesDues = await all.union(parties(all)) }
    effacees = erased
    let now = office.clock.now()
    let today = office.today(now)
    let start =
      office.fuseau.instants(on: today, secondOfDay: Self.heure * 3600).first ?? office.fuseau.start(of: today)
    guard start <= now, feuilleLe != today, !all.isEmpty else { return }
    feuilleLe = today
    feuillesDues = await all.union(parties(all))
  }

  /// LINF that are no more and whose last sheet lies there still: its names are not left there for good.
  private func parties(_ all: Set<String>) async -> Set<String> {
    do throws(SystemError) {
      return try await DedicatedThread.run("agendas") { [outboxes] () throws(SystemError) in
        try outboxes.linf(ayant: "feuille.txt").subtracting(all)
      }
    } catch {
      // What keeps it from being read is told where something is to be written.
      return []
    }
  }

  /// What leaves the register is noted before it does, once for each file that changes.
  ///
  /// - Returns: whether it is there.
  private func put(
    _ document: AgendaDesk.Document, as name: String, methode: String, for linf: String, _ now: Instant
  ) async throws(RegisterError) -> Bool {
    let bytes = document.bytes
    do throws(SystemError) {
      let isThere = try await DedicatedThread.run("agendas") { [outboxes] () throws(SystemError) in
        try outboxes.has(bytes, as: name, for: linf)
      }
      if isThere {
        office.sorties.set(nil, for: linf)
        return true
      }
    } catch {
      return fault(error, linf)
    }
    if document.familles > 0 {
      try await office.register.recordAccesses([
        Acces(instant: now, agent: Fait.regles, methode: methode, nombre: document.familles)
      ])
    }
    do throws(SystemError) {
      _ = try await DedicatedThread.run("agendas") { [outboxes] () throws(SystemError) in
        try outboxes.put(bytes, as: name, for: linf)
      }
      office.sorties.set(nil, for: linf)
      return true
    } catch {
      return fault(error, linf)
    }
  }

  private func fault(_ error: SystemError, _ linf: String) -> Bool {
    office.sorties.set(error.message, for: linf)
    return false
  }

  /// One line for all that a pass found new: eighty LINF without a folder are one thing to do.
  private func tell(_ before: [String: String], _ after: [String: String]) {
    let new = after.filter { before[$0.key] != $0.value }.sorted { $0.key < $1.key }
    guard let first = new.first else { return }
    office.logger.error(
      "dossiers de sortie inaccessibles ; « guichetctl linf preparer » donne de quoi les créer",
      metadata: ["nombre": "\(new.count)", "premier": "\(first.key)", "cause": "\(first.value)"])
  }
}
