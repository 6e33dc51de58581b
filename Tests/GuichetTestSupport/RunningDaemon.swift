import Foundation
package import StrictJSON
import Synchronization
package import VarlinkClient

/// The real `guichetd`, built with the tests, on a temporary root.
package final class RunningDaemon {
  package let root: TemporaryRoot
  private let process = Process()
  private let errors = Pipe()
  private let collected = Log()
  private var isOver = false
  private let ended = DispatchSemaphore(value: 0)

  /// Starts the daemon and returns once it says that it is ready.
  ///
  /// - Parameters:
  ///   - horloge: for a manual clock, the instant where it stands.
  ///   - environment: what it has besides this process's own.
  ///   - launcher: a program in the PATH and its arguments, which starts the daemon as its last ones say.
  package convenience init(
    _ root: TemporaryRoot, horloge: String? = nil, environment: [String: String] = [:], launcher: [String] = []
  ) throws {
    try self.init(
      root, launcher: launcher, arguments: ["--racine", root.path] + (horloge.map { ["--horloge", $0] } ?? []),
      environment: environment)
  }

  /// The same with a configuration file, in which Unix groups have roles; its places are those of the root all the same.
  package convenience init(_ root: TemporaryRoot, acces: String) throws {
    let chemins = ["depot", "recus", "rejets", "sorties", "retours", "courriel", "sauvegardes", "etat"].map {
      "  \($0): \(root.path)/\($0)\n"
    }
    let text =
      "caf: {departement: \"59\"}\nchemins:\n" + chemins.joined()
      + "  registre: \(root.path)/guichet.sqlite\n  socket: \(root.path)/controle.sock\n" + "acces: \(acces)\n"
    try Data(text.utf8).write(to: URL(filePath: "\(root.path)/guichetd.yaml"))
    try self.init(root, arguments: ["--config", "\(root.path)/guichetd.yaml"])
  }

  private init(
    _ root: TemporaryRoot, launcher: [String] = [], arguments: [String], environment: [String: String] = [:]
  ) throws {
    self.root = root
    let words = launcher + [BuiltProgram.path("guichetd")] + arguments
    // env(1) finds it in the PATH.
    process.executableURL = URL(filePath: launcher.isEmpty ? words[0] : "/usr/bin/env")
    process.arguments = launcher.isEmpty ? arguments : words
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    process.standardError = errors
    try process.run()
    try waitUntilReady()
  }

  /// A daemon that is stopped, and its root removed, when the body is done.
  @discardableResult
  package static func with<Result>(
    horloge: String? = nil, _ body: (RunningDaemon) async throws -> Result
  ) async throws -> Result {
    let daemon = try RunningDaemon(try TemporaryRoot(), horloge: horloge)
    defer { daemon.stop() }
    return try await body(daemon)
  }

  /// Reads the log until the line that says so, or its end; then a thread goes on reading, or a daemon with much to say
  /// would stand still.
  private func waitUntilReady() throws {
    while !log.contains("guichetd est prêt") {
      let piece = errors.fileHandleForReading.availableData
      guard !piece.isEmpty else {
        process.waitUntilExit()
        throw StartFailure(status: process.terminationStatus, log: log)
      }
      collected.withLock { $0 += piece }
    }
    let (handle, collected, ended) = (errors.fileHandleForReading, collected, ended)
    Thread.detachNewThread {
      while case let piece = handle.availableData, !piece.isEmpty { collected.withLock { $0 += piece } }
      ended.signal()
    }
  }

  /// What the daemon wrote to its log so far; all of it once it was stopped.
  package var log: String { collected.withLock { String(decoding: $0, as: UTF8.self) } }

  /// SIGTERM, and waits for the end.
  ///
  /// - Returns: its exit status.
  @discardableResult
  package func stop() -> Int32 {
    if process.isRunning { process.terminate() }
    waitForEnd()
    return process.terminationStatus
  }

  /// SIGKILL, and waits for the end.
  package func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    waitForEnd()
  }

  /// Sends it that signal.
  package func send(_ signal: Int32) {
    Foundation.kill(process.processIdentifier, signal)
  }

  private func waitForEnd() {
    process.waitUntilExit()
    if !isOver { ended.wait() }
    isOver = true
  }

  package func connection() throws -> VarlinkConnection {
    try VarlinkConnection(socket: "\(root.path)/controle.sock")
  }

  /// Calls a method of `fr.caf.guichet` on a connection of its own.
  package func call(_ method: String, _ parameters: JSONValue = [:]) throws -> JSON {
    try connection().call("fr.caf.guichet.\(method)", parameters)
  }

  /// All members of that name that the stream's replies hold.
  package func list(_ method: String, _ member: String, _ parameters: JSONValue = [:]) throws -> [JSON] {
    let connection = try connection()
    var stream = try connection.stream("fr.caf.guichet.\(method)", parameters)
    var all: [JSON] = []
    while let reply = try stream.next() { all += reply[member].map { Array($0.elements) } ?? [] }
    return all
  }

  /// Moves a manual clock on; returns when all that was due by then is done, and nothing is left that can be taken.
  @discardableResult
  package func advance(to instant: String) throws -> JSON {
    try connection().call("fr.caf.guichet.essai.Avancer", ["a": .string(instant)])
  }

  /// Loads a référentiel the way a client does.
  @discardableResult
  package func load(_ files: [String: String]) throws -> JSON {
    let connection = try connection()
    let name = "fr.caf.guichet."
    let token = try connection.call(name + "OpenReferentiel")["chargement"]?.string ?? ""
    for (file, text) in files.sorted(by: { $0.key < $1.key }) {
      _ = try connection.call(
        name + "SendReferentiel",
        [
          "chargement": .string(token), "fichier": .string(file),
          "contenu": .string(Data(text.utf8).base64EncodedString()),
        ])
    }
    let compared = try connection.call(name + "CompareReferentiel", ["chargement": .string(token)])
    return try connection.call(
      name + "ApplyReferentiel",
      ["chargement": .string(token), "version": .int(Int64(compared["version"]?.int ?? -1))])
  }
}

/// A daemon that ended instead of becoming ready.
package struct StartFailure: Error {
  package let status: Int32
  package let log: String
}

/// The programs that were built with the tests.
package enum BuiltProgram {
  package static func path(_ name: String) -> String {
    let test = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return test.deletingLastPathComponent().appending(path: name).path
  }
}

/// What was read of a log, by one thread, for another.
private final class Log: Sendable {
  private let data = Mutex(Data())

  func withLock<Result>(_ body: (inout Data) -> Result) -> Result { data.withLock { body(&$0) } }
}
