/// One interface that a service implements.
///
/// ```swift
/// struct Ping: VarlinkInterface {
///   let name = "org.example.ping"
///   let description = """
///     interface org.example.ping
///     method Ping(text: string) -> (text: string)
///     """
///
///   func handle(_ call: VarlinkCall) async throws(VarlinkError) {
///     guard call.method == "Ping" else { throw call.methodNotFound }
///     guard let text = call.parameters["text"]?.string else { throw .invalidParameter("text") }
///     try await call.reply(["text": .string(text)])
///   }
/// }
/// ```
public protocol VarlinkInterface: Sendable {
  /// Reverse domain name, such as `fr.caf.guichet`.
  var name: String { get }

  /// Its definition in Varlink's interface definition language, as `GetInterfaceDescription` gives it out.
  var description: String { get }

  /// The methods that turn the connection over to another protocol when they are called with `upgrade`; such a call of
  /// any other method is answered `MethodNotImplemented`.
  var upgrades: Set<String> { get }

  /// What a caller is told, before it is hung up on, who does not read its replies in time; nil tells it nothing.
  var readsTooSlowly: VarlinkError? { get }

  /// Serves one call of one of the interface's methods.
  ///
  /// The handler replies through the call. One that returns without having given the last reply has it sent without
  /// parameters; one that throws has the error sent in its place. Calls of one connection never overlap; those of
  /// several do. When the caller hangs up, or reads too slowly, the task is cancelled, unless the call is one-way.
  /// - Throws: what the caller is to be answered; `call.methodNotFound` for a method that the interface lacks.
  func handle(_ call: VarlinkCall) async throws(VarlinkError)
}

extension VarlinkInterface {
  /// None.
  public var upgrades: Set<String> { [] }

  /// Nothing.
  public var readsTooSlowly: VarlinkError? { nil }
}
