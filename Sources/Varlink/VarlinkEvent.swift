public import LinuxSystem

/// What happens in a server that its owner may want to log or count. Holds nothing that a caller wrote.
///
/// ```swift
/// let server = VarlinkServer(…, report: { event in
///   if case .refused(let peer) = event { logger.warning("too many connections of \(peer.uid)") }
/// })
/// ```
public enum VarlinkEvent: Hashable, Sendable {
  /// A peer was accepted.
  case connected(PeerCredentials)
  /// A peer that was accepted has gone, whoever hung up.
  case disconnected(PeerCredentials)
  /// Too many connections, in all or of this user: the peer was hung up on.
  case refused(PeerCredentials)
  /// The peer sent what is no Varlink message, and was hung up on.
  case messageFault(PeerCredentials, MessageFault)
  /// No call came for the whole idle time: hung up.
  case idleTooLong(PeerCredentials)
  /// The peer did not read a message in time, or let too many wait: it is told so and hung up on.
  case readsTooSlowly(PeerCredentials)
  /// Nobody could be accepted for a moment: descriptors or memory have run out.
  case acceptFailed(SystemError)
  /// A connection was accepted and could not be served; the reason is the library's, in English.
  case connectionFailed(PeerCredentials, String)
}
