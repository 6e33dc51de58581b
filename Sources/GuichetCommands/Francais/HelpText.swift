/// The help screens that ArgumentParser lays out, in French: its headings and its own sentences are English, and it puts
/// the options that all commands share before those of the command itself.
enum HelpText {
  /// Of what is no help screen (a version, a completion script) only those sentences are translated.
  static func translated(_ text: String) -> String {
    guard text.hasPrefix("OVERVIEW: ") || text.hasPrefix("USAGE: ") else {
      return sentences.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
    var sections = text.split(separator: "\n\n").map(trimmed).filter { !$0.isEmpty }
    if let shared = sections.firstIndex(where: { $0.hasPrefix("OPTIONS GÉNÉRALES:") }),
      let own = sections.firstIndex(where: { $0.hasPrefix("OPTIONS:") }), shared < own
    {
      sections.insert(sections.remove(at: shared), at: own)
    }
    if let own = sections.firstIndex(where: { $0.contains("\n  --version <") }) {
      // A command with an option of that name shadows the flag that tells the program's version.
      sections[own] = sections[own].replacing(versionFlag, with: "")
    }
    let takesVerb = text.contains(" VERBE …\n")
    return (sections.map { section($0, takesVerb) } + [exemples(of: text)].compactMap(\.self)).joined(separator: "\n\n")
  }

  /// The last section; nil where the command has no examples.
  private static func exemples(of text: String) -> String? {
    // The usage, which every command spells out, names it.
    guard let usage = text.firstRange(of: "USAGE: guichetctl ") else { return nil }
    let words = text[usage.upperBound...].prefix { !$0.isNewline }.split(separator: " ")
    let exemples = Grammaire.place(words).exemples
    guard !exemples.isEmpty else { return nil }
    return "EXEMPLES :\n" + exemples.map { "  \($0.ligne)\n      \($0.sens)" }.joined(separator: "\n")
  }

  private static let versionFlag = "\n  --version               Show the version."

  private static func trimmed(_ section: Substring) -> String {
    var section = section
    while section.first == "\n" { section.removeFirst() }
    while section.last == "\n" { section.removeLast() }
    return String(section)
  }

  private static func section(_ section: String, _ takesVerb: Bool) -> String {
    section.split(separator: "\n", omittingEmptySubsequences: false).map { line($0, takesVerb) }.joined(separator: "\n")
  }

  private static func line(_ line: Substring, _ takesVerb: Bool) -> String {
    if line.hasPrefix("OVERVIEW: ") { return String(line.dropFirst("OVERVIEW: ".count)) }
    if line.hasPrefix("USAGE: ") { return "USAGE : \(line.dropFirst("USAGE: ".count))" }
    // The further lines of the usage, under the first.
    if line.hasPrefix("       guichetctl ") { return " \(line)" }
    if line == "SUBCOMMANDS:" { return takesVerb ? "VERBES :" : "COMMANDES :" }
    if isHeading(line) { return "\(line.dropLast()) :" }
    if line.hasPrefix("  See '"), line.hasSuffix("' for detailed help.") {
      return "  Le détail de chacun\(takesVerb ? "" : "e") est donné par son option --help."
    }
    for (english, french) in sentences where line.hasSuffix(english) {
      return line.dropLast(english.count) + french
    }
    return String(line)
  }

  private static func isHeading(_ line: Substring) -> Bool {
    line.hasSuffix(":") && !line.hasPrefix(" ") && line == line.uppercased()
  }

  private static let sentences = [
    ("Show help information.", "Montrer cette aide."),
    ("Show subcommand help information.", "Montrer l’aide d’une commande."),
    ("Show the version.", "Montrer la version."),
  ]
}
