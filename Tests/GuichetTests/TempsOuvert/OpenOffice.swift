import Guichet
import Testing

/// Offices for tests of open time.
enum OpenOffice {
  static let bureau = "lun-ven 09:00-12:00 13:30-17:00"

  static func caf(
    _ zone: String = "Europe/Paris", _ feries: ZoneFeries = .metropole, _ hours: String = bureau
  ) throws -> HeuresDeLaCaf {
    HeuresDeLaCaf(fuseau: try FuseauTests.zone(zone), zone: feries, horaires: try HorairesSemaine(hours))
  }

  static func rows(
    _ hours: String, postes: Int = 1, usage: Horaire.Usage? = nil, semaine: Horaire.Semaine? = nil,
    du: String? = nil, au: String? = nil
  ) throws -> [Horaire] {
    let period = try period(du, au)
    return try HorairesSemaine(hours).plages.map {
      Horaire(plage: $0, postes: postes, usage: usage, semaine: semaine, periode: period)
    }
  }

  static func closure(_ du: String, _ au: String, _ motif: String? = nil, all: Bool = false) throws -> Fermeture {
    Fermeture(linf: all ? nil : "rpe-essai", periode: try period(du, au), motif: motif)
  }

  static func linf(
    _ rows: [Horaire] = [], _ closures: [Fermeture] = [], usage: Horaire.Usage? = nil
  ) throws -> CalendrierOuvert {
    try caf().calendrier(nom: "Rpe d’essai", horaires: rows, fermetures: closures, usage: usage)
  }

  private static func period(_ du: String?, _ au: String?) throws -> Periode {
    let first = try du.map { try #require(DateCivile(iso: $0)) }
    let last = try au.map { try #require(DateCivile(iso: $0)) }
    return try #require(Periode(du: first, au: last))
  }
}

extension CalendrierOuvert {
  /// A moment as people type it, in the office's zone.
  func at(_ text: String) throws -> Instant {
    let typed = try #require(InstantSaisi(text, in: fuseau))
    guard case .instant(let instant) = typed else {
      Issue.record("\(text) is not one moment")
      return Instant(microseconds: 0)
    }
    return instant
  }

  /// `2026-11-25 09:00-12:00 13:30-17:00`, or the reason.
  func hours(_ text: String) throws -> String {
    let day = jour(try #require(DateCivile(iso: text)))
    return day.raison?.phrase
      ?? day.intervalles.map { "\(fuseau.heure($0.debut))-\(fuseau.heure($0.fin))" }.joined(separator: " ")
  }
}
