import Guichet

/// When a family made its request, as a person types it: « hier 16:30 », « 24/11/2026 10h », « maintenant ».
///
/// What was typed by the clock stays by the clock, `2026-11-24T10:00`: the daemon knows the Caf's. Here it is only reckoned
/// by the offset of now, to tell what is to come from what was.
struct MomentDeDepot {
  /// This very moment, to the second.
  let maintenant: Instant
  /// Seconds.
  private let decalage: Int

  /// - Parameter present: RFC 3339 in the Caf's offset; nil where the daemon does not tell, which goes by this machine and
  ///   UTC.
  init(_ present: String?, maintenant machine: Instant) {
    let known = present.flatMap { Instant(rfc3339: $0) }
    maintenant = Instant(microseconds: (known ?? machine).seconds * 1_000_000)
    decalage = known == nil ? 0 : present.map(Self.decalage) ?? 0
  }

  /// Seconds of the offset at the end of an instant.
  private static func decalage(_ instant: String) -> Int {
    let parts = instant.suffix(5).split(separator: ":").compactMap { Int($0) }
    guard let sign = instant.dropLast(5).last, sign == "+" || sign == "-", parts.count == 2 else { return 0 }
    return (parts[0] * 60 + parts[1]) * (sign == "-" ? -60 : 60)
  }

  /// This very moment, RFC 3339 in the Caf's offset.
  var present: String { maintenant.rfc3339(offsetSeconds: decalage) }

  /// The civil day of this moment.
  var aujourdhui: DateCivile {
    DateCivile(iso: present.prefix(10)) ?? DateCivile(daysSince1970: Int(maintenant.seconds / 86_400))
  }

  /// The moment as it is sent; or what is wrong with it.
  func lire(_ typed: String) -> Questions.Lecture {
    if typed.lowercased() == "maintenant" { return .valeur(present) }
    switch MomentSaisi(typed, aujourdhui: aujourdhui, maintenant: maintenant, .dernier) {
    case .jour(let day): return passe("\(day.iso)T00:00")
    case .instant(let instant): return passe(instant.rfc3339(offsetSeconds: decalage))
    case .heure(let day, let minutes): return passe(MomentSaisi.heure(day, minutes: minutes).texte)
    case .rfc3339(let text): return passe(text)
    case nil: return Self.illisible(typed)
    }
  }

  /// As an instant, the offset being that of now where it was typed without one.
  func rfc3339(_ kept: String) -> String {
    guard Instant(rfc3339: kept) == nil, let civil = Instant(rfc3339: "\(kept):00Z") else { return kept }
    return civil.advanced(bySeconds: -Int64(decalage)).rfc3339(offsetSeconds: decalage)
  }

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
