import Guichet

/// An hour as a person types it: `16:30`, `16h30`, `8h`.
enum HeureSaisie {
  /// Minutes after midnight, to 24:00; nil when it is none.
  static func lire(_ text: String) -> Int? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" || $0 == "H" }
    guard parts.count == 2, let hours = number(parts[0], digits: 1...2) else { return nil }
    let isWhole = parts[1].isEmpty && text.last != ":"
    guard let minutes = isWhole ? 0 : number(parts[1], digits: 2...2), minutes < 60 else { return nil }
    let total = hours * 60 + minutes
    return total <= 24 * 60 ? total : nil
  }

  /// `HH:MM`.
  static func texte(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return Int(text)
  }
}

/// A past moment as a person types it: « hier 16:30 », « 24/11/2026 10h », « maintenant ».
struct MomentSaisi {
  private let zone: Fuseau?
  private let maintenant: Instant

  /// - Parameter zone: the machine's; nil where it has none, which goes by UTC.
  init(_ zone: Fuseau?, maintenant: Instant) {
    self.zone = zone
    self.maintenant = Instant(microseconds: maintenant.seconds * 1_000_000)
  }

  /// This very moment, RFC 3339.
  var present: String { rfc3339(maintenant) }

  /// The civil day of this moment.
  var aujourdhui: DateCivile {
    zone?.date(of: maintenant) ?? DateCivile(daysSince1970: Int(maintenant.seconds / 86_400))
  }

  /// The moment, RFC 3339; or what is wrong with it.
  func lire(_ typed: String) -> Questions.Lecture {
    if typed.lowercased() == "maintenant" { return .valeur(present) }
    if let instant = Instant(rfc3339: typed) { return passe(instant) }
    let words = typed.split { $0.isWhitespace || $0 == "T" }.filter { $0 != "à" }
    guard let first = words.first, words.count <= 2 else { return Self.illisible(typed) }
    if words.count == 1, let minutes = HeureSaisie.lire(String(first)) { return instant(aujourdhui, minutes) }
    guard let day = jour(String(first)) else { return Self.illisible(typed) }
    guard words.count == 2 else { return instant(day, 0) }
    guard let minutes = HeureSaisie.lire(String(words[1])), minutes < 24 * 60 else { return Self.illisible(typed) }
    return instant(day, minutes)
  }

  private func jour(_ word: String) -> DateCivile? {
    switch word.lowercased() {
    case "aujourd’hui", "aujourd'hui": aujourdhui
    case "hier": aujourdhui.advanced(byDays: -1)
    case "avant-hier": aujourdhui.advanced(byDays: -2)
    default: Horodatage.saisi(word)
    }
  }

  private func instant(_ day: DateCivile, _ minutes: Int) -> Questions.Lecture {
    let typed = "\(day.francaise) \(HeureSaisie.texte(minutes))"
    guard let zone else {
      return Instant(rfc3339: "\(day.iso)T\(HeureSaisie.texte(minutes)):00Z").map(passe) ?? Self.illisible(typed)
    }
    // A day alone is its first moment, whatever its clocks show then.
    let instants = minutes == 0 ? [zone.start(of: day)] : zone.instants(on: day, secondOfDay: minutes * 60)
    switch instants.count {
    case 0: return .faute("Le \(typed) n’existe pas : les horloges avancent cette nuit-là ; donnez une autre heure.")
    case 1: return passe(instants[0])
    default:
      return .faute(
        "Le \(typed) a lieu deux fois, les horloges reculant cette nuit-là : écrivez "
          + instants.map(rfc3339).joined(separator: " ou ") + ".")
    }
  }

  private func passe(_ instant: Instant) -> Questions.Lecture {
    instant <= maintenant
      ? .valeur(rfc3339(instant))
      : .faute("Ce moment est dans l’avenir : donnez celui où la famille a fait sa demande.")
  }

  private func rfc3339(_ instant: Instant) -> String {
    zone?.rfc3339(instant) ?? instant.rfc3339(offsetSeconds: 0)
  }

  private static func illisible(_ typed: String) -> Questions.Lecture {
    .faute(
      "« \(TerminalSafety.line(typed)) » n’est pas un moment : écrivez « hier 16:30 », « 24/11/2026 10:00 » ou "
        + "« maintenant ».")
  }
}
