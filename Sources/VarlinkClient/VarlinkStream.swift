public import StrictJSON

/// The replies to one call made with `more`, in the order in which they come.
///
/// ```swift
/// var stream = try connection.stream("org.example.ping.Watch")
/// while let reply = try stream.next() { print(reply["text"]?.string ?? "") }
/// ```
public struct VarlinkStream {
  private let connection: VarlinkConnection
  private var isAtEnd = false

  init(of connection: VarlinkConnection) {
    self.connection = connection
  }

  /// Waits for the next reply and gives its parameters (an object); nil after the last.
  public mutating func next() throws(VarlinkFailure) -> JSON? {
    guard !isAtEnd else { return nil }
    do throws(VarlinkFailure) {
      let (parameters, isLast) = try connection.nextOfStream()
      isAtEnd = isLast
      return parameters
    } catch {
      isAtEnd = true
      throw error
    }
  }
}
