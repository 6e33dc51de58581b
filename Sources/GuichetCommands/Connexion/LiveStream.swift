import GuichetControl
import LinuxSystem
import VarlinkClient

/// The messages of one typed stream, taken as they come.
struct LiveStream<Method: ControlMethod> {
  private let stream: any ControlStream

  /// - Throws: why the door is shut, or the call could not be sent.
  init(_: Method.Type, _ parameters: Method.Parameters, _ connecter: Connecting, socket: String) throws(VarlinkFailure)
  {
    stream = try connecter(socket).follow(Method.qualifiedName, parameters.json)
  }

  enum Arrival {
    case reply(Method.Reply)
    case nothing
    case end
    case failed(VarlinkFailure)
  }

  /// The next message if it has come.
  /// - Throws: when it is not understood.
  func next() throws(CommandFailure) -> Arrival {
    let arrival: VarlinkStream.Arrival
    do {
      arrival = try stream.next()
    } catch {
      return .failed(error)
    }
    return switch arrival {
    case .reply(let json): .reply(try Daemon.decoded(Method.self, json))
    case .nothing: .nothing
    case .end: .end
    }
  }

  var waitable: UnixConnection? { stream.waitable }
}
