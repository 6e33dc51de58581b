internal import StrictJSON

/// What a service says of itself: see ``VarlinkConnection/info()``.
///
/// ```swift
/// let info = try connection.info()
/// print("\(info.product) \(info.version)")
/// ```
public struct VarlinkServiceInfo: Hashable, Sendable {
  /// Who made it.
  public let vendor: String
  /// Its name.
  public let product: String
  /// As it writes it.
  public let version: String
  /// Where to read more.
  public let url: String
  /// The names of its interfaces, `org.varlink.service` among them.
  public let interfaces: [String]
}

/// What every service answers.
extension VarlinkConnection {
  /// Asks the service who it is and what it offers.
  ///
  /// ```swift
  /// let info = try connection.info()
  /// guard info.interfaces.contains("org.example.ping") else { … }
  /// ```
  public func info() throws(VarlinkFailure) -> VarlinkServiceInfo {
    let reply = try call("org.varlink.service.GetInfo")
    let interfaces = reply["interfaces"]?.elements.map(\.string) ?? []
    guard let vendor = reply["vendor"]?.string, let product = reply["product"]?.string,
      let version = reply["version"]?.string, let url = reply["url"]?.string, !interfaces.contains(nil)
    else { throw .malformed("le service ne dit pas qui il est (GetInfo).") }
    return VarlinkServiceInfo(
      vendor: vendor, product: product, version: version, url: url, interfaces: interfaces.compactMap(\.self))
  }

  /// Asks for the definition of an interface, in Varlink's interface definition language.
  ///
  /// ```swift
  /// print(try connection.description(of: "org.varlink.service"))
  /// ```
  /// - Throws: `refused` with `InterfaceNotFound` for one that the service lacks.
  public func description(of interface: String) throws(VarlinkFailure) -> String {
    let reply = try call("org.varlink.service.GetInterfaceDescription", ["interface": .string(interface)])
    guard let description = reply["description"]?.string else {
      throw .malformed("le service ne décrit pas « \(interface) » (GetInterfaceDescription).")
    }
    return description
  }
}
