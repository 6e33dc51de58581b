/// A wrong command line, as ArgumentParser reports it, in French: what is wrong, then how it is written.
enum UsageError {
  /// - Parameters:
  ///   - text: « Error: … », perhaps « Help: … », « Usage: … », and where to see more.
  ///   - better: what is wrong, where more is known of it than ArgumentParser tells.
  static func translated(_ text: String, sentence better: String? = nil) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    let prefix = Guichetctl._errorPrefix
    var message = [Substring]()
    while let line = lines.first, !line.hasPrefix("Help:  "), !line.hasPrefix("Usage: ") {
      message.append(line)
      lines.removeFirst()
    }
    // What the option means stands in the help, to which the last line leads.
    if lines.first?.hasPrefix("Help:  ") == true { lines.removeFirst() }
    let sentence = message.joined(separator: "\n")
    let body = sentence.hasPrefix(prefix) ? String(sentence.dropFirst(prefix.count)) : sentence
    let translated = prefix + (better ?? TerminalSafety.line(ParserMessages.translated(body)))
    return ([translated] + lines.map(usage)).joined(separator: "\n") + "\n"
  }

  private static func usage(_ line: Substring) -> String {
    if line.hasPrefix("Usage: ") { return "Usage : \(line.dropFirst("Usage: ".count))" }
    // The further lines of the usage, under the first.
    if line.hasPrefix("       guichetctl ") { return " \(line)" }
    if line.hasPrefix("  See '"), let end = line.dropFirst(7).firstIndex(of: "'") {
      let command = line[..<end].dropFirst(7).split(separator: " ").filter { !$0.hasPrefix("-") }
      return "Voir « \(command.joined(separator: " ")) --help »."
    }
    return String(line)
  }
}
