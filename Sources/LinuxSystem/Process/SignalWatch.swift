internal import CLinux
internal import Glibc

/// Takes signals as something to wait for, instead of letting them end or stop the program.
///
/// For a program of one thread: they are kept from the thread that makes the watch, until it goes.
///
/// ```swift
/// let signals = try SignalWatch([.interrupt, .windowChange])
/// _ = try Standby.wait(signals: signals)
/// while let signal = try signals.next() { … }
/// ```
public final class SignalWatch {
  public enum Signal: Hashable, CaseIterable, Sendable {
    /// Ctrl-C.
    case interrupt
    /// Ctrl-\.
    case quit
    case terminate
    /// The terminal has gone.
    case hangUp
    /// The terminal has another size.
    case windowChange
    /// Ctrl-Z.
    case suspend
    /// The program goes on after having been stopped.
    case resume

    var number: Int32 {
      switch self {
      case .interrupt: SIGINT
      case .quit: SIGQUIT
      case .terminate: SIGTERM
      case .hangUp: SIGHUP
      case .windowChange: SIGWINCH
      case .suspend: SIGTSTP
      case .resume: SIGCONT
      }
    }
  }

  let descriptor: Descriptor
  private let signals: [Signal]
  private let before: sigset_t

  public init(_ signals: [Signal]) throws(SystemError) {
    var set = sigset_t()
    var before = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal.number) }
    let code = pthread_sigmask(SIG_BLOCK, &set, &before)
    guard code == 0 else { throw SystemError(errno: code, operation: "attente de signaux") }
    let raw = clinux_signal_descriptor(&set)
    guard raw >= 0 else {
      let error = SystemError.last("attente de signaux")
      pthread_sigmask(SIG_SETMASK, &before, nil)
      throw error
    }
    self.signals = signals
    self.before = before
    descriptor = Descriptor.adopt(raw)
  }

  deinit {
    var mask = before
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }

  /// The next signal that has come; nil when none has. Never waits.
  public func next() throws(SystemError) -> Signal? {
    let number = clinux_next_signal(descriptor.raw)
    guard number > 0 else {
      if errno == EAGAIN { return nil }
      throw SystemError.last("lecture d’un signal")
    }
    return signals.first { $0.number == number }
  }

  /// Stops this program until somebody lets it go on, as Ctrl-Z does where no watch holds it back.
  public static func stopProgram() {
    raise(SIGSTOP)
  }
}
