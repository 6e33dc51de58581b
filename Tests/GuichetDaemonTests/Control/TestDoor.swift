import GuichetControl
import GuichetDaemon
import LinuxSystem
import StrictJSON
import Synchronization
import Varlink

/// The door of an office in this process, at which anybody can be played.
struct TestDoor {
  /// A group for each role; a conseiller works for Lomme, another one for Lille.
  static let groups: [String: UInt32] = [
    "obs": 10, "lomme": 20, "lille": 21, "chefs": 30, "dpo": 40, "controle": 50, "admin": 60,
  ]

  let handler: GuichetControlHandler

  /// - Parameter watched: what is told of changes; else a subscription says how things stand, and ends instead of waiting
  ///   for what will happen.
  init(_ office: TestOffice, watched: OfficeChanges? = nil) {
    var acces = Configuration.Acces()
    acces.administrateurs = ["admin"]
    acces.superviseurs = ["chefs"]
    acces.conseillers = ["rpe-lomme": ["lomme"], "rpe-lille": ["lille"]]
    acces.dpo = ["dpo"]
    acces.controleurs = ["controle"]
    let changes = watched ?? OfficeChanges()
    if watched == nil { changes.close() }
    handler = GuichetControlHandler(
      desk: ControlDesk(
        office: office.office, roles: RoleTable(acces, owner: nil) { Self.groups[$0] }, rerouting: office.rerouting,
        gate: IntakeGate(), changes: changes))
  }

  /// What a member of that group is answered: its messages, the error that ends them as one of them.
  func call(
    _ method: String, _ parameters: JSONValue = [:], as group: String, more: Bool = false
  ) async throws -> [JSON] {
    let messages = Mutex<[[UInt8]]>([])
    let gid = Self.groups[group] ?? 0
    let call = VarlinkCall(
      interface: GuichetInterface.name, method: method, parameters: try JSON.parse(parameters.bytes()),
      peer: PeerCredentials(uid: 1000 + gid, gid: gid), wantsMore: more
    ) { message throws(VarlinkError) in messages.withLock { $0.append(message) } }
    do {
      try await handler.handle(call)
    } catch {
      let answer: JSONValue = ["error": .string(error.name), "parameters": error.parameters]
      messages.withLock { $0.append(answer.bytes()) }
    }
    return try messages.withLock { $0 }.map { try JSON.parse($0) }
  }
}
