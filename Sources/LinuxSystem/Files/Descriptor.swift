internal import Glibc
internal import Synchronization

/// An open file descriptor that is closed exactly once: when the last reference to it goes, unless it was released.
public final class Descriptor: Sendable {
  /// −1 once released. Exchanged, never set, so that nobody closes what another has taken away.
  private let number: Atomic<Int32>

  private init(_ raw: Int32) {
    number = Atomic(raw)
  }

  deinit {
    let raw = number.exchange(-1, ordering: .acquiringAndReleasing)
    if raw >= 0 { _ = close(raw) }
  }

  /// Takes over a descriptor; whoever gave it must not close it.
  public static func adopt(_ raw: Int32) -> Descriptor {
    Descriptor(raw)
  }

  /// The number to pass to system calls, for as long as this object lives; −1 once released.
  public var raw: Int32 { number.load(ordering: .relaxed) }

  /// Gives the descriptor away: the caller closes it. A second call gives −1.
  public func release() -> Int32 {
    number.exchange(-1, ordering: .acquiringAndReleasing)
  }

  /// Opens a file for reading, following links; never waits for the other end of a FIFO.
  public static func open(path: String) throws(SystemError) -> Descriptor {
    let raw = retrying { Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) }
    guard raw >= 0 else { throw SystemError.last("ouverture du fichier", path) }
    return Descriptor(raw)
  }
}

extension Descriptor {
  /// fstat.
  public func status() throws(SystemError) -> FileStatus {
    var status = stat()
    guard fstat(raw, &status) == 0 else { throw SystemError.last("lecture de l’état du fichier") }
    return FileStatus(status)
  }

  /// Reads from the current position to the end.
  ///
  /// A regular file that has just the expected size costs one call of read(2): a short read at that size is its end.
  /// - Parameters:
  ///   - expecting: the size that status() told of a regular file, 0 for a pipe; only a hint.
  ///   - limit: bytes; more of them throw `EFBIG`, without being read.
  public func readAll(expecting: Int, limit: Int) throws(SystemError) -> [UInt8] {
    let descriptor = raw
    let expected = max(0, min(expecting, limit))
    // One byte more than wanted tells « that was all » from « there is more ».
    var capacity = expected + 1
    var bytes: [UInt8] = []
    var failure: Int32 = 0
    var ended = false
    repeat {
      let earlier = bytes
      bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        count = buffer.update(fromContentsOf: earlier)
        while count < capacity {
          let wanted = capacity - count
          let got = retrying { Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, wanted) }
          guard got >= 0 else {
            failure = errno
            return
          }
          count += got
          if got == 0 || (got < wanted && count == expected) {
            ended = true
            return
          }
        }
      }
      guard failure == 0 else { throw SystemError(errno: failure, operation: "lecture du fichier") }
      guard bytes.count <= limit else { throw SystemError(errno: EFBIG, operation: "lecture du fichier") }
      capacity = min(capacity * 2 + 65_536, limit + 1)
    } while !ended
    return bytes
  }

  /// Reads once into the buffer; 0 is the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    let descriptor = raw
    let count = retrying { Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
    guard count >= 0 else { throw SystemError.last("lecture") }
    return count
  }

  /// Writes all the bytes, however many calls it takes; waits where the descriptor does not block.
  public func writeAll(_ bytes: borrowing [UInt8]) throws(SystemError) {
    let failure = bytes.withUnsafeBytes { writeAll($0) }
    guard failure == 0 else { throw SystemError(errno: failure, operation: "écriture") }
  }

  /// fsync. Never tried again: after an error the kernel has forgotten which pages it lost.
  public func sync() throws(SystemError) {
    guard fsync(raw) == 0 else { throw SystemError.last("synchronisation du fichier") }
  }

  /// The errno, or 0.
  private func writeAll(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    let descriptor = raw
    var rest = bytes[...]
    while !rest.isEmpty {
      let slice = UnsafeRawBufferPointer(rebasing: rest)
      let count = retrying { Glibc.write(descriptor, slice.baseAddress, slice.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard retrying({ poll(&waiting, 1, -1) }) >= 0 else { return errno }
      } else {
        return errno
      }
    }
    return 0
  }
}

/// Makes a system call again for as long as a signal interrupts it.
@inline(__always)
func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}
