import GRDB
package import Guichet

extension Register {
  /// Records what is decided for each of these demandes, all in one transaction.
  ///
  /// Each is read inside the transaction, so that what is decided is decided of what it is.
  ///
  /// - Parameters:
  ///   - agent: who acts; `Fait.regles` for the rules themselves.
  ///   - version: the référentiel that decides; nil where none does.
  ///   - survenus: when the facts of these natures happened, where that is not now.
  ///   - isVisible: whether who acts sees the demandes of that LINF (nil: of none); one that it does not see is answered
  ///     as one that does not exist, its facts unread, so that not even the time tells the two apart.
  ///   - decide: the facts to record, none to leave the demande as it is.
  /// - Returns: for each numero what it has become, or why nothing was done.
  /// - Throws: `.referentielDepasse` when another version has come into force; nothing is written then.
  package func act(
    on numeros: [Numero], by agent: Int64, now: Instant, over version: Int? = nil,
    survenus: [NatureFait: Instant] = [:],
    isVisible: @escaping @Sendable (String?) -> Bool = { _ in true },
    _ decide: @escaping @Sendable (Demande) throws(ActeRefuse) -> [Evenement]
  ) async throws(RegisterError) -> [Result<ActeFait, ActeRefuse>] {
    try await write { [self] db, head in
      let horloges = horloges
      if let version, head.referentiel != version {
        throw RegisterError.referentielDepasse(courante: head.referentiel)
      }
      return try numeros.map { numero in
        guard try isVisible(Self.linf(of: numero, db)) else { return .failure(.introuvable) }
        do {
          return .success(try Self.act(on: numero, agent, now, survenus, horloges, decide, db, &head))
        } catch let refusal as ActeRefuse {
          return .failure(refusal)
        } catch RegisterError.unusable(let reason) {
          // One whose facts cannot be read stops none of the others.
          return .failure(ActeRefuse(.illisible, reason))
        }
      }
    }
  }

  static func linf(of numero: Numero, _ db: Database) throws -> String? {
    let statement = try db.cachedStatement(sql: "SELECT linf FROM demande WHERE numero = ?")
    return try String.fetchOne(statement, arguments: [numero.cle])
  }

  static func act(
    on numero: Numero, _ agent: Int64, _ now: Instant, _ survenus: [NatureFait: Instant], _ horloges: Horloges?,
    _ decide: (Demande) throws(ActeRefuse) -> [Evenement], _ db: Database, _ head: inout RegisterHead
  ) throws -> ActeFait {
    guard let before = try Demande.replayed(db, numero) else {
      throw ActeRefuse.introuvable
    }
    let evenements = try decide(before)
    guard !evenements.isEmpty else { return ActeFait(demande: before, evenements: []) }
    return try record(evenements, of: before, agent, now, survenus, horloges, db, &head)
  }

  /// Writes what happened to a demande, and brings its row and what falls due for it up to that.
  @discardableResult
  static func record(
    _ evenements: [Evenement], of before: Demande, _ agent: Int64, _ now: Instant,
    _ survenus: [NatureFait: Instant], _ horloges: Horloges?, _ db: Database, _ head: inout RegisterHead
  ) throws -> ActeFait {
    let numero = before.numero
    var after = before
    for evenement in evenements {
      let survenuLe = survenus[evenement.nature] ?? now
      let fait = Fait(
        seq: head.seq + 1, numero: numero, enfant: evenement.enfant, nature: evenement.nature, survenuLe: survenuLe,
        enregistreLe: now, auteur: agent, evenement: evenement)
      do {
        after = try Demande.apply(fait, to: after)
      } catch {
        throw RegisterError.transient(error.message)
      }
      try head.append(
        db, PreparedFait(evenement), numero: numero, enfant: evenement.enfant, survenuLe: survenuLe, enregistreLe: now,
        auteur: agent)
      if case .routee(let routee) = evenement { head.reroutage.routed(le: routee.decision.jour) }
      if case .saisie = evenement { try head.depots.remove(numero, db) }
    }
    try project(after, horloges, db, &head)
    try Departs.store(db, after, before: before)
    try RendezVousRows.store(db, after, before: before)
    try Doublons.store(db, after, before: before)
    try Mots.store(db, after, before: before)
    try Contacts.store(db, after, before: before)
    try Envois.revoir(db, after, before: before, horloges, &head)
    head.moved(from: before.etat, to: after.etat)
    return ActeFait(demande: after, evenements: evenements)
  }

  /// The row of a demande and what falls due for it, as its facts and the clocks make them.
  static func project(
    _ demande: Demande, _ horloges: Horloges?, _ db: Database, _ head: inout RegisterHead
  ) throws {
    let etape = horloges?.etape(of: demande)
    try DemandeRow(demande, etape).update(db)
    try Taches.store(db, demande, etape, horloges, &head)
  }
}

/// What an act made of one demande.
package struct ActeFait: Sendable {
  package let demande: Demande
  /// What was recorded; empty where nothing changed.
  package let evenements: [Evenement]
}
