/// A delay of the field, in the time it is counted in.
package enum Delai: Hashable, Sendable {
  /// Days with open hours; written `2j`.
  case joursOuverts(Int)
  /// Open hours; written `4h`.
  case heuresOuvertes(Int)
  /// Calendar days; written `15jc`.
  case joursCalendaires(Int)
}

extension Delai {
  /// As settings write it.
  package var ecrit: String {
    switch self {
    case .joursOuverts(let nombre): "\(nombre)j"
    case .heuresOuvertes(let nombre): "\(nombre)h"
    case .joursCalendaires(let nombre): "\(nombre)jc"
    }
  }

  /// Nil where the two are counted in different time: which is shorter is then told by a calendar only.
  package func isShorter(than other: Delai) -> Bool? {
    switch (self, other) {
    case (.joursOuverts(let own), .joursOuverts(let other)), (.heuresOuvertes(let own), .heuresOuvertes(let other)),
      (.joursCalendaires(let own), .joursCalendaires(let other)):
      own < other
    default: nil
    }
  }
}

extension Delai {
  /// Reads `2j`, `4h` or `15jc`; nil for anything else, zero and more than 3 650 included.
  package init?(_ texte: String) {
    guard let (nombre, unite) = Quantite.read(texte), (1...3650).contains(nombre) else { return nil }
    switch unite {
    case "j": self = .joursOuverts(nombre)
    case "h": self = .heuresOuvertes(nombre)
    case "jc": self = .joursCalendaires(nombre)
    default: return nil
    }
  }
}

/// A number and the unit right behind it, as settings write durations: `10s`, `15jc`, `5%`.
package enum Quantite {
  /// Nil unless digits stand first. The unit may be empty.
  package static func read(_ texte: String) -> (nombre: Int, unite: String)? {
    let chiffres = texte.utf8.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard !chiffres.isEmpty, let nombre = Int(String(chiffres) ?? "") else { return nil }
    return (nombre, String(texte.utf8.dropFirst(chiffres.count)) ?? "")
  }
}
