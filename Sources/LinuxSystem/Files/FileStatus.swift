internal import Glibc

/// What stat(2) tells of a file.
public struct FileStatus: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case regular, directory, fifo, link, socket, device, other
  }

  public var device: UInt64
  public var inode: UInt64
  /// Bytes.
  public var size: Int
  /// Last change of the content, nanoseconds since 1970 on the file system's clock.
  public var modified: Int64
  /// Last change of content, name, links or rights, nanoseconds since 1970 on the file system's clock.
  public var changed: Int64
  public var kind: Kind
  /// How many names the file has.
  public var links: Int
  public var uid: UInt32
  public var gid: UInt32
  /// Permission bits (`0o7777`).
  public var mode: UInt32

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    modified = status.st_mtim.nanoseconds
    changed = status.st_ctim.nanoseconds
    kind = Kind(mode: status.st_mode)
    links = Int(status.st_nlink)
    uid = status.st_uid
    gid = status.st_gid
    mode = status.st_mode & 0o7777
  }

  /// lstat: of the path itself, its last component not followed when it is a link.
  public static func of(path: String) throws(SystemError) -> FileStatus {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw SystemError.last("lecture de l’état du fichier", path) }
    return FileStatus(status)
  }
}

extension FileStatus.Kind {
  fileprivate init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .directory
    case S_IFIFO: self = .fifo
    case S_IFLNK: self = .link
    case S_IFSOCK: self = .socket
    case S_IFCHR, S_IFBLK: self = .device
    default: self = .other
    }
  }
}

extension timespec {
  /// Nanoseconds since 1970; dates that do not fit (before 1677, after 2262) stop at the bounds.
  fileprivate var nanoseconds: Int64 {
    let (product, overflow) = Int64(tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    if overflow { return tv_sec < 0 ? .min : .max }
    let (sum, over) = product.addingReportingOverflow(Int64(tv_nsec))
    return over ? .max : sum
  }
}
