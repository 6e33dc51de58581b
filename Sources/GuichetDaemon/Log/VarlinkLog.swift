import LinuxSystem
import Logging
import Varlink

/// What happens at the control socket, as the log tells it: the peer's uid, nothing of what it says.
enum VarlinkLog {
  static func log(_ event: VarlinkEvent, _ logger: Logger) {
    switch event {
    case .connected, .disconnected:
      break
    case .refused(let peer):
      logger.warning("connexion refusée : trop de connexions", metadata: ["uid": "\(peer.uid)"])
    case .messageFault(let peer, let fault):
      logger.notice("connexion fermée : message illisible", metadata: ["uid": "\(peer.uid)", "faute": "\(fault)"])
    case .idleTooLong(let peer):
      logger.debug("connexion fermée : inactive", metadata: ["uid": "\(peer.uid)"])
    case .readsTooSlowly(let peer):
      logger.notice("connexion fermée : lit trop lentement", metadata: ["uid": "\(peer.uid)"])
    case .acceptFailed(let error):
      logger.error("aucune connexion ne peut être acceptée", metadata: ["cause": "\(error.message)"])
    case .connectionFailed(let peer, let reason):
      logger.notice("connexion interrompue", metadata: ["uid": "\(peer.uid)", "cause": "\(reason)"])
    }
  }
}
