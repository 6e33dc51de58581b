import LinuxSystem

/// The whole terminal, taken for a while and given back as it was found, whatever ends that.
struct PleinEcran {
  let signals: SignalWatch
  private let console: any Console
  private let terminal: Terminal
  private var ecran = Ecran()

  init(_ console: any Console) throws(SystemError) {
    self.console = console
    terminal = try Terminal()
    signals = try SignalWatch(SignalWatch.Signal.allCases)
  }

  mutating func entrer() throws(SystemError) {
    try terminal.takeKeys()
    ecran.oublier()
    try console.write(Ecran.entrer)
  }

  func quitter() {
    do {
      try console.write(Ecran.quitter)
    } catch {
      // The terminal has gone, and what it showed with it; its settings may still be there.
    }
    terminal.restore()
  }

  /// Shows these lines in the place of those that are there.
  mutating func montrer(_ lines: [String], _ size: Terminal.Size) throws(SystemError) {
    let bytes = ecran.dessiner(lines, size)
    if !bytes.isEmpty { try console.write(bytes) }
  }

  /// What was typed; nil once nobody can type any more.
  func touches() throws(SystemError) -> [UInt8]? { try terminal.keys() }

  /// Does what the signals that came ask for.
  ///
  /// - Returns: whether one of them asks to end.
  mutating func entendre() throws(SystemError) -> Bool {
    var ends = false
    while let signal = try signals.next() {
      switch signal {
      case .interrupt, .quit, .terminate, .hangUp: ends = true
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
    return ends
  }
}
