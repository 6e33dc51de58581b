/// One interface that a service implements.
public protocol VarlinkInterface: Sendable {
  /// Reverse domain name, such as `fr.caf.guichet`.
  var name: String { get }

  /// Its definition in Varlink's interface definition language, as `GetInterfaceDescription` gives it out.
  var description: String { get }

  /// Serves one call of one of the interface's methods.
  ///
  /// The handler replies through the call. One that returns without having given the last reply has it sent without
  /// parameters; one that throws has the error sent in its place. Calls of one connection never overlap; those of
  /// several do. When the caller hangs up the task is cancelled, unless the call is one-way.
  /// - Throws: what the caller is to be answered; `call.methodNotFound` for a method that the interface lacks.
  func handle(_ call: VarlinkCall) async throws(VarlinkError)
}
