import LinuxSystem
import StrictJSON
import Synchronization
package import Varlink

/// The server's side of `org.varlink.certification`: answers what the next call is to bring back, and refuses any call
/// that is not just the expected one.
package struct CertificationInterface: VarlinkInterface {
  package let name = "org.varlink.certification"
  package var description: String { CertificationDescription.text }
  private let clients = Clients()

  package init() {}

  package func handle(_ call: VarlinkCall) async throws(VarlinkError) {
    switch call.method {
    case "Start":
      try expect(call, [:])
      try await call.reply(["client_id": .string(clients.begin())])
    case "Test01": try await step(call, [:], next: "Test02", reply: ["bool": true])
    case "Test02": try await step(call, ["bool": true], next: "Test03", reply: ["int": 1])
    case "Test03": try await step(call, ["int": 1], next: "Test04", reply: ["float": 1.0])
    case "Test04": try await step(call, ["float": 1.0], next: "Test05", reply: ["string": "ping"])
    case "Test05":
      try await step(call, ["string": "ping"], next: "Test06", reply: CertificationValues.structure)
    case "Test06":
      try await step(
        call, CertificationValues.structure, next: "Test07", reply: ["struct": CertificationValues.structure])
    case "Test07":
      try await step(
        call, ["struct": CertificationValues.structure], next: "Test08", reply: ["map": CertificationValues.map])
    case "Test08":
      try await step(call, ["map": CertificationValues.map], next: "Test09", reply: ["set": CertificationValues.set])
    case "Test09":
      try await step(
        call, ["set": CertificationValues.set], next: "Test10", reply: ["mytype": CertificationValues.myType])
    case "Test10":
      try advance(call, ["mytype": CertificationValues.myType], next: "Test11", more: true)
      for reply in CertificationValues.replies.dropLast() { try await call.replyContinues(["string": reply]) }
      try await call.reply(["string": CertificationValues.replies[9]])
    case "Test11":
      try advance(call, ["last_more_replies": .array(CertificationValues.replies)], next: "End", oneway: true)
    case "End": try await step(call, [:], next: nil, reply: ["all_ok": true])
    default: throw call.methodNotFound
    }
  }

  private func step(
    _ call: VarlinkCall, _ expected: JSONValue, next: String?, reply: JSONValue
  ) async throws(VarlinkError) {
    try advance(call, expected, next: next)
    try await call.reply(reply)
  }

  /// Checks one call of a client that has begun, and notes which one is to follow.
  private func advance(
    _ call: VarlinkCall, _ expected: JSONValue, next: String?, more: Bool = false, oneway: Bool = false
  ) throws(VarlinkError) {
    guard let id = call.parameters["client_id"]?.string, let due = clients.next(of: id) else {
      throw VarlinkError(name: "\(name).ClientIdError")
    }
    clients.set(next, for: id)
    var wanted = [JSONMember("client_id", .string(id))]
    if case .object(let members) = expected { wanted += members }
    do throws(VarlinkError) {
      guard due == call.method else { throw refusal(call, wants: ["method": .string("\(name).\(due)")]) }
      try expect(call, .object(wanted), more: more, oneway: oneway)
    } catch {
      clients.set(nil, for: id)
      throw error
    }
  }

  private func expect(
    _ call: VarlinkCall, _ parameters: JSONValue, more: Bool = false, oneway: Bool = false
  ) throws(VarlinkError) {
    guard JSONValue(call.parameters).canonical == parameters.canonical, call.wantsMore == more, call.isOneway == oneway
    else { throw refusal(call, wants: parameters) }
  }

  private func refusal(_ call: VarlinkCall, wants: JSONValue) -> VarlinkError {
    VarlinkError(
      name: "\(name).CertificationError",
      parameters: ["wants": wants, "got": ["method": .string(call.method), "parameters": JSONValue(call.parameters)]])
  }

  /// Which call of each client is to come.
  private final class Clients: Sendable {
    private struct State {
      var next: [String: String] = [:]
      var order: [String] = []
    }

    private let state = Mutex(State())
    /// Those that began last; others have given up.
    private static let most = 100

    func begin() -> String {
      state.withLock { state in
        let id = "\(state.order.count)-\(UInt64.random(in: .min ... .max))"
        state.next[id] = "Test01"
        state.order.append(id)
        if state.order.count > Self.most { state.next[state.order.removeFirst()] = nil }
        return id
      }
    }

    func next(of id: String) -> String? { state.withLock { $0.next[id] } }

    func set(_ method: String?, for id: String) { state.withLock { $0.next[id] = method } }
  }
}
