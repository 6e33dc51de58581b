public import StrictJSON

/// A call that is to be made: see ``VarlinkConnection/call(all:)``.
///
/// ```swift
/// let request = VarlinkRequest("org.example.ping.Ping", ["text": "hello"])
/// ```
public struct VarlinkRequest: Sendable {
  /// Fully qualified.
  public let method: String
  /// An object, or nil for none.
  public let parameters: JSONValue?

  /// - Parameters:
  ///   - method: fully qualified.
  ///   - parameters: an object, or nil for none.
  public init(_ method: String, _ parameters: JSONValue? = nil) {
    self.method = method
    self.parameters = parameters
  }

  /// What goes over the wire, its NUL with it. Nothing but what the specification names is ever in it.
  /// - Parameter flag: `oneway`, `more` or `upgrade`.
  func write(flag: String? = nil, into bytes: inout [UInt8]) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("method")
    writer.string(method)
    if let parameters {
      writer.key("parameters")
      writer.value(parameters)
    }
    if let flag {
      writer.key(flag)
      writer.bool(true)
    }
    writer.endObject()
    bytes += writer.bytes
    bytes.append(0)
  }
}
