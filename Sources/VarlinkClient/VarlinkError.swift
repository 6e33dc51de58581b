public import StrictJSON

/// An error that a service answered, as its interface declares it.
public struct VarlinkError: Error, Sendable {
  /// Fully qualified, such as `org.varlink.service.InvalidParameter`.
  public let name: String
  /// An object; empty where the service sent none.
  public let parameters: JSON

  public init(name: String, parameters: JSON) {
    self.name = name
    self.parameters = parameters
  }

  /// The interface that declares the error.
  public var interface: Substring { name[..<(name.lastIndex(of: ".") ?? name.startIndex)] }

  /// The name without its interface.
  public var shortName: Substring { name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? name[...] }
}
