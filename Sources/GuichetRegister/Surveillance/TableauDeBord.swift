import GRDB
package import Guichet

/// What the published page is made of, all of one moment of the register.
package struct ComptesDuTableau: Sendable {
  package let travail: [GroupeDeTravail]
  /// When each demande was received, in each stretch of time that was asked for.
  package let recues: [[Instant]]
  /// When the first demande of the register was received; nil where there is none.
  package let premiere: Instant?
  package let rendezVous: [RendezVousLu]
  /// See `PremiersContacts.enSouffrance`.
  package let enSouffrance: Int

  package struct RendezVousLu: Hashable, Sendable {
    package let debut, fin: Instant
    package let statut: RendezVous.Statut
  }

  /// What is asked for.
  package struct Bornes: Sendable {
    package let now: Instant
    package let recues: [Range<Instant>]
    package let semaine: Range<Instant>
    /// From when on demandes count for `PremiersContacts`.
    package let contactsDepuis: Instant

    package init(now: Instant, recues: [Range<Instant>], semaine: Range<Instant>, contactsDepuis: Instant) {
      self.now = now
      self.recues = recues
      self.semaine = semaine
      self.contactsDepuis = contactsDepuis
    }
  }
}

extension Register {
  /// Takes as long as there are open demandes, a few days of receptions and a week of rendez-vous, whatever the register
  /// has grown to.
  package func comptesDuTableau(_ bornes: ComptesDuTableau.Bornes) async throws(RegisterError) -> ComptesDuTableau {
    try await read { db in
      ComptesDuTableau(
        travail: try ComptesDuTableau.travail(db, bornes.now),
        recues: try bornes.recues.map { try ComptesDuTableau.recues(db, $0) },
        premiere: try Int64.fetchOne(db, sql: ComptesDuTableau.premiereSQL).map(Instant.init(microseconds:)),
        rendezVous: try ComptesDuTableau.rendezVous(db, bornes.semaine),
        enSouffrance: try Int.fetchOne(
          db, sql: ComptesDuTableau.enSouffranceSQL,
          arguments: [bornes.now.microseconds, bornes.contactsDepuis.microseconds]) ?? 0)
    }
  }

  /// The demandes that were received from an instant on.
  package func numeros(recusDepuis start: Instant) async throws(RegisterError) -> [Numero] {
    try await read { db in
      try Int64.fetchAll(db, sql: ComptesDuTableau.recusDepuisSQL, arguments: [start.microseconds])
        .compactMap(Numero.init(cle:))
    }
  }

  /// The demandes about which something was recorded after one fact and up to another.
  package func touchees(apres seq: Int64, jusqua last: Int64) async throws(RegisterError) -> Set<Numero> {
    try await read { db in
      let cles = try Int64.fetchAll(db, sql: ComptesDuTableau.toucheesSQL, arguments: [seq, last])
      return Set(cles.compactMap(Numero.init(cle:)))
    }
  }
}

extension ComptesDuTableau {
  /// The open part of the index of the work list, and one row for each group of it; of those that wait for their first
  /// contact, whether somebody has tried. Numeros rise in the order of arrival.
  package static let travailSQL = """
    SELECT groupe.etat, groupe.linf, nombre, enRetard, sansTentative, demande.recueLe
    FROM (
      SELECT etat, linf, count(*) AS nombre, coalesce(sum(echeance < ?), 0) AS enRetard,
        sum(estIntacte) AS sansTentative, min(iif(estIntacte, numero, NULL)) AS premiere
      FROM (
        SELECT etat, linf, echeance, numero, etat = 'aOrienter' OR etat = 'aContacter' AND NOT EXISTS (
          SELECT 1 FROM contact WHERE contact.numero = demande.numero AND sens = 'sortant') AS estIntacte
        FROM demande INDEXED BY demande_travail WHERE etat IN ('aOrienter', 'aContacter', 'rendezVous', 'enSuivi')
      )
      GROUP BY etat, linf
    ) AS groupe LEFT JOIN demande ON demande.numero = groupe.premiere
    """

  package static let recuesSQL = "SELECT recueLe FROM demande WHERE recueLe >= ? AND recueLe < ?"

  package static let premiereSQL = "SELECT min(recueLe) FROM demande"

  package static let rendezVousSQL = "SELECT debut, fin, statut FROM rendezVous WHERE debut >= ? AND debut < ?"

  /// Of those that wait for their first contact, only the late ones are looked at.
  package static let enSouffranceSQL = """
    SELECT count(*) FROM demande INDEXED BY demande_travail
    WHERE etat = 'aContacter' AND echeance < ? AND recueLe >= ?
      AND NOT EXISTS (SELECT 1 FROM contact WHERE contact.numero = demande.numero AND sens = 'sortant')
    """

  package static let recusDepuisSQL = "SELECT numero FROM demande WHERE recueLe >= ?"

  package static let toucheesSQL = """
    SELECT DISTINCT +numero FROM fait WHERE seq > ? AND seq <= ? AND +numero IS NOT NULL
    """

  fileprivate static func travail(_ db: Database, _ now: Instant) throws -> [GroupeDeTravail] {
    var groups: [GroupeDeTravail] = []
    try HotQuery(db, travailSQL).each(db, [now.microseconds]) { row in
      let (etat, linf) = (Etat(rawValue: row.text()), row.optionalText())
      let (count, late, untried) = (Int(row.int64()), Int(row.int64()), Int(row.int64()))
      guard let etat else { return }
      groups.append(
        GroupeDeTravail(
          etat: etat, linf: linf, nombre: count, enRetard: late, sansTentative: untried,
          premiereSansTentative: row.optionalInt64().map(Instant.init(microseconds:))))
    }
    return groups
  }

  fileprivate static func recues(_ db: Database, _ stretch: Range<Instant>) throws -> [Instant] {
    var received: [Instant] = []
    try HotQuery(db, recuesSQL).each(db, [stretch.lowerBound.microseconds, stretch.upperBound.microseconds]) { row in
      received.append(Instant(microseconds: row.int64()))
    }
    return received
  }

  fileprivate static func rendezVous(_ db: Database, _ stretch: Range<Instant>) throws -> [RendezVousLu] {
    var found: [RendezVousLu] = []
    try HotQuery(db, rendezVousSQL).each(db, [stretch.lowerBound.microseconds, stretch.upperBound.microseconds]) {
      row in
      let (start, end) = (Instant(microseconds: row.int64()), Instant(microseconds: row.int64()))
      guard let statut = RendezVous.Statut(rawValue: row.text()) else { return }
      found.append(RendezVousLu(debut: start, fin: end, statut: statut))
    }
    return found
  }
}

extension Register {
  /// When the oldest demande that waits for a LINF was received; nil where none does.
  package func premiereAOrienter() async throws(RegisterError) -> Instant? {
    try await read { db in
      try Int64.fetchOne(db, sql: ComptesDuTableau.premiereAOrienterSQL).map(Instant.init(microseconds:))
    }
  }
}

extension ComptesDuTableau {
  package static let premiereAOrienterSQL =
    "SELECT min(recueLe) FROM demande INDEXED BY demande_travail WHERE etat = 'aOrienter'"
}
