import GuichetControl

extension Daemon {
  /// Makes sure that whoever runs the command may call a method: nobody answers questions for what is refused at their end.
  ///
  /// - Returns: the login by which the daemon knows this person.
  func exiger<Method: ControlMethod>(_: Method.Type) throws(CommandFailure) -> String {
    let acces = try call(ShowAcces.self, .init())
    // A method that the daemon does not list is the daemon's own to refuse.
    if acces.permissions.contains(where: { $0.methode == Method.name && $0.permise != true }) {
      throw .droitManquant
    }
    return acces.login
  }
}
