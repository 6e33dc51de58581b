public import StrictJSON

/// Why bytes from a peer are no Varlink call. The peer is hung up on, since nobody knows where its next call begins.
public enum MessageFault: Error, Hashable, Sendable {
  case invalidJSON(JSONPosition)
  case notAnObject
  /// Two members of one object have one name.
  case duplicateKey(JSONPosition)
  /// `method`, `parameters` or a flag is missing or is not of its type.
  case invalidMember(String)
  /// Longer than the limit, in bytes.
  case tooLong(limit: Int)
}
