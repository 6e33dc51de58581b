internal import StrictJSON

/// One message from the service. Members that we do not know are left aside: later versions may send them.
struct Reply {
  /// An object.
  let parameters: JSON
  /// More replies to the same call follow.
  let continues: Bool
  /// Fully qualified.
  let error: String?

  /// - Throws: `malformed`.
  init(_ bytes: [UInt8], limits: JSONLimits) throws(VarlinkFailure) {
    let message: JSON
    do {
      message = try JSON.parse(bytes, limits: limits)
    } catch {
      throw .malformed(error.message)
    }
    guard message.kind == .object else { throw .malformed("un message doit être un objet.") }
    guard message.duplicateKeys.isEmpty else { throw .malformed("un membre figure deux fois dans un objet.") }
    switch message["continues"] {
    case nil: continues = false
    case let value?:
      guard let flag = value.bool else { throw .malformed("« continues » doit être un booléen.") }
      continues = flag
    }
    switch message["error"] {
    case nil: error = nil
    case let value?:
      guard let name = value.string else { throw .malformed("« error » doit être un texte.") }
      error = name
    }
    let parameters = message["parameters"]
    switch parameters?.kind {
    case .object?: self.parameters = parameters ?? message
    case nil, .null?: self.parameters = try Self.empty()
    default: throw .malformed("« parameters » doit être un objet.")
    }
  }

  private static func empty() throws(VarlinkFailure) -> JSON {
    do {
      return try JSON.parse(Array("{}".utf8))
    } catch {
      throw .malformed(error.message)
    }
  }
}
