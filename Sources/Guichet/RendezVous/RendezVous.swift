/// An appointment that a LINF gave to a family, as the facts make it.
package struct RendezVous: Hashable, Sendable {
  /// Rank among those of its demande, from 1: never given twice, whatever becomes of it.
  package let id: Int
  /// Id of the LINF that receives, calls or is met on video; one that goes to another LINF is another rendez-vous.
  package let linf: String
  package internal(set) var place: PlaceRendezVous
  package internal(set) var statut: Statut
  /// How many times it was moved or called off: what a calendar needs to take the later for the better one.
  package internal(set) var sequence: Int
  /// When its facts last said something of it.
  package internal(set) var modifieLe: Instant

  package init(
    id: Int, linf: String, place: PlaceRendezVous, statut: Statut = .prevu, sequence: Int = 0, modifieLe: Instant
  ) {
    self.id = id
    self.linf = linf
    self.place = place
    self.statut = statut
    self.sequence = sequence
    self.modifieLe = modifieLe
  }

  package var debut: Instant { place.debut }
  package var fin: Instant { place.fin }

  /// Past, and nobody has said what came of it: not to be taken for one that is ahead.
  package func estARenseigner(at now: Instant) -> Bool { statut == .prevu && fin <= now }
}

extension RendezVous {
  /// How the family is met.
  package enum Mode: String, CodeLibelle {
    case telephone
    case surSite
    case visio

    /// As shown to people.
    package var libelle: String {
      switch self {
      case .telephone: "par téléphone"
      case .surSite: "sur place"
      case .visio: "en visio"
      }
    }
  }

  package enum Statut: String, CodeLibelle {
    case prevu
    case honore
    /// The family did not come.
    case nonHonore
    /// The family called it off.
    case excuse
    /// The LINF called it off.
    case annule

    /// As shown to people.
    package var libelle: String {
      switch self {
      case .prevu: "prévu"
      case .honore: "honoré"
      case .nonHonore: "non honoré"
      case .excuse: "excusé"
      case .annule: "annulé"
      }
    }

    /// Whether its time is given back.
    package var estLibere: Bool { self == .excuse || self == .annule }
  }
}

/// When, how and where a rendez-vous takes place, and with which of the advisers who work in parallel.
package struct PlaceRendezVous: Hashable, Sendable {
  /// On a whole granule of `granule` seconds.
  package let debut: Instant
  /// Minutes; a whole number of granules.
  package let duree: Int
  package let mode: RendezVous.Mode
  /// Where, if not at the LINF's own address; a link or a room for a video call.
  package let lieu: String?
  /// From 1: no two at the same time share one.
  package let poste: Int
  /// A person knowingly put it outside the hours in which the LINF gives rendez-vous.
  package let horsHoraires: Bool
  /// A fermeture was there already when a person put it so; one that comes later is news to that person.
  package let malgreFermeture: Bool

  package init(
    debut: Instant, duree: Int, mode: RendezVous.Mode, lieu: String? = nil, poste: Int, horsHoraires: Bool = false,
    malgreFermeture: Bool = false
  ) {
    self.debut = debut
    self.duree = duree
    self.mode = mode
    self.lieu = lieu
    self.poste = poste
    self.horsHoraires = horsHoraires
    self.malgreFermeture = malgreFermeture
  }

  package var fin: Instant { debut.advanced(bySeconds: Int64(duree) * 60) }

  /// Seconds: all rendez-vous begin and end on a multiple of it since 1970, so that the register can hold each piece of an
  /// adviser's time once. Every civil time of today's zones that is a multiple of five minutes is one.
  package static let granule: Int64 = 300

  /// The longest that one lasts, in minutes.
  package static let dureeMaximale = 480

  /// Whether it begins and ends on whole granules and lasts a while.
  package static func estSurLaGrille(debut: Instant, duree: Int) -> Bool {
    debut.microseconds % (granule * 1_000_000) == 0 && duree % Int(granule / 60) == 0
      && (Int(granule / 60)...dureeMaximale).contains(duree)
  }

  /// The granules that it takes up, counted from 1970.
  package var granules: Range<Int64> { debut.seconds / Self.granule..<fin.seconds / Self.granule }
}

/// The time of one adviser that is taken.
package struct PosteOccupe: Hashable, Sendable {
  package let poste: Int
  package let debut: Instant
  package let fin: Instant

  package init(poste: Int, debut: Instant, fin: Instant) {
    self.poste = poste
    self.debut = debut
    self.fin = fin
  }

  func rencontre(_ debut: Instant, _ fin: Instant) -> Bool { self.debut < fin && debut < self.fin }
}
