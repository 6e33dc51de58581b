package import LinuxSystem

/// What became of the source of a form that was taken. In every case its original is in `recus/`, where originals are
/// kept.
package enum Keeping: Hashable, Sendable {
  /// The very file that was read left `depot/`.
  case moved
  /// Its producer had put another one in its place: that one is in `depot/`, under this name, and the bytes that were
  /// read were written to `recus/`.
  case putBack(FileName)
  /// There was nothing of that name any more; the bytes that were read were written to `recus/`.
  case gone
}
