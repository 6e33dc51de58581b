public import LinuxSystem

/// Why a call gave no answer.
///
/// ```swift
/// do {
///   reply = try connection.call("org.example.ping.Ping")
/// } catch VarlinkFailure.timedOut {
///   // It may have been served all the same.
/// }
/// ```
public enum VarlinkFailure: Error, Sendable {
  /// The service answered with an error: it is there and understood us.
  case refused(VarlinkError)
  /// Nobody could be reached at that socket.
  case unreachable(SystemError)
  /// The connection ended, or failed, before the answer had come. Whether the call took effect is not known.
  case lost(SystemError?)
  /// No answer within the time limit. Whether the call took effect is not known.
  case timedOut
  /// What came was no Varlink; says why, in French.
  case malformed(String)

  /// One French sentence with the remedy.
  public var message: String {
    switch self {
    case .refused(let error): "Le service a répondu par l’erreur « \(error.name) »."
    case .unreachable(let error): error.message
    case .lost(let error?): "La connexion au service est rompue : \(error.message)"
    case .lost(nil): "Le service a coupé la connexion avant d’avoir répondu ; réessayez."
    case .timedOut: "Le service n’a pas répondu dans le délai ; vérifiez qu’il fonctionne, puis réessayez."
    case .malformed(let reason): "La réponse n’est pas conforme à Varlink : \(reason)"
    }
  }
}
