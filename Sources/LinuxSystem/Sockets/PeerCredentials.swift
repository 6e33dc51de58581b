internal import CLinux
internal import Glibc

/// Who is at the other end of a Unix socket, as the kernel noted it when that end connected.
///
/// Without the process id, which may belong to another program by the time one looks.
///
/// ```swift
/// let isRoot = peer.credentials.uid == 0
/// let isStaff = peer.credentials.groups.contains(staff)
/// ```
public struct PeerCredentials: Hashable, Sendable {
  /// Effective user.
  public var uid: UInt32
  /// Primary group.
  public var gid: UInt32
  /// All groups, the primary one among them.
  public var groups: Set<UInt32>

  /// Of somebody who is not at a socket, such as in a test; the primary group is added to the others.
  public init(uid: UInt32, gid: UInt32, groups: Set<UInt32> = []) {
    self.uid = uid
    self.gid = gid
    self.groups = groups.union([gid])
  }

  /// Asks the kernel; to be called when the connection has just been accepted.
  public init(of socket: Descriptor) throws(SystemError) {
    var (uid, gid): (UInt32, UInt32) = (.max, .max)
    guard clinux_peer_credentials(socket.raw, &uid, &gid) == 0 else {
      throw SystemError.last("lecture de l’identité du correspondant")
    }
    self.init(uid: uid, gid: gid, groups: try Self.supplementaryGroups(of: socket))
  }

  /// SO_PEERGROUPS. The size that the kernel returns counts, not the room that was offered: what lies beyond is padding
  /// and would read as group 0.
  private static func supplementaryGroups(of socket: Descriptor) throws(SystemError) -> Set<UInt32> {
    let width = MemoryLayout<UInt32>.stride
    var groups = [UInt32](repeating: .max, count: 32)
    while true {
      var bytes = UInt32(groups.count * width)
      if clinux_peer_groups(socket.raw, &groups, &bytes) == 0 {
        return Set(groups.prefix(Int(bytes) / width))
      }
      switch errno {
      case ERANGE: groups = [UInt32](repeating: .max, count: max(Int(bytes) / width, groups.count * 2))
      // A peer without credentials of its own (a socketpair made before them) has no groups to tell.
      case ENODATA: return []
      default: throw SystemError.last("lecture des groupes du correspondant")
      }
    }
  }
}
