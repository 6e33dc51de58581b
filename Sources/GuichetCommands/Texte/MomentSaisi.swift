import Guichet

/// A day or a moment as a person types it in an option.
///
/// A day named from today is made a day of the calendar here, by the clock that it is given; a time of day stays as it
/// was typed, since only the daemon knows the zone of the Caf's clocks, and answers for the hour that a change of clocks
/// skips or repeats.
enum MomentSaisi: Hashable {
  case jour(DateCivile)
  case heure(DateCivile, minutes: Int)
  case instant(Instant)
  /// An instant with its offset, as it was typed.
  case rfc3339(String)

  /// Nil when the text is nothing of the kind.
  ///
  /// - Parameter sens: whether a day that comes again and again is the next one, or the last.
  init?(_ text: String, aujourdhui: DateCivile, maintenant: Instant, _ sens: JourSaisi.Sens = .prochain) {
    if Instant(rfc3339: text) != nil {
      self = .rfc3339(text)
      return
    }
    var words = Self.words(text)
    if words == ["maintenant"] {
      self = .instant(maintenant)
      return
    }
    if let (moved, isClock) = Self.ecart(&words) {
      guard !isClock else {
        guard words.isEmpty else { return nil }
        self = .instant(maintenant.advanced(bySeconds: Int64(moved)))
        return
      }
      self.init(aujourdhui.advanced(byDays: moved), words)
      return
    }
    guard let first = words.first else { return nil }
    guard let day = Self.jour(first, &words, aujourdhui, sens) else {
      guard !words.isEmpty else { return nil }
      self.init(aujourdhui, words)
      return
    }
    self.init(day, words)
  }

  /// A day, and what is left of the words: nothing, or a time.
  private init?(_ day: DateCivile, _ words: [String]) {
    let rest = words.drop { $0 == "à" || $0 == "a" }.joined()
    if rest.isEmpty {
      self = .jour(day)
    } else if let minutes = Self.minutes(rest) {
      self = .heure(day, minutes: minutes)
    } else {
      return nil
    }
  }

  /// As it goes to the daemon.
  var texte: String {
    switch self {
    case .jour(let day): day.iso
    case .heure(let day, let minutes): "\(day.iso)T\(Self.deux(minutes / 60)):\(Self.deux(minutes % 60))"
    case .instant(let instant): Instant(microseconds: instant.seconds * 1_000_000).rfc3339(offsetSeconds: 0)
    case .rfc3339(let text): text
    }
  }

  /// Whether it is surely to come: of a time on the clock today the daemon alone knows.
  func estAVenir(aujourdhui: DateCivile, maintenant: Instant) -> Bool {
    switch self {
    case .jour(let day), .heure(let day, _): day > aujourdhui
    case .instant(let instant): instant > maintenant
    case .rfc3339(let text): Instant(rfc3339: text).map { $0 > maintenant } ?? false
    }
  }

  // MARK: Words

  /// In small letters, one kind of apostrophe, `2026-11-25T10:00` as two words.
  private static func words(_ text: String) -> [String] {
    var text = text.lowercased().replacing("’", with: "'")
    if DateCivile(iso: text.prefix(10)) != nil, text.dropFirst(10).first == "t",
      text.dropFirst(11).first?.isNumber == true
    {
      text = "\(text.prefix(10)) \(text.dropFirst(11))"
    }
    return text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// `il y a 3 jours`, `dans 2 h`: days, or seconds where the unit is one of the clock; what follows stays.
  private static func ecart(_ words: inout [String]) -> (Int, isClock: Bool)? {
    let sign: Int
    var rest = words[...]
    if rest.starts(with: ["il", "y", "a"]) {
      sign = -1
      rest = rest.dropFirst(3)
    } else if rest.first == "dans" {
      sign = 1
      rest = rest.dropFirst()
    } else {
      return nil
    }
    guard let first = rest.popFirst() else { return nil }
    let digits = first.prefix { $0.isASCII && $0.isNumber }
    let glued = String(first.dropFirst(digits.count))
    guard let count = ["un": 1, "une": 1][first] ?? (digits.count <= 5 ? Int(digits) : nil),
      let unit = glued.isEmpty || digits.isEmpty ? rest.popFirst() : glued, let (size, isClock) = unites[unit]
    else { return nil }
    words = Array(rest)
    return (sign * count * size, isClock)
  }

  private static let unites: [String: (Int, isClock: Bool)] = [
    "j": (1, false), "jour": (1, false), "jours": (1, false), "semaine": (7, false), "semaines": (7, false),
    "h": (3600, true), "heure": (3600, true), "heures": (3600, true), "min": (60, true), "minute": (60, true),
    "minutes": (60, true),
  ]

  private static let relatifs = [
    "aujourd'hui": 0, "aujourdhui": 0, "demain": 1, "hier": -1, "après-demain": 2, "apres-demain": 2, "avant-hier": -2,
  ]

  private static let momentsDuJour: Set = ["matin", "midi", "après-midi", "apres-midi", "soir"]

  private static let semaine = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]

  /// The day that the first word names; it and what belongs to it are taken.
  private static func jour(
    _ first: String, _ words: inout [String], _ today: DateCivile, _ sens: JourSaisi.Sens
  ) -> DateCivile? {
    var taken = 1
    defer { words.removeFirst(taken) }
    if let lu = JourSaisi.lire(words, aujourdhui: today, sens) {
      taken = lu.mots
      return lu.jour
    }
    if first == "ce", let part = words.dropFirst().first, momentsDuJour.contains(part) {
      taken = 2
      return today
    }
    if let distance = relatifs[first] { return today.advanced(byDays: distance) }
    guard let wanted = semaine.firstIndex(of: first) else {
      taken = 0
      return nil
    }
    // 1970-01-01 was a Thursday.
    let ahead = (wanted - (today.daysSince1970 + 3) % 7 + 7) % 7
    let qualifier = words.dropFirst().first
    if qualifier == "dernier" || qualifier == "prochain" { taken = 2 }
    if qualifier == "dernier" { return today.advanced(byDays: ahead - 7) }
    if sens == .dernier, qualifier != "prochain" { return today.advanced(byDays: ahead == 0 ? 0 : ahead - 7) }
    return today.advanced(byDays: ahead == 0 ? 7 : ahead)
  }

  /// Minutes since midnight: `10:00`, `9:05`, `14h30`, `14h`.
  private static func minutes(_ text: String) -> Int? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" }
    guard parts.count == 2, let hour = nombre(parts[0]), hour < 24 else { return nil }
    if parts[1].isEmpty { return text.hasSuffix("h") ? hour * 60 : nil }
    guard parts[1].count == 2, let minute = nombre(parts[1]), minute < 60 else { return nil }
    return hour * 60 + minute
  }

  private static func nombre(_ text: Substring) -> Int? {
    (1...2).contains(text.count) && text.allSatisfy({ $0.isASCII && $0.isNumber }) ? Int(text) : nil
  }

  private static func deux(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
