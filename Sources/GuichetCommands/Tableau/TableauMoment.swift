import Guichet
package import GuichetControl

/// All that one picture of the office shows.
package struct TableauMoment: Sendable {
  package enum Liaison: Hashable, Sendable {
    case etablie
    /// For so many seconds.
    case perdue(Int)
  }

  /// What came in while this view was looking.
  package struct Cadence: Hashable, Sendable {
    package let recues: Int
    package let secondes: Int

    package init(recues: Int, secondes: Int) {
      self.recues = recues
      self.secondes = secondes
    }
  }

  /// RFC 3339.
  package var maintenant: String
  package var etat: Wire.Etat
  package var liaison = Liaison.etablie
  /// Seconds since the daemon last told anything.
  package var age = 0
  package var cadence: Cadence?
  /// Nil while they are not known.
  package var enRetard: PremieresDemandes?
  package var aOrienter: PremieresDemandes?
  package var rendezVous: RendezVousDuJour?
  /// Newest first; nil where they are not known.
  package var faits: [Wire.Fait]?
  /// Whether somebody looks on, and may want to know how to leave.
  package var estVivant = true

  package init(maintenant: String, etat: Wire.Etat) {
    self.maintenant = maintenant
    self.etat = etat
  }
}

extension TableauMoment {
  /// Closed LINF for which whoever looks on stands in.
  var suppleances: [Wire.Suppleance] { enRetard?.suppleances ?? aOrienter?.suppleances ?? [] }

  /// Seconds from an instant to now; nil for what is no instant.
  func secondes(depuis instant: String) -> Int? {
    guard let then = Instant(rfc3339: instant), let now = Instant(rfc3339: maintenant) else { return nil }
    return max(0, Int(now.seconds - then.seconds))
  }
}

/// One part of the picture. A further one is one more type, and its place in `TableauVue`.
protocol BlocTableau {
  /// Its lines, none wider than that, those that matter most first: where there is no room for all, the last are left out.
  func lignes(_ moment: TableauMoment, largeur: Int) -> [LigneEcran]
  /// How many of them it keeps where there is little room.
  var minimum: Int { get }
}
