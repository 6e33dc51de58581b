import Guichet

/// How far long work has come: one line beside the answer, written again and again, and gone before the answer.
///
/// It shows on a terminal only, and only where the work takes longer than half a second.
final class Avancement {
  private let contexte: Contexte
  private let isSeen: Bool
  private var next: Instant
  private var isShown = false

  /// Microseconds before the line first comes up, and between two of it.
  private static let patience: Int64 = 500_000
  private static let pause: Int64 = 100_000

  fileprivate init(_ contexte: Contexte) {
    self.contexte = contexte
    isSeen = contexte.montreLAvancement
    next = isSeen ? Instant(microseconds: contexte.maintenant().microseconds + Self.patience) : Instant(microseconds: 0)
  }

  /// Says where the work stands.
  func dire(_ line: @autoclosure () -> String) {
    guard isSeen, case let now = contexte.maintenant(), now >= next else { return }
    next = Instant(microseconds: now.microseconds + Self.pause)
    isShown = true
    let width = max(20, contexte.console.width ?? 80) - 1
    contexte.console.writeError("\r\(DisplayWidth.cut(TerminalSafety.line(line()), to: width))\u{1B}[K")
  }

  fileprivate func finir() {
    if isShown { contexte.console.writeError("\r\u{1B}[K") }
  }
}

extension Contexte {
  /// Whether a person sees what is written beside the answer, on a terminal that can take a line back.
  fileprivate var montreLAvancement: Bool { console.errorIsTerminal && environnement["TERM"] != "dumb" }

  /// Does work that can tell how far it has come.
  func avecAvancement<Result>(
    _ work: (Avancement) throws(CommandFailure) -> Result
  ) throws(CommandFailure) -> Result {
    let avancement = Avancement(self)
    defer { avancement.finir() }
    return try work(avancement)
  }

  /// Does work that cannot tell: what is awaited comes up where it takes long.
  func patienter<Result>(
    _ line: String, _ work: () throws(CommandFailure) -> Result
  ) throws(CommandFailure) -> Result {
    guard montreLAvancement else { return try work() }
    let finir = console.patienter(line)
    defer { finir() }
    return try work()
  }
}
