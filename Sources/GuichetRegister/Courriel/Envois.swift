import GRDB
import Guichet

/// The rows of the mails.
enum Envois {
  /// Adds one to be written; what it is about has been mailed before where it is there already.
  static func insert(
    _ db: Database, _ envoi: Envoi, _ numero: Numero, _ now: Instant, _ head: inout RegisterHead
  ) throws {
    try db.execute(
      sql: "INSERT INTO envoi VALUES (?, ?, ?, ?, ?, ?, 'aEcrire', ?) ON CONFLICT DO NOTHING",
      arguments: [
        try freshId(), numero.cle, envoi.objet.nature.rawValue, envoi.objet.texte, envoi.linf, now.microseconds,
        envoi.expire.microseconds,
      ])
    head.envoisChanged()
  }

  private static func freshId() throws -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in [UInt8.random(in: 0...255, using: &generator)].hexadecimal }.joined()
  }

  /// Lets those be withdrawn that what has happened to a demande has overtaken.
  static func revoir(
    _ db: Database, _ demande: Demande, before: Demande, _ horloges: Horloges?, _ head: inout RegisterHead
  ) throws {
    // Without such a fact there is none: what is received or routed asks nothing of this table.
    guard !before.rappelsDeRendezVous.isEmpty || !before.escalades.isEmpty else { return }
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, nature, objet FROM envoi WHERE numero = ? AND expire IS NOT NULL"),
      arguments: [demande.numero.cle])
    for row in rows {
      let nature = Envoi.Objet.Nature(rawValue: row["nature"])
      if let objet = nature.flatMap({ Envoi.Objet($0, texte: row["objet"]) }),
        demande.attend(objet, before: before, horloges)
      {
        continue
      }
      try retirer(db, "id = ?", [row["id"] as String], &head)
    }
  }

  /// Lets all of a demande that is erased be removed, those that have gone long ago too.
  static func effacer(_ db: Database, _ numero: Numero, _ head: inout RegisterHead) throws {
    try db.execute(
      sql: "UPDATE envoi SET etat = 'aRetirer', expire = NULL WHERE numero = ? AND etat <> 'retire'",
      arguments: [numero.cle])
    if db.changesCount > 0 { head.envoisChanged() }
  }

  /// Lets those be withdrawn that are of no more use.
  static func expirer(_ db: Database, at now: Instant, _ head: inout RegisterHead) throws {
    try retirer(db, "expire <= ?", [now.microseconds], &head)
  }

  private static func retirer(
    _ db: Database, _ condition: String, _ arguments: StatementArguments, _ head: inout RegisterHead
  ) throws {
    try db.execute(
      sql: """
        UPDATE envoi SET etat = 'aRetirer', expire = NULL WHERE \(condition) AND expire IS NOT NULL
          AND etat IN ('aEcrire', 'remis')
        """, arguments: arguments)
    if db.changesCount > 0 { head.envoisChanged() }
  }

  static func prochaineExpiration(_ db: Database) throws -> Instant? {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT min(expire) FROM envoi WHERE expire IS NOT NULL"))
      .map(Instant.init(microseconds:))
  }

  static func aFaire(_ db: Database) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM envoi WHERE etat IN ('aEcrire', 'aRetirer')")) ?? 0
  }
}

extension Register {
  /// The mails to be written and those to be withdrawn, the longest decided first.
  package func envoisAFaire(limit: Int) async throws(RegisterError) -> [EnvoiAFaire] {
    try await read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, numero, nature, objet, linf, etat, coalesce(expire, decideLe) AS expire FROM envoi
          WHERE etat IN ('aEcrire', 'aRetirer') ORDER BY decideLe, id LIMIT ?
          """, arguments: [limit])
      return try rows.map { row in
        guard let numero = Numero(cle: row["numero"]), let nature = Envoi.Objet.Nature(rawValue: row["nature"]),
          let objet = Envoi.Objet(nature, texte: row["objet"]), let geste = EnvoiAFaire.Geste(rawValue: row["etat"])
        else { throw RegisterError.unusable("Une ligne de courriel porte une nature ou un état inconnu.") }
        return EnvoiAFaire(
          id: row["id"], numero: numero,
          envoi: Envoi(objet: objet, linf: row["linf"], expire: Instant(microseconds: row["expire"])), geste: geste)
      }
    }
  }

  /// Notes what became of these. One of which something else is to be done by now is left as it is.
  package func regler(_ issues: [(EnvoiAFaire, EnvoiAFaire.Issue)]) async throws(RegisterError) {
    guard !issues.isEmpty else { return }
    try await write { db, head in
      for (envoi, issue) in issues {
        // What lies in the folder is watched until it expires; what was withdrawn, or has gone, is not.
        let isWatched = envoi.geste == .ecrire && issue == .remis
        try db.execute(
          sql: "UPDATE envoi SET etat = ?\(isWatched ? "" : ", expire = NULL") WHERE id = ? AND etat = ?",
          arguments: [issue.rawValue, envoi.id, envoi.geste.rawValue])
      }
      head.envoisChanged()
      try head.prevoit(anew: db)
    }
  }
}
