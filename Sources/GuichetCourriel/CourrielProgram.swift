import Glibc
import LinuxSystem

/// `guichet-courriel`: sends the mails that guichetd leaves in its spool, as a small unit of its own.
package enum CourrielProgram {

  static let usage = """
    Usage : guichet-courriel [DOSSIER [PROGRAMME ARGUMENT…]]

    Donne chaque message de DOSSIER/new au PROGRAMME, puis le range dans DOSSIER/cur.
    Défauts : /var/spool/guichet/courriel, /usr/sbin/sendmail -i -t

    """

  /// Runs until SIGTERM or SIGINT; 0 then, 64 for wrong arguments, 74 when the spool cannot be used.
  ///
  /// Keeps the first thread to itself: one that is given to the concurrency runtime waits with all signals let through,
  /// and would be ended by these.
  package static func main() -> Never {
    var arguments = CommandLine.arguments.dropFirst()
    if arguments.first?.hasPrefix("-") == true {
      let asksHelp = arguments.first == "--help" || arguments.first == "-h"
      StandardError.write(usage)
      exit(asksHelp ? 0 : 64)
    }
    let folder = arguments.popFirst() ?? "/var/spool/guichet/courriel"
    let program = arguments.popFirst().map { MailProgram(path: $0, arguments: Array(arguments)) } ?? MailProgram()
    // Before there are other threads, so that all of them leave these signals to the one that waits for them.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGTERM)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    do throws(SystemError) {
      let run = try MailRun(folder: folder, program: program) { StandardError.write("\($0)\n") }
      let awaited = signals
      Task {
        await DedicatedThread.run("signaux") {
          var (set, signal) = (awaited, Int32(0))
          sigwait(&set, &signal)
          run.stop()
        }
      }
      try SystemdNotify.send("READY=1")
      try run.run()
    } catch {
      StandardError.write("<3>guichet-courriel : \(error.message)\n")
      exit(74)
    }
    exit(0)
  }
}
