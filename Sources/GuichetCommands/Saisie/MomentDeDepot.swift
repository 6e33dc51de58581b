import Guichet

/// When a family made its request, as a person types it: « hier 16:30 », « 24/11/2026 10h », « maintenant ».
struct MomentDeDepot {
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
    switch MomentSaisi(typed, aujourdhui: aujourdhui, maintenant: maintenant) {
    case .jour(let day): return instant(day, 0)
    case .heure(let day, let minutes): return instant(day, minutes)
    case .instant(let instant): return passe(instant)
    case .rfc3339(let text): return Instant(rfc3339: text).map(passe) ?? Self.illisible(typed)
    case nil: return Self.illisible(typed)
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
