public import StrictJSON

/// An error as an interface declares it: what a handler throws, and what the caller is answered.
public struct VarlinkError: Error, Hashable, Sendable {
  /// Fully qualified, such as `org.varlink.service.InvalidParameter`.
  public let name: String
  /// An object.
  public let parameters: JSONValue

  public init(name: String, parameters: JSONValue = .object([])) {
    self.name = name
    self.parameters = parameters
  }
}

/// The six errors that every service may answer, as the specification declares them.
extension VarlinkError {
  public static func interfaceNotFound(_ interface: String) -> VarlinkError {
    service("InterfaceNotFound", "interface", interface)
  }

  /// - Parameter method: fully qualified.
  public static func methodNotFound(_ method: String) -> VarlinkError {
    service("MethodNotFound", "method", method)
  }

  /// - Parameter method: fully qualified.
  public static func methodNotImplemented(_ method: String) -> VarlinkError {
    service("MethodNotImplemented", "method", method)
  }

  public static func invalidParameter(_ parameter: String) -> VarlinkError {
    service("InvalidParameter", "parameter", parameter)
  }

  public static let permissionDenied = VarlinkError(name: "\(ServiceInterface.name).PermissionDenied")

  public static let expectedMore = VarlinkError(name: "\(ServiceInterface.name).ExpectedMore")

  /// The caller has gone: what replying throws then, so that the handler stops. Never sent, as there is nobody to read it.
  public static let disconnected = VarlinkError(name: "")

  private static func service(_ error: String, _ parameter: String, _ value: String) -> VarlinkError {
    let member = JSONMember(parameter, .string(value))
    return VarlinkError(name: "\(ServiceInterface.name).\(error)", parameters: .object([member]))
  }
}
