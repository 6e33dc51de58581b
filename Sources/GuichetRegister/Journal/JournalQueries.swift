import Foundation
import GRDB
package import Guichet

/// An entry of the journal with what surrounds it there.
package struct JournalEntry: Sendable {
  package let fait: Fait
  /// The login of who entered it.
  package let auteur: String
  package let chaine: [UInt8]
  /// Who has the demande now; nil when nobody has, or the fact is about the office.
  package let linf: String?
  /// Told to a LINF that has the demande no more: that it left by this fact, and nothing else.
  package let estDepart: Bool

  init(row: Row, estDepart: Bool = false) throws {
    self.estDepart = estDepart
    fait = try Fait(row: row)
    auteur = row["login"]
    chaine = [UInt8](row["chaine"] as Data)
    linf = row["linf"]
  }
}

extension Register {
  /// The entries after `seq`, of one demande or of all, in order, at most `limit`.
  package func entries(after seq: Int64, of numero: Numero?, limit: Int) async throws(RegisterError) -> [JournalEntry] {
    try await read { db in
      let columns = """
        SELECT fait.*, login, linf FROM fait JOIN agent ON agent.id = fait.auteur
        LEFT JOIN demande ON demande.numero = fait.numero
        """
      let rows =
        if let numero {
          try Row.fetchAll(
            db, sql: columns + " WHERE fait.numero = ? AND seq > ? ORDER BY seq LIMIT ?",
            arguments: [numero.cle, seq, limit])
        } else {
          try Row.fetchAll(db, sql: columns + " WHERE seq > ? ORDER BY seq LIMIT ?", arguments: [seq, limit])
        }
      return try rows.map { try JournalEntry(row: $0) }
    }
  }

  /// The facts of one demande, in order; empty when there is no such demande.
  package func faits(of numero: Numero) async throws(RegisterError) -> [Fait] {
    try await read { db in
      try Fait.all(db, of: numero)
    }
  }

  /// The demande as its facts make it; nil when there is none of that numero.
  package func demande(_ numero: Numero) async throws(RegisterError) -> Demande? {
    try await read { db in try Demande.replayed(db, numero) }
  }

  /// These demandes as their facts make them, of one consistent state; left out are those that do not exist, and those
  /// whose facts cannot be read.
  package func demandes(_ numeros: some Collection<Numero> & Sendable) async throws(RegisterError) -> [Demande] {
    try await read { db in
      try numeros.compactMap { numero in
        do {
          return try Demande.replayed(db, numero)
        } catch RegisterError.unusable {
          return nil
        }
      }
    }
  }
}

extension Demande {
  /// - Throws: `RegisterError.unusable` when its facts cannot be read, or contradict each other.
  ///
  /// - Parameter each: told what it was after each fact.
  static func replayed(_ db: Database, _ numero: Numero, _ each: (Demande) -> Void = { _ in }) throws -> Demande? {
    do {
      var relecture = Relecture()
      for fait in try Fait.all(db, of: numero) {
        try relecture.lis(fait)
        if let demande = relecture.demande { each(demande) }
      }
      guard !relecture.estSansReste else { throw RegisterError.unusable(Relecture.faute(numero)) }
      return relecture.demande
    } catch let refusal as TransitionRefusee {
      throw RegisterError.unusable(refusal.message)
    }
  }
}

extension Fait {
  /// Those of one demande, in order.
  static func all(_ db: Database, of numero: Numero) throws -> [Fait] {
    let statement = try db.cachedStatement(sql: "SELECT * FROM fait WHERE numero = ? ORDER BY seq")
    return try Row.fetchAll(statement, arguments: [numero.cle]).map { try Fait(row: $0) }
  }

  /// Reads an entry with what it says.
  init(row: Row) throws {
    guard let nature = NatureFait(rawValue: row["nature"]) else {
      throw RegisterError.unusable("Le journal contient un fait d’une nature inconnue.")
    }
    let donnees = row["donnees"] as Data?
    let evenement: Evenement?
    do {
      evenement = try donnees.map { try Evenement(nature: nature, version: row["version"], donnees: [UInt8]($0)) }
    } catch let error as FaitIllisible {
      throw RegisterError.unusable(error.message)
    }
    self.init(
      seq: row["seq"], numero: (row["numero"] as Int64?).flatMap(Numero.init(cle:)),
      enfant: row["enfant"], nature: nature, survenuLe: Instant(microseconds: row["survenuLe"]),
      enregistreLe: Instant(microseconds: row["enregistreLe"]), auteur: row["auteur"], evenement: evenement)
  }
}
