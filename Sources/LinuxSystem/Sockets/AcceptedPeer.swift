/// One accepted connection and who is at its other end.
public struct AcceptedPeer: Sendable {
  /// Close-on-exec, blocking.
  public let descriptor: Descriptor
  /// As the kernel noted them when the peer connected.
  public let credentials: PeerCredentials
}
