/// What a file of the spool looked like at one moment, without its content.
package struct Sighting: Hashable, Sendable {
  package var inode: UInt64
  /// Bytes.
  package var size: Int
  /// Last change of the content, in nanoseconds since 1970 on the file system's clock. Compared, never reckoned with.
  package var modified: Int64
  /// Last change of the content, the name, the links or the rights, on the same clock: for a file that was renamed into
  /// the spool, when it got there.
  package var changed: Int64

  package init(inode: UInt64, size: Int, modified: Int64, changed: Int64) {
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
  }

  /// Whether nothing was written between the two, whatever became of name, links and rights.
  package func hasSameContent(as other: Sighting) -> Bool {
    inode == other.inode && size == other.size && modified == other.modified
  }
}
