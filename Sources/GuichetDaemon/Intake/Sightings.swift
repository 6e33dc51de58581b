import Guichet
import LinuxSystem

extension FileStatus {
  /// What the rules of a file's intake go by.
  var sighting: Sighting { Sighting(inode: inode, size: size, modified: modified, changed: changed) }
}

extension SystemError {
  /// What failed and why, for the log: without the path, whose name a producer chose and may have drawn from a family's.
  var withoutPath: String { SystemError(errno: errno, operation: operation).message }
}
