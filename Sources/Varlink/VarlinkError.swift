public import StrictJSON

/// An error as an interface declares it: what a handler throws, and what the caller is answered.
///
/// ```swift
/// throw VarlinkError(name: "org.example.ping.TooLong", parameters: ["limit": 80])
/// ```
public struct VarlinkError: Error, Hashable, Sendable {
  /// Fully qualified, such as `org.varlink.service.InvalidParameter`.
  public let name: String
  /// An object.
  public let parameters: JSONValue

  /// - Parameters:
  ///   - name: fully qualified.
  ///   - parameters: an object.
  public init(name: String, parameters: JSONValue = .object([])) {
    self.name = name
    self.parameters = parameters
  }
}

/// The six errors that every service may answer, as the specification declares them.
extension VarlinkError {
  /// The service has no such interface.
  public static func interfaceNotFound(_ interface: String) -> VarlinkError {
    service("InterfaceNotFound", "interface", interface)
  }

  /// The interface has no such method.
  /// - Parameter method: fully qualified.
  public static func methodNotFound(_ method: String) -> VarlinkError {
    service("MethodNotFound", "method", method)
  }

  /// The interface has the method, and this service does not offer it.
  /// - Parameter method: fully qualified.
  public static func methodNotImplemented(_ method: String) -> VarlinkError {
    service("MethodNotImplemented", "method", method)
  }

  /// A parameter is missing, or not what it should be.
  /// - Parameter parameter: its name.
  public static func invalidParameter(_ parameter: String) -> VarlinkError {
    service("InvalidParameter", "parameter", parameter)
  }

  /// The caller may not do that.
  public static let permissionDenied = VarlinkError(name: "\(ServiceInterface.name).PermissionDenied")

  /// The method answers by several replies, and the call takes one only.
  public static let expectedMore = VarlinkError(name: "\(ServiceInterface.name).ExpectedMore")

  /// The caller has gone: what replying throws then, so that the handler stops. Never sent, as there is nobody to read it.
  public static let disconnected = VarlinkError(name: "")

  private static func service(_ error: String, _ parameter: String, _ value: String) -> VarlinkError {
    let member = JSONMember(parameter, .string(value))
    return VarlinkError(name: "\(ServiceInterface.name).\(error)", parameters: .object([member]))
  }
}
