import GuichetControl
import StrictJSON
import VarlinkClient

/// The daemon behind the socket, by typed calls.
struct Daemon {
  private let transport: any ControlTransport
  private let socket: String

  init(_ transport: any ControlTransport, socket: String) {
    self.transport = transport
    self.socket = socket
  }

  func call<Method: ControlMethod>(
    _: Method.Type, _ parameters: Method.Parameters
  ) throws(CommandFailure) -> Method.Reply {
    let answer: JSON
    do {
      answer = try transport.call(Method.qualifiedName, parameters.json)
    } catch {
      throw CommandFailure(error, socket: socket)
    }
    return try Self.decoded(Method.self, answer)
  }

  /// Calls a method that answers by several messages; each is handed over as it comes.
  func stream<Method: ControlMethod>(
    _: Method.Type, _ parameters: Method.Parameters, _ handle: (Method.Reply) -> Void
  ) throws(CommandFailure) {
    var misunderstood: CommandFailure?
    do {
      try transport.stream(Method.qualifiedName, parameters.json) { message in
        do throws(CommandFailure) {
          handle(try Self.decoded(Method.self, message))
        } catch {
          misunderstood = error
        }
        return misunderstood == nil
      }
    } catch {
      throw CommandFailure(error, socket: socket)
    }
    if let misunderstood { throw misunderstood }
  }

  /// The same with each message as it came, for an answer that passes on what the daemon wrote.
  func messages<Method: ControlMethod>(
    _: Method.Type, _ parameters: Method.Parameters, _ handle: (JSON) -> Void
  ) throws(CommandFailure) {
    do {
      try transport.stream(Method.qualifiedName, parameters.json) { message in
        handle(message)
        return true
      }
    } catch {
      throw CommandFailure(error, socket: socket)
    }
  }

  /// The daemon's version, as `org.varlink.service` tells it; nil when it does not.
  func version() throws(CommandFailure) -> String? {
    do {
      return try transport.call("org.varlink.service.GetInfo", [:])["version"]?.string
    } catch {
      throw CommandFailure(error, socket: socket)
    }
  }

  static func decoded<Method: ControlMethod>(
    _: Method.Type, _ json: JSON
  ) throws(CommandFailure) -> Method.Reply {
    do {
      return try Method.Reply(json)
    } catch {
      throw CommandFailure(
        .unreachable, "La réponse du démon à \(Method.name) n’est pas comprise. \(error.message)",
        remede: "Vérifiez par « guichetctl version » que le démon et cette commande sont de la même version.")
    }
  }
}
