import Guichet

/// What ArgumentParser says of a wrong command line, in French.
///
/// Its messages are English and cannot be configured; they are recognised by their shape (as of 1.8.2, in
/// `UsageGenerator.swift`), and our own pass as they are. Tests make it say each of them.
enum ParserMessages {
  static func translated(_ message: String) -> String {
    let message = vraisemblable(message)
    for pattern in patterns {
      // Several words in one gap are quoted one by one.
      if let french = pattern.translated(message) { return french.replacing("', '", with: " », « ") }
    }
    return message
  }

  /// Without a suggestion that nobody who typed this can have meant: ArgumentParser takes the nearest, however far.
  private static func vraisemblable(_ message: String) -> String {
    let parts = message.split(separator: "'", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == "Unknown option ", parts[2] == ". Did you mean " else { return message }
    return MotProche.parmi([String(parts[3])], String(parts[1])).isEmpty ? "Unknown option '\(parts[1])'" : message
  }

  /// The more particular ones come first.
  private static let patterns = [
    MessagePattern(
      "Unknown option '%'. Did you mean '%'?", "L’option « %1 » n’existe pas : vouliez-vous dire « %2 » ?"),
    MessagePattern("Unknown option '%'", "L’option « %1 » n’existe pas."),
    MessagePattern("Missing value for '% <%>'", "L’option « %1 » attend une valeur : %2."),
    MessagePattern("Missing value for '%'", "L’option « %1 » attend une valeur."),
    MessagePattern(
      "The option '%' does not take any value, but '%' was specified.",
      "L’option « %1 » ne prend pas de valeur, et « %2 » en est une."),
    MessagePattern("Unexpected argument '%'", "« %1 » est de trop ou n’existe pas."),
    MessagePattern("% unexpected arguments: '%'", "Ces mots sont de trop ou n’existent pas : « %2 »."),
    MessagePattern("Missing expected argument '<%> ...'", "Il manque un argument : %1."),
    MessagePattern("Missing expected argument '<%>'", "Il manque un argument : %1."),
    MessagePattern("Missing expected argument '%'", "Il manque « %1 »."),
    MessagePattern("Missing one of: '%'", "Il manque l’un de « %1 »."),
    MessagePattern("The value '%' is invalid for '% <%>'%", "La valeur « %1 » ne convient pas à l’option « %2 »."),
    MessagePattern("The value '%' is invalid for '<%>'%", "La valeur « %1 » ne convient pas : %2 est attendu."),
    MessagePattern("The value '%' is invalid%", "La valeur « %1 » ne convient pas."),
    MessagePattern(
      "Value to be set with flag '%' had already been set with flag '%'", "« %1 » contredit « %2 », déjà donné."),
    MessagePattern("Missing required subcommand.", "Il manque un verbe."),
    MessagePattern("Invalid option: %", "L’option « %1 » n’a pas une forme valable."),
    MessagePattern(
      "Can't generate completion scripts for '%'.%",
      "Il n’y a pas de complétion pour « %1 » : donnez --generate-completion-script=bash, zsh ou fish."),
    MessagePattern(
      "Can't autodetect a supported shell.%",
      "Votre interpréteur n’est pas reconnu : donnez --generate-completion-script=bash, zsh ou fish."),
    MessagePattern("Internal error.%", "Cette ligne de commande n’est pas comprise."),
  ]
}
