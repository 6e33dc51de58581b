internal import StrictJSON

/// A call as it comes over the wire. Members that we do not know are left aside: later versions may send them.
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
    let parameters = message["parameters"]
    switch parameters?.kind {
    case .object?: self.parameters = parameters ?? message
    // Some clients write `null` for « none ».
    case nil, .null?: self.parameters = try Self.parse(Array("{}".utf8), .standard)
    default: throw .invalidMember("parameters")
    }
    isOneway = try Self.flag("oneway", message)
    wantsMore = try Self.flag("more", message)
    wantsUpgrade = try Self.flag("upgrade", message)
  }

  private static func parse(_ bytes: [UInt8], _ limits: JSONLimits) throws(MessageFault) -> JSON {
    do {
      return try JSON.parse(bytes, limits: limits)
    } catch {
      throw .invalidJSON(error.position)
    }
  }

  private static func flag(_ name: String, _ message: JSON) throws(MessageFault) -> Bool {
    guard let value = message[name] else { return false }
    guard let flag = value.bool else { throw .invalidMember(name) }
    return flag
  }
}
