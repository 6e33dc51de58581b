import Guichet

/// When a family made its request, as a person types it: « hier 16:30 », « 24/11/2026 10h », « maintenant ».
///
/// What was typed by the clock stays by the clock, `2026-11-24T10:00`: the daemon knows the Caf's. Here it is only reckoned
/// by the offset of now, to tell what is to come from what was.
struct MomentDeDepot {
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
    switch MomentSaisi(typed, aujourdhui: aujourdhui, maintenant: maintenant) {
    case .jour(let day): return passe(Self.civil(day, 0))
    case .heure(let day, let minutes): return passe(Self.civil(day, minutes))
    case .instant(let instant): return passe(instant.rfc3339(offsetSeconds: 0))
    case .rfc3339(let text): return passe(text)
    case nil: return Self.illisible(typed)
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
