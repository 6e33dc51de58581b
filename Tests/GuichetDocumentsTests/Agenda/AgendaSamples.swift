import Foundation
import Guichet
import GuichetDocuments
import Testing

/// Agendas for tests; the families are made up.
enum AgendaSamples {
  static func zone(_ name: String = "Europe/Paris") throws -> Fuseau {
    try Fuseau(tzif: [UInt8](try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)"))), nom: name)
  }

  static func at(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

  static func entree(
    _ rang: Int, _ debut: String, duree: Int = 30, _ mode: RendezVous.Mode = .surSite, lieu: String? = nil,
    statut: RendezVous.Statut = .prevu, sequence: Int = 0, famille: String? = nil, telephone: String? = nil,
    aDeplacer: RaisonDeplacement? = nil
  ) throws -> AgendaICalendar.Entree {
    AgendaICalendar.Entree(
      numero: try #require(Numero(annee: 2026, rang: rang)),
      rendezVous: RendezVous(
        id: 1, linf: "rpe-lomme",
        place: PlaceRendezVous(debut: try at(debut), duree: duree, mode: mode, lieu: lieu, poste: 1), statut: statut,
        sequence: sequence, modifieLe: try at("2026-11-23T09:00:00+01:00")), famille: famille, telephone: telephone,
      aDeplacer: aDeplacer)
  }

  static func agenda(_ entrees: [AgendaICalendar.Entree], zone: String = "Europe/Paris") throws -> AgendaICalendar {
    AgendaICalendar(
      nom: "Rendez-vous, Relais de Lomme", departement: "59", fuseau: try self.zone(zone), entrees: entrees,
      jour: try #require(DateCivile(iso: "2026-11-23")))
  }

  static func text(_ agenda: AgendaICalendar) -> String { String(decoding: agenda.bytes, as: UTF8.self) }

  /// Its lines, unfolded.
  static func lines(_ agenda: AgendaICalendar) -> [String] {
    text(agenda).replacing("\r\n ", with: "").components(separatedBy: "\r\n")
  }
}
