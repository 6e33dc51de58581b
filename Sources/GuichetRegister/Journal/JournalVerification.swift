import Foundation
import GRDB
import Guichet

/// What a full check of the register came to.
package struct JournalVerification: Sendable {
  /// Entries of the journal, and the chain value of the last.
  package var entrees: Int64 = 0
  package var tete: [UInt8] = JournalChain.start
  /// Where the chains or their content do not hold, a French sentence each, at most 100.
  package var fautes: [String] = []
  /// Demandes whose facts were replayed.
  package var demandes = 0
  /// Where the replayed facts differ from the rows, a French sentence each, at most 100.
  package var ecarts: [String] = []
  /// Entries of the chain of reads of personal data, and what was removed before them.
  package internal(set) var consultations = 0
  package internal(set) var otees: [ConsultationsOtees] = []

  package var isIntact: Bool { fautes.isEmpty && ecarts.isEmpty }

  mutating func fault(_ sentence: String) {
    if fautes.count < 100 { fautes.append(sentence) }
  }

  mutating func deviation(_ sentence: String) {
    if ecarts.count < 100 { ecarts.append(sentence) }
  }
}

extension Register {
  /// Recomputes both chains from their first entry, replays every demande's facts and compares them with its row.
  ///
  /// Reads one consistent state; writes go on meanwhile.
  package func verify() async throws(RegisterError) -> JournalVerification {
    try await read { [self] db in try Self.verification(db, horloges) }
  }

  /// - Parameter comparesRows: not where the rows are those of an older program, which had other columns.
  static func verification(
    _ db: Database, _ horloges: Horloges?, comparesRows: Bool = true
  ) throws -> JournalVerification {
    var result = JournalVerification()
    try verifyJournal(db, &result)
    try verifyAccesses(db, &result)
    if comparesRows { try verifyRows(db, horloges, &result) }
    return result
  }

  private static func verifyJournal(_ db: Database, _ result: inout JournalVerification) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM fait ORDER BY seq")
    while let row = try rows.next() {
      let seq: Int64 = row["seq"]
      if seq != result.entrees + 1 {
        result.fault("Entre les entrées \(result.entrees) et \(seq), le journal a perdu des entrées.")
      }
      let empreinte = [UInt8](row["empreinte"] as Data)
      if let donnees = row["donnees"] as Data?, let sel = row["sel"] as Data?,
        JournalChain.empreinte(sel: [UInt8](sel), donnees: [UInt8](donnees)) != empreinte
      {
        result.fault("L’entrée \(seq) ne dit plus ce qu’elle disait.")
      }
      let chaine = JournalChain.next(
        after: result.tete, seq: seq, numero: row["numero"], enfant: row["enfant"], nature: row["nature"],
        survenuLe: row["survenuLe"], enregistreLe: row["enregistreLe"], auteur: row["auteur"], version: row["version"],
        empreinte: empreinte)
      let stored = [UInt8](row["chaine"] as Data)
      if chaine != stored { result.fault("À l’entrée \(seq), la chaîne est rompue.") }
      // Going on from what is stored, so that one broken link is told once.
      result.tete = stored
      result.entrees = seq
    }
  }

  /// The fact, or a fault told.
  private static func readable(_ row: Row, _ result: inout JournalVerification) -> Fait? {
    do {
      return try Fait(row: row)
    } catch {
      result.fault("L’entrée \(row["seq"] as Int64) est illisible : \(RegisterError(error).message)")
      return nil
    }
  }

  /// - Parameter horloges: nil where échéances have not all been computed by those that are installed.
  private static func rowAgrees(_ db: Database, with demande: Demande, _ horloges: Horloges?) throws -> Bool {
    do {
      let etape = horloges?.etape(of: demande)
      var expected = try DemandeRow(demande, etape)
      let stored = try DemandeRow.stored(db, [demande.numero]).first ?? nil
      if horloges == nil { expected.echeance = stored?.echeance }
      return try stored == expected && (horloges == nil || Taches.areStored(db, demande, etape, horloges))
    } catch RegisterError.unusable {
      return false
    }
  }

  private static func verifyRows(
    _ db: Database, _ installed: Horloges?, _ result: inout JournalVerification
  ) throws {
    let computedBy = try String.fetchOne(db, sql: "SELECT empreinte FROM horloges")
    let horloges = installed.flatMap { $0.empreinte == computedBy ? $0 : nil }
    let facts = try Row.fetchCursor(db, sql: "SELECT * FROM fait WHERE numero IS NOT NULL ORDER BY numero, seq")
    var current = Relecture()
    var numero: Numero?
    func settle() throws {
      if let numero, current.estSansReste { result.deviation(Relecture.faute(numero)) }
      guard let demande = current.demande else { return }
      result.demandes += 1
      if try !Self.rowAgrees(db, with: demande, horloges) || Departs.stored(db, demande.numero) != demande.departs
        || !Mots.areStored(db, demande) || !Doublons.areStored(db, demande) || !Contacts.areStored(db, demande)
        || !RendezVousRows.agree(db, with: demande)
      {
        result.deviation("La demande \(demande.numero.texte) n’est pas ce que ses faits disent d’elle.")
      }
    }
    while let next = try facts.next() {
      guard let fait = Self.readable(next, &result) else { continue }
      if fait.numero != numero {
        try settle()
        (current, numero) = (Relecture(), fait.numero)
      }
      do {
        try current.lis(fait)
      } catch {
        result.deviation("À l’entrée \(fait.seq) : \(error.message)")
      }
    }
    try settle()
    let rows = try Int.fetchOne(db, sql: "SELECT count(*) FROM demande") ?? 0
    if rows != result.demandes {
      result.deviation("Le registre a \(rows) demandes, le journal \(result.demandes).")
    }
  }
}
