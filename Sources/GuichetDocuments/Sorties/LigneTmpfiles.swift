/// A line of tmpfiles.d(5) that makes the folder of a LINF: the daemon writes there, its staff reads and takes away.
package struct LigneTmpfiles: Hashable, Sendable {
  package let chemin: String
  package let proprietaire: String
  package let groupe: String

  package init(chemin: String, proprietaire: String, groupe: String) {
    self.chemin = chemin
    self.proprietaire = proprietaire
    self.groupe = groupe
  }

  /// 2770: what the daemon puts there belongs to the group of the staff.
  package var texte: String {
    "d \(Self.quoted(chemin)) 2770 \(Self.quoted(proprietaire)) \(Self.quoted(groupe)) - -"
  }

  /// `%` begins a specifier there, and blanks end a field.
  private static func quoted(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "%": result += "%%"
      case "\\", "\"": result += "\\\(character)"
      default: result.append(character)
      }
    }
    return result.contains(where: \.isWhitespace) || result.contains("\"") ? "\"\(result)\"" : result
  }
}
