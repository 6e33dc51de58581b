package import LinuxSystem

/// Takes mails out of `new/` and gives them to the mail program, one after the other, until it is stopped.
///
/// A mail leaves `new/` only once the program has taken it (it is then in `cur/`) or refused it for good (in `cur/` as
/// `NAME.refuse`, with the reason in `NAME.refuse.motif`). A crash in between sends it again: every mail goes out at
/// least once, and its Message-ID tells the copies.
package final class MailRun: Sendable {
  private let new: Directory
  private let cur: Directory
  private let scratch: Directory
  private let program: MailProgram
  private let pauses: (first: Duration, longest: Duration)
  private let log: @Sendable (_ line: String) -> Void
  private let watch: DirectoryWatch

  /// - Parameters:
  ///   - folder: holds `tmp/`, `new/` and `cur/`, which are made where they are missing.
  ///   - pauses: how long a mail waits after its first failure, and at most.
  ///   - log: takes one line for journald, without personal data.
  package init(
    folder: String, program: MailProgram, pauses: (first: Duration, longest: Duration) = (.seconds(30), .seconds(3600)),
    log: @escaping @Sendable (_ line: String) -> Void
  ) throws(SystemError) {
    scratch = try Directory.making("\(folder)/tmp", mode: 0o770)
    new = try Directory.making("\(folder)/new", mode: 0o770)
    cur = try Directory.making("\(folder)/cur", mode: 0o770)
    self.program = program
    self.pauses = pauses
    self.log = log
    watch = try DirectoryWatch(new, ignoring: Self.isTemporary)
  }

  /// Ends `run()` after the mail under way. From any thread.
  package func stop() { watch.stop() }

  /// Blocks its thread. The watch is a hint; the folder is listed after each, and every minute.
  package func run() throws(SystemError) {
    var backoff = Backoff<FileName>(first: pauses.first, longest: pauses.longest)
    var isStale = true
    while true {
      if isStale {
        let names = try new.names().filter { !Self.isTemporary($0) }.sorted()
        backoff.keep(names)
        for name in names where backoff.isDue(name, now: .now) {
          // A stop is heeded between two mails; other hints only say that there is more to list, as the loop will.
          if try watch.wait(until: .now) == .stopped { return }
          try offer(name, &backoff)
        }
      }
      let minute = ContinuousClock.now + .seconds(60)
      switch try watch.wait(until: min(backoff.next ?? minute, minute)) {
      case .stopped: return
      case .lost: throw SystemError(errno: 2, operation: "surveillance du dossier", path: new.path)
      case .changed, .overflow, .timeout, .woken: isStale = true
      }
    }
  }

  private func offer(_ name: FileName, _ backoff: inout Backoff<FileName>) throws(SystemError) {
    switch verdict(on: name) {
    case nil: break
    case (.sent, _)?:
      try move(name, as: name)
      log("<6>courriel.envoye fichier=\(name)")
    case (.later(let reason), _)?:
      let pause = backoff.failed(name, now: .now)
      log("<4>courriel.differe fichier=\(name) attente=\(pause.components.seconds)s raison=« \(reason) »")
    case (.refused(let reason), let said)?:
      try refuse(name, reason, said)
      log("<3>courriel.refuse fichier=\(name) raison=« \(reason) »")
    }
  }

  /// Offers a mail to the program; nil when the mail has vanished meanwhile.
  private func verdict(on name: FileName) -> (Verdict, said: String)? {
    do throws(SystemError) {
      guard try new.status(name).kind == .regular else { return (.refused("ce n’est pas un fichier"), "") }
      let (status, said) = try program.run(with: try new.open(name), scratch: scratch.path)
      return (Verdict(exitStatus: status), said)
    } catch {
      return error.isNotFound && error.path == new.path(of: name) ? nil : (.later(error.message), "")
    }
  }

  private func refuse(_ name: FileName, _ reason: String, _ said: String) throws(SystemError) {
    let target = FileName(Array(name.bytes) + Array(".refuse".utf8))
    let motif = FileName(Array(name.bytes) + Array(".refuse.motif".utf8))
    guard let target, let motif else { return try move(name, as: name) }
    try cur.write(Array("\(reason)\n\(said)".utf8), as: motif, mode: 0o640, replacing: true)
    try move(name, as: target)
  }

  /// Moves a mail to `cur/`, for good.
  private func move(_ name: FileName, as target: FileName) throws(SystemError) {
    do throws(SystemError) {
      try new.rename(name, to: cur, as: target, replacing: true)
      try cur.sync()
      try new.sync()
    } catch {
      // Somebody withdrew it while it was sent.
      guard error.isNotFound else { throw error }
    }
  }

  private static func isTemporary(_ name: FileName) -> Bool { name.hasPrefix(".") }
}
