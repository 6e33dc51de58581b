public import StrictJSON

/// Why bytes from a peer are no Varlink call. The peer is hung up on, since nobody knows where its next call begins.
///
/// ```swift
/// if case .messageFault(let peer, .tooLong(let limit)) = event { print("\(peer.uid): over \(limit) bytes") }
/// ```
public enum MessageFault: Error, Hashable, Sendable {
  /// Not JSON by RFC 8259, or nested too deeply; where.
  case invalidJSON(JSONPosition)
  /// JSON, and no object.
  case notAnObject
  /// Two members of one object have one name.
  case duplicateKey(JSONPosition)
  /// `method` is missing, or it, `parameters` or a flag is not of its type.
  case invalidMember(String)
  /// Longer than the limit, in bytes.
  case tooLong(limit: Int)
}
