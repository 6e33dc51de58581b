import Guichet
import GuichetRegister

/// Finds what has been kept for as long as it may be, and erases it family by family.
struct ConservationDesk: Sendable {
  /// What has passed its time.
  struct Echues: Sendable {
    /// Whole families, all of whose demandes are closed; each to be erased together.
    var familles: [[Numero]] = []
    /// Demandes that are still open: a person closes them first.
    var ouvertes: [Numero] = []

    var demandes: [Numero] { familles.flatMap(\.self) }
  }

  let office: Office
  let effacements: EffacementDesk

  /// How many are looked at, or erased, in one go.
  private static let lot = 50

  /// - Parameter mois: see `rgpd.conservation`.
  func echues(at now: Instant, mois: Int) async throws -> Echues {
    let today = office.today(now)
    let first = office.fuseau.start(of: ConservationDesDemandes.premierJourGarde(le: today, mois: mois))
    var rest = try await office.register.nonEffacees(recuesAvant: first)[...]
    var echues = Echues()
    var seen: Set<Numero> = []
    while !rest.isEmpty {
      let numeros = rest.prefix(Self.lot).filter { !seen.contains($0) }
      rest = rest.dropFirst(Self.lot)
      let found = try await office.register.aEffacer(numeros).map(\.demande).filter { $0.effaceeLe == nil }
      for famille in Self.familles(found) where seen.isDisjoint(with: famille.map(\.numero)) {
        seen.formUnion(famille.map(\.numero))
        guard famille.allSatisfy({ $0.aPasseSonTemps(le: today, mois: mois, fuseau: office.fuseau) }) else { continue }
        let open = famille.filter { $0.etat != .close }
        if open.isEmpty { echues.familles.append(famille.map(\.numero)) }
        echues.ouvertes += open.map(\.numero)
      }
    }
    return echues
  }

  /// Those that were merged, with what they were merged into.
  private static func familles(_ demandes: [Demande]) -> [[Demande]] {
    let known = Dictionary(demandes.map { ($0.numero, $0) }) { first, _ in first }
    func survivor(_ demande: Demande) -> Numero {
      var (last, steps) = (demande, 0)
      // A loop of mergers there is none; a damaged journal may say so all the same.
      while let next = last.fusionneeDans.flatMap({ known[$0] }), steps < demandes.count {
        (last, steps) = (next, steps + 1)
      }
      return last.numero
    }
    return Dictionary(grouping: demandes, by: survivor).sorted { $0.key < $1.key }.map(\.value)
  }

  func effacer(_ echues: Echues, by agent: Int64) async throws {
    var rest = echues.familles[...]
    while !rest.isEmpty {
      let numeros = rest.prefix(Self.lot).flatMap(\.self)
      rest = rest.dropFirst(Self.lot)
      try await effacements.effacer(
        try await effacements.ensemble(numeros, avecFusions: false, avecRejets: false), by: agent,
        cause: .conservation)
    }
  }
}
