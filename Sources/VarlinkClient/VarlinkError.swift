public import StrictJSON

/// An error that a service answered, as its interface declares it.
///
/// ```swift
/// do {
///   reply = try connection.call("org.example.ping.Ping", parameters)
/// } catch VarlinkFailure.refused(let error) where error.name == "org.example.ping.TooLong" {
///   print(error.parameters["limit"]?.int ?? 0)
/// }
/// ```
public struct VarlinkError: Error, Sendable {
  /// Fully qualified, such as `org.varlink.service.InvalidParameter`.
  public let name: String
  /// An object; empty where the service sent none.
  public let parameters: JSON

  /// - Parameters:
  ///   - name: fully qualified.
  ///   - parameters: an object.
  public init(name: String, parameters: JSON) {
    self.name = name
    self.parameters = parameters
  }

  /// The interface that declares the error.
  public var interface: Substring { name[..<(name.lastIndex(of: ".") ?? name.startIndex)] }

  /// The name without its interface.
  public var shortName: Substring { name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? name[...] }
}
