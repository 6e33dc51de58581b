import LinuxSystem

/// Keeps a round on the terminal until its adviser leaves; then the terminal is as it was found, and nothing of a family
/// stays on it.
struct RappelsPilote {
  private let contexte: Contexte
  private var ecran: PleinEcran
  private(set) var tournee: Tournee

  init(_ contexte: Contexte, _ tournee: Tournee) throws(SystemError) {
    self.contexte = contexte
    self.tournee = tournee
    ecran = try PleinEcran(contexte.console)
  }

  /// Returns when the person leaves, or the terminal has gone; the family on the screen is let go in any case.
  mutating func conduire() throws(CommandFailure) {
    do {
      defer {
        ecran.quitter()
        if !tournee.estFinie { tournee.finir() }
      }
      try ecran.entrer()
      while !tournee.estFinie { try avancer() }
    } catch let error as SystemError {
      // A terminal that has gone is a person who has left.
      if error.isTerminalGone { return }
      throw CommandFailure(.refused, error.message)
    } catch {
      throw CommandFailure(.refused, "Erreur imprévue : \(error).")
    }
  }

  private mutating func avancer() throws {
    let size = Terminal.size ?? Terminal.Size(rows: 24, columns: 80)
    let style = TextStyle(contexte.console, contexte.environnement)
    let lines = TourneeVue.lignes(tournee, style, hauteur: size.rows, maintenant: contexte.maintenant())
    try ecran.montrer(lines, size)
    let come = try Standby.wait(input: true, signals: ecran.signals)
    if come.contains(.outputLost) { return tournee.finir() }
    if come.contains(.signal), try ecran.entendre(), !tournee.estFinie { tournee.finir() }
    guard come.contains(.input), !tournee.estFinie else { return }
    guard let keys = try ecran.touches() else { return tournee.finir() }
    tournee.taper(keys)
  }
}
