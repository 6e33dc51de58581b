import GRDB
package import Guichet

extension Register {
  /// Merges each of these demandes into another, all in one transaction: each is decided of what both are then.
  ///
  /// - Parameters:
  ///   - isVisible: as for `act`; where the one that stays is not visible, it is answered for each as one that does not
  ///     exist.
  ///   - decide: the facts to record of the first, given the second and into which that one was merged in turn.
  package func fusionner(
    _ numeros: [Numero], dans survivante: Numero, by agent: Int64, now: Instant,
    isVisible: @escaping @Sendable (String?) -> Bool,
    _ decide: @escaping @Sendable (Demande, Demande, [Numero]) throws(ActeRefuse) -> [Evenement]
  ) async throws(RegisterError) -> [Result<ActeFait, ActeRefuse>] {
    try await write { [self] db, head in
      let horloges = horloges
      guard try isVisible(Self.linf(of: survivante, db)), let other = try Demande.replayed(db, survivante) else {
        return numeros.map { _ in .failure(.introuvable) }
      }
      let suite = try Self.suite(de: other, db)
      return try numeros.map { numero in
        guard try isVisible(Self.linf(of: numero, db)) else { return .failure(.introuvable) }
        do {
          return .success(
            try Self.act(
              on: numero, agent, now, [:], horloges,
              { (demande) throws(ActeRefuse) in try decide(demande, other, suite) }, db, &head))
        } catch let refusal as ActeRefuse {
          return .failure(refusal)
        } catch RegisterError.unusable(let reason) {
          return .failure(ActeRefuse(.illisible, reason))
        }
      }
    }
  }

  /// Into which a demande was merged, and that one in turn, to the last.
  private static func suite(de demande: Demande, _ db: Database) throws -> [Numero] {
    var suite: [Numero] = []
    var next = demande.fusionneeDans
    // Facts cannot lead round in a ring, a damaged file can.
    while let numero = next, !suite.contains(numero) {
      suite.append(numero)
      next = try DemandeRow.stored(db, [numero]).first??.fusionneeDans
    }
    return suite
  }
}
