import GRDB
package import Guichet

extension Register {
  /// Decides about the rendez-vous of one demande, knowing what others have taken of the time of that LINF's advisers: read,
  /// decided and written in one transaction.
  ///
  /// - Parameters:
  ///   - linf: whose time is looked at.
  ///   - autour: the stretch of time that is looked at.
  ///   - version: the référentiel that decides; nil where none does.
  ///   - survenuLe: when it happened; now where nil.
  ///   - decide: the facts to record, given the demande and the time that others have.
  /// - Throws: `.referentielDepasse` when another version has come into force; nothing is written then.
  package func actOnRendezVous(
    of numero: Numero, linf: String?, autour: Range<Instant>, by agent: Int64, now: Instant, over version: Int? = nil,
    survenuLe: Instant? = nil,
    _ decide: @escaping @Sendable (Demande, [PosteOccupe]) throws(ActeRefuse) -> [Evenement]
  ) async throws(RegisterError) -> Result<ActeFait, ActeRefuse> {
    let survenus = survenuLe.map { moment in
      Dictionary(uniqueKeysWithValues: NatureFait.resultatsDeRendezVous.map { ($0, moment) })
    }
    return try await write { [self] db, head in
      let horloges = horloges
      if let version, head.referentiel != version {
        throw RegisterError.referentielDepasse(courante: head.referentiel)
      }
      let taken = try linf.map { try Self.postesOccupes(db, of: $0, autour, sauf: numero) } ?? []
      do {
        return .success(
          try Self.act(
            on: numero, agent, now, survenus ?? [:], horloges,
            { (demande) throws(ActeRefuse) in try decide(demande, taken) }, db, &head))
      } catch let refusal as ActeRefuse {
        return .failure(refusal)
      }
    }
  }

  /// What is taken of the time of a LINF's advisers.
  package func postesOccupes(of linf: String, _ autour: Range<Instant>) async throws(RegisterError) -> [PosteOccupe] {
    try await read { db in try Self.postesOccupes(db, of: linf, autour, sauf: nil) }
  }

  /// From the table of what is taken itself: what refuses is what is looked at.
  private static func postesOccupes(
    _ db: Database, of linf: String, _ autour: Range<Instant>, sauf numero: Numero?
  ) throws -> [PosteOccupe] {
    let granule = PlaceRendezVous.granule
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT poste, min(granule) AS premiere, max(granule) AS derniere FROM occupation
        WHERE (numero, id) IN (
          SELECT numero, id FROM rendezVous WHERE linf = ? AND debut >= ? AND debut < ? AND numero IS NOT ?)
        GROUP BY numero, id
        """,
      arguments: [
        linf, autour.lowerBound.microseconds - Int64(PlaceRendezVous.dureeMaximale) * 60_000_000,
        autour.upperBound.microseconds, numero?.cle,
      ])
    return rows.map { row in
      let (first, last): (Int64, Int64) = (row["premiere"], row["derniere"])
      return PosteOccupe(
        poste: row["poste"], debut: Instant(microseconds: first * granule * 1_000_000),
        fin: Instant(microseconds: (last + 1) * granule * 1_000_000))
    }
  }
}

extension NatureFait {
  /// What is entered after it happened.
  fileprivate static let resultatsDeRendezVous: [NatureFait] = [
    .rendezVousHonore, .rendezVousNonHonore, .rendezVousExcuse,
  ]
}
