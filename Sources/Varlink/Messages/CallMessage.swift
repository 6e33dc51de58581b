internal import StrictJSON

/// A call as it comes over the wire. Members that we do not know are left aside: later versions may send them. One that
/// is null counts as left out: the specification declares each but the method `?`.
struct CallMessage {
  /// Fully qualified.
  let method: String
  /// An object.
  let parameters: JSON
  let isOneway: Bool
  let wantsMore: Bool
  let wantsUpgrade: Bool

  /// - Parameter bytes: one message, without its NUL.
  init(_ bytes: [UInt8], limits: VarlinkLimits) throws(MessageFault) {
    let message = try Self.parse(bytes, JSONLimits(depth: limits.depth, size: limits.messageSize))
    guard message.kind == .object else { throw .notAnObject }
    if let duplicate = message.duplicateKeys.first { throw .duplicateKey(duplicate.position) }
    guard let method = message["method"]?.string else { throw .invalidMember("method") }
    self.method = method
    let parameters = try Self.member("parameters", of: message) { $0.kind == .object ? $0 : nil }
    self.parameters = if let parameters { parameters } else { try Self.parse(Array("{}".utf8), .standard) }
    isOneway = try Self.member("oneway", of: message) { $0.bool } ?? false
    wantsMore = try Self.member("more", of: message) { $0.bool } ?? false
    wantsUpgrade = try Self.member("upgrade", of: message) { $0.bool } ?? false
  }

  private static func parse(_ bytes: [UInt8], _ limits: JSONLimits) throws(MessageFault) -> JSON {
    do {
      return try JSON.parse(bytes, limits: limits)
    } catch {
      throw .invalidJSON(error.position)
    }
  }

  private static func member<Value>(
    _ name: String, of message: JSON, _ read: (JSON) -> Value?
  ) throws(MessageFault) -> Value? {
    guard let member = message[name], !member.isNull else { return nil }
    guard let value = read(member) else { throw .invalidMember(name) }
    return value
  }
}
