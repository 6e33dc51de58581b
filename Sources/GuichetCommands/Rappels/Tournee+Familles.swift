import Guichet
import GuichetControl

// Which family comes next.

extension Tournee {
  /// How long a list is gone by: whoever is urgent, or whose time comes, waits no longer for it.
  private static let fraiche = Duration.seconds(300)

  /// What changes whether or when a family is to be called.
  private static let quiChangent = Set(
    [
      NatureFait.contact, .contactAnnule, .routee, .attribuee, .declinee, .rendezVousFixe, .rendezVousDeplace,
      .rendezVousAnnule, .rendezVousExcuse, .rendezVousHonore, .rendezVousNonHonore, .cloture, .rouverte,
    ].map(\.rawValue))

  /// The next one that nobody has taken or called since the list was read: the lease, and its own facts, decide. The list
  /// is read once, and again at its end or when it is old.
  mutating func suivante() throws(CommandFailure) {
    famille = nil
    attente = .touche
    estLue = false
    if lueLe.map({ $0.advanced(by: Self.fraiche) < .now }) ?? true { try lire() }
    try avancer()
    if famille == nil, !estFraiche {
      try lire()
      try avancer()
    }
    estLue = true
  }

  private mutating func avancer() throws(CommandFailure) {
    while famille == nil, let next = file.popFirst() {
      estFraiche = false
      if !vues.contains(next) { try prendre(next) }
    }
  }

  private mutating func lire() throws(CommandFailure) {
    liste = try demon().call(ListRappels.self, .init(linf: linf))
    file = liste.numeros[...]
    lueLe = .now
    estFraiche = true
  }

  /// Those that were passed come again.
  mutating func relire() throws(CommandFailure) {
    vues = []
    lueLe = nil
    try suivante()
  }

  private mutating func prendre(_ numero: String) throws(CommandFailure) {
    guard let taken = try prise(numero) else { return }
    let seen = liste.sequence ?? .max
    if taken.fiche.faits.contains(where: { $0.seq > seen && Self.quiChangent.contains($0.nature) }) {
      // The next reading says where it stands now.
      return laisser(taken)
    }
    vues.insert(numero)
    famille = taken
  }

  /// The family of which an entry was taken back, whatever happened to it since.
  mutating func reprendre(_ numero: String) throws(CommandFailure) {
    famille = try prise(numero)
    if famille == nil { try suivante() }
  }

  /// Nil where somebody else has it, or nobody may any more.
  private mutating func prise(_ numero: String) throws(CommandFailure) -> Famille? {
    let results = try demon().call(TakeDemandes.self, .init(numeros: [numero])).resultats
    guard let result = results.first, result.fait else { return nil }
    prisLe = .now
    let reply = try demon().call(ShowDemande.self, .init(numero: numero))
    return Famille(
      demande: reply.demande, fiche: reply.fiche, pour: (liste.suppleances ?? []).phrase(reply.demande.linf))
  }

  /// What is on the screen goes back among those to call.
  mutating func oublier(_ message: String) {
    notes -= 1
    if let famille {
      laisser(famille)
      vues.remove(famille.numero)
      file.insert(famille.numero, at: file.startIndex)
    }
    famille = nil
    attente = .touche
    messages = [message]
  }

  /// Where it cannot be prolonged, whoever takes the demande meanwhile is named when something is entered.
  mutating func prolonger() {
    guard let famille, prisLe.advanced(by: Self.prolonge) < .now else { return }
    prisLe = .now
    do throws(CommandFailure) {
      _ = try demon().call(TakeDemandes.self, .init(numeros: [famille.numero]))
    } catch {
      // No key waits for that: the person can still leave while the daemon is away.
    }
  }

  /// What cannot be let go lapses by itself.
  mutating func laisser(_ famille: Famille) {
    do throws(CommandFailure) {
      _ = try demon().call(ReleaseDemandes.self, .init(numeros: [famille.numero]))
    } catch {
      messages = ["\(famille.numero) : \(error.message) Elle reste en main un quart d’heure au plus."]
    }
  }
}
