import Guichet
package import GuichetControl
import GuichetRegister

/// What one subscriber is told, message by message: the state first, then what changes.
///
/// Only what the caller may see ever causes a message; everybody else's work shows neither in what comes nor in when.
package struct Subscription {
  private let office: Office
  private let changes: OfficeChanges
  private let heartbeat: Duration
  private let seesAll: Bool
  private let showsEtat: Bool
  /// The LINF that were asked for; nil for all that the caller sees.
  private let asked: [String]?
  private let propre: Sight
  /// What it was asked for; which LINF that lets through is another matter each day.
  private let filter: FaitFilter
  /// For whom the caller stood in when it was last told.
  private var suppleances: [Wire.Suppleance]
  /// Rank of the last fact looked at.
  private var cursor: Int64
  private var lastMessage: ContinuousClock.Instant
  /// What the subscriber knows of the état besides what the facts tell.
  private var known: Known
  private var retards: Retards?

  /// - Parameters:
  ///   - sight: what is the caller's own; what it stands in for comes and goes while it listens.
  ///   - heartbeat: the longest silence.
  /// - Throws: `ControlError` where the parameters name what does not exist, or what the caller does not see.
  package init(
    _ parameters: Subscribe.Parameters, office: Office, changes: OfficeChanges, sight: Sight, heartbeat: Duration
  ) async throws {
    self.office = office
    self.changes = changes
    self.heartbeat = heartbeat
    seesAll = sight == .all
    propre = sight
    suppleances = sight.suppleances(office)
    let sight = sight.avecSuppleances(office)
    showsEtat = parameters.etat ?? false
    let linf = try await Self.linf(parameters.linf, sight, office)
    asked = parameters.linf == nil ? nil : linf
    filter = FaitFilter(
      linf: linf, natures: try Self.natures(parameters.natures),
      numero: try await Self.numero(parameters.numero, sight, office))
    let head = Int(office.register.head.seq)
    let sequence = parameters.afterSequence ?? head
    guard sequence >= 0, sequence <= head else { throw ControlError.curseurInconnu(sequence: sequence, tete: head) }
    cursor = Int64(sequence)
    lastMessage = .now
    known = Known(office, seesAll: seesAll)
    retards = await office.retards()
  }

  /// The first message.
  package mutating func first() -> Subscribe.Reply {
    message([], etat: true, suppleances: suppleances)
  }

  /// The next message; waits for it. Nil when the office closes.
  package mutating func next() async throws -> Subscribe.Reply? {
    while !changes.isClosed {
      try Task.checkCancellation()
      // Before the look: what comes after it ends the wait.
      let count = changes.count
      if let reply = try await look() { return reply }
      await changes.wait(past: count, until: lastMessage.advanced(by: heartbeat))
    }
    return nil
  }

  /// What there is to say now; nil when that is nothing, with all of the journal looked at.
  package mutating func look() async throws -> Subscribe.Reply? {
    while true {
      let faits = try await page()
      let now = Known(office, seesAll: seesAll)
      let closed = propre.suppleances(office)
      let changed = closed != suppleances
      let hasNews = !faits.isEmpty || changed || showsEtat && now != known
      if hasNews || lastMessage.duration(to: .now) >= heartbeat {
        known = now
        suppleances = closed
        if showsEtat { retards = await office.retards() }
        return message(faits, etat: showsEtat, suppleances: changed ? closed : nil)
      }
      if cursor >= office.register.head.seq { return nil }
    }
  }

  /// The last message, of which the subscriber may resume.
  package mutating func last() -> Subscribe.Reply { message([], etat: false) }

  private mutating func message(
    _ faits: [Wire.Fait], etat: Bool, suppleances: [Wire.Suppleance]? = nil
  ) -> Subscribe.Reply {
    lastMessage = .now
    return Subscribe.Reply(
      sequence: Int(cursor), etat: etat ? EtatHandler.wire(office, retards) : nil, faits: faits,
      suppleances: suppleances)
  }

  private mutating func page() async throws -> [Wire.Fait] {
    let head = office.register.head.seq
    guard cursor < head else { return [] }
    var filter = filter
    if case .linf(let seen) = propre.avecSuppleances(office) {
      filter.linf = seen.intersection(asked ?? Array(seen)).sorted()
    }
    let stretch = try await office.register.follow(after: cursor, upTo: head, filter, limit: ControlRequest.page)
    cursor = stretch.seen
    return stretch.entries.map { JournalHandler.wire($0, office) }
  }
}

/// What of the état is worth a message of its own.
private struct Known: Equatable {
  private var intake: IntakeStatus.Snapshot
  private var referentiel = 0

  /// - Parameter seesAll: how much waits, and that a référentiel was loaded, is everybody's work: it is not to be felt by
  ///   who sees its own only.
  init(_ office: Office, seesAll: Bool) {
    let snapshot = office.intake.snapshot
    guard !seesAll else {
      intake = snapshot
      referentiel = office.desk.version.number
      return
    }
    intake = IntakeStatus.Snapshot()
    intake.pause = snapshot.pause
  }
}

/// What is asked for, checked against what there is and what the caller sees.
extension Subscription {
  private static func linf(_ asked: String?, _ sight: Sight, _ office: Office) async throws -> [String]? {
    switch (sight, asked) {
    case (.all, nil): return nil
    case (.linf(let own), nil): return own.sorted()
    case (.linf(let own), let linf?):
      guard own.contains(linf) else { throw unknown(linf, among: own.sorted()) }
      return [linf]
    case (.all, let linf?):
      let referentiel = office.desk.version.routeur.referentiel
      if referentiel?.linf(linf) != nil { return [linf] }
      // One of former days may have demandes still.
      guard try await office.register.hasDemande(ofLinf: linf) else {
        throw ControlError.linfInconnu(linf, parmi: referentiel)
      }
      return [linf]
    }
  }

  private static func unknown(_ linf: String, among known: [String]) -> ControlError {
    let choices =
      known.isEmpty ? "aucun n’est connu ; chargez un référentiel" : "donnez \(known.joined(separator: ", "))"
    return .parametreInvalide(
      parametre: "linf", message: "« \(linf) » n’est pas un lieu d’information que vous pouvez suivre : \(choices).")
  }

  private static func natures(_ codes: [String]?) throws -> [NatureFait]? {
    guard let codes, !codes.isEmpty else { return nil }
    return try codes.enumerated().map { index, code in
      guard let nature = NatureFait(rawValue: code) else {
        throw ControlError.parametreInvalide(
          parametre: "natures[\(index)]",
          message: "« \(code) » n’est pas une nature de fait ; les natures sont "
            + NatureFait.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      return nature
    }
  }

  private static func numero(_ texte: String?, _ sight: Sight, _ office: Office) async throws -> Numero? {
    guard let texte else { return nil }
    let numero = Numero(texte: texte, anneeCourante: office.today(office.clock.now()).annee)
    guard let numero, let row = try await office.register.rows([numero]).first, sight.includes(linf: row.linf) else {
      throw ControlError.demandeIntrouvable(numero: numero?.texte ?? texte)
    }
    return numero
  }
}
