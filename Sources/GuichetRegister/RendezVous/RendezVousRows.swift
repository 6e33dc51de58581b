import GRDB
import Guichet

/// The rows of the rendez-vous of a demande, and of the time that they take up.
enum RendezVousRows {
  /// Brings the rows up to what the demande's facts have become.
  ///
  /// - Throws: the database's refusal where the time of an adviser is taken already; the whole act is undone then.
  static func store(_ db: Database, _ demande: Demande, before: Demande) throws {
    guard demande.rendezVous != before.rendezVous else { return }
    let numero = demande.numero.cle
    try db.execute(sql: "DELETE FROM occupation WHERE numero = ?", arguments: [numero])
    for rendezVous in demande.rendezVous {
      let place = rendezVous.place
      try db.execute(
        sql: "INSERT OR REPLACE INTO rendezVous VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          numero, rendezVous.id, rendezVous.linf, place.debut.microseconds, place.fin.microseconds, place.mode.rawValue,
          place.lieu, place.poste, horsHoraires(place), rendezVous.statut.rawValue, rendezVous.sequence,
          rendezVous.modifieLe.microseconds,
        ])
      guard !rendezVous.statut.estLibere else { continue }
      for granule in place.granules {
        try db.execute(
          sql: "INSERT INTO occupation VALUES (?, ?, ?, ?, ?)",
          arguments: [rendezVous.linf, place.poste, granule, numero, rendezVous.id])
      }
    }
  }

  /// Those of a demande, in the order in which they were fixed.
  static func stored(_ db: Database, _ numero: Numero) throws -> [RendezVous] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM rendezVous WHERE numero = ? ORDER BY id", arguments: [numero.cle]
    ).map(read)
  }

  /// Whether the rows are what the demande's facts say, and its time is taken where it is to be.
  static func agree(_ db: Database, with demande: Demande) throws -> Bool {
    let taken = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM occupation WHERE numero = ?", arguments: [demande.numero.cle])
    let expected = demande.rendezVous.filter { !$0.statut.estLibere }.reduce(0) { $0 + $1.place.granules.count }
    return try stored(db, demande.numero) == demande.rendezVous && taken == expected
  }

  /// 1 outside the hours, 2 in spite of a fermeture too.
  private static func horsHoraires(_ place: PlaceRendezVous) -> Int {
    place.malgreFermeture ? 2 : place.horsHoraires ? 1 : 0
  }

  static func read(_ row: Row) throws -> RendezVous {
    let (debut, fin): (Int64, Int64) = (row["debut"], row["fin"])
    guard let mode = RendezVous.Mode(rawValue: row["mode"]), let statut = RendezVous.Statut(rawValue: row["statut"])
    else { throw RegisterError.unusable("Une ligne de rendez-vous porte un mode ou un statut inconnu.") }
    return RendezVous(
      id: row["id"], linf: row["linf"],
      place: PlaceRendezVous(
        debut: Instant(microseconds: debut), duree: Int((fin - debut) / 60_000_000), mode: mode, lieu: row["lieu"],
        poste: row["poste"], horsHoraires: row["horsHoraires"] != 0, malgreFermeture: row["horsHoraires"] == 2),
      statut: statut, sequence: row["sequence"], modifieLe: Instant(microseconds: row["modifieLe"]))
  }
}
