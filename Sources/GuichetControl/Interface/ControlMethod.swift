/// One method of the socket, as both ends see it.
package protocol ControlMethod {
  associatedtype Parameters: WireObject
  associatedtype Reply: WireObject

  /// The interface that it belongs to.
  static var interface: String { get }
  /// Its name within the interface.
  static var name: String { get }
  /// Whether it answers by several messages and must be called with `more`.
  static var isStream: Bool { get }
}

extension ControlMethod {
  package static var interface: String { GuichetInterface.name }
  package static var name: String { String(describing: Self.self) }
  package static var isStream: Bool { false }
  /// The name as it is called: interface, point, method.
  package static var qualifiedName: String { "\(interface).\(name)" }
}
