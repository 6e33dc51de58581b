import Guichet
import GuichetDocuments

/// Instants and numbers as people read them in France.
enum Horodatage {
  /// `23/11/2026 08:15` for an RFC 3339 instant, in the offset that it carries, which is the Caf's; the text as it is
  /// when it is no instant.
  static func court(_ instant: String) -> String { civil(instant, heure: 5) }

  /// The same without its year, where there is little room: `23/11 08:15`.
  static func bref(_ instant: String) -> String {
    guard Instant(rfc3339: instant) != nil else { return instant }
    return "\(jour(ofInstant: instant).prefix(5)) \(heure(instant))"
  }

  /// With its seconds: `23/11/2026 08:15:04`.
  static func precis(_ instant: String) -> String { civil(instant, heure: 8) }

  private static func civil(_ instant: String, heure: Int) -> String {
    guard Instant(rfc3339: instant) != nil, let jour = DateCivile(iso: instant.prefix(10)) else { return instant }
    return "\(jour.francaise) \(instant.dropFirst(11).prefix(heure))"
  }

  /// `23/11/2026` for an RFC 3339 instant, in the offset that it carries; the text as it is when it is no instant.
  static func jour(ofInstant instant: String) -> String {
    Instant(rfc3339: instant) == nil ? instant : jour(String(instant.prefix(10)))
  }

  /// `08:15` for an RFC 3339 instant, in the offset that it carries; the text as it is when it is no instant.
  static func heure(_ instant: String) -> String {
    Instant(rfc3339: instant) == nil ? instant : String(instant.dropFirst(11).prefix(5))
  }

  /// `23/11/2026` for an ISO day; the text as it is when it is no day.
  static func jour(_ jour: String) -> String {
    DateCivile(iso: jour)?.francaise ?? jour
  }

  /// A day as a person types it, with its year; nil when it is no day of the calendar.
  static func saisi(_ text: String) -> DateCivile? { JourSaisi.complet(text) }

  /// What to answer when it is none, one sentence.
  static func pasUnJour(_ text: String) -> String {
    "« \(TerminalSafety.line(text)) » n’est pas un jour du calendrier : écrivez 2026-11-25 ou 25/11/2026."
  }

  /// How long something lasts, in its largest whole unit: `3 j`, `5 h`, `12 min`.
  static func duree(secondes: Int) -> String {
    let minutes = secondes / 60
    if minutes < 60 { return "\(minutes) min" }
    return minutes < 24 * 60 ? "\(minutes / 60) h" : "\((minutes / (24 * 60)).francais) j"
  }

  /// The instant so many seconds after an RFC 3339 instant, at the same offset; nil for what is no instant.
  static func apres(_ instant: String, secondes: Int) -> String? {
    guard let start = Instant(rfc3339: instant) else { return nil }
    let later = Instant(microseconds: start.microseconds + Int64(secondes) * 1_000_000)
    let offset = instant.utf8.suffix(6).map { Int($0) - 48 }
    guard instant.last != "Z", instant.last != "z", offset.count == 6 else { return later.rfc3339(offsetSeconds: 0) }
    let seconds = (offset[1] * 10 + offset[2]) * 3600 + (offset[4] * 10 + offset[5]) * 60
    return later.rfc3339(offsetSeconds: instant.utf8.suffix(6).first == UInt8(ascii: "-") ? -seconds : seconds)
  }

  /// How long ago something was, to the second while it is young: `12 s`, `3 min`.
  static func age(secondes: Int) -> String { secondes < 60 ? "\(secondes) s" : duree(secondes: secondes) }

  /// How far off an RFC 3339 instant is, in its largest whole unit: `dans 2 h`, `il y a 3 j`, `à l’instant` within
  /// half a minute; nil when it is no instant. What the clocks show in between counts for nothing.
  static func relatif(_ instant: String, maintenant: Instant) -> String? {
    guard let instant = Instant(rfc3339: instant) else { return nil }
    // To the nearest minute, so that two hours less a moment are two hours.
    let away = (abs(instant.microseconds - maintenant.microseconds) + 30_000_000) / 60_000_000
    guard away > 0 else { return "à l’instant" }
    return "\(instant < maintenant ? "il y a" : "dans") \(duree(secondes: Int(away) * 60))"
  }
}

extension Int {
  /// As people read it: `1 234`.
  var francais: String { GuichetDocuments.francais(self) }

  /// The number with its noun, which takes the plural from two on.
  func de(_ singulier: String, _ pluriel: String) -> String {
    "\(francais) \(magnitude < 2 ? singulier : pluriel)"
  }
}
