import GuichetRegister
import LinuxSystem

/// The agents behind the users who call, known by id from their first act on.
actor AgentDirectory {
  private let register: Register
  private var known: [UInt32: Int64] = [:]

  init(_ register: Register) {
    self.register = register
  }

  func agent(_ peer: PeerCredentials) async throws(RegisterError) -> Int64 {
    if let id = known[peer.uid] { return id }
    let login: String
    do {
      login = try UserDatabase.login(ofUser: peer.uid) ?? "uid \(peer.uid)"
    } catch {
      // The directory of users may be away; the number names the person all the same.
      login = "uid \(peer.uid)"
    }
    let id = try await register.agent(uid: peer.uid, login: login)
    known[peer.uid] = id
    return id
  }
}
