import GRDB
import Guichet

extension RegisterHead {
  /// Writes one entry at the journal's end, inside the caller's transaction.
  ///
  /// - Returns: its seq.
  @discardableResult
  mutating func append(
    _ db: Database, _ fait: PreparedFait, numero: Numero?, enfant: Int? = nil, survenuLe: Instant,
    enregistreLe: Instant, auteur: Int64
  ) throws -> Int64 {
    let seq = self.seq + 1
    let enfant = enfant.map(Int64.init)
    let chaine = JournalChain.next(
      after: chaine, seq: seq, numero: numero?.cle, enfant: enfant, nature: fait.nature.rawValue,
      survenuLe: survenuLe.microseconds, enregistreLe: enregistreLe.microseconds, auteur: auteur, version: Fait.version,
      empreinte: fait.empreinte)
    var insert = try HotStatement(
      db,
      """
      INSERT INTO fait (seq, numero, enfant, nature, survenuLe, enregistreLe, auteur, version, donnees, sel, empreinte, chaine)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    insert.bind(seq)
    insert.bind(numero?.cle)
    insert.bind(enfant)
    insert.bind(fait.nature.rawValue)
    insert.bind(survenuLe.microseconds)
    insert.bind(enregistreLe.microseconds)
    insert.bind(auteur)
    insert.bind(Fait.version)
    insert.bind(fait.donnees)
    insert.bind(fait.sel)
    insert.bind(fait.empreinte)
    insert.bind(chaine)
    try insert.run(db)
    advanced(chaine: chaine, le: enregistreLe)
    return seq
  }
}
