import GuichetRegister
import LinuxSystem

/// The agents behind the users who call, known by id from their first act on.
actor AgentDirectory {
  private let register: Register
  private var known: [String: Int64] = [:]
  /// An agent's login never changes: another one is another agent.
  private var logins: [Int64: String] = [:]

  init(_ register: Register) {
    self.register = register
  }

  func agent(_ peer: PeerCredentials) async throws(RegisterError) -> Int64 {
    let login: String
    do {
      login = try UserDatabase.login(ofUser: peer.uid) ?? "uid \(peer.uid)"
    } catch {
      // The directory of users may be away; the number names the person all the same.
      login = "uid \(peer.uid)"
    }
    // By both: a uid that has come to another person is another agent.
    let key = "\(peer.uid) \(login)"
    if let id = known[key] { return id }
    let id = try await register.agent(uid: peer.uid, login: login)
    known[key] = id
    return id
  }

  /// The logins of these agents, by id.
  func logins(of agents: Set<Int64>) async throws(RegisterError) -> [Int64: String] {
    let missing = agents.subtracting(logins.keys)
    if !missing.isEmpty {
      logins.merge(try await register.logins(of: missing)) { first, _ in first }
    }
    return logins.filter { agents.contains($0.key) }
  }
}
