import Foundation
import GRDB
import Guichet

extension Register {
  /// Recomputes the chain of reads of personal data: from its first entry, or from the hash of the last that was removed.
  static func verifyAccesses(_ db: Database, _ result: inout JournalVerification) throws {
    result.otees = try ConsultationsOtees.all(db)
    let removed = verifyRemoved(&result)
    // Of a stretch whose removal was cut short, the first entry that is left has nothing before it to be checked against.
    var previous: (seq: Int64, chaine: [UInt8])?
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM acces ORDER BY seq")
    while let row = try rows.next() {
      let seq: Int64 = row["seq"]
      let stored = [UInt8](row["chaine"] as Data)
      let acces = Acces(
        instant: Instant(microseconds: row["instant"]), agent: row["agent"], methode: row["methode"],
        nombre: row["nombre"])
      let before = previous ?? (seq > removed.seq ? removed : nil)
      if let before, seq != before.seq + 1 || acces.chaine(after: before.chaine, seq: seq) != stored {
        result.fault("À l’accès \(seq), la chaîne des consultations est rompue.")
      }
      if seq == removed.seq, stored != removed.chaine {
        result.fault("L’accès \(seq) n’est pas celui que disent les consultations ôtées.")
      }
      if seq == removed.seq + 1, let last = result.otees.last, acces.instant < last.avant {
        result.fault("Avant l’accès \(seq), des consultations ont été ôtées, et leur mois n’est pas fini.")
      }
      previous = (seq, stored)
      result.consultations += 1
    }
    if let previous, previous.seq < removed.seq {
      result.fault("Après l’accès \(previous.seq), des consultations manquent.")
    }
  }

  /// - Returns: the last entry that was removed; before the first, where none was.
  private static func verifyRemoved(_ result: inout JournalVerification) -> (seq: Int64, chaine: [UInt8]) {
    var end = (seq: Int64(0), chaine: JournalChain.start)
    var avant: Instant?
    for stretch in result.otees {
      let follows = stretch.premiere == end.seq + 1 && stretch.derniere >= stretch.premiere
      if !follows || avant.map({ stretch.avant <= $0 }) ?? false {
        result.fault(
          "Les consultations ôtées de \(stretch.premiere) à \(stretch.derniere) ne suivent pas celles d’avant.")
      }
      end = (stretch.derniere, stretch.chaine)
      avant = stretch.avant
    }
    return end
  }
}
