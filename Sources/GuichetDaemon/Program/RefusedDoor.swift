import GuichetControl
import LinuxSystem
import Logging
import StrictJSON

/// Answers who waits at the socket that the service manager holds, when the daemon has to give up before it serves.
///
/// A connection that nobody took would make systemd start the daemon again at once, and again, until it refuses to: then
/// the socket is gone too, and no start is granted any more, not even once all is mended.
enum RefusedDoor {
  /// However many come, it ends by then.
  private static let most = Duration.seconds(2)
  /// Never shorter, so that clients in a loop make no storm of starts (systemd allows 20 in two seconds).
  private static let least = Duration.milliseconds(300)
  /// For a client to say what it asks for, and to take the answer.
  private static let patience = Duration.milliseconds(200)
  private static let requestLimit = 1 << 20

  /// Does nothing where no service manager holds a socket for this process.
  static func answer(_ logger: Logger) {
    do {
      guard let socket = try InheritedSocket.one(of: InheritedSocket.takeAll(), named: "controle") else { return }
      let listener = try UnixListener(inherited: socket)
      let start = ContinuousClock.now
      while true {
        let now = ContinuousClock.now
        guard now < start + most, let peer = try listener.accept(until: max(now, start + least)) else { return }
        refuse(peer)
      }
    } catch let error as SystemError {
      logger.warning("\(error.message)")
    } catch let failure as ListenFailure {
      logger.warning("\(failure.message)")
    } catch {
      logger.warning("erreur imprévue", metadata: ["type": "\(type(of: error))"])
    }
  }

  private static func refuse(_ peer: AcceptedPeer) {
    let refusal = ControlError.demarrageRefuse
    let answer = JSONValue.object(["error": .string(refusal.name), "parameters": refusal.parameters])
    do {
      let connection = try UnixConnection(peer, timeout: patience)
      var request: [UInt8] = []
      // Taken in first: who is hung up on with words unread may not get to read ours.
      while !request.contains(0), request.count < requestLimit, try connection.read(into: &request) {}
      try connection.write(answer.bytes() + [0])
    } catch {
      // Whoever says nothing, or has gone, is owed no answer.
    }
  }
}
