import LinuxSystem
import Synchronization

/// The way out of `depot/`: nothing leaves it but what was read, whatever producers do at the same time.
///
/// Between looking at a file and renaming it, its producer may rename the next one over it. So an entry is first renamed
/// away to where producers cannot reach, then looked at; another one than expected is put back, never over anything. What
/// lies here when the program starts was overtaken by a crash, and goes back to `depot/` too: taking a form again is a
/// replay, which costs nothing.
final class Transit: Sendable {
  enum Outcome: Equatable {
    /// What was expected is where it was to go.
    case moved
    /// Another entry was there in its place; it is back in `depot/`, under this name.
    case putBack(FileName)
    /// There is nothing of that name any more.
    case gone
  }

  let depot: Directory
  let folder: Directory
  /// Held while an entry is here, so that only entries that nobody is moving are taken for stranded ones; the value
  /// tells whether there are such.
  private let hasStranded = Mutex(true)

  init(from depot: Directory, through folder: Directory) {
    self.depot = depot
    self.folder = folder
  }

  /// Takes an entry out of `depot/`.
  /// - Parameter finish: moves or removes it, given the folder and the name where it is now. When that fails, it goes
  ///   back with the next `returnStranded()`.
  func take(
    _ name: FileName, expecting status: FileStatus,
    finish: (Directory, FileName) throws(SystemError) -> Void
  ) throws(SystemError) -> Outcome {
    try hasStranded.withLock { hasStranded throws(SystemError) in
      guard let parked = try park(name) else { return .gone }
      do throws(SystemError) {
        guard try folder.status(parked).isSameEntry(as: status) else {
          return .putBack(try putBack(parked, from: folder, as: name))
        }
        try finish(folder, parked)
        return .moved
      } catch {
        hasStranded = true
        throw error
      }
    }
  }

  /// Puts an entry back that was renamed out of `depot/` in error. Where even that fails it waits here.
  ///
  /// Never under its own name: its producer may have seen it go, taken it for read, and be about to rename the next one
  /// over that name.
  /// - Returns: the name it has now.
  func putBack(_ name: FileName, from directory: Directory, as original: FileName) throws(SystemError) -> FileName {
    do throws(SystemError) {
      return try rename(name, from: directory, to: depot, as: original, firstFresh: true)
    } catch {
      // The first error is the one to tell.
      guard directory !== folder else { throw error }
      try hasStranded.withLock { hasStranded throws(SystemError) in
        hasStranded = true
        _ = try rename(name, from: directory, to: folder, as: original)
      }
      throw error
    }
  }

  /// Puts a content into `depot/` that no producer dropped, complete and durable or not at all.
  func drop(_ bytes: [UInt8], as name: FileName) throws(SystemError) -> FileName {
    try hasStranded.withLock { hasStranded throws(SystemError) in
      hasStranded = true
      let parked = try freeName(name)
      try folder.write(bytes, as: parked, mode: 0o600)
      let dropped = try rename(parked, from: folder, to: depot, as: name)
      try depot.sync()
      return dropped
    }
  }

  /// Puts everything back that was left here, by a crash or an error; half-written files are removed.
  ///
  /// What cannot go back now is tried again by the next call, and holds nothing else up; the first error is thrown.
  /// - Returns: the names in `depot/`.
  @discardableResult
  func returnStranded() throws(SystemError) -> [FileName] {
    try hasStranded.withLock { hasStranded throws(SystemError) in
      guard hasStranded else { return [] }
      var returned: [FileName] = []
      var failure: SystemError?
      for name in try folder.names() {
        do throws(SystemError) {
          if name.hasPrefix(".") {
            try folder.unlink(name)
          } else {
            returned.append(try rename(name, from: folder, to: depot, as: name, firstFresh: true))
          }
        } catch {
          failure = failure ?? error
        }
      }
      if let failure { throw failure }
      hasStranded = false
      return returned
    }
  }

  /// Renames the entry into this folder; nil when it is gone.
  private func park(_ name: FileName) throws(SystemError) -> FileName? {
    do throws(SystemError) {
      return try rename(name, from: depot, to: folder, as: name)
    } catch {
      guard error.isNotFound else { throw error }
      return nil
    }
  }

  /// The name itself, or a fresh one where it is taken in this folder.
  private func freeName(_ name: FileName) throws(SystemError) -> FileName {
    let taken = Set(try folder.names())
    var free = name
    var number = 0
    while taken.contains(free) {
      number += 1
      free = try name.fresh(number)
    }
    return free
  }

  /// Renames without ever replacing: under a fresh name when the wanted one is taken, or must not be used.
  func rename(
    _ name: FileName, from source: Directory, to target: Directory, as wanted: FileName, firstFresh: Bool = false
  ) throws(SystemError) -> FileName {
    var number = firstFresh ? 1 : 0
    while true {
      let free = number == 0 ? wanted : try wanted.fresh(number)
      do throws(SystemError) {
        try source.rename(name, to: target, as: free, replacing: false)
        return free
      } catch {
        // Somebody who takes a hundred names on purpose waits for the next start.
        guard error.isAlreadyThere, number < 100 else { throw error }
        number += 1
      }
    }
  }
}
