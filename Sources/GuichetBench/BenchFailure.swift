import Glibc

/// Why nothing could be measured: one French sentence.
struct BenchFailure: Error, CustomStringConvertible {
  let message: String

  init(_ message: String) {
    self.message = message
  }

  /// With the errno of the system call that was just made.
  static func last(_ what: String) -> BenchFailure {
    BenchFailure("\(what) : \(String(cString: strerror(errno))).")
  }

  var description: String { message }
}
