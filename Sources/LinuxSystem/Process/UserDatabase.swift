internal import Glibc

/// The machine's users and groups, by name and by number.
public enum UserDatabase {
  /// The login of a user; nil where there is none.
  public static func login(ofUser uid: UInt32) throws(SystemError) -> String? {
    try lookUp("recherche de l’utilisateur \(uid)") { buffer, size, found in
      var entry = passwd()
      var result: UnsafeMutablePointer<passwd>?
      let code = getpwuid_r(uid, &entry, buffer, size, &result)
      if result != nil, let name = entry.pw_name { found = String(cString: name) }
      return code
    }
  }

  /// The number of a user; nil where there is none.
  public static func uid(ofUser login: String) throws(SystemError) -> UInt32? {
    try lookUp("recherche de l’utilisateur « \(login) »") { buffer, size, found in
      var entry = passwd()
      var result: UnsafeMutablePointer<passwd>?
      let code = getpwnam_r(login, &entry, buffer, size, &result)
      if result != nil { found = entry.pw_uid }
      return code
    }
  }

  /// The number of a group; nil where there is none.
  public static func gid(ofGroup name: String) throws(SystemError) -> UInt32? {
    try lookUp("recherche du groupe « \(name) »") { buffer, size, found in
      var entry = group()
      var result: UnsafeMutablePointer<group>?
      let code = getgrnam_r(name, &entry, buffer, size, &result)
      if result != nil { found = entry.gr_gid }
      return code
    }
  }

  /// The name of a group; nil where there is none.
  public static func name(ofGroup gid: UInt32) throws(SystemError) -> String? {
    try lookUp("recherche du groupe \(gid)") { buffer, size, found in
      var entry = group()
      var result: UnsafeMutablePointer<group>?
      let code = getgrgid_r(gid, &entry, buffer, size, &result)
      if result != nil, let name = entry.gr_name { found = String(cString: name) }
      return code
    }
  }

  /// The logins that a group's entry lists, in its order, without those of whom it is the primary group; nil where there is
  /// no such group.
  public static func members(ofGroup name: String) throws(SystemError) -> [String]? {
    try lookUp("recherche du groupe « \(name) »") { buffer, size, found in
      var entry = group()
      var result: UnsafeMutablePointer<group>?
      let code = getgrnam_r(name, &entry, buffer, size, &result)
      guard result != nil else { return code }
      var members: [String] = []
      var next = entry.gr_mem
      while let member = next?.pointee {
        members.append(String(cString: member))
        next = next?.advanced(by: 1)
      }
      found = members
      return code
    }
  }

  /// What a user would be at a socket if it connected now: its number and all its groups; nil where there is none.
  public static func credentials(ofUser login: String) throws(SystemError) -> PeerCredentials? {
    let ids: (uid: UInt32, gid: UInt32)? = try lookUp("recherche de l’utilisateur « \(login) »") {
      buffer, size, found in
      var entry = passwd()
      var result: UnsafeMutablePointer<passwd>?
      let code = getpwnam_r(login, &entry, buffer, size, &result)
      if result != nil { found = (entry.pw_uid, entry.pw_gid) }
      return code
    }
    guard let ids else { return nil }
    var count: Int32 = 64
    while true {
      var groups = [gid_t](repeating: 0, count: Int(count))
      if getgrouplist(login, ids.gid, &groups, &count) >= 0 {
        return PeerCredentials(uid: ids.uid, gid: ids.gid, groups: Set(groups.prefix(Int(count))))
      }
      // It says how many there are; one that says no more than was offered would never end.
      count = max(count, Int32(groups.count) * 2)
    }
  }

  /// The user that this process runs as.
  public static var ownUid: UInt32 { geteuid() }

  /// Calls with larger and larger buffers until the entry fits: a group may have thousands of members.
  private static func lookUp<Value>(
    _ operation: @autoclosure () -> String,
    _ call: (UnsafeMutablePointer<CChar>, _ size: Int, inout Value?) -> Int32
  ) throws(SystemError) -> Value? {
    var size = 4096
    while true {
      var found: Value?
      let code = withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer in
        buffer.baseAddress.map { call($0, size, &found) } ?? ENOMEM
      }
      switch code {
      case 0: return found
      case ERANGE where size < 16 << 20: size *= 4
      case EINTR: continue
      // What the manual lists for « no such name », beside 0.
      case ENOENT, ESRCH, EBADF, EPERM: return nil
      default: throw SystemError(errno: code, operation: operation())
      }
    }
  }
}
