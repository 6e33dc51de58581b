import Foundation
import GRDB
package import Guichet

/// A reception with its facts in the form the journal keeps, computed away from the writer.
package struct PreparedReception: Sendable {
  let reception: Reception
  let recue: PreparedFait
  let routee: PreparedFait

  package init(_ reception: Reception) {
    self.reception = reception
    recue = PreparedFait(nature: .recue, donnees: reception.donneesRecue)
    routee = PreparedFait(nature: .routee, donnees: reception.donneesRoutee)
  }
}

/// What registering one reception came to.
package enum Inscription: Hashable, Sendable {
  case inscrite(Numero)
  /// The same reference with the same content is in the register already, since `recueLe`.
  case rejouee(Numero, recueLe: Instant)
  /// The reference is taken by another content.
  case conflit(Numero)
  /// The family of that reference was erased: it does not come back.
  case effacee(Numero)
  /// This one alone could not be written; the others of its lot were. Its text carries no personal data.
  case empechee(String)
}

extension Register {
  /// Registers a lot of receptions in one transaction: facts, projection and doublon keys.
  ///
  /// One that cannot be written is left out, and the others are written without it.
  ///
  /// - Parameter version: the référentiel version that routed them.
  /// - Throws: `.referentielDepasse` when another version has come into force; nothing is written then.
  package func record(
    _ receptions: [PreparedReception], routedBy version: Int
  ) async throws(RegisterError) -> [Inscription] {
    do {
      return try await recordAll(receptions, version) { db, head, prepared, horloges in
        try Self.insert(prepared, horloges, db, &head)
      }
    } catch .transient {
      // One of them cannot be written, and which is not known: now each gets a savepoint of its own.
      return try await recordAll(receptions, version) { db, head, prepared, horloges in
        try Self.isolate(prepared, horloges, db, &head)
      }
    }
  }

  private func recordAll(
    _ receptions: [PreparedReception], _ version: Int,
    _ recordOne: @escaping @Sendable (Database, inout RegisterHead, PreparedReception, Horloges?) throws -> Inscription
  ) async throws(RegisterError) -> [Inscription] {
    try await write { [self] db, head in
      guard head.referentiel == version else { throw RegisterError.referentielDepasse(courante: head.referentiel) }
      let horloges = horloges
      let inscriptions = try receptions.map { try recordOne(db, &head, $0, horloges) }
      try Mots.sortIn(db)
      return inscriptions
    }
  }

  private static func isolate(
    _ prepared: PreparedReception, _ horloges: Horloges?, _ db: Database, _ head: inout RegisterHead
  ) throws -> Inscription {
    let before = head
    try db.execute(sql: "SAVEPOINT reception")
    do {
      let inscription = try insert(prepared, horloges, db, &head)
      try db.execute(sql: "RELEASE reception")
      return inscription
    } catch {
      guard case .transient(let reason) = RegisterError(error) else { throw error }
      try db.execute(sql: "ROLLBACK TO reception; RELEASE reception")
      head = before
      return .empechee(reason)
    }
  }

  /// - Parameter own: the numero that it had in a register that was lost; nil for the next one.
  static func insert(
    _ prepared: PreparedReception, _ horloges: Horloges?, _ db: Database, _ head: inout RegisterHead,
    under own: Numero? = nil
  ) throws -> Inscription {
    let reception = prepared.reception
    if let erased = try head.effacements.numero(db, of: reception.recue.formulaire) { return .effacee(erased) }
    let numero = try own ?? head.nextNumero(db, annee: reception.jour.annee)
    let demande = try begin(reception, numero)
    let etape = horloges?.etape(of: demande)
    let row = try DemandeRow(demande, etape, cles: reception.texteDesCles)
    guard try row.insert(db) else { return try existing(row, db) }
    head.took(numero, etat: row.etat, recueLe: reception.recueLe, formulaire: reception.recue.formulaire)
    head.reroutage.routed(le: reception.routee.decision.jour)
    try head.append(
      db, prepared.recue, numero: numero, survenuLe: reception.deposeeLe, enregistreLe: reception.recueLe,
      auteur: Fait.regles)
    try head.append(
      db, prepared.routee, numero: numero, survenuLe: reception.recueLe, enregistreLe: reception.recueLe,
      auteur: Fait.regles)
    try Doublons.insert(db, reception.cles, numero)
    try Mots.insert(db, reception.mots, numero)
    try Taches.insert(db, demande, etape, horloges, &head)
    return .inscrite(numero)
  }

  private static func begin(_ reception: Reception, _ numero: Numero) throws -> Demande {
    func fait(_ evenement: Evenement, _ survenuLe: Instant) -> Fait {
      Fait(
        seq: 0, numero: numero, nature: evenement.nature, survenuLe: survenuLe, enregistreLe: reception.recueLe,
        auteur: Fait.regles, evenement: evenement)
    }
    let received = try Demande.apply(fait(.recue(reception.recue), reception.deposeeLe), to: nil)
    return try Demande.apply(fait(.routee(reception.routee), reception.recueLe), to: received)
  }

  private static func existing(_ row: DemandeRow, _ db: Database) throws -> Inscription {
    guard
      let found = try Row.fetchOne(
        db, sql: "SELECT numero, empreinte, recueLe FROM demande WHERE reference = ? AND origine = ?",
        arguments: [row.reference, row.origine?.rawValue ?? ""]),
      let numero = Numero(cle: found["numero"])
    else { throw RegisterError.introuvable }
    guard [UInt8](found["empreinte"] as Data) == row.empreinte else { return .conflit(numero) }
    return .rejouee(numero, recueLe: Instant(microseconds: found["recueLe"]))
  }
}
