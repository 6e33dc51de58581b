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

  /// What has come of a stream.
  public enum Arrival: Sendable {
    /// The parameters of a reply: an object.
    case reply(JSON)
    case nothing
    /// The last reply was given before.
    case end
  }

  /// Gives the next reply if it has come whole; never waits. For streams that are waited for together with other
  /// things, by ``VarlinkConnection/waitable``: to be called until nothing is there.
  public mutating func nextIfThere() throws(VarlinkFailure) -> Arrival {
    guard !isAtEnd else { return .end }
    do throws(VarlinkFailure) {
      guard let (parameters, isLast) = try connection.nextOfStreamIfThere() else { return .nothing }
      isAtEnd = isLast
      return .reply(parameters)
    } catch {
      isAtEnd = true
      throw error
    }
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
