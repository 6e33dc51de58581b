import Glibc
import GuichetControl
import LinuxSystem
import VarlinkClient

/// A root of its own for one measure, and the real programs, which lie beside this one.
struct Bench {
  let racine: String
  private let programs: String
  private let isKept: Bool

  /// - Parameter kept: the folder to use and to leave; nil makes one for the time of the measure.
  init(kept: String?) throws(BenchFailure) {
    guard let own = realpath("/proc/self/exe", nil) else { throw .last("Le dossier des programmes est introuvable") }
    defer { free(own) }
    programs = "/" + String(cString: own).split(separator: "/").dropLast().joined(separator: "/")
    isKept = kept != nil
    if let kept {
      racine = kept
      guard mkdir(kept, 0o700) == 0 || errno == EEXIST else { throw .last("Création de « \(kept) » impossible") }
    } else {
      let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
      var template = Array("\(parent)/guichet-bench-XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { throw .last("Création d’un dossier temporaire dans \(parent) impossible") }
      racine = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// Removes the folder, unless it is to be kept.
  func remove() throws(BenchFailure) {
    if !isKept { try run("/bin/rm", ["-rf", racine], output: "/dev/null") }
  }

  /// A folder below the root, made when it is missing.
  func folder(_ name: String) throws(BenchFailure) -> String {
    let path = "\(racine)/\(name)"
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .last("Création de « \(path) » impossible") }
    return path
  }

  /// Loads a référentiel as an administrator does.
  func load(_ referentiel: String) throws {
    try withDaemon { _ in try charger(referentiel) }
  }

  /// Loads a référentiel into the daemon that runs.
  func charger(_ referentiel: String) throws(BenchFailure) {
    try run(
      "\(programs)/guichetctl", ["--racine", racine, "referentiel", "charger", "--oui", referentiel], output: log)
  }

  /// Runs the daemon while `body` measures; it is stopped as an administrator stops it.
  ///
  /// - Returns: what the body did, and what the whole run of the daemon cost.
  ///
  /// - Parameter horloge: the instant at which its manual clock begins; nil for the system's.
  @discardableResult
  func withDaemon<Result>(
    horloge: String? = nil, _ body: (BenchDaemon) throws -> Result
  ) throws -> (Result, ChildProcess.Usage) {
    let process = try ChildProcess(
      "\(programs)/guichetd", ["--racine", racine] + (horloge.map { ["--horloge", $0] } ?? []), output: log)
    do {
      let daemon = BenchDaemon(process: process, connection: try connect(to: process))
      let result = try body(daemon)
      process.signal(SIGTERM)
      let usage = try process.wait()
      guard usage.status == 0 else { throw failure("guichetd s’est arrêté sur une faute (code \(usage.status))") }
      return (result, usage)
    } catch {
      process.signal(SIGCONT)
      process.signal(SIGTERM)
      _ = try process.wait()
      throw error
    }
  }

  /// What the daemon and the command say.
  private var log: String { "\(racine)/mesure.log" }

  private func failure(_ what: String) -> BenchFailure {
    BenchFailure("\(what) ; voir « \(log) ».")
  }

  /// Runs a program to its end, which must be a success.
  private func run(_ path: String, _ arguments: [String], output: String) throws(BenchFailure) {
    let usage = try ChildProcess(path, arguments, output: output).wait()
    guard usage.status == 0 else {
      throw failure("« \(path) \(arguments.joined(separator: " ")) » a échoué (code \(usage.status))")
    }
  }

  /// Runs this very program again, in a process of its own.
  func runItself(_ arguments: [String], output: String) throws(BenchFailure) {
    try run("\(programs)/guichet-bench", arguments, output: output)
  }

  /// Tries until the daemon answers: it says so when all that lies in the spool is known to it.
  private func connect(to process: ChildProcess) throws -> VarlinkConnection {
    let limit = ContinuousClock.now + .seconds(60)
    while true {
      do {
        let connection = try VarlinkConnection(socket: "\(racine)/controle.sock")
        _ = try connection.call(GetEtat.qualifiedName)
        return connection
      } catch {
        guard try process.isRunning() else { throw failure("guichetd n’a pas pu démarrer") }
        guard .now < limit else { throw failure("guichetd ne répond pas (\(error))") }
        usleep(2000)
      }
    }
  }
}

/// The daemon under measure, and the connection that asks it how far it is.
struct BenchDaemon {
  let process: ChildProcess
  let connection: VarlinkConnection

  func etat() throws -> Wire.Etat {
    try GetEtat.Reply(try connection.call(GetEtat.qualifiedName)).etat
  }
}
