internal import CLinux
internal import Glibc

/// Tells that something may have happened in a directory (inotify).
///
/// A hint and no more: events are lost when too many wait, `link()` raises other ones than `rename()`, and network file
/// systems raise none. Whoever watches lists the directory after starting the watch, after each hint but a timeout, and
/// now and then regardless.
public final class DirectoryWatch: Sendable {
  public enum Hint: Hashable, Sendable {
    /// A name came, a file was closed after writing, or its rights changed.
    case changed
    /// Events were lost.
    case overflow
    /// The directory was removed, renamed or unmounted: nothing will be told any more. A removal is told only when
    /// nobody has the directory open any more; until then it shows in that listing it fails.
    case lost
    case timeout
    /// Somebody called wake().
    case woken
    /// stop() was called; every later wait says so too.
    case stopped
  }

  private let inotify: Descriptor
  private let wakeUp: WakeUp
  private let path: String
  private let ignores: @Sendable (FileName) -> Bool

  /// - Parameter ignoring: names whose events do not end a wait, such as temporary ones.
  public init(
    _ directory: Directory, ignoring: @escaping @Sendable (FileName) -> Bool = { _ in false }
  ) throws(SystemError) {
    let raw = clinux_inotify()
    guard raw >= 0 else { throw SystemError.last("surveillance du dossier", directory.path) }
    inotify = Descriptor.adopt(raw)
    wakeUp = try WakeUp()
    path = directory.path
    ignores = ignoring
    guard clinux_inotify_watch_directory(raw, directory.path) >= 0 else {
      throw SystemError.last("surveillance du dossier", directory.path)
    }
  }

  /// Ends the wait under way, or the next one, with `woken`. From any thread.
  public func wake() { wakeUp.wake() }

  /// Ends the wait under way and all to come with `stopped`. From any thread.
  public func stop() { wakeUp.stop() }

  /// Blocks the thread until there is a hint; all events that wait become one.
  /// - Parameter deadline: nil waits for ever.
  public func wait(until deadline: ContinuousClock.Instant?) throws(SystemError) -> Hint {
    while true {
      switch try wakeUp.wait(for: inotify, until: deadline) {
      case .stopped: return .stopped
      case .woken: return .woken
      case .timeout: return .timeout
      case .ready: if let hint = try drain() { return hint }
      }
    }
  }

  /// Takes all events; nil where all were of ignored names.
  private func drain() throws(SystemError) -> Hint? {
    let descriptor = inotify.raw
    var mask: UInt32 = 0
    var isChanged = false
    let failure = withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer -> Int32 in
      while true {
        let count = retrying { read(descriptor, buffer.baseAddress, buffer.count) }
        guard count > 0 else { return count == 0 || errno == EAGAIN ? 0 : errno }
        // struct inotify_event: watch (4 bytes), mask (4), cookie (4), length of the name (4), name padded with NULs.
        var start = 0
        while start + 16 <= count {
          mask |= buffer.load(fromByteOffset: start + 4, as: UInt32.self)
          let length = Int(buffer.load(fromByteOffset: start + 12, as: UInt32.self))
          let name = UnsafeRawBufferPointer(rebasing: buffer[(start + 16)..<(start + 16 + length)])
          isChanged = isChanged || concerns(UnsafeRawBufferPointer(rebasing: name[..<(name.firstIndex(of: 0) ?? 0)]))
          start += 16 + length
        }
      }
    }
    guard failure == 0 else { throw SystemError(errno: failure, operation: "surveillance du dossier", path: path) }
    let gone = UInt32(
      CLINUX_EVENT_IGNORED | CLINUX_EVENT_UNMOUNTED | CLINUX_EVENT_SELF_DELETED | CLINUX_EVENT_SELF_MOVED)
    if mask & gone != 0 { return .lost }
    if mask & UInt32(CLINUX_EVENT_OVERFLOW) != 0 { return .overflow }
    return isChanged ? .changed : nil
  }

  /// Events without a name are of the directory itself (its rights changed).
  private func concerns(_ name: UnsafeRawBufferPointer) -> Bool {
    name.isEmpty || !ignores(FileName(ofEntry: name))
  }
}
