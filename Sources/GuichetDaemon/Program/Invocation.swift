/// What the command line asks of `guichetd`.
package enum Invocation: Hashable, Sendable {
  case racine(String, horloge: String?)
  case configuration(String)
  case essai(String?)
  case verifierConfig(String)
  /// Puts the register back from a backup; `sur` is where, `.racine` or `.configuration`.
  indirect case restaurer(String, sur: Invocation, malgreLesFautes: Bool)
  case version
  case aide
  /// The help of one verb.
  case aideDe(Verbe)

  /// What stands first on a command line that does not start the daemon as a service.
  package enum Verbe: String, CaseIterable, Sendable {
    case essai
    case verifierConfig = "verifier-config"
    case restaurer
  }

  package static let defaultConfiguration = "/etc/guichet/guichetd.yaml"

  /// - Parameter arguments: without the program's name.
  /// - Throws: `InvocationFault`.
  package init(_ arguments: [String]) throws(InvocationFault) {
    if let verbe = arguments.first.flatMap(Verbe.init), arguments.dropFirst().contains(where: Self.demandeDeLAide) {
      self = .aideDe(verbe)
      return
    }
    switch arguments.first {
    case "aide", "help":
      self = arguments.dropFirst().first.flatMap(Verbe.init).map(Self.aideDe) ?? .aide
      return
    case "essai":
      self = .essai(try Self.operand(arguments, of: "essai"))
      return
    case "verifier-config":
      self = .verifierConfig(try Self.operand(arguments, of: "verifier-config") ?? Self.defaultConfiguration)
      return
    case "restaurer":
      self = try Self.restaurer(Array(arguments.dropFirst()))
      return
    default:
      break
    }
    var values: [String: String] = [:]
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--version":
        self = .version
        return
      case _ where Self.demandeDeLAide(argument):
        self = .aide
        return
      default:
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard ["--racine", "--horloge", "--config"].contains(parts[0]) else {
          throw InvocationFault(message: "« \(argument) » est inconnu.")
        }
        guard let value = parts.count == 2 ? parts[1] : rest.popFirst(), !value.isEmpty else {
          throw InvocationFault(message: "« \(parts[0]) » attend une valeur.")
        }
        guard values.updateValue(value, forKey: parts[0]) == nil else {
          throw InvocationFault(message: "« \(parts[0]) » est donné deux fois.")
        }
      }
    }
    switch (values["--racine"], values["--config"], values["--horloge"]) {
    case (let racine?, nil, let horloge): self = .racine(racine, horloge: horloge)
    case (nil, let file?, nil): self = .configuration(file)
    case (nil, nil, nil): self = .configuration(Self.defaultConfiguration)
    case (nil, _, .some): throw InvocationFault(message: "« --horloge » ne va qu’avec « --racine ».")
    case (.some, .some, _): throw InvocationFault(message: "Donnez « --racine » ou « --config », pas les deux.")
    }
  }

  private static func restaurer(_ arguments: [String]) throws(InvocationFault) -> Invocation {
    let anyway = "--malgre-les-fautes"
    var rest = arguments.filter { $0 != anyway }
    guard let file = rest.first, !file.hasPrefix("-") else {
      throw InvocationFault(message: "« restaurer » attend d’abord le fichier d’une sauvegarde.")
    }
    rest.removeFirst()
    let place = try Invocation(rest)
    switch place {
    case .racine, .configuration:
      return .restaurer(file, sur: place, malgreLesFautes: arguments.contains(anyway))
    case .essai, .verifierConfig, .restaurer, .version, .aide, .aideDe:
      throw InvocationFault(message: "« restaurer » n’admet ensuite que --config ou --racine.")
    }
  }

  private static func operand(_ arguments: [String], of verb: String) throws(InvocationFault) -> String? {
    guard arguments.count <= 2, arguments.dropFirst().first?.hasPrefix("-") != true else {
      throw InvocationFault(message: "« \(verb) » attend au plus un chemin.")
    }
    return arguments.dropFirst().first
  }

  private static func demandeDeLAide(_ argument: String) -> Bool { ["--aide", "--help", "-h"].contains(argument) }
}

/// A command line that cannot be followed.
package struct InvocationFault: Error, Hashable, Sendable {
  /// One French sentence.
  package let message: String
}
