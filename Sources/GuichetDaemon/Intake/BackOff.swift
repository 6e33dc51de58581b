import Guichet
import LinuxSystem

/// Waits longer after each failure in a row: 1 s, 2 s, … up to a minute.
struct BackOff {
  private var failures = 0
  /// When to try again; nil when nothing failed last.
  private(set) var until: Moment?
  /// Why nothing is done meanwhile, for people.
  private(set) var reason: String?

  func isWaiting(at now: Moment) -> Bool {
    if let until { now < until } else { false }
  }

  mutating func failed(because reason: String, at now: Moment) {
    self.reason = reason
    until = now.advanced(by: min(.seconds(1 << min(failures, 6)), .seconds(60)))
    failures += 1
  }

  mutating func succeeded() {
    self = BackOff()
  }
}

/// Stops the intake before a disk is full, and lets it go on once there is clearly more room.
struct SpaceGuard {
  /// Fraction of bytes or inodes, from 0 to 1.
  var minimum: Double
  private(set) var isPaused = false

  init(minimum: Double) {
    self.minimum = minimum
  }

  /// - Returns: why the intake must pause, nil when it may work.
  mutating func check(_ folders: [String]) -> String? {
    let threshold = isPaused ? minimum * 1.2 : minimum
    for folder in folders {
      let space: FileSystemSpace
      do {
        space = try FileSystemSpace.of(path: folder)
      } catch {
        continue  // A folder that cannot even be asked shows when it is used, with its own message.
      }
      let (free, what) =
        space.fraction <= space.inodeFraction ? (space.fraction, "d’espace") : (space.inodeFraction, "d’inodes")
      if free < threshold {
        isPaused = true
        return
          "Il reste \(Int(free * 100)) % \(what) sur le disque de « \(folder) » (minimum \(Int(minimum * 100)) %) ; "
          + "libérez de la place, la réception reprendra d’elle-même."
      }
    }
    isPaused = false
    return nil
  }
}

extension String {
  /// The folder of a path.
  var folder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
