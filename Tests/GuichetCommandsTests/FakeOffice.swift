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
  /// Instead of a connection.
  var unreachable: SystemError?

  fileprivate(set) var socket: String?
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
      maintenant: { Instant(rfc3339: "2026-11-23T09:00:00+01:00") ?? Instant(microseconds: 0) },
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

  func write(_ bytes: [UInt8]) throws(SystemError) { office.output += bytes }
  func writeError(_ text: String) { office.errors += text }
  func readLine() -> String? { office.typed?.isEmpty == false ? office.typed?.removeFirst() : nil }
  func readAll(limit: Int) throws(SystemError) -> [UInt8] { Array(office.input.utf8) }
}

private struct FakeDaemon: ControlTransport {
  let office: FakeOffice

  func call(_ method: String, _ parameters: JSONValue) throws(VarlinkFailure) -> JSON {
    office.asked.append((method, parameters))
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

  private func parsed(_ value: JSONValue) throws(VarlinkFailure) -> JSON {
    do {
      return try JSON.parse(value.bytes())
    } catch {
      throw .malformed(error.message)
    }
  }
}
