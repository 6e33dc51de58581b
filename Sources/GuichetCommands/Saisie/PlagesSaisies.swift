import Guichet
import StrictJSON

/// When a family would like to be called, as it is typed: « lundi matin, mercredi, soir ».
enum CreneauxSaisis {
  static func lire(_ typed: String) -> Questions.Lecture {
    var parts: [String] = []
    for part in ElementsSaisis.parts(typed) {
      guard let creneau = creneau(part) else {
        return .faute(
          "« \(TerminalSafety.line(part)) » n’est ni un jour ni un moment : écrivez « lundi matin, mercredi, soir ».")
      }
      parts.append([creneau.jour?.rawValue, creneau.moment.map { mot($0) }].compactMap(\.self).joined(separator: " "))
    }
    return .valeur(parts.joined(separator: ", "))
  }

  /// Of what `lire` gave.
  static func json(_ text: String) -> [JSONValue] {
    ElementsSaisis.parts(text).compactMap(creneau).map { creneau in
      .object(
        [
          creneau.jour.map { JSONMember("jour", .string($0.rawValue)) },
          creneau.moment.map { JSONMember("moment", .string($0.rawValue)) },
        ].compactMap(\.self))
    }
  }

  private static func creneau(_ part: String) -> Rappel.Creneau? {
    var creneau = Rappel.Creneau()
    for word in part.split(whereSeparator: \.isWhitespace).map({ $0.lowercased() }) {
      if creneau.jour == nil, let jour = ElementsSaisis.jour(word) {
        creneau.jour = jour
      } else if creneau.moment == nil, let moment = moment(word) {
        creneau.moment = moment
      } else {
        return nil
      }
    }
    return creneau.jour == nil && creneau.moment == nil ? nil : creneau
  }

  private static func moment(_ word: String) -> Rappel.Moment? {
    switch word {
    case "après-midi", "apres-midi", "apresmidi": .apresMidi
    default: Rappel.Moment(rawValue: word)
    }
  }

  private static func mot(_ moment: Rappel.Moment) -> String { FormulaireTexte.mot(moment.rawValue) }
}

/// The hours of a week, as they are typed: « lundi 8h-18h, mercredi 8h30-12h », « lun-ven 8h-18h ».
enum SemaineSaisie {
  static func lire(_ typed: String) -> Questions.Lecture {
    var parts: [String] = []
    for part in ElementsSaisis.parts(typed) {
      guard let plages = plages(part) else {
        return .faute(
          "« \(TerminalSafety.line(part)) » ne dit pas un jour et ses heures : écrivez « lundi 8h-18h » ou "
            + "« lun-ven 8h-18h ».")
      }
      parts += plages.map { "\($0.jour.rawValue) \($0.de)-\($0.a)" }
    }
    return .valeur(parts.joined(separator: ", "))
  }

  /// Of what `lire` gave.
  static func json(_ text: String) -> [JSONValue] {
    ElementsSaisis.parts(text).flatMap { plages($0) ?? [] }.map { plage in
      ["jour": .string(plage.jour.rawValue), "de": .string(plage.de), "a": .string(plage.a)]
    }
  }

  private typealias Plage = (jour: JourDeSemaine, de: String, a: String)

  private static func plages(_ part: String) -> [Plage]? {
    let part = part.lowercased()
    guard let digit = part.firstIndex(where: \.isNumber) else { return nil }
    let days = words(part[..<digit]).filter { $0 != "de" }.joined()
    let hours = words(part[digit...]).map { $0 == "à" ? "-" : $0 }.joined().split(separator: "-").map {
      HeureSaisie.lire(String($0))
    }
    guard hours.count == 2, let de = hours[0], let a = hours[1] else { return nil }
    let bounds = days.split(separator: "-").map { ElementsSaisis.jour(String($0)) }
    guard let first = bounds.first ?? nil, bounds.count <= 2, let last = bounds.last ?? nil else { return nil }
    let week = JourDeSemaine.allCases
    guard let from = week.firstIndex(of: first), let to = week.firstIndex(of: last), from <= to else { return nil }
    return week[from...to].map { ($0, HeureSaisie.texte(de), HeureSaisie.texte(a)) }
  }

  private static func words(_ text: Substring) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

/// What both are made of: parts between commas, and days of the week.
private enum ElementsSaisis {
  static func parts(_ text: String) -> [String] {
    text.split { ",;".contains($0) }.map { Questions.trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  /// A day by its name or the beginning of it, three letters at least.
  static func jour(_ word: String) -> JourDeSemaine? {
    guard word.count >= 3 else { return nil }
    return JourDeSemaine.allCases.first { $0.rawValue.hasPrefix(word) }
  }
}
