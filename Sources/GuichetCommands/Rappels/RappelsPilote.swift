import LinuxSystem

/// Keeps a round on the terminal until its adviser leaves; then the terminal is as it was found, and nothing of a family
/// stays on it.
struct RappelsPilote {
  private let contexte: Contexte
  private let terminal: Terminal
  private let signals: SignalWatch
  private var ecran = Ecran()
  private(set) var tournee: Tournee

  init(_ contexte: Contexte, _ tournee: Tournee) throws(SystemError) {
    self.contexte = contexte
    self.tournee = tournee
    terminal = try Terminal()
    signals = try SignalWatch(SignalWatch.Signal.allCases)
  }

  /// Returns when the person leaves, or the terminal has gone; the family on the screen is let go in any case.
  mutating func conduire() throws(CommandFailure) {
    do {
      defer {
        quitter()
        if !tournee.estFinie { tournee.finir() }
      }
      try entrer()
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
    let bytes = ecran.dessiner(lines, size)
    if !bytes.isEmpty { try contexte.console.write(bytes) }
    let come = try Standby.wait(input: true, signals: signals)
    if come.contains(.outputLost) { return tournee.finir() }
    if come.contains(.signal) { try entendre() }
    guard come.contains(.input), !tournee.estFinie else { return }
    guard let keys = try terminal.keys() else { return tournee.finir() }
    tournee.taper(keys)
  }

  private mutating func entendre() throws {
    while let signal = try signals.next() {
      switch signal {
      case .interrupt, .quit, .terminate, .hangUp: if !tournee.estFinie { tournee.finir() }
      case .windowChange: ecran.oublier()
      case .suspend:
        quitter()
        SignalWatch.stopProgram()
        try entrer()
      // Whoever stopped us without asking may have had the terminal meanwhile.
      case .resume:
        try terminal.takeKeys()
        ecran.oublier()
      }
    }
  }

  private mutating func entrer() throws {
    try terminal.takeKeys()
    ecran.oublier()
    try contexte.console.write(Ecran.entrer)
  }

  private func quitter() {
    do {
      try contexte.console.write(Ecran.quitter)
    } catch {
      // The terminal has gone, and what it showed with it; its settings may still be there.
    }
    terminal.restore()
  }
}
