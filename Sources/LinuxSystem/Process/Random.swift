internal import CLinux
internal import Glibc

/// The kernel's random numbers.
public enum Random {
  /// Fresh unpredictable bytes, in as few system calls as the kernel allows: draw for many uses at once.
  public static func bytes(_ count: Int) throws(SystemError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = retrying { clinux_random(buffer.baseAddress.map { $0 + filled }, count - filled) }
        guard got >= 0 else {
          failure = errno
          return
        }
        filled += got
      }
    }
    guard failure == 0 else { throw SystemError(errno: failure, operation: "tirage aléatoire") }
    return bytes
  }
}
