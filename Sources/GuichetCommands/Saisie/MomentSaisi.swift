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
///
/// What was typed by the clock stays by the clock, `2026-11-24T10:00`: the daemon knows the Caf's. Here it is only reckoned
/// by the offset of now, to tell what is to come from what was.
struct MomentSaisi {
  /// This very moment, RFC 3339 in the Caf's offset.
  let present: String
  /// The same, to the second.
  let maintenant: Instant
  /// `+01:00`, or `Z`.
  private let decalage: String

  /// - Parameter present: RFC 3339 in the Caf's offset; nil where the daemon does not tell, which goes by UTC.
  init(_ present: String?, maintenant machine: Instant) {
    let whole = Instant(microseconds: (present.flatMap { Instant(rfc3339: $0) } ?? machine).seconds * 1_000_000)
    let decalage = present.flatMap { Instant(rfc3339: $0) == nil ? nil : Self.decalage($0) } ?? "Z"
    maintenant = whole
    self.decalage = decalage
    self.present =
      (present.map { String($0.prefix(19)) } ?? String(whole.rfc3339(offsetSeconds: 0).prefix(19))) + decalage
  }

  private static func decalage(_ instant: String) -> String {
    instant.hasSuffix("Z") ? "Z" : String(instant.suffix(6))
  }

  /// The civil day of this moment.
  var aujourdhui: DateCivile {
    DateCivile(iso: present.prefix(10)) ?? DateCivile(daysSince1970: Int(maintenant.seconds / 86_400))
  }

  /// The moment as it is sent; or what is wrong with it.
  func lire(_ typed: String) -> Questions.Lecture {
    if typed.lowercased() == "maintenant" { return .valeur(present) }
    if Instant(rfc3339: typed) != nil { return passe(typed) }
    let words = typed.split { $0.isWhitespace || $0 == "T" }.filter { $0 != "à" }
    guard let first = words.first, words.count <= 2 else { return Self.illisible(typed) }
    if words.count == 1, let minutes = HeureSaisie.lire(String(first)), minutes < 24 * 60 {
      return passe(Self.civil(aujourdhui, minutes))
    }
    guard let day = jour(String(first)) else { return Self.illisible(typed) }
    guard words.count == 2 else { return passe(Self.civil(day, 0)) }
    guard let minutes = HeureSaisie.lire(String(words[1])), minutes < 24 * 60 else { return Self.illisible(typed) }
    return passe(Self.civil(day, minutes))
  }

  private func jour(_ word: String) -> DateCivile? {
    switch word.lowercased() {
    case "aujourd’hui", "aujourd'hui": aujourdhui
    case "hier": aujourdhui.advanced(byDays: -1)
    case "avant-hier": aujourdhui.advanced(byDays: -2)
    default: Horodatage.saisi(word)
    }
  }

  private static func civil(_ day: DateCivile, _ minutes: Int) -> String { "\(day.iso)T\(HeureSaisie.texte(minutes))" }

  /// As an instant, the offset being that of now where it was typed without one.
  func rfc3339(_ kept: String) -> String { Instant(rfc3339: kept) == nil ? "\(kept):00\(decalage)" : kept }

  private func passe(_ kept: String) -> Questions.Lecture {
    guard let instant = Instant(rfc3339: rfc3339(kept)) else { return Self.illisible(kept) }
    return instant <= maintenant
      ? .valeur(kept) : .faute("Ce moment est dans l’avenir : donnez celui où la famille a fait sa demande.")
  }

  private static func illisible(_ typed: String) -> Questions.Lecture {
    .faute(
      "« \(TerminalSafety.line(typed)) » n’est pas un moment : écrivez « hier 16:30 », « 24/11/2026 10:00 » ou "
        + "« maintenant ».")
  }
}
