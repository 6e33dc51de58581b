import StrictJSON

/// One argument, option or flag of a command, as a manual page describes it.
struct ArgumentDecrit: Hashable {
  /// Of the section that it stands in.
  let titre: String
  /// `-h, --help, --aide`, or what an argument stands for.
  let nom: String
  /// What an option takes; empty for what takes nothing.
  let valeur: String
  let sens: String

  /// - Parameter json: as ArgumentParser writes it; nil for one that is not shown to people.
  init?(_ json: JSON) {
    guard json["shouldDisplay"]?.bool == true else { return nil }
    let value = json["valueName"]?.string ?? ""
    let kind = json["kind"]?.string
    let names = (json["names"]?.elements.map { $0 } ?? []).compactMap { name -> String? in
      guard let text = name["name"]?.string else { return nil }
      return (name["kind"]?.string == "long" ? "--" : "-") + text
    }
    // An option that a command has under the name of the program's own one stands in its place.
    if names == ["--version"], kind == "flag" {
      sens = "Montrer la version."
    } else if names.contains("--help") {
      sens = "Montrer cette aide."
    } else {
      sens = json["abstract"]?.string ?? ""
    }
    if kind == "positional" {
      titre = "ARGUMENTS"
      nom = value + (json["isRepeating"]?.bool == true ? " …" : "")
      valeur = ""
    } else {
      titre = json["sectionTitle"]?.string?.uppercased() ?? "OPTIONS"
      nom = names.joined(separator: ", ")
      valeur = kind == "option" ? value : ""
    }
  }

  /// Those of every command, by its path from below the program, as ArgumentParser dumps its whole grammar.
  static func tous(_ dump: JSON) -> [[String]: [ArgumentDecrit]] {
    var all: [[String]: [ArgumentDecrit]] = [:]
    if let command = dump["command"] { collect(command, [], &all) }
    return all
  }

  private static func collect(_ command: JSON, _ path: [String], _ all: inout [[String]: [ArgumentDecrit]]) {
    all[path] = command["arguments"]?.elements.compactMap { ArgumentDecrit($0) } ?? []
    guard let below = command["subcommands"] else { return }
    for next in below.elements {
      if let name = next["commandName"]?.string { collect(next, path + [name], &all) }
    }
  }
}
