internal import Glibc

/// How full a file system is, as whoever runs this program can use it (root's reserve does not count).
public struct FileSystemSpace: Hashable, Sendable {
  /// Bytes.
  public var total: UInt64
  /// Bytes that can still be written.
  public var available: UInt64
  /// 0 where the file system has no fixed number (btrfs).
  public var inodes: UInt64
  public var availableInodes: UInt64

  public init(total: UInt64, available: UInt64, inodes: UInt64, availableInodes: UInt64) {
    self.total = total
    self.available = available
    self.inodes = inodes
    self.availableInodes = availableInodes
  }

  /// Of the file system that holds the path.
  public static func of(path: String) throws(SystemError) -> FileSystemSpace {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { throw SystemError.last("lecture de la place libre", path) }
    return FileSystemSpace(status)
  }

  /// Of the file system that holds the directory.
  public static func of(_ directory: Directory) throws(SystemError) -> FileSystemSpace {
    var status = statvfs()
    guard fstatvfs(directory.descriptor.raw, &status) == 0 else {
      throw SystemError.last("lecture de la place libre", directory.path)
    }
    return FileSystemSpace(status)
  }

  private init(_ status: statvfs) {
    let block = UInt64(status.f_frsize)
    self.init(
      total: UInt64(status.f_blocks) * block, available: UInt64(status.f_bavail) * block,
      inodes: UInt64(status.f_files), availableInodes: UInt64(status.f_favail))
  }

  /// From 0 (full) to 1.
  public var fraction: Double { total == 0 ? 1 : Double(available) / Double(total) }

  /// From 0 (none left) to 1; 1 where inodes are not counted.
  public var inodeFraction: Double { inodes == 0 ? 1 : Double(availableInodes) / Double(inodes) }
}
