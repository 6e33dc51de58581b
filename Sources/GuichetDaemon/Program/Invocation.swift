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

  package static let defaultConfiguration = "/etc/guichet/guichetd.yaml"

  /// - Parameter arguments: without the program's name.
  /// - Throws: `InvocationFault`.
  package init(_ arguments: [String]) throws(InvocationFault) {
    switch arguments.first {
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
      case "--aide", "--help", "-h":
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
    case .essai, .verifierConfig, .restaurer, .version, .aide:
      throw InvocationFault(message: "« restaurer » n’admet ensuite que --config ou --racine.")
    }
  }

  private static func operand(_ arguments: [String], of verb: String) throws(InvocationFault) -> String? {
    guard arguments.count <= 2, arguments.dropFirst().first?.hasPrefix("-") != true else {
      throw InvocationFault(message: "« \(verb) » attend au plus un chemin.")
    }
    return arguments.dropFirst().first
  }

  package static let help = """
    guichetd, le guichet unique d’une Caf : reçoit, route et suit les demandes d’information des familles.

    USAGE
      guichetd --racine DOSSIER [--horloge INSTANT]   tout sous un dossier, sans configuration
      guichetd [--config FICHIER]                     service installé (\(defaultConfiguration))
      guichetd essai [DOSSIER]                        démonstration avec un petit référentiel et des exemples
      guichetd verifier-config [FICHIER]              contrôle la configuration sans démarrer
      guichetd restaurer SAUVEGARDE [--config FICHIER | --racine DOSSIER] [--malgre-les-fautes]
                                                      remet le registre d’une sauvegarde, démon arrêté
      guichetd --version

    OPTIONS
      --racine DOSSIER    place le dépôt, le registre et la prise de contrôle sous ce dossier
      --horloge INSTANT   horloge arrêtée à cet instant (RFC 3339), avancée par fr.caf.guichet.essai ; avec --racine
      --config FICHIER    fichier de configuration
      --malgre-les-fautes restaure aussi d’une sauvegarde dont le journal, ou le SHA-256, n’est pas comme il faut

    CODES DE SORTIE
      0 arrêt demandé · 64 usage · 65 sauvegarde refusée · 66 sauvegarde absente ou illisible · 70 erreur interne ·
      74 disque ou registre défaillant · 75 déjà en service · 77 autre compte que celui du registre ·
      78 configuration refusée

    """
}

/// A command line that cannot be followed.
package struct InvocationFault: Error, Hashable, Sendable {
  /// One French sentence.
  package let message: String
}
