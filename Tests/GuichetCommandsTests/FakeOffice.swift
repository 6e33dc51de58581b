import Guichet
import GuichetCommands
import LinuxSystem
import StrictJSON
import VarlinkClient

/// A command line run in this process: what it wrote, and how it ended.
struct Run {
  let status: CommandStatus
  let output: String
  let errors: String
}

/// A place to run commands in, without a daemon: its answers are set beforehand, what it was asked is kept.
final class FakeOffice {
  /// Columns of the terminal that the answer shows on; nil when it goes to a program.
  var terminal: Int?
  /// Rows of that terminal.
  var rows: Int?
  /// Whether there are pagers.
  var hasPager = true
  /// Microseconds by which the clock goes on each time that it is looked at.
  var step: Int64 = 0
  /// What a person types; nil when nobody is there.
  var typed: [String]?
  var environment: [String: String] = [:]
  /// The machine's time zone; nil where it has none.
  var zone: Fuseau?
  /// What the standard input holds.
  var input = ""
  /// The answers to each method by its short name, used up in order, the last one again and again.
  var answers: [String: [JSONValue]] = [:]
  /// Instead of an answer.
  var refusal: (name: String, parameters: JSONValue)?
  /// The same for methods by their short names, instead of what else they would answer.
  var refusals: [String: (name: String, parameters: JSONValue)] = [:]
  /// Writes that the output takes before its disk is full; nil for all.
  var room: Int?
  /// What every call fails by.
  var lost: SystemError?
  /// Instead of a connection.
  var unreachable: SystemError?

  fileprivate(set) var socket: String?
  /// How long the command would wait for its answer, where it told.
  fileprivate(set) var patience: Duration?
  /// What went through a pager.
  fileprivate(set) var paged: [(command: String, environment: [String: String], text: String)] = []
  /// What a person was told to wait for, and whether that was taken back.
  fileprivate(set) var waits: [(line: String, isOver: Bool)] = []
  private var now: Int64 = 0
  fileprivate(set) var asked: [(method: String, parameters: JSONValue)] = []
  fileprivate var output: [UInt8] = []
  fileprivate var errors = ""

  func run(_ arguments: String...) -> Run { run(arguments) }

  func run(_ arguments: [String]) -> Run {
    output = []
    errors = ""
    let contexte = Contexte(
      console: FakeConsole(office: self), environnement: environment,
      connecter: { socket throws(VarlinkFailure) in
        self.socket = socket
        if let error = self.unreachable { throw .unreachable(error) }
        return FakeDaemon(office: self)
      },
      connecterEn: { socket, patience throws(VarlinkFailure) in
        (self.socket, self.patience) = (socket, patience)
        if let error = self.unreachable { throw .unreachable(error) }
        return FakeDaemon(office: self)
      },
      maintenant: {
        self.now += self.step
        let start = Instant(rfc3339: "2026-11-23T09:00:00+01:00") ?? Instant(microseconds: 0)
        return Instant(microseconds: start.microseconds + self.now)
      },
      fuseau: { self.zone })
    let status = Guichetctl.executer(arguments, contexte)
    return Run(status: status, output: String(decoding: output, as: UTF8.self), errors: errors)
  }
}

private struct FakeConsole: Console {
  let office: FakeOffice

  var outputIsTerminal: Bool { office.terminal != nil }
  var errorIsTerminal: Bool { office.terminal != nil }
  var inputIsTerminal: Bool { office.typed != nil }
  var width: Int? { office.terminal }
  var height: Int? { office.rows }

  func write(_ bytes: [UInt8]) throws(SystemError) {
    if let room = office.room {
      guard room > 0 else { throw SystemError(errno: 28, operation: "écriture sur la sortie standard") }
      office.room = room - 1
    }
    office.output += bytes
  }
  func writeError(_ text: String) { office.errors += text }
  func readLine() -> String? { office.typed?.isEmpty == false ? office.typed?.removeFirst() : nil }
  func readAll(limit: Int) throws(SystemError) -> [UInt8] { Array(office.input.utf8) }

  func page(_ bytes: [UInt8], through command: String, environment: [String: String]) throws(SystemError) -> Bool {
    if office.hasPager { office.paged.append((command, environment, String(decoding: bytes, as: UTF8.self))) }
    return office.hasPager
  }

  func patienter(_ line: String) -> () -> Void {
    office.waits.append((line, false))
    let index = office.waits.count - 1
    return { office.waits[index].isOver = true }
  }
}

private struct FakeDaemon: ControlTransport {
  let office: FakeOffice

  func call(_ method: String, _ parameters: JSONValue) throws(VarlinkFailure) -> JSON {
    office.asked.append((method, parameters))
    if let error = office.lost { throw .lost(error) }
    let name = method.split(separator: ".").last.map(String.init) ?? ""
    if let (error, parameters) = office.refusals[name] ?? office.refusal {
      throw .refused(VarlinkError(name: error, parameters: try parsed(parameters)))
    }
    let answers = office.answers[name] ?? [[:]]
    if answers.count > 1 { office.answers[name]?.removeFirst() }
    return try parsed(answers[0])
  }

  func stream(
    _ method: String, _ parameters: JSONValue, _ handle: (JSON) -> Bool
  ) throws(VarlinkFailure) {
    let name = method.split(separator: ".").last.map(String.init) ?? ""
    for _ in 0..<max(1, office.answers[name]?.count ?? 0) {
      guard handle(try call(method, parameters)) else { return }
    }
  }

  func follow(_ method: String, _ parameters: JSONValue) throws(VarlinkFailure) -> any ControlStream {
    let name = method.split(separator: ".").last.map(String.init) ?? ""
    var replies: [JSON] = []
    for _ in 0..<max(1, office.answers[name]?.count ?? 0) { replies.append(try call(method, parameters)) }
    return FakeStream(replies)
  }

  private func parsed(_ value: JSONValue) throws(VarlinkFailure) -> JSON {
    do {
      return try JSON.parse(value.bytes())
    } catch {
      throw .malformed(error.message)
    }
  }
}

/// The answers that were set, and then what is no Varlink: it ends whoever listens.
private final class FakeStream: ControlStream {
  private var replies: ArraySlice<JSON>

  init(_ replies: [JSON]) {
    self.replies = replies[...]
  }

  var waitable: UnixConnection? { nil }

  func next() throws(VarlinkFailure) -> VarlinkStream.Arrival {
    guard let reply = replies.popFirst() else { throw .malformed("la fin.") }
    return .reply(reply)
  }
}
