internal import Glibc

/// One end of a Unix stream socket; calls block the thread.
///
/// ```swift
/// let connection = try UnixConnection("/run/example/control.sock", timeout: .seconds(10))
/// try connection.write(Array("hello".utf8))
/// ```
public final class UnixConnection: Sendable {
  let descriptor: Descriptor

  /// - Parameters:
  ///   - path: of the socket; `@name` is a name in the abstract namespace where `allowsAbstract`.
  ///   - timeout: for connecting and for each later read and write; nil waits for ever. What takes longer throws
  ///     (`isTimeout`).
  public init(_ path: String, allowsAbstract: Bool = false, timeout: Duration? = nil) throws(SystemError) {
    let address = try UnixAddress(path, abstract: allowsAbstract)
    descriptor = try UnixAddress.socket(SOCK_STREAM)
    try set(timeout: timeout)
    guard address.withPointer({ address, length in retrying { connect(descriptor.raw, address, length) } }) == 0 else {
      throw SystemError.last("connexion à la socket", path)
    }
  }

  /// The end of a connection that was accepted, to be spoken over by hand.
  public init(_ peer: AcceptedPeer, timeout: Duration) throws(SystemError) {
    descriptor = peer.descriptor
    try set(timeout: timeout)
  }

  /// Changes the time limit of later reads and writes.
  public func set(timeout: Duration?) throws(SystemError) {
    let (seconds, attoseconds) = (timeout ?? .zero).components
    var limit = timeval(tv_sec: Int(seconds), tv_usec: Int(attoseconds / 1_000_000_000_000))
    // Zero means « no limit » to the kernel: a limit that rounds to zero is the shortest one.
    if timeout != nil, limit.tv_sec <= 0, limit.tv_usec <= 0 { limit = timeval(tv_sec: 0, tv_usec: 1) }
    let size = socklen_t(MemoryLayout<timeval>.size)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      guard setsockopt(descriptor.raw, SOL_SOCKET, option, &limit, size) == 0 else {
        throw SystemError.last("réglage de la socket")
      }
    }
  }

  /// Reads what is there, at most `limit` bytes, appending to `bytes`; false at the end.
  public func read(into bytes: inout [UInt8], limit: Int = 65_536) throws(SystemError) -> Bool {
    let raw = descriptor.raw
    let (count, failure) = withUnsafeTemporaryAllocation(byteCount: limit, alignment: 1) { buffer -> (Int, Int32) in
      let count = retrying { recv(raw, buffer.baseAddress, buffer.count, 0) }
      guard count >= 0 else { return (0, errno) }
      bytes.append(contentsOf: buffer[..<count])
      return (count, 0)
    }
    guard failure == 0 else { throw SystemError(errno: failure, operation: "lecture sur la socket") }
    return count > 0
  }

  /// What a read that does not wait came upon.
  public enum Arrival: Hashable, Sendable {
    case bytes, nothing, end
  }

  /// Reads what is there, at most `limit` bytes, appending to `bytes`; never waits.
  public func readIfThere(into bytes: inout [UInt8], limit: Int = 65_536) throws(SystemError) -> Arrival {
    let raw = descriptor.raw
    let (count, failure) = withUnsafeTemporaryAllocation(byteCount: limit, alignment: 1) { buffer -> (Int, Int32) in
      let count = retrying { recv(raw, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT)) }
      guard count >= 0 else { return (0, errno) }
      bytes.append(contentsOf: buffer[..<count])
      return (count, 0)
    }
    if failure == EAGAIN { return .nothing }
    guard failure == 0 else { throw SystemError(errno: failure, operation: "lecture sur la socket") }
    return count > 0 ? .bytes : .end
  }

  /// Writes all the bytes; a peer that has gone throws (`EPIPE`), without a signal.
  public func write(_ bytes: borrowing [UInt8]) throws(SystemError) {
    let raw = descriptor.raw
    let failure = bytes.withUnsafeBytes { bytes -> Int32 in
      var rest = bytes[...]
      while !rest.isEmpty {
        let slice = UnsafeRawBufferPointer(rebasing: rest)
        let count = retrying { send(raw, slice.baseAddress, slice.count, Int32(MSG_NOSIGNAL)) }
        guard count >= 0 else { return errno }
        rest = rest.dropFirst(count)
      }
      return 0
    }
    guard failure == 0 else { throw SystemError(errno: failure, operation: "écriture sur la socket") }
  }

  /// Writes all the bytes, and takes in meanwhile what the peer writes, appending to `received`: two ends that each write
  /// more than the kernel holds for them, and do not read, wait for each other for ever.
  public func write(_ bytes: borrowing [UInt8], receiving received: inout [UInt8]) throws(SystemError) {
    let patience = try timeout()
    var sent = 0
    var hasEnded = false
    while sent < bytes.count {
      let start = sent
      let count = bytes.withUnsafeBytes { bytes in
        let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
        return retrying {
          send(descriptor.raw, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
        }
      }
      if count >= 0 {
        sent += count
        continue
      }
      guard errno == EAGAIN else { throw SystemError.last("écriture sur la socket") }
      var wait = pollfd(fd: descriptor.raw, events: Int16(hasEnded ? POLLOUT : POLLIN | POLLOUT), revents: 0)
      let ready = retrying { poll(&wait, 1, patience) }
      guard ready >= 0 else { throw SystemError.last("attente de la socket") }
      guard ready > 0 else { throw SystemError(errno: ETIMEDOUT, operation: "écriture sur la socket") }
      if Int32(wait.revents) & POLLIN != 0, !hasEnded { hasEnded = try !read(into: &received) }
    }
  }

  /// The time limit in milliseconds as poll(2) wants it.
  private func timeout() throws(SystemError) -> Int32 {
    var limit = timeval()
    var size = socklen_t(MemoryLayout<timeval>.size)
    guard getsockopt(descriptor.raw, SOL_SOCKET, SO_SNDTIMEO, &limit, &size) == 0 else {
      throw SystemError.last("lecture du réglage de la socket")
    }
    if limit.tv_sec == 0, limit.tv_usec == 0 { return -1 }
    return Int32(clamping: limit.tv_sec * 1000 + (limit.tv_usec + 999) / 1000)
  }

  /// Says that nothing more will be written; reading goes on.
  public func finishWriting() throws(SystemError) {
    guard shutdown(descriptor.raw, Int32(SHUT_WR)) == 0 else { throw SystemError.last("fermeture de la socket") }
  }

  /// Ends reads and writes under way in other threads, as if the peer had hung up.
  public func abort() {
    // It fails only when the peer has gone already.
    _ = shutdown(descriptor.raw, Int32(SHUT_RDWR))
  }
}
