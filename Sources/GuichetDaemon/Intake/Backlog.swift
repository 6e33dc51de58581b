import LinuxSystem

/// The files that a pass left untried, since when each waits: found out once for each, however long the intake pauses.
struct Backlog {
  /// When it was dropped, in nanoseconds since 1970 on the file system's clock.
  private var dropped: [FileName: Int64] = [:]
  /// Of the last pass; until the next has ended it may be older than what still waits.
  private(set) var oldest: Int64?

  /// - Parameters:
  ///   - left: all that were left; the others are forgotten.
  ///   - look: when one was dropped; nil where it cannot be told.
  mutating func keep(_ left: [FileName], _ look: (FileName) -> Int64?) {
    var known: [FileName: Int64] = [:]
    known.reserveCapacity(left.count)
    for name in left { known[name] = dropped[name] ?? look(name) }
    dropped = known
    oldest = known.values.min()
  }
}
