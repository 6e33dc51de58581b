import GuichetCourriel
import GuichetTestSupport
import LinuxSystem
import Synchronization

/// A mail spool in a temporary folder, with a little script as the mail program.
final class MailSpool: Sendable {

  /// Keeps the lines that the sender logs, and wakes whoever waits for the next.
  final class Log: Sendable {
    private let kept = Mutex<[String]>([])
    let added: AsyncStream<String>
    private let continuation: AsyncStream<String>.Continuation

    init() {
      (added, continuation) = AsyncStream.makeStream()
    }

    var lines: [String] { kept.withLock(\.self) }

    func add(_ line: String) {
      kept.withLock { $0.append(line) }
      continuation.yield(line)
    }
  }

  let log = Log()
  private let root: TemporaryRoot
  private let new: Directory
  private let program: MailProgram

  /// - Parameter script: reads the mail; `$OUT` is a file of its own.
  init(script: String, program: String? = nil) throws {
    root = try TemporaryRoot()
    new = try Directory.making("\(root.path)/new", mode: 0o700)
    let file = "\(root.path)/envoi.sh"
    try Self.write("OUT='\(root.path)/dit'\n\(script)\n", as: "envoi.sh", in: try Directory(root.path))
    self.program = MailProgram(path: program ?? "/bin/sh", arguments: [file])
  }

  var folder: String { root.path }

  /// Drops a mail as the daemon does.
  func drop(_ name: String, _ text: String) throws {
    try Self.write(text, as: name, in: new)
  }

  /// Runs the sender until every one of these is in `cur/` (or, for none, until it has logged once), then stops it.
  func run(until wanted: Set<String>, each: @Sendable @escaping (String) throws -> Void = { _ in }) async throws {
    let run = try MailRun(folder: folder, program: program, pauses: (.milliseconds(5), .milliseconds(20)), log: log.add)
    async let ended: Void = DedicatedThread.run("envois") { () throws(SystemError) in try run.run() }
    var seen: Set<String> = []
    for await _ in log.added {
      for name in try names("cur") where seen.insert(name).inserted { try each(name) }
      if wanted.isSubset(of: seen) { break }
    }
    run.stop()
    try await ended
  }

  func said() throws -> String { try text("dit") }

  func text(_ path: String) throws -> String {
    String(decoding: try WholeFile.read("\(folder)/\(path)", limit: 1 << 20), as: UTF8.self)
  }

  /// With those that begin with a dot.
  func names(_ path: String) throws -> [String] {
    try Directory("\(folder)/\(path)").names().map(\.description).sorted()
  }

  private static func write(_ text: String, as name: String, in folder: Directory) throws {
    guard let name = FileName(name) else { throw SystemError(errno: 22, operation: "écriture", path: name) }
    try folder.write(Array(text.utf8), as: name, mode: 0o600)
  }
}
