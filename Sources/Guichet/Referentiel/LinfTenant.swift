/// What a decision needs of the LINF that it gives a demande to, side by side: the whole `Linf` is three times as long, and
/// with thousands of them what is far apart is slow to reach.
struct LinfTenant: Sendable {
  let id: String
  /// Days on which it had the right to receive online demandes.
  private let habilitations: [Periode]

  init(_ linf: Linf) {
    id = linf.id
    habilitations = linf.habilitations.filter { $0.genre == .habilitation }.map(\.periode)
  }

  func estHabilite(le jour: DateCivile) -> Bool { habilitations.contains { $0.contient(jour) } }
}
