internal import StrictJSON

/// Messages to a caller, without their NUL. Nothing but what the specification names is ever in them.
enum ReplyMessage {
  /// - Parameter parameters: an object; anything else is a mistake of the program, and goes out as an empty one.
  static func bytes(parameters: JSONValue, continues: Bool = false) -> [UInt8] {
    bytes(continues: continues) { $0.value(checked(parameters)) }
  }

  static func bytes(continues: Bool = false, writing parameters: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("parameters")
    parameters(&writer)
    if continues {
      writer.key("continues")
      writer.bool(true)
    }
    writer.endObject()
    return writer.bytes
  }

  static func bytes(error: VarlinkError) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("error")
    writer.string(error.name)
    writer.key("parameters")
    writer.value(checked(error.parameters))
    writer.endObject()
    return writer.bytes
  }

  private static func checked(_ parameters: JSONValue) -> JSONValue {
    if case .object = parameters { return parameters }
    assertionFailure("the parameters of a Varlink message are an object")
    return .object([])
  }
}
