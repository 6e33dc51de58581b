internal import StrictJSON

/// `org.varlink.service`, which every service implements: who it is, and what it offers.
struct ServiceInterface: VarlinkInterface {
  static let name = "org.varlink.service"

  let vendor: String
  let product: String
  let version: String
  let url: String
  /// The other interfaces, in the order in which they are listed.
  let others: [any VarlinkInterface]

  var name: String { Self.name }

  func handle(_ call: VarlinkCall) async throws(VarlinkError) {
    switch call.method {
    case "GetInfo":
      let names = [name] + others.map(\.name)
      try await call.reply([
        "vendor": .string(vendor), "product": .string(product), "version": .string(version), "url": .string(url),
        "interfaces": .array(names.map { .string($0) }),
      ])
    case "GetInterfaceDescription":
      guard let wanted = call.parameters["interface"]?.string else { throw .invalidParameter("interface") }
      guard let interface = wanted == name ? self : others.first(where: { $0.name == wanted }) else {
        throw .interfaceNotFound(wanted)
      }
      try await call.reply(["description": .string(interface.description)])
    default:
      throw call.methodNotFound
    }
  }

  /// As the specification has it.
  let description = """
    # The Varlink Service Interface is provided by every varlink service. It
    # describes the service and the interfaces it implements.
    interface org.varlink.service

    # Get a list of all the interfaces a service provides and information
    # about the implementation.
    method GetInfo() -> (
      vendor: string,
      product: string,
      version: string,
      url: string,
      interfaces: []string
    )

    # Get the description of an interface that is implemented by this service.
    method GetInterfaceDescription(interface: string) -> (description: string)

    # The requested interface was not found.
    error InterfaceNotFound (interface: string)

    # The requested method was not found
    error MethodNotFound (method: string)

    # The interface defines the requested method, but the service does not
    # implement it.
    error MethodNotImplemented (method: string)

    # One of the passed parameters is invalid.
    error InvalidParameter (parameter: string)

    # Client is denied access
    error PermissionDenied ()

    # Method is expected to be called with 'more' set to true, but wasn't
    error ExpectedMore ()

    """
}
