/// How much of a server any one peer, and all of them together, can take up.
///
/// ```swift
/// let limits = VarlinkLimits(messageSize: 1 << 20, connections: 64)
/// ```
public struct VarlinkLimits: Hashable, Sendable {
  /// Bytes of one message from a peer.
  public var messageSize: Int
  /// How deep a message may nest.
  public var depth: Int
  /// Connections at a time; a peer beyond it is hung up on.
  public var connections: Int
  /// So many of them are left to those users alone, who may have to mend a server that others fill.
  public var reserve: Int
  /// For whom the reserve is.
  public var reservedFor: Set<UInt32>
  /// Connections at a time of any one user.
  public var connectionsPerUser: Int
  /// How long a connection may last without a whole call having come since the last one was answered.
  public var idleTime: Duration
  /// Bytes that may wait for a subscriber besides the message that is on its way: see ``VarlinkFeed``.
  public var queueSize: Int
  /// How long a peer may take to accept one message.
  public var writeTime: Duration
  /// How long a peer that reads too slowly has to take the rest of the message that is on its way, and an error.
  public var farewellTime: Duration
  /// How long calls under way may go on after shutdown().
  public var shutdownTime: Duration

  /// Those that are not given are fit for a service of one machine.
  public init(
    messageSize: Int = 4 << 20, depth: Int = 64, connections: Int = 256, connectionsPerUser: Int = 64,
    idleTime: Duration = .seconds(300), queueSize: Int = 1 << 20, writeTime: Duration = .seconds(30),
    farewellTime: Duration = .seconds(5), shutdownTime: Duration = .seconds(5), reserve: Int = 0,
    reservedFor: Set<UInt32> = []
  ) {
    self.messageSize = messageSize
    self.depth = depth
    self.connections = connections
    self.reserve = reserve
    self.reservedFor = reservedFor
    self.connectionsPerUser = connectionsPerUser
    self.idleTime = idleTime
    self.queueSize = queueSize
    self.writeTime = writeTime
    self.farewellTime = farewellTime
    self.shutdownTime = shutdownTime
  }

  /// Fit for a service of one machine, with a few hundred clients.
  public static let standard = VarlinkLimits()
}
