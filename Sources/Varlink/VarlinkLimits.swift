/// How much of a server any one peer, and all of them together, can take up.
public struct VarlinkLimits: Hashable, Sendable {
  /// Bytes of one message from a peer.
  public var messageSize: Int
  /// How deep a message may nest.
  public var depth: Int
  /// Connections at a time; a peer beyond it is hung up on.
  public var connections: Int
  /// Connections at a time of any one user.
  public var connectionsPerUser: Int
  /// How long a connection may last without a whole call having come since the last one was answered.
  public var idleTime: Duration
  /// How long a peer may take to accept one message.
  public var writeTime: Duration
  /// How long calls under way may go on after shutdown().
  public var shutdownTime: Duration

  public init(
    messageSize: Int = 4 << 20, depth: Int = 64, connections: Int = 256, connectionsPerUser: Int = 64,
    idleTime: Duration = .seconds(300), writeTime: Duration = .seconds(30), shutdownTime: Duration = .seconds(5)
  ) {
    self.messageSize = messageSize
    self.depth = depth
    self.connections = connections
    self.connectionsPerUser = connectionsPerUser
    self.idleTime = idleTime
    self.writeTime = writeTime
    self.shutdownTime = shutdownTime
  }

  public static let standard = VarlinkLimits()
}
