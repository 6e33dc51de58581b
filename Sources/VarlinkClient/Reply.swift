internal import StrictJSON

/// One message from the service. Members that we do not know are left aside: later versions may send them. One that is
/// null counts as left out: the specification declares each of them `?`.
struct Reply {
  /// An object.
  let parameters: JSON
  /// More replies to the same call follow.
  let continues: Bool
  /// Fully qualified.
  let error: String?

  /// - Throws: `malformed`.
  init(_ bytes: [UInt8], limits: JSONLimits) throws(VarlinkFailure) {
    let message = try Self.parse(bytes, limits)
    guard message.kind == .object else { throw .malformed("un message doit être un objet.") }
    guard message.duplicateKeys.isEmpty else { throw .malformed("un membre figure deux fois dans un objet.") }
    continues = try Self.member("continues", of: message, "un booléen") { $0.bool } ?? false
    error = try Self.member("error", of: message, "un texte") { $0.string }
    let parameters = try Self.member("parameters", of: message, "un objet") { $0.kind == .object ? $0 : nil }
    self.parameters = if let parameters { parameters } else { try Self.parse(Array("{}".utf8), .standard) }
  }

  private static func member<Value>(
    _ name: String, of message: JSON, _ expected: String, _ read: (JSON) -> Value?
  ) throws(VarlinkFailure) -> Value? {
    guard let member = message[name], !member.isNull else { return nil }
    guard let value = read(member) else { throw .malformed("« \(name) » doit être \(expected).") }
    return value
  }

  private static func parse(_ bytes: [UInt8], _ limits: JSONLimits) throws(VarlinkFailure) -> JSON {
    do {
      return try JSON.parse(bytes, limits: limits)
    } catch {
      throw .malformed(error.message)
    }
  }
}
